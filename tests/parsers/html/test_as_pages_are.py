"""HTML as pages are: declared encodings, tracked changes, unclosed elements, Google Docs."""

from __future__ import annotations

import pytest

from copydesk.cli import main
from copydesk.parsers.html import parse
from copydesk.parsers.html.charset import declared_encoding

LONG = "The pier is open again after the storm, and boats came back to the harbour at noon. " * 3


def read(source: str) -> list[str]:
    parsed = parse(source)
    return [parsed.map.text[slot.span.start : slot.span.end] for slot in parsed.slots]


@pytest.mark.parametrize(
    ("page", "expected"),
    [
        (b'<meta charset="windows-1252"><p>\x93No\x94', "cp1252"),
        (b"<META CHARSET=ISO-8859-1><p>caf\xe9", "cp1252"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=macintosh"><p>\x8e', "mac-roman"),
        (b'<?xml version="1.0" encoding="iso-8859-2"?><p>\xb1', "iso8859-2"),
        (b'<meta charset="windows-1252"><p>\xe2\x80\x9cNo', ""),
        (b'<meta charset="utf-8"><p>\x93', ""),
        (b'<meta charset="klingon"><p>\x93', ""),
        (b"<p>\x93", ""),
    ],
)  # fmt: skip
def test_the_declared_encoding(page: bytes, expected: str) -> None:
    assert declared_encoding(page) == expected


def test_a_page_is_fixed_in_its_own_encoding(tmp_path) -> None:
    path = tmp_path / "a.html"
    page = '<meta charset="windows-1252"><p>Boats left the the café – at noon.</p>'
    path.write_bytes(page.encode("cp1252"))
    assert main(["check", "--fix", str(path)]) == 0
    assert path.read_bytes() == page.replace("the the", "the").encode("cp1252")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<p>He left <del>a</del><ins>the</ins> pier.</p>", ["He left the pier."]),
        ("<p>He <s>ran</s> walked.</p>", ["He walked."]),
        ("<p>He <strike>ran ran</strike> walked.</p>", ["He walked."]),
        ("<del><p>Old.</p></del><ins><p>New.</p></ins>", ["New."]),
        ("<p>It<del>’</del>s tail.</p>", ["Its tail."]),
        ("<p style='visibility: hidden'>No.</p><p>Yes.</p>", ["Yes."]),
        ("<p>One.</p><nav><p>Two.</p>", ["One.", "Two."]),
        ("<p>One <svg><p>Two.</p>", ["One", "Two."]),
        ("<aside><p>One.</p>", ["One."]),
        ("<p>One.</p><form><p>Two.</p>", ["One.", "Two."]),
        ("<p>One.</p><script>var two", ["One."]),
        (f"<article></article><p>{LONG}</p>", [LONG.strip()]),
        (f"<main><p>Ad.</p></main><p>{LONG}</p>", ["Ad.", LONG.strip()]),
        (f"<article><p>{LONG}</p></article><p>More of it.</p>", [LONG.strip()]),
    ],
)
def test_what_is_copy(source: str, expected: list[str]) -> None:
    assert read(source) == expected


COMMENT = (
    '<div style="border:1px solid black;margin:5px"><p class="c1"><a href="#cmnt_ref{0}" '
    'id="cmnt{0}">[a]</a><span>Is this the the one?</span></p></div>'
)
MARK = '<sup><a href="#cmnt{0}" id="cmnt_ref{0}">[a]</a></sup>'


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (f"<p>The pier{MARK} is open.</p>{COMMENT}".replace("{0}", "1"), ["The pier is open."]),
        (f"<p>Open.{MARK}</p>{COMMENT}<p>End.</p>".replace("{0}", "2"), ["Open.", "End."]),
        (COMMENT.replace("{0}", "1") * 3 + "<p>End.</p>", ["End."]),
        ('<p>See <sup><a href="#ftnt1">[1]</a></sup> here.</p>', ["See [1] here."]),
        ('<div><p><a href="#top">[a]</a> Up.</p></div>', ["[a] Up."]),
    ],
)
def test_comments_of_google_docs_are_no_copy(source: str, expected: list[str]) -> None:
    assert read(source) == expected


@pytest.mark.parametrize(
    ("source", "is_layout"),
    [
        ("{% for a in b %}<p>{{ a }}</p>{% endfor %}", True),
        ("<main>{{ content }}</main>", True),
        ("{{> header}}<p>Hi.</p>", True),
        ("<?php get_header(); ?><p>Hi.</p>", True),
        ("<%= yield %>", True),
        ("<p>Hi.</p>", False),
        ("<p>We are {{ n }}.</p>", False),
        ('<p>Hi.</p>{{< figure src="a" >}}', False),
    ],
)
def test_layouts(source: str, is_layout: bool) -> None:
    assert parse(source).is_layout == is_layout


@pytest.mark.parametrize(
    ("gap", "is_read"),
    [
        ("by {{author}} today", True),
        ("by {{AUTHOR}} in {{town}}", False),  # too many for so few paragraphs
        ("by {{ author }} today", False),
        ("by {{author.name}} today", False),
        ('by <a href="{{url}}">Ann</a> today', False),
        ("by {{author}} today{{#if a}}.{{/if}}", False),
    ],
)
def test_a_gap_in_a_story_stays_in_sight(gap: str, is_read: bool) -> None:
    parsed = parse("<p>Boats came.</p>" * 3 + f"<p>So it is said {gap}.</p>")
    assert ("{{" in parsed.map.text) == is_read


def test_furniture_is_no_leftover_in_a_layout(tmp_path, capsys) -> None:
    page = "<p>{}</p>\n<p>Sign up for our newsletter.</p>\n<p>Boats came in the the night.</p>\n"
    for name, words in (("story", "The pier is open."), ("layout", "{% if a %}b{% endif %}")):
        (tmp_path / f"{name}.html").write_text(page.format(words))
    main(["check", "--format", "concise", "--select", "leftover,sentence", str(tmp_path)])
    found = [line.split(":")[0].split("/")[-1] for line in capsys.readouterr().out.splitlines()]
    assert [line.split(":")[0] for line in found] == ["layout.html", "story.html", "story.html"], (
        found
    )
