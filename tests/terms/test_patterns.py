"""Patterns run only near what they need, and words are looked up once."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from copydesk.document import Document
from copydesk.model.findings import Severity
from copydesk.parsers.plain import parse
from copydesk.terms.compile import compile_packs
from copydesk.terms.entry import ANY
from copydesk.terms.hits import Scope, find_hits
from copydesk.terms.literals import reach
from copydesk.terms.pack import read_pack
from copydesk.terms.patterns import _ranges
from copydesk.terms.table import TermTable

if TYPE_CHECKING:
    from collections.abc import Iterable

PACK = r"""
[rule]
id = "test/near"
severity = "fix"
summary = "Near."

[[entry]]
match = ['(?<![\w-])did not [a-z]+ed\b']
needs = ["did not"]
message = "Write the base form."
good = ["He did not go."]
bad = ["He [[did not walked]]."]
"""
SCOPE = Scope({"test/near": Severity.FIX})


def table() -> TermTable:
    return TermTable(compile_packs([read_pack("near.toml", PACK)]))


@pytest.mark.parametrize(
    ("pattern", "most"),
    [
        ("abc", 3),
        ("a|bcd", 3),
        ("(?:ab){2,3}c?", 7),
        (r"\bab$", 4),
        ("(?<!xy)ab(?=cde)", 7),
        ("a[a-z]+b", 42),
        ("a(?>bc)d", 4),
        ("a.*b", ANY),
        (r"a\w+b", ANY),
        (r"(a)\1", ANY),
        ("a(", ANY),
    ],
)
def test_a_pattern_sees_no_more_than_its_reach(pattern: str, most: int) -> None:
    assert reach(pattern) == most


def test_only_what_is_near_a_needed_word_is_searched() -> None:
    filler = "The boats lay still in the harbour all that day and the next. "
    text = filler * 400 + "He did not walked there. " + filler * 400
    doc = Document(text, parse)
    (slot,) = doc.parsed.slots
    at = text.index("did not")
    searched = list(_ranges({slot: [(at, at + 7)]}, reach(r"(?<![\w-])did not [a-z]+ed\b")))
    assert sum(end - start for start, end in searched) < 150 < len(text)
    (hit,) = find_hits(doc, table(), SCOPE, [])
    assert doc[hit.span] == "did not walked"


def test_ranges_that_meet_are_one_and_stay_in_their_slot() -> None:
    doc = Document("x" * 100, parse)
    (slot,) = doc.parsed.slots
    assert list(_ranges({slot: [(2, 4), (10, 12), (90, 92), (95, 99)]}, 5)) == [(0, 18), (85, 100)]
    assert list(_ranges({slot: [(2, 4)]}, ANY)) == [(0, 100)]


def test_a_word_is_looked_up_in_the_table_only_once(monkeypatch: pytest.MonkeyPatch) -> None:
    terms = table()
    asked: list[str] = []
    likely = terms._likely

    def noted(words: Iterable[str]) -> Iterable[str]:
        asked.extend(words)
        return likely(asked)

    monkeypatch.setattr(terms, "_likely", noted)
    (word,) = terms.known(["boats", "not", "did"])
    assert asked == ["boats", "not", "did"]
    assert terms.known(["did", "not", "boats", "new"]) == [word]
    assert asked == ["boats", "not", "did", "new"]
