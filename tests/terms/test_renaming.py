"""Old names in copy about names, and in those of institutions."""

from __future__ import annotations

from functools import cache

import pytest

from copydesk.engine import check
from copydesk.model.findings import Finding, Severity
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from copydesk.testing.rule_examples import document


@cache
def _desk() -> Linter:
    return Linter(RunSettings())


def _found(text: str) -> list[Finding]:
    draft = document(text, "text", "2025-03-04")
    return [one for one in check(draft, _desk().default).findings if "house-form" in one.rule]


@pytest.mark.parametrize(
    "text",
    [
        "The Kiev Ballet danced on the pier in the rain.",
        "She plays second oboe in the Kiev Symphony Orchestra.",
        "He sold the Kiev Gazette to a dentist.",
        "The Kiev Circus is in Leeds until Sunday.",
        "A degree from the Kiev Medical University hung on the wall.",
    ],
)
def test_an_old_name_in_that_of_an_institution_is_asked_about(text: str) -> None:
    found = _found(text)
    assert [(one.severity, one.fixes) for one in found] == [(Severity.ASK, ())]


@pytest.mark.parametrize(
    "text",
    [
        "The ballet came to Kiev on Monday.",
        "The Kiev government has fallen.",
        "Police in Kiev posted the film.",
        "Kiev Mayor Ann Poe opened the zoo.",
        "The university is in Kiev, a nurse said.",
    ],
)
def test_an_old_name_of_the_place_itself_is_held_up(text: str) -> None:
    assert [one.severity for one in _found(text)] == [Severity.STOP]
