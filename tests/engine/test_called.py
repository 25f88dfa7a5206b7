"""Which rules a draft calls for."""

from __future__ import annotations

import pytest

from copydesk.document.words import Words
from copydesk.engine.called import Triggers
from copydesk.model.findings import Severity
from copydesk.rules.info import RuleInfo
from copydesk.rules.rule import Rule
from copydesk.rules.ruleset import LazyRule


def rule(name: str, *triggers: str) -> LazyRule:
    info = RuleInfo.of(
        type("One", (Rule,), {"id": name, "severity": Severity.ASK, "triggers": triggers})
    )
    return LazyRule(info, lambda: pytest.fail("a rule is set up before it is called"))


RULES = (
    rule("a/always"),
    rule("a/word", "ferry", "pier"),
    rule("a/mark", "—", " ,"),
    rule("a/phrase", "said, he"),
    rule("a/either", "—", "ferry"),
)


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("The harbour is open.", ""),
        ("The FERRY is late.", "word either"),
        ("The ferryman is late.", ""),
        ("The harbour — it is open — is full.", "mark either"),
        ("The harbour , it is open.", "mark"),
        ("It is open, Poe said, he told us.", "phrase"),
    ],
)
def test_the_rules_with_a_trigger_in_the_text_are_called(text: str, called: str) -> None:
    wanted = {"a/always", *(f"a/{one}" for one in called.split())}
    assert Triggers(RULES).by(Words(text)) == wanted
