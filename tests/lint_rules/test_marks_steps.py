"""Rules on sentences, quotations, marks and leftovers pay by the hit.

On a clean draft, each of them hands its patterns little of the text, and runs few lines of
Python for each paragraph and sentence. Counted are code points and lines, not time.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import pytest

from copydesk import Bad, Document, Finding, Rule, Severity, pattern
from copydesk.engine import check
from copydesk.registry.collect import collect
from copydesk.registry.loader import Plugins
from copydesk.rules.ruleset import LazyRule, RuleSet
from copydesk.testing.rule_examples import document, set_up
from tests.counting import counting, lines

GROUPS = ("sentence/", "quote/", "typography/", "leftover/", "readability/")
READ = 1.25  # times the text: the most that a rule hands to patterns
LINES = 10  # of rules that run for each slot and sentence, at most

# Clean, with marks of every kind and words that rules look for.
PARTS = (
    "The council of {name} voted on Monday to keep pier {count} open, the mayor said. It is a "
    "large sum – about ${count} million – for a town that has {count},000 people and one ferry.",
    "“We have waited for this vote since the storm of {year},” said Ann {name}, who runs a boat. "
    "They don’t want to wait, the chair of the harbour board in {name} said on Monday.",
    "The ferry company of {name} (which owns {count} boats) had asked for more time, and it got a "
    "month. Ms. {name} sold her photo of the old lighthouse, and an artist painted it in {year}.",
    "Some of the crew left {name} for the U.S. after {year}; others stayed, as they had said they "
    "would. Mr. {name} added that the board’s plan, written in {year}, was never read to the end.",
)
NAMES = (
    "Poe", "Roe", "Doe", "Lamb", "Quay", "Moss", "Berg", "Holm", "Dahl", "Vik", "Lund", "Bakke",
)  # fmt: skip


def clean_draft() -> str:
    """A long story whose paragraphs are all different."""
    told = (
        part.format(name=name, count=12 + 3 * place, year=1930 + place)
        for place, name in enumerate(NAMES)
        for part in PARTS
    )
    return "\n\n".join(told)


@cache
def kinds() -> tuple[type[Rule], ...]:
    found = [info.rule_class() for info in collect(Plugins()).rules if info.default]
    return tuple(kind for kind in found if kind is not None and kind.id.startswith(GROUPS))


def cost(kind: type[Rule], doc: Document) -> tuple[int, int]:
    """The code points that a rule hands to patterns, and the lines that run, on a clean draft."""
    rules = RuleSet((LazyRule.ready(set_up(kind)),), {kind.id: kind.severity})
    with counting() as tally:
        assert not check(doc, rules).findings
    again = document(doc.source)  # nothing is kept from the first time
    with lines("lint_rules.", __name__) as counted:
        assert not check(again, rules).problems
    return tally.searched.total(), counted.count


# Rules that judge common words of every sentence: how much more they may read and run.
OF_WORDS = {
    "sentence/agreement": (2, 4), "sentence/comma-splice": (2, 1.5), "sentence/confused-word": (2, 6),
    "sentence/fragment": (2, 1.5), "sentence/verb-form": (2, 1.5),
    "quote/two-wordings": (1, 4),
}  # fmt: skip


def budget(doc: Document) -> tuple[float, float]:
    return len(doc.text) * READ, (len(doc.parsed.slots) + len(doc.sentences)) * LINES


def test_the_draft_has_something_for_all_of_them() -> None:
    assert len(kinds()) >= 25
    doc = document(clean_draft())
    assert len(doc.text) > 7_000
    assert len(doc.quotes) == len(NAMES)
    assert {"–", "(", ";", "’", "“", "$", "."} <= set(doc.text)


@pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.id)
def test_a_rule_reads_little_where_there_is_nothing_to_find(kind: type[Rule]) -> None:
    doc = document(clean_draft())
    read, ran = cost(kind, doc)
    most_read, most_ran = budget(doc)
    more_read, more_ran = OF_WORDS.get(kind.id, (1, 1))
    assert read <= most_read * more_read
    assert ran <= most_ran * more_ran


class Reader(Rule):
    """Reads every sentence with two patterns."""

    __slots__ = ()
    id = "test/reader"
    severity = Severity.ASK
    examples = (Bad("[[qq]]"),)

    def check(self, doc: Document) -> Iterator[Finding]:
        """Search them."""
        for sentence in doc.sentences:
            for form in (_FIRST, _SECOND):
                for match in form.finditer(doc.text, sentence):
                    for _ in range(LINES):
                        yield self.find(match.span(), "qq")


_FIRST, _SECOND = pattern("qq"), pattern("qqq?")


def test_a_rule_that_reads_the_text_twice_is_told() -> None:
    doc = document(clean_draft())
    read, ran = cost(Reader, doc)
    assert read > budget(doc)[0]
    assert 0 < ran <= budget(doc)[1]
