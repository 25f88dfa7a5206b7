"""What rules are given to be short: doc[span] and its like, and findings with one edit."""

from __future__ import annotations

import subprocess
import sys

import pytest

import copydesk
from copydesk import Edit, Fix, Related, Rule, Severity, Span, dateline_length, is_abbreviation
from copydesk.testing.rule_examples import document

TEXT = "Poe left the pier."


class Short(Rule):
    """A rule for these tests."""

    __slots__ = ()
    id = "test/short"
    severity = Severity.FIX
    examples = ()


def test_words_of_a_document_and_beside_a_place() -> None:
    doc = document(TEXT)
    assert doc[Span(4, 8)] == doc[(4, 8)] == doc[4:8] == "left"
    assert doc.before((4, 8), 3) == doc.before(4, 3) == "oe "
    assert doc.before((4, 8), 40) == "Poe "
    assert doc.after((4, 8), 4) == doc.after(8, 4) == " the"
    assert doc.after(14, 40) == "ier."


def test_prose_is_what_the_paper_says_itself() -> None:
    doc = document("It is late.\n\nPOE: It is late.\n\nGo (@poe) now.")
    assert [doc[slot.span] for slot in doc.prose("paragraph", "headline")] == ["It is late."]
    assert [doc.is_speech(slot) for slot in doc.parsed.slots] == [False, True, True]
    talk = document("It is late.\n\n" + "POE: It is late, I say.\n\nROE: It is.\n\n" * 3)
    assert talk.prose("paragraph") == ()


def test_spans_may_be_pairs_of_numbers() -> None:
    doc = document("“We are open all summer,” she said. See http://example.org/a now.")
    assert doc.quote_at((5, 8)) is doc.quotes[0]
    assert doc.quote_at((27, 30)) is None
    assert doc.is_verbatim((42, 48))
    assert not doc.is_verbatim((0, 4))


def test_a_finding_that_replaces() -> None:
    found = Short().replace((4, 8), "quit", "“Left” is wrong.", evidence="So it is.")
    fix = Fix("Write “quit”", (Edit(Span(4, 8), "quit"),))
    assert found == Short().find((4, 8), "“Left” is wrong.", evidence="So it is.", fixes=(fix,))
    assert isinstance(found.fixes[0].edits[0].span, Span)


def test_a_finding_that_inserts_or_deletes() -> None:
    found = Short().insert(
        3, ",", "A comma.", title="Put a comma", marked=(0, 8), severity=Severity.ASK
    )
    assert (found.span, found.severity) == (Span(0, 8), Severity.ASK)
    assert found.fixes == (Fix("Put a comma", (Edit(Span(3, 3), ","),)),)
    related = (Related(Span(0, 3), "here"),)
    found = Short().delete((3, 8), "Gone.", title="Delete it", safe=True, related=related)
    assert found.fixes == (Fix("Delete it", (Edit(Span(3, 8), ""),), "safe"),)
    assert (found.span, found.related) == (Span(3, 8), related)


def test_small_questions_have_public_answers() -> None:
    assert is_abbreviation("etc")
    assert is_abbreviation("Gen")
    assert not is_abbreviation("harbour")
    assert dateline_length("OSLO (AP) — Boats came back.") == 11
    assert dateline_length("Boats came back.") == 0


def test_public_names_are_there_and_sorted() -> None:
    assert all(getattr(copydesk, name) is not None for name in copydesk.__all__)
    assert len(set(copydesk.__all__)) == len(copydesk.__all__)


@pytest.mark.process
def test_public_names_cost_nothing_until_they_are_used() -> None:
    code = (
        "import sys, copydesk; before = set(sys.modules); from copydesk import Iterator, Match, scan;"
        "print(sorted(n for n in set(sys.modules) - before if n.startswith('copydesk')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    for room in ("rules", "terms", "parsers", "registry", "engine"):
        assert f"copydesk.{room}" not in done.stdout
    assert "copydesk.document.scan" in done.stdout
