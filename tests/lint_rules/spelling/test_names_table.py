"""A table of short stories: one person has one name, one body one name and one acronym."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from copydesk.config import RuleSelection
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from copydesk.testing.rule_examples import read_marks

TABLE = Path(__file__).resolve().parents[2] / "data" / "names.toml"
CASES = tomllib.loads(TABLE.read_text("utf-8"))["case"]
RULES = (
    "spelling/near-miss", "spelling/given-name", "spelling/acronym",
    "titles/courtesy", "titles/holder-name", "spelling/body-name",
)  # fmt: skip


def test_half_of_the_stories_are_sound() -> None:
    sound = sum("[[" not in case["text"] for case in CASES)
    assert len(CASES) >= 120
    assert len(CASES) <= 2 * sound + 10


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_a_story(case: dict[str, str]) -> None:
    marked = read_marks(case["text"])
    settings = RunSettings(choice=RuleSelection(select=RULES), date="2025-06-15")
    report = Linter(settings).check_bytes("a.txt", marked.text.encode())
    assert not report.problems
    found = [(one.range.start.offset, one.range.end.offset) for one in report.findings]
    assert found == [tuple(span) for span in marked.spans]
