"""A misspelling in a quotation of a few words may be what was written: it is only asked about."""

from __future__ import annotations

from functools import cache

import pytest

from copydesk.engine import check
from copydesk.model.findings import Finding, Severity
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from copydesk.testing.rule_examples import document


@cache
def _desk() -> Linter:
    return Linter(RunSettings())


def _found(text: str) -> list[Finding]:
    draft = document(text, "text", "2025-03-04")
    return [one for one in check(draft, _desk().default).findings if one.rule == "spelling/typo"]


@pytest.mark.parametrize(
    "text",
    [
        "The girl chalked up “definately”, an a too many, and sat down.",
        "His last word was “accomodate”; the judge shook her head.",
        "The note closed with “Yours sincerly”, so the bank knew.",
        "“We print what comes,” he said, “and in came ‘childern’.”",
        'The boy offered "seperate" and was out.',
        "Her cake said “hapyp birthday”; the van said “luxury accomodation”.",
    ],
)
def test_a_word_that_is_cited_is_asked_about(text: str) -> None:
    found = _found(text)
    assert {(one.severity, one.fixes) for one in found} == {(Severity.ASK, ())}


@pytest.mark.parametrize(
    "text",
    [
        "He will definately come, she said.",
        "“Yes, definately,” he said, and left.",
        "“We shall definately be there on Monday,” he said.",
        "It is a seperate matter, the “old pier” board said.",
        "“I recieved the letter at noon,” she said.",
        "The envoy said that a “substainable” truce comes first.",
        "She praised their “seperate but equal” piers.",
    ],
)
def test_a_slip_in_speech_or_in_the_papers_own_words_is_a_fault(text: str) -> None:
    assert [one.severity for one in _found(text)] == [Severity.FIX]
