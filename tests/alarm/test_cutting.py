"""A draft is cut into blocks, fields, sentences and elements at the right places."""

from __future__ import annotations

import pytest

from copydesk.alarm import blocks
from copydesk.alarm.elements import Element, attributes, elements, tags
from copydesk.model.findings import Span
from copydesk.testing.rule_examples import document


def texts(source: str, spans: list[Span]) -> list[str]:
    return [source[slice(*span)] for span in spans]


MARKDOWN = """\
---
title: One
tags:
  - a
  - b
lang: en
---

# Head

First. Second *one.* [Third](https://example.org/a) is here.
It goes on.

- item
- other

```
code

more
```

| a | b |
|---|---|
| c | d |
"""


def test_blocks_of_markdown() -> None:
    found = texts(MARKDOWN, blocks.blocks(document(MARKDOWN, "markdown")))
    assert "".join(found) == MARKDOWN
    assert [one.strip().split("\n")[0] for one in found] == [
        "---", "", "# Head", "First. Second *one.* [Third](https://example.org/a) is here.",
        "- item", "- other", "```", "| a | b |", "| c | d |",
    ]  # fmt: skip


def test_fields() -> None:
    found = texts(MARKDOWN, blocks.fields(document(MARKDOWN, "markdown")))
    assert found == ["title: One\n", "tags:\n  - a\n  - b\n", "lang: en\n"]
    assert blocks.fields(document("# No front matter\n", "markdown")) == []


def test_fields_in_toml() -> None:
    source = '+++\ntitle = "One"\n[params]\nlang = "en"\n+++\n\nText.\n'
    found = texts(source, blocks.fields(document(source, "markdown")))
    assert found == ['title = "One"\n', "[params]\n", 'lang = "en"\n']


def test_sentences_take_their_markup_with_them() -> None:
    found = texts(MARKDOWN, blocks.sentences(document(MARKDOWN, "markdown")))
    assert found[:4] == [
        "First. ", "Second *one.* ", "[Third](https://example.org/a) is here.\n", "It goes on.",
    ]  # fmt: skip


def test_sentences_of_html() -> None:
    source = "<p><b>One came.</b> “Two <i>left</i>.” Three slept.</p>"
    found = texts(source, blocks.sentences(document(source, "html")))
    assert found == ["<b>One came.</b> ", "“Two <i>left</i>.” ", "Three slept."]


def test_a_dateline_is_a_unit() -> None:
    source = "HALDEN, Norway, April 4, 2025 (Harbour News) — It rained. It stopped.\n"
    found = texts(source, blocks.sentences(document(source)))
    assert found[0].startswith("HALDEN, Norway")
    assert found[1:] == ["It rained. ", "It stopped.\n"]


@pytest.mark.parametrize("source", ["One line\nper paragraph.\nNo blank lines.\n", "", "x"])
def test_blocks_are_the_whole_text(source: str) -> None:
    assert "".join(texts(source, blocks.blocks(document(source)))) == source


def shown(source: str, found: tuple[Element, ...]) -> list[object]:
    return [
        (source[slice(*one.span)], shown(source, one.children)) if one.children
        else source[slice(*one.span)]
        for one in found
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>a</p><p>b</p>", ["<p>a</p>", "<p>b</p>"]),
        ("<p>a<p>b", ["<p>a", "<p>b"]),
        ("<ul><li>a<li>b</ul>c", [("<ul><li>a<li>b</ul>", ["<li>a", "<li>b"])]),
        ("<p>a <b>b</b></p></div>", ["<p>a <b>b</b></p>"]),
        ("<div><p>a</div><hr>", [("<div><p>a</div>", ["<p>a"]), "<hr>"]),
        ("<script>if (a<b) '<p>'</script><p>x", ["<script>if (a<b) '<p>'</script>", "<p>x"]),
        ("<!-- <p>no</p> --><p>x</p>", ["<p>x</p>"]),
        ("<title>a <p> b</title>", ["<title>a <p> b</title>"]),
        ("a < b <", []),
    ],
)
def test_elements(source: str, expected: list[object]) -> None:
    assert shown(source, elements(source)) == expected


def test_attributes() -> None:
    source = "<!DOCTYPE html><!-- c --><p class=\"a b\" hidden data-x=1>x<br/><a href='y'>z</a>"
    assert texts(source, attributes(source)) == [
        "<!DOCTYPE html>", "<!-- c -->", ' class="a b"', " hidden", " data-x=1", " href='y'",
    ]  # fmt: skip


def test_many_unclosed_tags_and_comments_take_no_longer(linear: object) -> None:
    linear(lambda source: list(tags(source)), lambda size: "<!-- <p>" * size, 2_000, 16_000)  # type: ignore[operator]
    linear(elements, lambda size: "<div><p>" * size, 2_000, 16_000)  # type: ignore[operator]
