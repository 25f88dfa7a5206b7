"""A draft without a date may be a story of an earlier time; one slip in today's draft may not."""

from __future__ import annotations

import pytest

from copydesk.document import Clock, Document
from copydesk.parsers.plain import parse
from copydesk.testing.rule_examples import read_marks, set_up
from lint_rules.facts.age import Age
from lint_rules.facts.relative_day import RelativeDay
from lint_rules.titles.former_in_office import FormerInOffice
from lint_rules.titles.stale import Stale

TODAY = "2026-06-01"

ARCHIVE = [
    "President Joe Biden spoke on Monday. Secretary of State Antony Blinken was with him.",
    "Prime Minister Rishi Sunak met U.S. President Joe Biden in Belfast on Tuesday.",
    "President Bill Clinton and Defence Secretary William Perry met sailors on Friday.",
    "French President Emmanuel Macron called on Monday. U.S. Secretary of State Antony Blinken "
    "said he would come.",
    "The talks went on. White House press secretary Jen Psaki said so on Friday.\n\nThey showed "
    "former U.S. President Donald Trump on the screen.",
    "NATO Secretary General Jens Stoltenberg came on Tuesday.\n\n© 2022 Harbour News",
    "The ferry is scheduled for 2024. President Joe Biden said on Tuesday he would come.",
    "Copyright 2021-2022 Harbour News. NATO Secretary General Jens Stoltenberg spoke on Friday.",
    "The bridge is now expected to open in late 2023, President Joe Biden said on Friday.",
    "The fund runs out next year (2023), President Joe Biden said on Friday.",
]
TODAYS = [
    "[[President Joe Biden]] said on Tuesday that he would sign.",
    "[[President Joe Biden]] spoke on Monday. Canadian Prime Minister Mark Carney was with him.",
    "[[NATO Secretary General Jens Stoltenberg]] spoke on Monday. U.S. Secretary of State Marco "
    "Rubio was with him.",
    "[[NATO Secretary General Jens Stoltenberg]] spoke to President Donald Trump on Monday.",
    "[[UK Prime Minister Rishi Sunak]] spoke on Monday. German Chancellor Friedrich Merz and "
    "French President Emmanuel Macron came late.",
    "[[Canadian Prime Minister Justin Trudeau]] came on Monday, as Chancellor Friedrich Merz said.",
    "[[U.S. Secretary of State Antony Blinken]] spoke on Monday. The tax of 2026 is new. "
    "[[White House press secretary Jen Psaki]] did not.",
    "Ukrainian President Volodymyr Zelenskyy spoke on Monday of his plans for 2026. "
    "[[President Joe Biden]] was glad.",
    "[[NATO Secretary General Jens Stoltenberg]] came on Tuesday.\n\n© 2026 Harbour News",
    "The ferry was scheduled for 2022. [[President Joe Biden]] said on Tuesday he would come.",
    "The ferry is scheduled for 2028. [[President Joe Biden]] said on Tuesday he would come.",
    "In 2023 it rained. [[NATO Secretary General Jens Stoltenberg]] came on Tuesday.",
    "[[NATO Secretary General Jens Stoltenberg]] spoke on Monday. Rep. Nancy Pelosi of "
    "California was with him.",
    "[[Prime Minister Rishi Sunak]] met King Charles and the U.S. vice president, JD Vance, on "
    "Friday.",
]


def found(rule, text: str, today: str = TODAY) -> tuple:
    doc = Document(text, parse, "a.txt", Clock("", "", today))
    return tuple(one.span for one in set_up(rule).check(doc))


@pytest.mark.parametrize("text", ARCHIVE)
def test_titles_of_one_earlier_day_are_a_story_of_that_day(text: str) -> None:
    assert found(Stale, text) == ()
    assert found(FormerInOffice, text) == ()


@pytest.mark.parametrize("text", TODAYS)
def test_an_outdated_title_in_a_draft_of_today_is_asked_about(text: str) -> None:
    marked = read_marks(text)
    assert found(Stale, marked.text) == marked.spans


@pytest.mark.parametrize("text", ARCHIVE[:2])
def test_a_date_settles_it(text: str) -> None:
    doc = Document(text, parse, "a.txt", Clock(TODAY))
    assert list(set_up(Stale).check(doc))


@pytest.mark.parametrize(
    "text",
    [
        "[[Former U.S. President Donald Trump]] spoke to Ukrainian President Volodymyr Zelenskyy.",
        "[[Former U.S. President Donald Trump]] spoke on Monday.",
        "[[Former U.S. President Donald Trump]] spoke on Monday. U.S. Vice President JD Vance came.",
    ],
)
def test_former_with_a_title_of_today_is_asked_about(text: str) -> None:
    marked = read_marks(text)
    assert found(FormerInOffice, marked.text) == marked.spans


def test_former_in_the_months_between_two_terms() -> None:
    text = "Former U.S. President Donald Trump spoke in March 2023."
    assert found(FormerInOffice, text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The sailor, 28, was born in 1988 in Lund, and in the port he was known.\n\nHe came in 2016.",
        "Ruth Adeyemi (born 1960), 50, is a painter.\n\nThe fair of 2011 was hers.",
        "Founded in 1985, the 30-year-old firm is for sale.\n\nIt lost money in 2014 and 2015.",
    ],
)
def test_an_age_of_the_years_that_the_copy_names(text: str) -> None:
    assert found(Age, text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "The sailor, [[28]], was born in 1988 in Lund.",
        "Ruth Adeyemi (born 1960), [[50]], is a painter.\n\nThe fair of 2025 was hers.",
        "Ruth Adeyemi (born 1960), [[70]], is a painter.\n\nThe fair of 2011 was hers.",
        "Founded in 1985, the [[30-year-old]] firm is for sale.\n\nIt lost money in 2003.",
    ],
)
def test_an_age_of_no_year_that_the_copy_names(text: str) -> None:
    marked = read_marks(text)
    assert found(Age, marked.text) == marked.spans


def test_a_day_beside_a_date_of_another_month_tells_the_day_of_an_undated_story() -> None:
    assert found(RelativeDay, "The ferry sank yesterday (April 16).") == ()
    marked = read_marks("The ferry sank [[yesterday]] (May 28).")
    assert found(RelativeDay, marked.text) == marked.spans
