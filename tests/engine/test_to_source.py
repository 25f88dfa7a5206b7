from __future__ import annotations

import pytest

from copydesk.document import Document
from copydesk.document.lines import whole_lines
from copydesk.engine.safety import ReadBack, is_safe
from copydesk.engine.to_source import map_finding
from copydesk.model.findings import Edit, Finding, Fix, Severity, Span
from copydesk.testing.rule_examples import document


def edit(doc: Document, old: str, new: str) -> Edit:
    start = doc.text.index(old)
    return Edit(Span(start, start + len(old)), new)


STORY = """A plain headline

By Jane Doe

The town of Kyiv saw 12 cars ; they where red. “They where red,” he said.

Advertisement

The end came after that, and they went home without a word.
"""


@pytest.mark.parametrize(
    ("old", "new", "safe"),
    [
        ("cars ;", "cars;", True),  # marks and blanks
        ("they where red. ", "they were red. ", True),
        ("They where red,", "They were red,", False),  # quoted speech
        ("Kyiv", "Kiev", False),  # a name
        ("12 cars", "13 cars", False),  # a number
        ("Jane Doe", "jane doe", False),  # a byline
        ("Jane", "", False),
        ("Advertisement", "", True),  # a whole slot
        ("By Jane Doe", "", False),  # but no byline
        (" Kyiv", "Kyiv", False),  # would run a name into another word
        ("red. “They", "red.“They", True),
    ],
)
def test_what_may_be_changed_unseen(old: str, new: str, safe: bool) -> None:
    doc = document(STORY)
    assert is_safe(edit(doc, old, new), doc) is safe


@pytest.mark.parametrize(
    ("source", "words", "rest"),
    [
        ("one\n\nXX\n\ntwo\n", "XX", "one\n\ntwo\n"),
        ("one\nXX\ntwo\n", "XX", "one\ntwo\n"),
        ("XX\n\ntwo\n", "XX", "two\n"),
        ("one\n\nXX\n", "XX", "one\n"),
        ("one\n\nXX", "XX", "one"),
        ("one\r\n\r\nXX\r\n\r\ntwo\r\n", "XX", "one\r\n\r\ntwo\r\n"),
        ("one\r\n\r\nXX\r\n", "XX", "one\r\n"),
        ("<p>XX</p>\n<p>two</p>", "XX", "<p></p>\n<p>two</p>"),
        ("XX", "XX", ""),
        ("one\n\nXX  \n\n\n", "XX", "one\n"),
    ],
)
def test_a_slot_goes_with_its_line(source: str, words: str, rest: str) -> None:
    start = source.index(words)
    span = whole_lines(source, Span(start, start + len(words)))
    assert source[: span.start] + source[span.end :] == rest


@pytest.mark.parametrize(
    ("source", "format_name", "safe"),
    [
        ("<p>Boats of the <i>the</i> north were seen.</p>", "html", False),
        ("<p>Boats of the the north were seen.</p>", "html", True),
        ("Boats of the\nthe north were seen.\n", "markdown", True),
        ("Boats of the **the** north were seen.\n", "markdown", False),
    ],
)
def test_a_safe_fix_cuts_no_markup(source: str, format_name: str, safe: bool) -> None:
    doc = document(source, format_name)
    start = doc.text.index(" the north")
    fix = Fix("Cut", (Edit(Span(start, start + 4), ""),), "safe")
    finding = Finding("a/b", Severity.FIX, Span(start, start + 4), "x", fixes=(fix,))
    assert (map_finding(finding, doc, ReadBack()).fixes[0].safety == "safe") is safe
