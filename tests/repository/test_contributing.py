"""The rule and the pack that CONTRIBUTING.md shows hold, and say the same."""

from __future__ import annotations

import re
import sys
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

from copydesk import Finding, Rule
from copydesk.engine import check
from copydesk.rules.info import triggers_of
from copydesk.rules.ruleset import LazyRule, RuleSet
from copydesk.terms.pack import Pack, read_pack
from copydesk.testing.pack_examples import example_faults, rules_of
from copydesk.testing.rule_examples import document, failures_of

TEXT = (Path(__file__).resolve().parents[2] / "CONTRIBUTING.md").read_text("utf-8")


def block(language: str, sign: str) -> str:
    """The one block of code in a language that holds a sign."""
    blocks = re.findall(rf"^```{language}\n(.*?)^```$", TEXT, re.DOTALL | re.MULTILINE)
    (found,) = [one for one in blocks if sign in one]
    return found


@pytest.fixture(scope="module")
def rule(tmp_path_factory: pytest.TempPathFactory) -> type[Rule]:
    """The rule, imported from a file of its own."""
    path = tmp_path_factory.mktemp("contributing") / "clock_time.py"
    path.write_text(block("python", "scan("), "utf-8")
    spec = spec_from_file_location("clock_time", path)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    sys.modules["clock_time"] = module
    try:
        spec.loader.exec_module(module)
    finally:
        del sys.modules["clock_time"]
    (found,) = [
        one
        for one in vars(module).values()
        if isinstance(one, type) and issubclass(one, Rule) and one is not Rule
    ]
    return found


@pytest.fixture(scope="module")
def pack() -> Pack:
    """The pack."""
    return read_pack("clock.toml", block("toml", "clock-words"))


def test_the_rule_holds(rule: type[Rule]) -> None:
    assert list(failures_of(rule)) == []
    assert triggers_of(rule) == ("12",)
    assert len(block("python", "scan(").splitlines()) <= 50


def test_the_rule_is_annotated_as_the_linters_want(rule: type[Rule]) -> None:
    assert rule.check.__doc__
    assert rule.reason()


def test_the_pack_holds(pack: Pack) -> None:
    assert list(example_faults(pack)) == []


def told(text: str, rules: RuleSet) -> list[tuple[object, ...]]:
    findings: tuple[Finding, ...] = check(document(text), rules).findings
    return [(one.span, one.fixes[0].edits) for one in findings]


@pytest.mark.parametrize(
    "text",
    [
        "It begins at 12 p.m. on Monday and ends at 12 a.m. the day after.",
        "Doors close at 12AM sharp. “We meet at 12 p.m.,” she said.",
        "The 12 players left at 12:30 p.m., not at 2 p.m.",
    ],
)
def test_both_find_the_same(rule: type[Rule], pack: Pack, text: str) -> None:
    coded = RuleSet((LazyRule.ready(rule()),), {rule.id: rule.severity})
    assert told(text, coded) == told(text, rules_of(pack))
