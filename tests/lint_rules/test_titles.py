"""The rules about titles: their examples, a table of sentences with dates, and the seeds."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from copydesk import Severity
from copydesk.facts import Person, Tenure
from copydesk.registry.shipped_facts import shipped_facts
from copydesk.testing.rule_examples import document, failures_of, read_marks, set_up
from lint_rules.titles import _person_names, _title_mentions
from lint_rules.titles.dead import Dead
from lint_rules.titles.form import Form
from lint_rules.titles.former_in_office import FormerInOffice
from lint_rules.titles.inconsistent import Inconsistent
from lint_rules.titles.stale import Stale
from lint_rules.titles.too_early import TooEarly
from lint_rules.titles.wrong_office import WrongOffice

DATED = (FormerInOffice, Stale, WrongOffice, TooEarly, Dead)
RULES = (*DATED, Form, Inconsistent)
SPRING = "2025-04-15"
TABLE = tomllib.loads(
    (Path(__file__).resolve().parents[1] / "data" / "titles.toml").read_text(encoding="utf-8")
)["sentence"]


@pytest.fixture
def proven(monkeypatch):
    """Take every tenure and death as proven: which ones are changes with each new table."""
    monkeypatch.setattr(Tenure, "is_proven", lambda self, day: True)
    monkeypatch.setattr(Person, "is_death_proven", lambda self: True)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_examples(rule):
    assert list(failures_of(rule)) == []


@pytest.mark.parametrize("row", TABLE, ids=lambda row: f"{row['day']} {row['text']}")
def test_a_sentence_on_its_day(row, proven):
    marked = read_marks(row["text"])
    doc = document(marked.text, date=row["day"])
    found = [
        (one.rule, str(one.severity), tuple(one.span))
        for rule in DATED
        for one in set_up(rule).check(doc)
    ]
    wanted = [(row["rule"], row["severity"], tuple(span)) for span in marked.spans]
    assert found == wanted


def test_the_table_is_half_right_and_half_wrong_and_covers_the_years():
    wrong = [row for row in TABLE if "rule" in row]
    assert len(TABLE) >= 150
    assert 0.4 < len(wrong) / len(TABLE) < 0.6
    assert {row["rule"] for row in wrong} == {rule.id for rule in DATED}
    assert min(row["day"] for row in TABLE) < "1993" and max(row["day"] for row in TABLE) > "2026"


def test_the_seeds(shared):
    spans = {}
    for path in sorted((shared / "seeds").glob("*.txt")):
        doc = document(path.read_text(encoding="utf-8"), date=SPRING)
        spans[path.name[:3]] = [
            tuple(one.span) for rule in RULES for one in set_up(rule).check(doc)
        ]
    assert spans == {"000": [], "001": [], "002": [], "003": [], "004": [(738, 772)]}


def test_past_the_facts_a_rule_asks():
    doc = document("Former U.S. President Donald Trump spoke.", date="2028-02-01")
    (finding,) = set_up(FormerInOffice).check(doc)
    assert finding.severity is Severity.ASK
    assert "as of 2026-06-15" in finding.evidence


def test_a_title_that_ended_is_stale_past_the_facts_too():
    doc = document("President Joe Biden said on Tuesday that he agreed.", date="2028-02-01")
    (finding,) = set_up(Stale).check(doc)
    assert finding.severity is Severity.STOP
    assert "from 2021-01-20 to 2025-01-20" in finding.evidence


def test_evidence_names_dates_and_source():
    doc = document("Israeli President Benjamin Netanyahu spoke.", date="2016-03-01")
    (finding,) = set_up(WrongOffice).check(doc)
    assert finding.severity is Severity.STOP
    assert "Benjamin Netanyahu was Prime Minister of Israel from 2009-03-31" in finding.evidence
    assert "Reuven Rivlin was President of Israel from 2014-07-24" in finding.evidence
    assert "story date 2016-03-01 (--date)" in finding.evidence
    titles = [fix.title for fix in finding.fixes]
    assert titles == [
        "Write “Israeli Prime Minister” if the name is right",
        "Write “Reuven Rivlin” if the title is right",
    ]
    assert {fix.safety for fix in finding.fixes} == {"suggested"}


def test_a_story_that_names_todays_holder_speaks_of_others_as_they_were():
    story = "The museum has a letter from President Barack Obama to a pupil.\n\n"
    (asked,) = set_up(Stale).check(document(story, date="2018-03-04"))
    assert asked.severity is Severity.ASK
    more = f"{story}It was shown to President Donald Trump."
    assert list(set_up(Stale).check(document(more, date="2018-03-04"))) == []


def test_a_caption_is_left_alone():
    text = "<figure><img src='a.jpg'><figcaption>President Joe Biden will speak on Tuesday."
    doc = document(f"{text}</figcaption></figure>", "html", date="2025-03-04")
    assert list(set_up(Stale).check(doc)) == []


@pytest.mark.parametrize(
    ("text", "name", "part"),
    [
        ("Donald Trump’s plan", "Donald Trump", False),
        ("Ferdinand Marcos Jr. spoke", "Ferdinand Marcos Jr.", False),
        ("Volodymyr Zelenskiy spoke", "Volodymyr Zelenskyy", False),
        ("Recep Tayyip Erdoğan spoke", "Recep Tayyip Erdogan", False),
        ("Ursula von der Leyen spoke", "Ursula von der Leyen", False),
        ("von der Leyen spoke", "Ursula von der Leyen", True),
        ("J.D. Vance spoke", "JD Vance", False),
        ("Peña Nieto spoke", "Enrique Peña Nieto", True),
    ],
)
def test_names(text, name, part):
    named = _person_names.person_at(text, 0, shipped_facts())
    assert named is not None
    assert ([one.name for one in named.people], named.part) == ([name], part)


@pytest.mark.parametrize("text", ["Donald Trump Jr. spoke", "Donald Trump Tower", "Pat Roe spoke"])
def test_the_name_goes_on_or_is_not_known(text):
    assert _person_names.person_at(text, 0, shipped_facts()) is None


@pytest.mark.parametrize(
    ("text", "place", "cue"),
    [
        ("former U.S. President Donald Trump", "us", "former"),
        ("Mexico’s former President Claudia Sheinbaum", "mexico", "former"),
        ("ex-NATO chief Mark Rutte", "nato", "ex"),
        ("President-elect Donald Trump", "", "elect"),
        ("the president of the United States, Donald Trump,", "united states", ""),
        ("Donald Trump, the U.S. president, spoke", "us", ""),
        ("Florida Attorney General Pam Bondi", "florida", ""),
    ],
)
def test_mentions(text, place, cue):
    (one,) = _title_mentions.mentions(document(text), shipped_facts())
    assert (one.place, one.cue) == (place, cue)


def test_many_namesakes_take_no_more_time_each(lint, linear) -> None:
    def make(size: int) -> str:
        return (
            "Former Rep. Mike Rogers, R-Ala., left on Monday. He was late, the clerk said. " * size
        )

    linear(lambda text: lint(text, FormerInOffice, date="2026-01-07"), make, 50, 500)
