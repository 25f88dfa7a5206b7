"""Counts, ages, durations and days of one story against each other: own drafts, faulty and sound."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk import check_text

_DATA = Path(__file__).parents[1] / "data"
_RULES = ("enumeration", "age-twice", "lifetime", "duration", "event-day", "count-list", "age")
_MISSED = {"enum": 1, "age2": 2, "birth": 1, "dur": 0, "head": 2, "days": 1}
"""How many drafts of each kind are not found yet."""


def _drafts(name: str) -> list[tuple[str, str]]:
    lines = (_DATA / name).read_text("utf-8").splitlines()
    return [
        (kind, text.replace("¶", "\n\n") + "\n")
        for kind, _, text in (x.partition("|") for x in lines)
    ]


def _found(text: str) -> list[str]:
    report = check_text(text, format="markdown", date="2026-11-30")
    wanted = {f"facts/{rule}" for rule in (*_RULES, "headline-figure", "tense-date", "elapsed")}
    return [f"{one.rule}: {one.message}" for one in report.findings if one.rule in wanted]


@pytest.mark.parametrize("kind", _MISSED)
def test_faulty_drafts_are_found(kind: str) -> None:
    drafts = [text for each, text in _drafts("story_disagrees.txt") if each == kind]
    missed = [text for text in drafts if not _found(text)]
    assert len(missed) <= _MISSED[kind], missed


@pytest.mark.parametrize("kind", _MISSED)
def test_sound_drafts_are_silent(kind: str) -> None:
    drafts = [text for each, text in _drafts("story_agrees.txt") if each == kind]
    wrong = [(text, found) for text in drafts if (found := _found(text))]
    assert not wrong
