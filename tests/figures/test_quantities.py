"""The table of a story's figures."""

from __future__ import annotations

import pytest

from copydesk import Quantity, quantities
from copydesk.testing.rule_examples import document

INF = float("inf")


def only(text: str) -> Quantity:
    (found,) = quantities(document(text, date="2026-11-30"))
    return found


@pytest.mark.parametrize(
    ("text", "kind", "low", "high", "unit", "noun"),
    [
        ("The town has 25 new homes.", "count", 25, 25, "", "home"),
        ("The town has twenty-five homes.", "count", 25, 25, "", "home"),
        ("At least two dozen people came.", "count", 24, INF, "", "person"),
        ("Up to 30 people came.", "count", 0, 30, "", "person"),
        ("Between them they sent 5 to 7 boats.", "count", 4.5, 7.5, "", "boat"),
        ("It cost $1.2 million.", "money", 1_150_000, 1_250_000, "$", ""),
        ("It cost 5 million euros.", "money", 4_500_000, 5_500_000, "€", ""),
        ("It fell 20 percent.", "percent", 19.5, 20.5, "%", ""),
        ("It fell 2 percentage points.", "points", 1.5, 2.5, "%", ""),
        ("One in five homes is empty.", "fraction", 0.19, 0.21, "", "home"),
        ("The board voted 7-4.", "score", 7, 7, "", ""),
        ("Ann Poe, 41, won.", "age", 41, 41, "year", ""),
        ("It was built in 1850.", "year", 1850, 1850, "", ""),
        ("It is the third bridge.", "ordinal", 3, 3, "", "bridge"),
        ("They walked 12 miles.", "measure", 11.5, 12.5, "mile", "mile"),
        ("It happened in Game 7.", "label", 7, 7, "game", ""),
        ("It opens on June 9.", "day", 9, 9, "", ""),
    ],
)
def test_each_kind_is_read_with_its_bounds(
    text: str, kind: str, low: float, high: float, unit: str, noun: str
) -> None:
    found = only(text)
    assert (found.kind, found.unit, found.noun) == (kind, unit, noun)
    assert found.low == pytest.approx(low) and found.high == pytest.approx(high)


def test_a_figure_knows_its_words_its_fate_and_its_source() -> None:
    text = "Twelve people were killed, police said. Rents are $900 a month."
    doc = document(text, date="2026-11-30")
    killed, rent = quantities(doc)
    assert (killed.fate, doc[killed.span], doc[killed.thing]) == ("killed", "Twelve", " people")
    assert killed.source is not None and doc[killed.source] == "police"
    assert rent.per == "month" and rent.source is None


def test_a_percentage_takes_no_scale_from_the_sum_after_it() -> None:
    text = "Profit rose 12% to £56m from £50m, and 5 to £6 million went."
    doc = document(text, date="2026-11-30")
    assert [doc[one.span] for one in quantities(doc)][:3] == ["12%", "£56m", "£50m"]
    assert [one.value for one in quantities(doc)] == [12, 56e6, 50e6, 5, 6e6]


def test_the_table_is_read_once() -> None:
    doc = document("It has 12 homes.", date="2026-11-30")
    assert quantities(doc) is quantities(doc)


def test_a_story_without_figures_has_none() -> None:
    assert quantities(document("Nobody came.", date="2026-11-30")) == ()
