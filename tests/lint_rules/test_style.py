"""Numbers, percentages, dates and points of the compass by house style."""

from __future__ import annotations

import pytest

from copydesk.testing.rule_examples import read_marks
from lint_rules.style.compass_capital import CompassCapital
from lint_rules.style.date_form import DateForm
from lint_rules.style.number_words import NumberWords
from lint_rules.style.percent import Percent


def spans(findings):
    return [span for one in findings for span in (one.span, *(other.span for other in one.related))]


NUMBERS = [
    "The visit came [[2]] days after the strike and [[3]] more people died.",
    "The party of [[4]] ships left.",
    # Ages, units, money, scores, votes, dates, times, percentages, addresses, names, ranges.
    "The boy, aged 7 years, and a girl 5 years old; people 5 years and older.",
    "It weighs 5 kilos, costs $5 million and lies 3 miles off.",
    "They won 3 to 2, by 5 votes to 4, 6 percent of it.",
    "On May 8 people met at 9 for 1 hour 59 minutes; on day 2 people left.",
    "He lives at No. 5 people say; Apollo 8 people, Type 2 patients, chapter 3 weeks.",
    "It takes 2 to 12 days; 2-3 days; 9 of 12 people, 5 or 10 days.",
    "It took 1.5 days, 2,000 people and 12 days.",
]


@pytest.mark.parametrize("text", NUMBERS)
def test_numbers(lint, text):
    marked = read_marks(text)
    assert spans(lint(marked.text, NumberWords, number_words_below=10)) == list(marked.spans)
    assert spans(lint(marked.text, NumberWords)) == list(marked.spans)


def test_headlines_keep_figures(lint):
    text = "3 people killed in strike\n\nThe visit came two days after the strike."
    assert spans(lint(text, NumberWords, number_words_below=10)) == []


COMPASS = [
    "A missile hit the country’s [[North]].",
    "He went to the [[Southern]] Ukrainian city of Odesa.",
    "It lies 30 miles [[East]] of the port and in the [[West]] of the country.",
    "South Korea, North Carolina, the West, the Middle East and the Deep South agreed.",
    "The Northern Irish city, the Western Australian town and the Eastern European states.",
    "The country’s South and the Midwest were hit. The country’s North Sea coast.",
    "The North of England, Southern California and the Southern District of New York.",
]


@pytest.mark.parametrize("text", COMPASS)
def test_compass(lint, text):
    marked = read_marks(text)
    assert sorted(spans(lint(marked.text, CompassCapital))) == list(marked.spans)


DATES = [
    ("month-day", "It opened on [[15 April 2025]] and shut on [[3 May]]; April 2 was wet."),
    ("day-month", "It opened on [[April 15, 2025]] and shut on [[May 3]]; 2 April was wet."),
    ("day-month", "It ran from May 24 to 26, at May 3:30; Sept. 11 and the June 4 movement."),
    ("month-day", "From 8 to 10 October, 7–9 May; the 6 January riot; on 5 March on foot."),
]


@pytest.mark.parametrize(("form", "text"), DATES)
def test_dates(lint, form, text):
    marked = read_marks(text)
    assert spans(lint(marked.text, DateForm, date_form=form)) == list(marked.spans)
    assert spans(lint(marked.text, DateForm)) == []


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("%", "Prices rose 5[[ percent]] and 6[[ per cent]], wages 4%; a percentage, per cent."),
        ("percent", "Prices rose 5[[%]] and 6[[ per cent]], wages 4 percent."),
        ("per cent", "Prices rose 5[[%]] and 6[[ percent]]; see example.org/a%20b."),
    ],
)
def test_percent(lint, form, text):
    marked = read_marks(text)
    assert spans(lint(marked.text, Percent, percent=form)) == list(marked.spans)
    assert spans(lint(marked.text, Percent)) == []
