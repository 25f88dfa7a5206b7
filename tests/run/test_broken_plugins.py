"""Broken rules and formatters of plugins: they are named, and the rest of the run goes on."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

import pytest

from copydesk import Document, Edit, Finding, Fix, Related, Rule, Severity, Span
from copydesk.cli import main
from copydesk.hooks.specs import FormatterSpec
from copydesk.registry import prepared
from copydesk.registry.contributions import Contributions
from copydesk.registry.manifest import contributions
from copydesk.rules.info import RuleInfo

if TYPE_CHECKING:
    from tests.run.conftest import Newsroom


STORY = "Talks in Kiev went on.\n"


class Broken(Rule):
    """Breaks on the drafts called x."""

    id = "test/broken"
    severity = Severity.ASK
    examples = ()
    act: Callable[[Rule], Iterable[Any]]

    def check(self, doc: Document) -> Iterable[Finding]:
        return type(self).act(self) if doc.path.startswith("x") else []


def stops(error: BaseException) -> Callable[[Rule], Iterable[Any]]:
    def act(rule: Rule) -> Iterable[Any]:
        yield rule.find((0, 1), "Before it broke.")
        raise error

    return act


FAR = Span(0, 999)


@pytest.mark.parametrize(
    "act",
    [
        stops(ZeroDivisionError("one over none")), stops(RecursionError()), stops(MemoryError()),
        stops(SystemExit(0)), lambda rule: None, lambda rule: ["no finding"],
        lambda rule: [rule.find((0, 999), "Too far.")],
        lambda rule: [rule.find((0, 1), "x", related=[Related(FAR, "x")])],
        lambda rule: [rule.find((0, 1), "x", fixes=[Fix("x", (Edit(FAR, "y"),), "safe")])],
        lambda rule: [rule.find((0, 1), None)],
        lambda rule: [rule.find((0, 1), "x")._replace(severity="stop")],
    ],
)  # fmt: skip
def test_a_broken_rule_of_a_plugin(
    room: Newsroom, monkeypatch: pytest.MonkeyPatch, act: Callable[[Rule], Iterable[Any]]
) -> None:
    room.write("x.md", STORY)
    kind = type("Kind", (Broken,), {"act": staticmethod(act)})
    info = RuleInfo(
        "test/broken", Severity.ASK, "x", True, ("en",), home="x:y", parts=("check",), loaded=kind
    )
    _give(monkeypatch, lambda known: known._replace(rules=(*known.rules, info)))
    outcome = room.check()
    assert outcome.found == {"x.md": [9]}
    (error,) = outcome.errors
    assert error.startswith("x.md: test/broken: the rule crashed: ")


def _give(
    monkeypatch: pytest.MonkeyPatch, change: Callable[[Contributions], Contributions]
) -> None:
    monkeypatch.setattr(
        prepared, "contributions", lambda cache, plugins: change(contributions(cache))
    )


def test_a_broken_formatter_of_a_plugin(room: Newsroom, monkeypatch: pytest.MonkeyPatch) -> None:
    def load() -> Any:
        return lambda report, screen: report.no_such_thing

    spec = FormatterSpec("broken", "x", load)
    _give(monkeypatch, lambda known: known._replace(formatters=(*known.formatters, spec)))
    assert main(["check", "--format", "broken"]) == 2
    assert "no_such_thing" in room.capsys.readouterr().err
