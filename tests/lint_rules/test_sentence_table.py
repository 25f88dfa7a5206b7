"""A table of our own sentences for the rules on sentences and quotations, sound and faulty."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from copydesk.config import RuleSelection
from copydesk.engine import check
from copydesk.model.findings import Finding
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from copydesk.testing.rule_examples import document, read_marks

_DATA = Path(__file__).resolve().parents[1] / "data" / "sentence-rules.toml"
_TABLE: dict[str, Any] = tomllib.loads(_DATA.read_text("utf-8"))
_FAULTY = [(one["id"], text) for one in _TABLE["rule"] for text in one["bad"]]
_FEWEST = 250


@cache
def _desk() -> Linter:
    return Linter(
        RunSettings(choice=RuleSelection(select=("sentence", "quote"), ignore=("quote/own-voice",)))
    )


def _found(text: str) -> tuple[Finding, ...]:
    checked = check(document(text), _desk().default)
    assert not checked.problems
    return checked.findings


def test_the_table_is_long_enough_and_holds_nothing_twice() -> None:
    texts = [*_TABLE["sound"], *(text for _, text in _FAULTY)]
    assert len(set(texts)) == len(texts) >= _FEWEST


@pytest.mark.parametrize("text", _TABLE["sound"])
def test_sound_copy_is_left_alone_by_all_rules(text: str) -> None:
    assert [(one.rule, text[slice(*one.span)]) for one in _found(text)] == []


@pytest.mark.parametrize(("name", "text"), _FAULTY)
def test_a_fault_is_found_at_its_place(name: str, text: str) -> None:
    marked = read_marks(text)
    spans = tuple(one.span for one in _found(marked.text) if one.rule == name)
    assert spans == marked.spans
