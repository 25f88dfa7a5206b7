"""Good copy is left alone, kind by kind, and the faults beside it are still found."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from copydesk.engine import check
from copydesk.model.findings import Finding, Severity
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from copydesk.testing.rule_examples import document, read_marks

_DATA = sorted((Path(__file__).resolve().parents[1] / "data").glob("no-harm*.toml"))
_KINDS: list[dict[str, Any]] = [
    kind for path in _DATA for kind in tomllib.loads(path.read_text("utf-8"))["kind"]
]
_GOOD = [pytest.param(kind, text, id=kind["name"]) for kind in _KINDS for text in kind["good"]]
_BAD = [pytest.param(kind, text, id=kind["name"]) for kind in _KINDS for text in kind["bad"]]
_ASKED = [
    pytest.param(kind, text, id=kind["name"]) for kind in _KINDS for text in kind.get("asked", ())
]
_FEWEST = 5


@cache
def _desk() -> Linter:
    return Linter(RunSettings())


def _found(kind: dict[str, Any], text: str) -> list[Finding]:
    path = kind.get("path", "example")
    draft = document(text, kind.get("format", "markdown"), kind.get("date", ""), path=path)
    checked = check(draft, _desk().default)
    assert not checked.problems
    return [one for one in checked.findings if one.rule in kind["rules"]]


@pytest.mark.parametrize("kind", _KINDS, ids=lambda kind: kind["name"])
def test_every_kind_has_enough_good_copy_and_a_fault(kind: dict[str, Any]) -> None:
    assert len({*kind["good"], *kind.get("asked", ())}) >= _FEWEST
    assert kind["bad"] or "path" in kind


@pytest.mark.parametrize(("kind", "text"), _GOOD)
def test_good_copy_is_left_alone(kind: dict[str, Any], text: str) -> None:
    found = _found(kind, text)
    assert [(one.rule, one.message) for one in found] == []


@pytest.mark.parametrize(("kind", "text"), _BAD)
def test_the_fault_is_still_found(kind: dict[str, Any], text: str) -> None:
    marked = read_marks(text)
    assert tuple(one.span for one in _found(kind, marked.text)) == marked.spans


@pytest.mark.parametrize(("kind", "text"), _ASKED)
def test_a_person_is_asked(kind: dict[str, Any], text: str) -> None:
    marked = read_marks(text)
    found = _found(kind, marked.text)
    assert tuple(one.span for one in found) == marked.spans
    assert {one.severity for one in found} == {Severity.ASK}
