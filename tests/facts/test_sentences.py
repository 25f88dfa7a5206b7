"""Dated sentences of our own, written from general knowledge and not from the tables.

Each says whether the rules on titles must speak of it or stay silent. Of those that must
speak, ``found`` has what today’s rules and tables say: “stop”, “ask”, or “no” for a miss that
is known. A new table or rule that says less of any of them, or speaks of one that must stay
silent, fails here.

Run as a program it writes ``found`` anew: python tests/facts/test_sentences.py
"""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest

from copydesk import Clock, Document
from copydesk.config import RuleSelection
from copydesk.engine import check
from copydesk.parsers.plain import parse
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings

FILES = sorted((Path(__file__).resolve().parents[1] / "data").glob("facts-sentences-*.toml"))
UNDATED = ("titles/form", "titles/inconsistent")  # they look at words, not at facts
MOST_OF_A_FRAME, MOST_OF_A_PERSON = 5, 2
SHARE = {"stop": 0.43, "any": 0.92}  # of the sentences that must speak


def sentences() -> list[dict[str, Any]]:
    return [one for file in FILES for one in tomllib.loads(file.read_text("utf-8"))["sentence"]]


ALL = sentences()
SILENT = [one for one in ALL if one["want"] == "silent"]
SPEAK = [one for one in ALL if one["want"] == "speak"]


@lru_cache(maxsize=1)
def linter() -> Linter:
    return Linter(RunSettings(choice=RuleSelection(select=("titles",))))


def found(one: dict[str, Any]) -> list[tuple[str, str, int, int]]:
    doc = Document(one["text"], parse, "story.txt", Clock(str(one["date"])))
    return [
        (finding.rule, str(finding.severity), finding.span.start, finding.span.end)
        for finding in check(doc, linter().default).findings
        if finding.rule not in UNDATED
    ]


def outcome(one: dict[str, Any]) -> str:
    """How gravely the rules speak of the words that are wrong; “no” if they do not."""
    start = one["text"].index(one["words"])
    end = start + len(one["words"])
    said = {severity for _, severity, first, last in found(one) if first < end and start < last}
    return next((severity for severity in ("stop", "fix", "ask") if severity in said), "no")


def named(one: dict[str, Any]) -> str:
    return f"{one['date']} {one['text'][:60]}"


@pytest.mark.parametrize("one", SILENT, ids=named)
def test_silent(one: dict[str, Any]) -> None:
    assert found(one) == [], one["why"]


@pytest.mark.parametrize("one", SPEAK, ids=named)
def test_speak(one: dict[str, Any]) -> None:
    assert outcome(one) == one["found"], one["why"]


def test_most_are_found() -> None:
    counts = Counter(one["found"] for one in SPEAK)
    assert counts["stop"] >= SHARE["stop"] * len(SPEAK)
    assert len(SPEAK) - counts["no"] >= SHARE["any"] * len(SPEAK)


def test_there_are_enough_of_every_year_and_kind() -> None:
    assert len(SILENT) >= 300 and len(SPEAK) >= 300
    years = Counter(one["date"].year for one in ALL)
    assert all(years[year] >= 5 for year in range(1990, 2027))
    assert min(Counter(one["kind"] for one in SPEAK).values()) >= 10


def test_no_person_and_no_frame_is_used_often() -> None:
    people = Counter(one["about"] for one in ALL)
    assert max(people.values()) <= 2 * MOST_OF_A_PERSON  # two writers did not see each other
    frames = Counter(re.sub(r"[A-ZÀ-Ž][\w’'.-]*|\d+", "X", one["text"]) for one in ALL)
    assert max(frames.values()) <= MOST_OF_A_FRAME


def write() -> None:
    """Write what is found today into the files."""
    for file in FILES:
        text = re.sub(r'(?m)^found = ".*"\n', "", file.read_text("utf-8"))
        blocks = text.split("[[sentence]]\n")
        for at, block in enumerate(blocks[1:], 1):
            (one,) = tomllib.loads("[[sentence]]\n" + block)["sentence"]
            if one["want"] == "speak":
                mark = re.search(r"(?m)^words = .*\n", block)
                assert mark is not None
                new = f'{mark[0]}found = "{outcome(one)}"\n'
                blocks[at] = block[: mark.start()] + new + block[mark.end() :]
        file.write_text("[[sentence]]\n".join(blocks), encoding="utf-8")


if __name__ == "__main__":
    write()
