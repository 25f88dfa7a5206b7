"""The tables of our own sentences for the rules of facts and for a-an."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from copydesk import Rule, Severity
from copydesk.engine import check
from copydesk.registry.manifest import contributions
from copydesk.rules.ruleset import LazyRule, RuleSet
from copydesk.testing.rule_examples import document, read_marks

DATA = Path(__file__).resolve().parents[1] / "data"
KINDS = {info.id: info.rule_class() for info in contributions("").rules if info.home}


def read(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / name).read_text("utf-8"))


def cases() -> list[Any]:
    tables = {f"facts/{name}": table for name, table in read("facts.toml").items()}
    tables["facts/count-list"] = {"date": "2025-04-15", "format": "markdown"}
    tables["facts/count-list"] |= read("facts-lists.toml")
    tables["sentence/a-an"] = {"date": "2025-04-15", **read("a-an.toml")}
    return [
        pytest.param(rule, text, table, kind, id=f"{rule}:{kind}:{text[:60]!r}")
        for rule, table in tables.items()
        for kind in ("bad", "good")
        for text in table[kind]
    ]


CASES = cases()


def rules_of(kind: type[Rule]) -> RuleSet:
    rule = kind()
    return RuleSet((LazyRule.ready(rule),), {kind.id: kind.severity}, known=frozenset({kind.id}))


@pytest.mark.parametrize(("rule", "text", "table", "kind"), CASES)
def test_sentence(rule: str, text: str, table: dict[str, Any], kind: str) -> None:
    marked = read_marks(text)
    assert bool(marked.spans) == (kind == "bad")
    doc = document(marked.text, table.get("format", "text"), table["date"])
    checked = check(doc, rules_of(KINDS[rule]))
    assert not checked.problems
    assert tuple(one.span for one in checked.findings) == marked.spans
    for one in checked.findings:
        assert one.message.strip() and "\n" not in one.message + one.evidence


def test_there_are_enough() -> None:
    assert len(CASES) >= 150


def test_quoted_dates_are_questions() -> None:
    doc = document("“We meet on Friday, May 3, 2025,” she said.", date="2025-04-15")
    (found,) = check(doc, rules_of(KINDS["facts/weekday-date"])).findings
    assert found.severity is Severity.ASK
    assert "Saturday, May 3" in found.evidence and "Friday, May 2" in found.evidence
    assert not found.fixes
