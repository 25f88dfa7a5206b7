"""Rules that have tables of hard cases: their examples, their tables, real drafts."""

from __future__ import annotations

import importlib
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.model.findings import Finding
from copydesk.rules.rule import Rule
from copydesk.testing.rule_examples import document, failures_of, read_marks
from tests.lint_rules import sentence_cases, test_quote

TABLES = test_quote.TABLES | sentence_cases.TABLES
SEEDS = test_quote.SEEDS | sentence_cases.SEEDS


def words_of(text: str, findings: tuple[Finding, ...]) -> list[str]:
    return [text[slice(*one.span)] for one in findings]


def rule(name: str) -> type[Rule]:
    module = importlib.import_module(f"lint_rules.{name.replace('/', '.').replace('-', '_')}")
    (kind,) = (
        value
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, Rule) and getattr(value, "id", "") == name
    )
    return kind


@pytest.mark.parametrize("name", TABLES)
def test_the_examples_hold(name: str) -> None:
    assert list(failures_of(rule(name))) == []


@pytest.mark.parametrize("name", TABLES)
def test_the_tables_are_long_enough_and_hold_no_case_twice(name: str) -> None:
    right, wrong = TABLES[name]
    assert len(right) >= 20 and len(wrong) >= 20
    assert len({*right, *wrong}) == len(right) + len(wrong)


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, (right, _) in TABLES.items() for text in right]
)
def test_good_copy_is_left_alone(
    lint: Callable[..., tuple[Finding, ...]], name: str, text: str
) -> None:
    assert words_of(text, lint(text, name)) == []


@pytest.mark.parametrize(
    ("name", "text"), [(name, text) for name, (_, wrong) in TABLES.items() for text in wrong]
)
def test_a_fault_is_found_at_its_place(
    lint: Callable[..., tuple[Finding, ...]], name: str, text: str
) -> None:
    marked = read_marks(text)
    words = [marked.text[slice(*span)] for span in marked.spans]
    assert words_of(marked.text, lint(marked.text, name)) == words


@pytest.mark.parametrize("name", TABLES)
def test_on_real_drafts_it_finds_what_is_there_and_no_more(name: str, shared: Path) -> None:
    places = []
    for path in sorted((shared / "seeds").iterdir()):
        doc = document(path.read_text("utf-8"), date="2025-04-15")
        for finding in rule(name)().check(doc):
            places.append((path.name[:3], *doc.to_source(finding.span)))
    assert len(places) == len(SEEDS[name])
    for place, (draft, start, end) in zip(places, SEEDS[name], strict=True):
        assert place[0] == draft and place[1] < end and start < place[2]
