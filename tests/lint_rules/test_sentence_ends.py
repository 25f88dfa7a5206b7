"""How sentences begin and end: cut off before a stop, joined by a comma, in lower case."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path

import pytest

from copydesk.config import RuleSelection
from copydesk.engine import check
from copydesk.model.findings import Finding
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from copydesk.testing.rule_examples import document

_DATA = Path(__file__).resolve().parents[1] / "data" / "sentence-ends.toml"
_TABLE: dict[str, list[str]] = tomllib.loads(_DATA.read_text("utf-8"))
_RULES = ("sentence/fragment", "sentence/lost-stop", "sentence/comma-splice")
_BEFORE = """Council weighs new pier for the old harbour

The old harbour of the town has been shut since the storm, and the repairs have cost too much.

"""
_AFTER = """

Residents of the quay have asked for a second hearing, which is due to be held in the spring.
"""

WRITTEN_SO = [
    "It will be a rockin' party. He kept on truckin. She wrote about rockin’ in the hall.",
    "Aseem Poe of the Herald added to this report. She met Bethan Lee in May.",
    "The crew runs whois, and [the manual](https://whois.example.org/) says how.",
    "They use KWin, and KWin is old. Ms. Poe joined the org as its clerk.",
    "Voters put them in manila folders. The Taylor-made guitars were sold.",
    "The tool xterm is old: see xterm.example.org for the reasons.",
    "Thursday nights now have a quiz, and four master's students run a careers website.",
    "Some are amusic, he said, and the amusical group was small. The ecentre is new.",
    "Jorge Mariscal Harana runs it. The word is made of “PROtein” and “INfectious”.",
    "The Wellcome Book Prize was won by a study of the album’s outro.",
]


SOUND = [
    "It is a weekend of the best of the best. We instead have a closer look at it.",
    "With his able use of the media, he got the answer to it from the start.",
    "Three times more are left than there were a decade ago. It sucks, doesn’t it?",
    "The role that the railroad plays in the history of the town is old.",
    "One of the free software focused sites is shut. These quality of life plans are new.",
    "Years of work paid off because years later, the boat would be a book’s subject.",
    "First dug up 70 years ago, this old town is one of the oldest in the land.",
    "Each is an event that every child dreams of at the fair in May.",
    "The Debian social contract., 2005. He was asked what rents there were to choose between.",
]


@cache
def _desk(*rules: str) -> Linter:
    return Linter(RunSettings(choice=RuleSelection(select=rules)))


def _found(text: str, *rules: str) -> tuple[Finding, ...]:
    checked = check(document(text), _desk(*rules).default)
    assert not checked.problems
    return checked.findings


@pytest.mark.parametrize("text", _TABLE["faulty"])
def test_a_broken_sentence_is_found_among_sound_ones(text: str) -> None:
    draft = _BEFORE + text + _AFTER
    assert [one.rule for one in _found(draft, *_RULES) if len(_BEFORE) - 1 <= one.span.start]


@pytest.mark.parametrize("text", _TABLE["sound"])
def test_a_sentence_that_only_looks_broken_is_left_alone(text: str) -> None:
    assert _found(_BEFORE + text + _AFTER, *_RULES) == ()


@pytest.mark.parametrize("text", SOUND)
def test_what_looked_wrong_in_copy_is_left_alone(text: str) -> None:
    assert _found(text, "sentence", "typography/doubled-mark") == ()


def test_no_sentence_is_in_two_lists() -> None:
    every = [text for texts in _TABLE.values() for text in texts]
    assert len(every) == len(set(every)) >= 200


@pytest.mark.parametrize("text", WRITTEN_SO)
def test_names_and_dialect_are_no_slips(text: str) -> None:
    assert _found(text, "spelling", "sentence/real-word") == ()
