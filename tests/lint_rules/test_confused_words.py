"""Words typed for others: what the table of confusions and the frames find, and what they leave."""

from __future__ import annotations

from functools import cache

import pytest

from copydesk.config import RuleSelection
from copydesk.engine import check
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from copydesk.testing.rule_examples import document, read_marks
from lint_rules.sentence import _confusions
from lint_rules.sentence._contexts import UNIT, features, shape, unit

BOTH = ("sentence/confused-word", "sentence/real-word")

FOUND = [
    "They went to see [[there]] new house.",
    "The ferry is late because of [[to]] many people at the pier.",
    "Residents asked for [[there]] money back after the show.",
    "It was [[one if]] the oldest mills in the valley.",
    "She was [[suppose]] to open the gate at nine.",
    "The clerk is paid more [[then]] 300 crowns a day.",
    "The [[Untied]] Nations sent two envoys.",
    "A [[pubic]] display is planned for May.",
    "The owner went back [[int he]] house.",
    "A map [[o fthe]] valley hung there.",
    "The farmer, [[who’s]] licence had lapsed, sold the mill.",
    "They had [[lead]] the choir for a year.",
    "The clerk has yet [[too]] respond.",
    "The crew needs another [[too]] weeks.",
    "It would [[of]] cost the town less.",
    "It was shut because [[off]] the rain.",
    "The brook [[use]] to freeze every winter.",
    "The chairman wants to [[tale]] part in the talks.",
]
SOUND = [
    "The dog wagged its tail, and it’s their turn to be there.",
    "Two of the three were too tired to go to the pier.",
    "More then came, and the mayor then left.",
    "The tow truck took the two cars from the form office.",
    "Pubic hair is not a subject for the paper.",
    "The old map was poured over with tea.",
    "The early lead the team had was lost.",
    "It largely depends on who’s writing it.",
    "The rocks off the island are sharp.",
    "The tool they use to make it is old.",
    "They, too, men of the sea, came home.",
    "It was a tale of two towns.",
    "The child lay in a manger in Bethlehem.",
    "Jan Trail of Wood County met Lee Past at the county fair.",
    "Parents are more likely to ask for it of a boy than of a girl.",
    "The cooks working there pile on the cheese.",
    "It was not something for us to, as a town, put up with.",
    "I doubt there will be any though because it would have been seen.",
    "The statue of the founder was taken down by the crew.",
    "`its there then`",
    "IT IS THERE, AND ITS NOT ALL THAT.",
]


@cache
def _desk() -> Linter:
    return Linter(RunSettings(choice=RuleSelection(select=BOTH)))


def _spans(text: str) -> tuple[tuple[int, int], ...]:
    return tuple(tuple(one.span) for one in check(document(text), _desk().default).findings)


@pytest.mark.parametrize("text", FOUND)
def test_a_wrong_word_is_found_at_its_place(text: str) -> None:
    marked = read_marks(text)
    assert _spans(marked.text) == tuple(tuple(span) for span in marked.spans)


@pytest.mark.parametrize("text", SOUND)
def test_a_right_word_is_left_alone(text: str) -> None:
    assert _spans(text) == ()


def test_the_place_is_right_when_the_token_occurs_before() -> None:
    text = "She sat there, right there. They went to see there new house."
    assert _spans(text) == ((text.rindex("there"), text.rindex(" new")),)


def test_the_apostrophe_is_that_of_the_copy() -> None:
    found = check(document("She asked us what its like to be there."), _desk().default).findings
    fixed = [edit.text for one in found for fix in one.fixes for edit in fix.edits]
    assert fixed == ["it’s"]


def test_every_pair_has_two_words_and_some_use() -> None:
    for word in _confusions.confusable():
        for one in _confusions.others(word):
            assert one.word != word
            assert one.least > 0


def test_keys_that_are_not_there_have_no_number() -> None:
    assert _confusions._get("no such key at all") is None
    assert _confusions._get("=the") is not None


def test_units_and_shapes() -> None:
    assert [unit(one) for one in UNIT.compiled.findall("In 2,026 the U.S. fell—then rose!")] == [
        "in", "0", "the", "u.s.", "fell", ";", "then", "rose", ".",
    ]  # fmt: skip
    assert [shape(one) for one in ("Poe", "Poe's", "walking", "sea-wall", "zzz")] == [
        "<N>", "<N's>", "<ing>", "<->", "<>",
    ]  # fmt: skip


def test_features_name_words_and_kinds() -> None:
    found = features(("a", "b", "c", "d"), (1, 2, 3, 4), ("far",))
    assert found[:3] == ["0b", "1c", "2a b"]
    assert found[-1] == "gfar"
