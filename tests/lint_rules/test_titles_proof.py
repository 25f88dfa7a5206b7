"""The rules about titles on tables of a newsroom: what two sources prove, terms, forms, namesakes."""

from __future__ import annotations

import pytest

from copydesk import Severity
from copydesk.facts import Facts
from copydesk.files.data_file import DataFile
from copydesk.testing.rule_examples import document
from lint_rules.titles.dead import Dead
from lint_rules.titles.former_in_office import FormerInOffice
from lint_rules.titles.holder_name import HolderName
from lint_rules.titles.stale import Stale
from lint_rules.titles.too_early import TooEarly
from lint_rules.titles.wrong_office import WrongOffice

RULES = (FormerInOffice, Stale, WrongOffice, TooEarly, Dead, HolderName)
HEAD = """
[sources.one]
name = "A list"
licence = "CC0"
as-of = 2026-09-01
record = false

[sources.two]
name = "Another list"
licence = "CC0"
as-of = 2026-08-01
record = false
"""
PLACES = """
[[office]]
id = "ru/president"
of = ["Ruritania"]
adjectives = ["Ruritanian"]
titles = ["President"]
holders = [
    { name = "Rudolf Elster", since = 2010-01-04, until = 2018-01-02, source = SOURCES },
    { name = "Flavia Rassen", since = 2018-01-02, source = SOURCES },
]

[[office]]
id = "st/president"
of = ["Strelsau"]
adjectives = ["Strelsauer"]
titles = ["President"]
holders = [
    { name = "Antoinette Mauban", since = 2012-01-04, source = SOURCES },
]
"""
DEATH = '[died]\n"Rudolf Elster" = { day = 2020-05-05, source = SOURCES }\n'
ONE, TWO = '"one"', '["one", "two"]'


def found(tables: str, text: str, day: str, sources: str = TWO):
    content = (HEAD + tables).replace("SOURCES", sources)
    facts = Facts([DataFile("own.toml", content.encode())])
    doc = document(text, date=day)
    for kind in RULES:
        rule = kind({})
        rule.use_facts(lambda: facts)
        for one in rule.check(doc):
            yield kind.id, one.severity or kind.severity, doc[one.span]


@pytest.mark.parametrize(
    ("rule", "day", "text"),
    [
        ("titles/stale", "2019-03-05", "[[President Rudolf Elster]] said on Tuesday he agreed."),
        ("titles/former-in-office", "2019-03-05", "[[Former President Flavia Rassen]] spoke."),
        ("titles/too-early", "2015-03-05", "[[Ruritanian President Flavia Rassen]] spoke."),
        ("titles/wrong-office", "2019-03-05", "[[Strelsauer President Flavia Rassen]] spoke."),
        ("titles/dead", "2021-03-05", "[[Former President Rudolf Elster]] said today he agreed."),
        ("titles/holder-name", "2019-03-05", "President [[Flavia Ramsen]] spoke."),
    ],
)
def test_two_sources_stop_and_one_asks(rule, day, text):
    plain = text.replace("[[", "").replace("]]", "")
    words = text[text.index("[[") + 2 : text.index("]]")]
    tables = PLACES + DEATH
    assert list(found(tables, plain, day)) == [(rule, Severity.STOP, words)]
    assert list(found(tables, plain, day, ONE)) == [(rule, Severity.ASK, words)]


@pytest.mark.parametrize(
    ("day", "text"),
    [
        ("2019-03-05", "Former President Rudolf Elster said on Tuesday he agreed."),
        ("2019-03-05", "President Flavia Rassen said on Tuesday he agreed."),
        ("2021-03-05", "The late President Rudolf Elster said on Tuesdays that he agreed."),
        ("2021-03-05", "In a letter read on Tuesday, President Rudolf Elster said no."),
        ("2021-03-05", "President Rudolf Elster died. Elster said on Tuesday he was ill."),
        ("2015-03-05", "The future President Flavia Rassen said on Tuesday she agreed."),
        ("2015-03-05", "If elected, President Flavia Rassen will build a bridge."),
        ("2019-03-05", "Strelsauer President Antoinette Mauban met President Flavia Rassen."),
    ],
)
def test_what_is_right_is_silent(day, text):
    assert list(found(PLACES + DEATH, text, day)) == []


def test_the_late_before_the_name_of_somebody_who_died_later():
    text = "The late President Rudolf Elster liked bread."
    (one,) = found(PLACES + DEATH, text, "2019-03-05")
    assert one == ("titles/dead", Severity.STOP, "The late President Rudolf Elster")


def test_long_after_it_was_checked_an_open_tenure_says_nothing():
    for text in (
        "Former President Flavia Rassen spoke.",
        "Strelsauer President Flavia Rassen spoke.",
    ):
        assert list(found(PLACES, text, "2026-07-01"))
        assert list(found(PLACES, text, "2028-10-01")) == []


def test_after_its_term_a_plain_title_asks_and_former_is_silent():
    term = PLACES.replace(
        "since = 2018-01-02, source", "since = 2018-01-02, until = 2027-01-02, source"
    )
    plain = "President Flavia Rassen said on Tuesday she agreed."
    assert list(found(term, plain, "2026-12-15")) == []
    (one,) = found(term, plain, "2027-02-02")
    assert one == ("titles/stale", Severity.ASK, "President Flavia Rassen")
    assert list(found(term, plain, "2027-09-02")) == []
    assert list(found(term, f"Former {plain}", "2027-02-02")) == []
    assert [one[0] for one in found(term, f"Former {plain}", "2026-10-02")] == [
        "titles/former-in-office"
    ]


def test_a_form_to_avoid_is_never_proposed():
    text = "President Flavia Ramsen spoke."
    forms = '[names]\n"Flavia Rassen" = ["Flavia Rasen", "Flavja Ramsen"]\n'
    assert list(found(PLACES + forms, text, "2019-03-05")) == []  # its surname is known
    avoid = '[avoid]\n"Flavia Rassen" = ["Flavia Ramsem"]\n'
    (one,) = found(PLACES + avoid, text, "2019-03-05")
    assert one[:2] == ("titles/holder-name", Severity.ASK)
    avoid = '[avoid]\n"Flavia Rassen" = ["Flavia Rassen"]\n'
    assert list(found(PLACES + avoid, text, "2019-03-05")) == []


SEATS = """
[[office]]
id = "us-al/house"
of = ["Alabama"]
titles = ["Representative", "Rep."]
several = true
holders = [{ name = "Pat Roe", person = "Q1", since = 2019-01-03, source = SOURCES }]

[[office]]
id = "us-mi/house"
of = ["Michigan"]
titles = ["Representative", "Rep."]
several = true
holders = [
    { name = "Pat Roe", person = "Q2", since = 2001-01-03, until = 2015-01-03, source = SOURCES },
]
"""


@pytest.mark.parametrize(
    ("text", "severity"),
    [
        ("Former Rep. Pat Roe spoke.", None),
        ("Former Rep. Pat Roe, who seeks a seat in Michigan, spoke.", None),
        ("Former Rep. Pat Roe of Michigan spoke.", None),
        ("Former Rep. Pat Roe, R-Ala., spoke.", Severity.STOP),
        ("Former Rep. Pat Roe of Alabama spoke.", Severity.STOP),
    ],
)
def test_namesakes_are_told_apart_by_the_state(text, severity):
    severities = [one[1] for one in found(SEATS, text, "2024-03-05")]
    assert severities == ([] if severity is None else [severity])
