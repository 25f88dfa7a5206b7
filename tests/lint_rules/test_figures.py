"""Rules on the table of figures: their examples, and short stories that agree or not."""

from __future__ import annotations

import importlib
import tomllib
from pathlib import Path

import pytest

from copydesk.rules.rule import Rule
from copydesk.testing.rule_examples import document, failures_of, read_marks

_DATA = Path(__file__).resolve().parents[1] / "data"
TABLES: dict[str, dict[str, list[str]]] = {}
for _file in ("figures.toml", "figures-tied.toml"):
    for _name, _table in tomllib.loads((_DATA / _file).read_text("utf-8")).items():
        for _key, _texts in _table.items():
            TABLES.setdefault(_name, {"wrong": [], "right": []})[_key] += _texts


def rule(name: str) -> type[Rule]:
    module = importlib.import_module(f"lint_rules.{name.replace('/', '.').replace('-', '_')}")
    (kind,) = (
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and getattr(value, "id", "") == name
    )
    return kind


def found(name: str, text: str) -> list[str]:
    doc = document(text, "markdown", "2026-11-30")
    return [doc[one.span] for one in rule(name)().check(doc)]


@pytest.mark.parametrize("name", TABLES)
def test_the_examples_hold(name: str) -> None:
    assert list(failures_of(rule(name))) == []


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, one in TABLES.items() for text in one["wrong"]]
)
def test_figures_that_disagree_are_found(name: str, text: str) -> None:
    marked = read_marks(text)
    words = [marked.text[slice(*span)] for span in marked.spans]
    assert found(name, marked.text) == words


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, one in TABLES.items() for text in one["right"]]
)
def test_figures_that_agree_are_left_alone(name: str, text: str) -> None:
    assert {other: words for other in TABLES if (words := found(other, text))} == {}


def test_the_table_is_long_enough() -> None:
    stories = [text for one in TABLES.values() for texts in one.values() for text in texts]
    assert len(set(stories)) == len(stories) >= 120
