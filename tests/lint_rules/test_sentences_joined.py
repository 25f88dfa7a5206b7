"""Comma splices, lower case, idioms and needless words in our own sentences, sound and faulty."""

from __future__ import annotations

import pytest

from copydesk.config import RuleSelection
from copydesk.engine import check
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from copydesk.testing.rule_examples import document

_RULES = (
    "sentence/comma-splice", "sentence/fragment", "sentence/real-word", "style/redundant",
    "spelling/apostrophe", "facts/malformed-number", "sentence/clashing-words",
)  # fmt: skip
_DESK = Linter(RunSettings(choice=RuleSelection(select=_RULES)))

SOUND = [
    "When the ferry had left the old pier, it was late for the first time that year.",
    "He said that in the spring of that year, the vote was put off by the council again.",
    "The bridge is not only old, it is also the longest of its kind in the whole of the north.",
    "The boat that the town had bought, he was told, would be there by the end of the week.",
    "It is so late in the year, the harbour will be full of ice before the boats are back.",
    "Should Poe win the vote in the autumn, the harbour would be sold within the next year.",
    "The crew was tired, the boat was old and the harbour was shut for the rest of the year.",
    "She has a bachelor’s in law and a master’s from Oslo, and lives at her mother’s in town.",
    "The seat was a friend of the mayor’s, and the pier is older than last year’s.",
    "They are men’s and women’s teams, and tea’s on the table at four.",
    "Prices rose 5% on an annual basis; the bridge was partly or totally destroyed.",
    "They parted by mutual agreement, and went on on Monday.",
    "The walls were pale, the rains were heavy and the birth was easy.",
    "The sum is $$5x$$ and the price is US$7.",
]
FAULTY = [
    ("sentence/comma-splice", "The owner of the mill sold it in the spring[[, the price was]] "
     "kept from the press."),
    ("sentence/comma-splice", "Residents met in the school on Monday night[[, they were]] late "
     "for the vote on the plan."),
    ("sentence/comma-splice", "“The bridge of this town is very old[[, it is]] closed for half of "
     "the year,” she said."),
    ("sentence/fragment", "The ferry was late for most of the week. [[meanwhile]], the crew "
     "waited on the quay."),
    ("spelling/apostrophe", "The guide lists many [[castle’s]] in the valley."),
    ("spelling/apostrophe", "It was paid for by three local [[bank’s]]."),
    ("sentence/real-word", "The firm [[took over the reigns]] in May."),
    ("sentence/real-word", "It was done [[in one foul swoop]] last week."),
    ("style/redundant", "The road [[still remains]] shut."),
    ("style/redundant", "The two firms signed a [[joint collaboration]]."),
    ("style/redundant", "It was open [[despite the fact that]] it rained."),
    ("facts/malformed-number", "She won [[$$]]300 at the fair."),
    ("facts/malformed-number", "The seat costs [[40$]] at most."),
    ("sentence/clashing-words", "The mayor, who was born in the old town, [[is was]] late."),
]  # fmt: skip


def _found(text: str) -> list[tuple[str, int, int]]:
    checked = check(document(text), _DESK.default)
    assert not checked.problems
    return [(str(one.rule), *one.span) for one in checked.findings]


@pytest.mark.parametrize("text", SOUND)
def test_sound_copy_is_left_alone(text: str) -> None:
    assert [(rule, text[start:end]) for rule, start, end in _found(text)] == []


@pytest.mark.parametrize(("rule", "text"), FAULTY)
def test_a_fault_is_found_at_its_place(rule: str, text: str) -> None:
    start = text.index("[[")
    end = text.index("]]") - 2
    plain = text.replace("[[", "").replace("]]", "")
    assert (rule, start, end) in _found(plain)
