"""A rule that finds nothing in a clean story has read next to nothing of it."""

from __future__ import annotations

from functools import cache

import pytest

from copydesk import Rule
from copydesk.engine import check
from copydesk.registry.collect import collect
from copydesk.registry.loader import Plugins
from copydesk.rules.ruleset import LazyRule, RuleSet
from copydesk.testing.rule_examples import document, set_up
from tests.counting import counting

GROUPS = ("spelling/", "titles/", "facts/", "style/")
PARAGRAPHS = (
    "The council of Velm agreed on Tuesday to close the old pier, which has stood in the harbor "
    "for 40 years, while engineers look at its well-worn piles. Mayor Ilse Brandt said the work "
    "would cost $3 million and last until the spring.",
    "“Nobody wants to see it go,” she told residents. In May the port had counted 12 boats that "
    "needed repairs. The country’s north has few other piers, and President Oda Lindqvist has "
    "asked the director of the fund (it pays for roads, too) to help.",
    "Across the river, traders fear for the summer season. Karsten Holm, a baker, sells bread "
    "to the crews: he would lose a third of his trade. The year 2023 was his best, he said, and "
    "he may move to West Velm if nothing changes.",
    "The U.S. firm that built the pier left the town two years ago. Its chief engineer told the "
    "council on June 4 that 60 feet of the deck, or a fifth of it, must be replaced. The vote "
    "was 9 to 4; the secretary will write to the minister of transport this week.",
)
MOST = 1.3  # times the story that a rule may hand to its patterns


@cache
def rules() -> tuple[type[Rule], ...]:
    """The rules of these groups that are on by default."""
    kinds = [one.rule_class() for one in collect(Plugins()).rules if one.id.startswith(GROUPS)]
    return tuple(kind for kind in kinds if kind is not None and kind.default)


def story() -> str:
    """A story without faults that has words at which most of the rules begin to look."""
    return "Velm closes its old pier\n\n" + "\n\n".join(PARAGRAPHS * 4) + "\n"


@cache
def handed(kind: type[Rule]) -> int:
    """The code points that a rule hands to patterns for the story."""
    doc = document(story(), "text", "2025-04-15")
    chosen = RuleSet((LazyRule.ready(set_up(kind)),), {kind.id: kind.severity})
    with counting() as tally:
        checked = check(doc, chosen)
    assert not checked.findings
    assert not checked.problems
    return tally.searched.total()


def test_the_story_is_long_and_the_rules_are_many() -> None:
    assert len(story()) > 3500
    assert len(rules()) >= 20


@pytest.mark.parametrize("kind", rules(), ids=lambda kind: kind.id)
def test_a_rule_reads_a_clean_story_once_at_most(kind: type[Rule]) -> None:
    assert handed(kind) <= MOST * len(story())


def test_all_rules_together_read_less_than_half_of_it_each() -> None:
    assert sum(map(handed, rules())) <= len(rules()) * len(story()) / 2
