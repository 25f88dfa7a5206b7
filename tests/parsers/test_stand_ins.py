"""What is in a sentence and is not text: one letter stands for it, in every format."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from copydesk.document.stand_in import STAND_IN
from copydesk.model.findings import Span
from copydesk.parsers.html import parse as html
from copydesk.parsers.markdown import parse as markdown
from copydesk.parsers.plain import parse as plain

S = STAND_IN


def read(parse: Callable, source: str) -> list[str]:
    parsed = parse(source)
    return [parsed.map.text[slot.span.start : slot.span.end] for slot in parsed.slots]


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The sign says ![stop](s.png) and the bell rings.", f"The sign says {S} and the bell rings."),
        ("They met in [![](m.png)](map) and left.", f"They met in {S} and left."),
        ("Turn {{< icon left >}} and walk on.", f"Turn {S} and walk on."),
        ("We are {{ team.size }} and growing.", f"We are {S} and growing."),
        ("The height $h_1 = 4$ is safe.", f"The height {S} is safe."),
        (r"The height \\(h^2\\) is safe.", f"The height {S} is safe."),
        ("Watch <video src='a.mp4'></video> and wait.", f"Watch {S} and wait."),
        ("Press <button>Stop stop</button> and wait.", f"Press {S} and wait."),
        ("The ferry <Icon name='a' /> is back.", f"The ferry {S} is back."),
        ("Ask {{ town.mayor }}’s office.", f"Ask {S}’s office."),
        ("It fell to {props.low} degrees.", f"It fell to {S} degrees."),
    ],
)  # fmt: skip
def test_in_markdown(source: str, text: str) -> None:
    assert read(markdown, source)[0] == text


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>The sign says <img src=s.png> and more.</p>", f"The sign says {S} and more."),
        ("<p>Turn <svg><path d='M'/></svg> and walk on.</p>", f"Turn {S} and walk on."),
        ("<p>Pick <select><option>a<option>a</select> and go.</p>", f"Pick {S} and go."),
        ("<p>The sum <math><mi>x</mi></math> is right.</p>", f"The sum {S} is right."),
        ("<p>See <iframe src=x></iframe> and go.</p>", f"See {S} and go."),
        ("<p>Hear <audio src=x></audio> and go.</p>", f"Hear {S} and go."),
        ("<p>We are {{ n }} in <?= $town ?>.</p>", f"We are {S} in {S}."),
        ("<p>It <%= verb %> on Monday.</p>", f"It {S} on Monday."),
        ("<p>The {% if a %}old{% else %}new{% endif %} pier.</p>", f"The {S} old{S}new {S} pier."),
        ("<p>The {{#if a}}old{{/if}} pier.</p>", f"The {S} old {S} pier."),
    ],
)  # fmt: skip
def test_in_html(source: str, text: str) -> None:
    assert read(html, source) == [text]


@pytest.mark.parametrize(
    "source",
    [
        "<p>The pier is open. <img src=x> Boats came back.</p>",
        "<p><img src=x> The pier is open. Boats came back. <svg></svg></p>",
        "<p>{% if a %}The pier is open. Boats came back.{% endif %}</p>",
        "<p>The pier is open. <img src=x hidden> Boats came back.</p>",
        "<p>{# a remark #}The pier is open. {{! remark }} Boats came back.</p>",
        "<p>The pier is open. <script>a a</script> Boats came back.</p>",
    ],
)
def test_between_sentences_there_is_none(source: str) -> None:
    assert read(html, source) == ["The pier is open. Boats came back."]


@pytest.mark.parametrize("parse", [markdown, html])
@pytest.mark.parametrize(
    "source", ["{{ content }}", "![](a.png)", "<img src=a.png>", "{% include a.html %}", "{{> a}}"]
)
def test_alone_it_is_no_slot(parse: Callable, source: str) -> None:
    if parse is markdown or "![" not in source:
        assert read(parse, source) == []


@pytest.mark.parametrize(
    ("source", "is_shown"),
    [
        ("It looks so:\n\n![](a.png)", True),
        ("It looks so:\n\n{% include a.html %}", True),
        ("It looks so:\n\n{{< figure src=a >}}", True),
        ("It looks so:\n\n<iframe src='a'></iframe>", True),
        ("It looks so:\n\n```\na\n```", True),
        ("It looks so:\n\n{{ picture }}", True),
        ("It looks so:\n\n{% comment %}a{% endcomment %}", False),
        ("It looks so:\n\n<!-- a -->", False),
        ("It looks so:\n\nSo.", False),
    ],
)
def test_what_follows_a_slot(source: str, is_shown: bool) -> None:
    parsed = markdown(source)
    assert (parsed.slots[0].span.end in parsed.shown) == is_shown


def test_it_maps_to_its_source_and_is_code_with_the_letters_joined_to_it() -> None:
    source = "<p>Four {{ n }}fold <b>and{{ x }}</b> more</p>"
    parsed = html(source)
    text = parsed.map.text
    assert text == f"Four {S}fold and{S} more"
    at = text.index(S)
    span = parsed.map.to_source(Span(at, at + 1))
    assert source[span.start : span.end] == "{{ n }}"
    assert [text[a:b] for a, b in parsed.verbatim] == [f"{S}fold", f"and{S}"]


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("{% load i18n %}\nDear {{ name }},\n\nCome.\n", [f"Dear {S},", "Come."]),
        ("{% if a %}The pier is open.{% endif %}\n", ["The pier is open."]),
        ("<?php a(); ?>\nThe pier is open.\n", ["The pier is open."]),
        ("Dear {{NAME}},\n\nCome.\n", ["Dear {{NAME}},", "Come."]),
        ("The set {{1, 2}} is closed.\n", ["The set {{1, 2}} is closed."]),
    ],
)
def test_in_plain_text_only_in_templates(source: str, texts: list[str]) -> None:
    assert read(plain, source) == texts


@pytest.mark.parametrize(
    "part", ["{{ a }}", "{{", "<?", "{% if a %}", "<%", "{{#", "x{{ a }}", "{#"]
)
@pytest.mark.parametrize("parse", [html, markdown, plain])
def test_no_input_takes_long(part: str, parse: Callable, linear: Callable[..., None]) -> None:
    linear(parse, lambda length: "{% if a %}b" + part * (length // len(part)), 12_500, 100_000)
