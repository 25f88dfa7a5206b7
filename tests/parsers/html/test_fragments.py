"""The HTML parser: fragments within Markdown, and broken or hostile source."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from copydesk.document.builder import Builder
from copydesk.parsers.html import parse, read_fragment

if TYPE_CHECKING:
    pass
from tests.parsers.html.helpers import of, texts

# Fragments within Markdown


def fragment(before: str, html: str, after: str, **options: bool) -> list[tuple[str, str]]:
    """Read HTML between two literal texts, in a paragraph that is open all along."""
    source = before + html + after
    builder = Builder(source)
    builder.open("paragraph")
    builder.add_source(0, len(before))
    read_fragment(builder, len(before), len(before) + len(html), **options)
    assert builder.is_open
    builder.add_source(len(before) + len(html), len(source))
    return texts(builder.finish())


@pytest.mark.parametrize(
    ("html", "slots"),
    [
        ("<b>two</b> ", [("paragraph", "one two three")]),
        ("<br>", [("paragraph", "one three")]),
        ("two<br><br>", [("paragraph", "one two three")]),
        ("<img alt='boat'>", [("paragraph", "one three"), ("alt:alt", "boat")]),
        ("<q>", [("paragraph", "one “three")]),
        ("</q>", [("paragraph", "one ”three")]),
        ("<p>two</p>", of("paragraph", "one three", "two")),
        ("</p></div></b>", [("paragraph", "one three")]),
        ("<span class='byline'>two </span>", [("paragraph", "one two three")]),
        ("<title>two</title><meta name=x content=y>", [("paragraph", "one three")]),
    ],
)
def test_a_fragment_reads_into_the_open_slot(html: str, slots: list[tuple[str, str]]) -> None:
    assert fragment("one ", html, "three") == slots


@pytest.mark.parametrize(
    ("html", "headline", "slots"),
    [
        ("<h1>A</h1>B", False, [("heading", "A"), ("paragraph", "B")]),
        ("<h1>A</h1>B", True, [("headline", "A"), ("paragraph", "B")]),
        ("<article>A</article>B", False, of("paragraph", "A", "B")),
        ("<body><header>A</header>", False, [("paragraph", "A")]),
    ],
)
def test_a_fragment_may_stand_alone(
    html: str, headline: bool, slots: list[tuple[str, str]]
) -> None:
    builder = Builder(f"<p>no</p>{html}<p>no</p>")
    read_fragment(builder, 9, 9 + len(html), headline=headline)
    assert texts(builder.finish()) == slots


# Broken and hostile source


@pytest.mark.parametrize(
    ("source", "prose"),
    [
        ("<p>one <b", "one <b"),
        ("<p>one <b title='x>y", "one <b title='x>y"),
        ("<p>one <!-- two", "one <!-- two"),
        ("<p>one <!", "one <!"),
        ("<p>one <", "one <"),
        ("<p>one </", "one </"),
        ("<p>one &", "one &"),
        ("<p>one &am", "one &am"),
        ("<p>one &#x", "one &#x"),
        ("one</p></div></b></q></h2>", "one"),
        ("one<script>two", "one"),
        ("one<style>two</p>", "one"),
        ("<title>one", "one"),
        ("one<textarea>two", "onetwo"),
        ("\x00o<\x00>ne", "\x00o<\x00>ne"),
    ],
)
def test_broken_source_is_read_as_far_as_it_goes(source: str, prose: str) -> None:
    assert parse(source).map.text == prose


UNITS = [
    *("<", "<!", "<!--", "<!-->", "<?", "<![", "<![x", "</", "</a ", "<a ", "<a", "<a / ", "<a = "),
    *('<a b="', ' b="<a "', "&", "&#", "&#x", "&a", "&amp", "<div>", "<p>", "<li>", "<q>", "<b>x"),
    *("</div>", "<title>", "<iframe>", "<script>", "<br>", "<p hidden>", "<!--x-->", "  x", "\x00"),
    *("<table><tr><td><p>", "<span class=byline>", "x<span class=author></span>"),
]


@pytest.mark.parametrize("tail", ["", ">\"'>-->"], ids=repr)
@pytest.mark.parametrize("unit", UNITS, ids=repr)
def test_the_time_grows_with_the_length_alone(
    unit: str, tail: str, linear: Callable[..., None]
) -> None:
    linear(parse, lambda length: unit * (length // len(unit)) + tail, 25_000, 200_000)
