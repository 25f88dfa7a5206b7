"""How many planted faults are found, by kind.

In ``data/faulty`` every fault stands as ``⟦kind:words⟧``; each draft begins its name with its date.
The drafts were written before anybody looked at what is found in them. A test that asks for all
would only hold what the rules were fitted to: it holds what is reached, by kind and in all.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from copydesk.run.linter import Linter
from copydesk.run.settings import Reading, RunSettings

if TYPE_CHECKING:
    from copydesk.report import FileReport

DRAFTS = sorted((Path(__file__).resolve().parents[1] / "data" / "faulty").iterdir())
MARK = re.compile(r"⟦([\w-]+):(.*?)⟧", re.DOTALL)

# Least part of the faults of a kind that is found, in per cent.
REACHED = {
    "a-an": 66,
    "age": 100,
    "chatbot": 100,
    "conversion": 100,
    "date": 100,
    "dialect": 60,
    "doubled": 70,
    "duplicate": 100,
    "fragment": 80,
    "fragment-lost": 100,
    "grammar": 100,
    "headline-number": 100,
    "impossible-date": 100,
    "leftover": 88,
    "lost-stop": 57,
    "lost-word": 100,
    "mixed-marks": 100,
    "name": 71,
    "number": 25,
    "old-place": 80,
    "quote": 83,
    "real-word": 40,
    "title": 88,
    "two-spellings": 60,
    "typo": 100,
    "unclosed": 100,
    "weekday": 77,
    "whose": 66,
}
IN_ALL = 77


class Planted(NamedTuple):
    """A fault in the draft without marks."""

    kind: str
    start: int
    end: int


def unmarked(text: str) -> tuple[str, list[Planted]]:
    """A draft without its marks, and the faults."""
    plain, faults, last = "", [], 0
    for match in MARK.finditer(text):
        plain += text[last : match.start()]
        faults.append(Planted(match[1], len(plain), len(plain) + len(match[2])))
        plain += match[2]
        last = match.end()
    return plain + text[last:], faults


def is_found(report: FileReport, text: str, fault: Planted) -> bool:
    """Whether a finding, or a place that it relates, meets the fault.

    A mark that is missing is told where its partner stands, in the same paragraph.
    """
    start = text.rfind("\n", 0, fault.start) if fault.kind == "quote" else fault.start
    for one in report.findings:
        places = [one.range, *(other.range for other in one.related)]
        if fault.kind == "quote" and not one.rule.startswith("quote/"):
            continue
        for place in places:
            if place.start.offset <= fault.end and start <= place.end.offset:
                return True
    return False


@cache
def counts() -> tuple[Counter[str], Counter[str]]:
    planted: Counter[str] = Counter()
    found: Counter[str] = Counter()
    desk = Linter(RunSettings())
    for draft in DRAFTS:
        text, faults = unmarked(draft.read_text(encoding="utf-8"))
        report = desk.check_bytes(draft.name, text.encode(), Reading(date=draft.name[:10]))
        assert not report.problems
        for fault in faults:
            planted[fault.kind] += 1
            found[fault.kind] += is_found(report, text, fault)
    return planted, found


def test_there_are_thirty_drafts_with_three_faults_or_more() -> None:
    assert len(DRAFTS) >= 30
    assert all(len(MARK.findall(one.read_text(encoding="utf-8"))) >= 3 for one in DRAFTS)


@pytest.mark.parametrize("kind", sorted(REACHED))
def test_the_recall_of_a_kind_is_kept(kind: str) -> None:
    planted, found = counts()
    assert 100 * found[kind] >= REACHED[kind] * planted[kind], (found[kind], planted[kind])


def test_the_recall_in_all_is_kept() -> None:
    planted, found = counts()
    assert 100 * found.total() >= IN_ALL * planted.total(), (found.total(), planted.total())
