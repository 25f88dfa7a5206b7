"""What is on the check list of a story, and where."""

from __future__ import annotations

import pytest

from copydesk.checklist import Checklist, checklist
from copydesk.checklist.calendar import meant, nearest
from copydesk.document import Document
from copydesk.document.date import Clock
from copydesk.parsers.html import parse as html
from copydesk.parsers.markdown import parse as markdown
from copydesk.parsers.plain import parse as plain

STORY = """\
Bridge to shut for nine weeks

LUND, April 10 — Mayor Karin Holm, 54, told the Lund Harbour Board (LHB) on Tuesday, April 8, \
that the bridge will shut on Monday, April 29.

“We have no choice,” Holm said. “It is 71 years old.”

Tom O’Kane, a spokesman for the ferry line, said 12 boats will run, and that “the LHB knows it.” \
Police said three people were hurt on Feb. 30.

The council voted 7-4 at 6:30 p.m. Call (555) 555-0142 or write to board@lund.example. Fares \
rise 20 percent, to €3.50.
"""


def listed(text: str, date: str = "2025-04-10", parse: object = plain) -> Checklist:
    return checklist(Document(text, parse, "story", Clock(date)))  # type: ignore[arg-type]


def places(item: object) -> list[tuple[int, int]]:
    return [(one.start.line, one.start.column) for one in item.spots]  # type: ignore[attr-defined]


def test_the_people_with_titles_roles_ages_and_all_places() -> None:
    holm, kane = listed(STORY).people
    assert (holm.name, holm.titles, holm.ages) == ("Karin Holm", ("Mayor",), ("54",))
    assert [one.text for one in holm.spots] == ["Karin Holm", "Holm"]
    assert places(holm) == [(3, 24), (5, 22)]
    assert (kane.name, kane.roles) == ("Tom O’Kane", ("a spokesman for the ferry line",))
    assert places(kane) == [(7, 1)]


def test_a_body_with_its_acronym() -> None:
    (body,) = listed(STORY).bodies
    assert (body.name, body.acronym, body.is_glossed) == ("Lund Harbour Board", "LHB", True)
    assert places(body) == [(3, 49), (3, 69), (7, 83)]


def test_an_acronym_without_its_words_and_one_that_is_not_given_beside_them() -> None:
    text = "The Lund Arts Council met. The LAC and the QZB agreed, and so did the Bank of Lund.\n"
    found = {one.name: (one.acronym, one.is_glossed) for one in listed(text).bodies}
    assert found == {
        "Lund Arts Council": ("LAC", False), "QZB": ("QZB", False), "Bank of Lund": ("", False),
    }  # fmt: skip


def test_other_names_are_listed_too() -> None:
    text = "They flew to Malmo. The Oresund line closed. Trains stopped in Malmo and at Hyllie.\n"
    assert [one.name for one in listed(text).names] == ["Malmo", "Oresund", "Hyllie"]
    assert places(listed(text).names[0]) == [(1, 14), (1, 64)]


def test_dates_with_their_weekdays() -> None:
    found = listed(STORY).dates
    told = [(one.text, one.kind, one.day, one.weekday, one.given, one.fits) for one in found]
    assert told == [
        ("April 10", "day", "2025-04-10", "Thursday", "", None),
        ("Tuesday, April 8", "day", "2025-04-08", "Tuesday", "Tuesday", True),
        ("Monday, April 29", "day", "2025-04-29", "Tuesday", "Monday", False),
        ("Feb. 30", "day", "", "", "", None),
        ("6:30 p.m.", "time", "", "", "", None),
    ]
    assert [one.exists for one in found] == [True, True, True, False, True]
    assert places(found[2]) == [(3, 124)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("on June 9 and 16", [("June 9", "2025-06-09", ""), ("June 16", "2025-06-16", "")]),
        ("on Mondays, June 9 and 16", [("Monday June 9", "2025-06-09", "Monday"),
                                       ("Monday June 16", "2025-06-16", "Monday")]),
        ("on Friday and Saturday, June 13-14, 2025",
         [("Friday June 13, 2025", "2025-06-13", "Friday"),
          ("Saturday June 14, 2025", "2025-06-14", "Saturday")]),
        ("on 26 and 27 June 2024", [("June 26, 2024", "2024-06-26", ""),
                                    ("June 27, 2024", "2024-06-27", "")]),
        ("on Saturday 8th June", [("Saturday 8th June", "2025-06-08", "Saturday")]),
        ("on May 3, 2019", [("May 3, 2019", "2019-05-03", "")]),
        ("on May 3 (a Saturday)", [("May 3 (a Saturday)", "2025-05-03", "Saturday")]),
        ("on 2025-04-12", [("2025-04-12", "2025-04-12", "")]),
        ("on Tuesday 04/22/2014", [("Tuesday 04/22/2014", "2014-04-22", "Tuesday")]),
        ("on 04/05/2014", [("04/05/2014", "", "")]),
        ("from Dec. 30 to Jan. 2", [("December 30", "2024-12-30", ""),
                                    ("January 2", "2025-01-02", "")]),
        ("on Feb. 29", [("Feb. 29", "2024-02-29", "")]),
    ],
)  # fmt: skip
def test_forms_of_dates(text: str, told: list[tuple[str, str, str]]) -> None:
    found = listed(f"The pool opens {text} in Lund.\n").dates
    assert [(one.text, one.day, one.given) for one in found] == told


def test_weekdays_months_years_and_times() -> None:
    text = (
        "She left on Tuesday and came back yesterday, in March 2024, in May, at noon.\n\n"
        "It was 1997 before it opened at 5 p.m. Expo 2019 takes place on Mondays; 2019 people came."
    )
    found = listed(text).dates
    assert [(one.text, one.kind) for one in found] == [
        ("Tuesday", "weekday"), ("yesterday", "weekday"), ("March 2024", "month"),
        ("May", "month"), ("noon", "time"), ("1997", "year"), ("5 p.m.", "time"), ("2019", "year"),
        ("Mondays", "weekday"),
    ]  # fmt: skip
    assert found[0].nearest == ("2025-04-08", "2025-04-15")
    assert found[1].nearest == ("2025-04-09",)
    assert [one.text for one in listed(text).figures] == ["2019 people"]


def test_the_days_that_words_may_mean() -> None:
    day = nearest(4, 10, meant("Thursday", meant("today", nearest_day())[0])[0])
    assert day is not None and day.isoformat() == "2025-04-10"


def nearest_day() -> object:  # the story's date of these tests
    from datetime import date

    return date(2025, 4, 10)


def test_figures_with_what_they_count_and_who_says_so() -> None:
    found = listed(STORY).figures
    told = [(one.text, one.kind, one.value, one.source, one.is_quoted) for one in found]
    assert told == [
        ("nine weeks", "duration", 9, "", False),
        ("54", "age", 54, "Mayor Karin Holm", False),
        ("71 years old", "age", 71, "Holm", True),
        ("12 boats", "count", 12, "Tom O’Kane", False),
        ("three people", "count", 3, "Police", False),
        ("7-4", "score", 7, "", False),
        ("20 percent", "percent", 20, "", False),
    ]
    assert found[5].other == 4
    assert places(found[3]) == [(7, 50)]


def test_money_is_apart() -> None:
    (sum_,) = listed(STORY).money
    assert (sum_.text, sum_.unit, sum_.value) == ("€3.50", "€", 3.5)


def test_what_is_no_figure() -> None:
    text = (
        "The first of them saw Three Houses, one by one. Call 555-555-0100. "
        "Fallout 76 and Room 12 came second; at least 40 people saw COVID-19.\n"
    )
    found = listed(text).figures
    assert [one.text for one in found] == ["Fallout 76", "Room 12", "40 people"]
    assert (found[-1].low, found[-1].high) == (40, None)


def test_telephone_numbers_links_and_mail() -> None:
    found = listed(STORY)
    assert [(one.target, *places(one)) for one in found.phones] == [("(555) 555-0142", (9, 41))]
    assert [(one.kind, one.target) for one in found.links] == [("mail", "board@lund.example")]


@pytest.mark.parametrize(
    "number",
    ["+44 20 7946 0018", "020 7946 0018", "555-555-0100", "1-800-555-0199", "555.555.0100",
     "(555) 555-0100 ext. 12", "+1 555 555 0100"],
)  # fmt: skip
def test_telephone_numbers(number: str) -> None:
    found = listed(f"Readers can ring {number}, the board said.\n")
    assert [one.target for one in found.phones] == [number]
    assert found.figures == ()


def test_a_short_number_needs_a_word_for_it() -> None:
    assert [one.target for one in listed("To book, call 555-0100 today.\n").phones] == ["555-0100"]
    assert listed("They won it 555-0100 or so.\n").phones == ()


def test_targets_of_links_in_markup() -> None:
    text = (
        "Write to [the\n*board*](mailto:board@lund.example?subject=x) or see [this][1]\nand "
        "<https://lund.example/a>.\n\n![A quay](quay.jpg)\n\n`[no](link)`\n\n"
        "[1]: https://lund.example/b\n"
    )
    found = listed(text, parse=markdown).links
    assert [(one.kind, one.target, one.words) for one in found] == [
        ("mail", "board@lund.example", "the *board*"), ("link", "https://lund.example/a", ""),
        ("link", "https://lund.example/b", "1"),
    ]  # fmt: skip
    page = '<p>See <a class="x" href="/a?b=1&amp;c=2">the <b>plan</b></a>.</p>\n'
    (one,) = listed(page, parse=html).links
    assert (one.target, one.words, places(one)) == ("/a?b=1&c=2", "the plan", [(1, 27)])


def test_quotations_with_their_speakers() -> None:
    text = (
        "“We have no choice,” Karin Holm said. “It is old.” She added: “The board has nothing.”\n\n"
        "“It was the “Blue” boat,” one said. They called it “wise.”\n"
    )
    found = listed(text).quotations
    told = [(one.text, one.speaker, one.person, one.is_sure) for one in found]
    assert told[:3] == [
        ("We have no choice,", "Karin Holm", "Karin Holm", True),
        ("It is old.", "Karin Holm", "Karin Holm", True),
        ("The board has nothing.", "She", "Karin Holm", False),
    ]
    assert [one.text for one in found[3:]] == ["It was the “Blue” boat,", "wise."]
    assert places(found[0]) == [(1, 1)]


def test_a_new_sentence_after_a_quotation_names_no_speaker() -> None:
    (one,) = listed("He called it “a good plan.” Police said nothing.\n").quotations
    assert one.speaker == ""


def test_a_story_without_anything() -> None:
    found = listed("nothing is here\n")
    assert (found.people, found.dates, found.figures, found.quotations) == ((), (), (), ())


def test_columns_count_code_points_of_the_file() -> None:
    (person,) = listed("&amp; 😀 Ann Poe said so.\n", parse=html).people
    assert places(person) == [(1, 9)]


def test_a_title_after_the_name_is_that_persons() -> None:
    (one,) = listed("Ann Poe, the President said: “We won.”\n").quotations
    assert (one.speaker, one.person) == ("President", "Ann Poe")


def test_early_years_and_lists_with_articles() -> None:
    found = listed("They died on 26 June 363, and met from August 9th to the 12th.\n").dates
    assert [one.day for one in found] == ["0363-06-26", "2025-08-09", "2025-08-12"]


def test_last_and_next_weekday_and_may() -> None:
    found = listed(
        "He left last Saturday, is back next Monday, and began in May last year.\n"
    ).dates
    assert [(one.text, one.nearest) for one in found] == [
        ("Saturday", ("2025-04-05",)), ("Monday", ("2025-04-14",)), ("May", ()),
    ]  # fmt: skip
