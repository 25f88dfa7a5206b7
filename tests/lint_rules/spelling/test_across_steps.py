"""Comparing drafts takes steps in proportion to their number."""

from __future__ import annotations

from copydesk import PlacedSighting, Span
from copydesk.model.placed import Position, Range
from lint_rules.spelling.across_stories import AcrossStories
from tests.counting import lines

FEW, MANY = 48, 384
MOST = 1.15  # times what is in proportion


def sighted(count: int) -> list[PlacedSighting]:
    """A name in so many drafts, twice in each; a quarter of them write it another way."""
    place = Range(Position(0, 1, 1), Position(6, 1, 7), "Lindov")
    return [
        PlacedSighting(
            f"{number:04}.txt", AcrossStories.id, place, "lindov", form, 1, "", form, Span(0, 6)
        )
        for number in range(count)
        for form in ("Lindow" if number % 4 == 0 else "Lindov",) * 2
    ]


def steps_of(count: int) -> int:
    rule, sightings = AcrossStories(), sighted(count)
    with lines() as steps:
        found = list(rule.compare(sightings))
    assert len(found) == count // 2
    return steps.count


def test_each_draft_takes_as_many_steps_among_many_as_among_few() -> None:
    assert steps_of(MANY) <= steps_of(FEW) * MANY / FEW * MOST


def test_the_drafts_shown_are_the_first_others() -> None:
    found = list(AcrossStories().compare(sighted(8)))
    assert [one.at.path for one in found] == ["0000.txt", "0000.txt", "0004.txt", "0004.txt"]
    assert [other.path for other, _ in found[0].related] == ["0001.txt", "0002.txt", "0003.txt"]
    assert {told for _, told in found[0].related} == {"twice there"}
