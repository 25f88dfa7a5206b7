"""Copy as a careful editor would publish it: nothing that fails a check stands in it.

The drafts are our own, of many kinds; each begins its name with its date. They were written
without a look at the rules, so that they tell of copy to which no rule was fitted.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from copydesk.config import RuleSelection
from copydesk.model.findings import Severity
from copydesk.run.linter import Linter
from copydesk.run.settings import Reading, RunSettings

if TYPE_CHECKING:
    from copydesk.report import FileReport

DRAFTS = sorted((Path(__file__).resolve().parents[1] / "data" / "clean").iterdir())
HOUSES = ("ap", "guardian", "reuters")
# A British draft is wrong for an American house, and the other way round: so it should be.
BY_HOUSE = {"spelling/dialect"}


@cache
def desk_of(style: str) -> Linter:
    return Linter(RunSettings(choice=RuleSelection(style=style)))


def report_on(draft: Path, style: str) -> FileReport:
    """A draft as checked on its own date."""
    reading = Reading(date=draft.name[:10])
    return desk_of(style).check_bytes(draft.name, draft.read_bytes(), reading)


def test_there_are_sixty() -> None:
    assert len(DRAFTS) >= 60


@pytest.mark.parametrize(
    "style", ["", *(pytest.param(style, marks=pytest.mark.slow) for style in HOUSES)]
)
def test_nothing_fails_a_check(style: str) -> None:
    wrong = []
    for draft in DRAFTS:
        report = report_on(draft, style)
        assert not report.problems
        wrong += [
            f"{draft.name}: {one.rule}: {one.message}"
            for one in report.findings
            if one.severity >= Severity.FIX and not (style and one.rule in BY_HOUSE)
        ]
    assert not wrong, "\n".join(wrong)


def test_without_a_house_nothing_at_all_is_said() -> None:
    for draft in DRAFTS:
        report = report_on(draft, "")
        told = [(one.rule, one.message) for one in report.findings]
        assert not told, (draft.name, told)
