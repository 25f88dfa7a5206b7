"""The people whom a story names, with all places and forms of their names."""

from __future__ import annotations

import pytest

from copydesk import people
from copydesk.testing.rule_examples import document

STORY = """WENDELMAIER PUTS OFF VOTE

Ann Poe Beats John Smith in Ohio

Chancellor Karl Wendelmaier put off the vote on Monday. Wendelmaier’s deputy, Ann Poe, 41, said so. \
Mr. Wendelmaier left for Ohio.

John Smith Jr. met Prime Minister Ludwig van der Berg. Van der Berg and the mayor, Enrique Peña \
Nieto, spoke. Peña Nieto left.
"""


def named(text: str) -> dict[str, list[str]]:
    return {one.full: [use.text for use in one.uses] for one in people(document(text))}


def test_every_slot_and_form_counts() -> None:
    assert named(STORY) == {
        "Karl Wendelmaier": ["WENDELMAIER", "Karl Wendelmaier", "Wendelmaier", "Wendelmaier"],
        "Ann Poe": ["Ann Poe", "Ann Poe"],
        "John Smith Jr.": ["John Smith", "John Smith Jr."],
        "Ludwig van der Berg": ["Ludwig van der Berg", "Van der Berg"],
        "Enrique Peña Nieto": ["Enrique Peña Nieto", "Peña Nieto"],
    }


def test_a_use_has_its_place_its_slot_and_its_title() -> None:
    doc = document(STORY)
    first = people(doc)[0]
    assert first.titles == ("Chancellor", "Mr.")
    assert [use.slot for use in first.uses] == ["headline", *["paragraph"] * 3]
    assert all(doc[use.span] == use.text for use in first.uses)
    assert [use.is_full for use in first.uses] == [False, True, False, False]


def test_two_spellings_are_two_people() -> None:
    found = people(document("Ann Poe came. Poe spoke.\n\nAnne Poe left, and Paul Roe, too."))
    assert [one.full for one in found] == ["Ann Poe", "Anne Poe", "Paul Roe"]
    assert found[0].forms == ("Ann Poe", "Poe")


@pytest.mark.parametrize(
    "text",
    [
        "She left Ann Arbor University for Lake Victoria.",
        "The Paul Revere Bridge is old. Victoria Street is closed.",
        "On Monday the House Judiciary Committee met.",
        "THE COLOUR IS WRONG\n\nIt is.",
    ],
)
def test_bodies_and_places_are_no_people(text: str) -> None:
    assert not named(text)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Johanna Creel Wins Seat", ["Johanna Creel", "Joanna Creel"]),
        ("Harbour Creel Wins Seat", ["Joanna Creel"]),
        ("Joanna Creel Wins Seat", ["Joanna Creel"]),
        ("Judith Creel Wins Seat", ["Joanna Creel"]),
    ],
)
def test_a_line_in_title_case_may_name_somebody_much_like_one_of_the_story(
    line: str, names: list[str]
) -> None:
    assert sorted(named(f"{line}\n\nJoanna Creel won. Creel is 41.")) == sorted(names)
