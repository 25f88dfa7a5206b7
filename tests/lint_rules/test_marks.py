"""Apostrophes, doubled marks, figures, abbreviations: what is found, and what stays silent."""

from __future__ import annotations

import pytest

from copydesk.testing.rule_examples import apply_edits, read_marks
from lint_rules.facts.clock_time import ClockTime
from lint_rules.facts.malformed_number import MalformedNumber
from lint_rules.quote.lost_comma import LostComma
from lint_rules.quote.punctuation_at_close import PunctuationAtClose
from lint_rules.sentence.a_an import AAn
from lint_rules.spelling.abbreviation import Abbreviation
from lint_rules.spelling.apostrophe import LostApostrophe
from lint_rules.style.plural_apostrophe import PluralApostrophe
from lint_rules.style.redundancy import Redundancy
from lint_rules.typography.apostrophe import Apostrophe
from lint_rules.typography.doubled_mark import DoubledMark
from lint_rules.typography.spacing import Spacing

FIXED = [
    (Apostrophe, "The blizzard of ‘78 was worse than ‘em "
        "all.", "The blizzard of ’78 was worse than ’em all."),
    (Apostrophe, "It’s the kids‘ lunch and the team‘s "
        "coach.", "It’s the kids’ lunch and the team’s coach."),
    (Apostrophe, "She wouldn`t say; it's the company′s.", "She wouldn't say; it's the company's."),
    (Apostrophe, "Fish ‘n’ chips at the mid-‘80s café.", "Fish ’n’ chips at the mid-’80s café."),
    (DoubledMark, "The vote was 5-2.. She left.", "The vote was 5-2. She left."),
    (DoubledMark, "It costs more than that;; she left.", "It costs more than that; she left."),
    (DoubledMark, "The meeting is Monday,, he said.", "The meeting is Monday, he said."),
    (LostApostrophe, "The police havent said.", "The police haven't said."),
    (LostApostrophe, "The council wont vote until May.", "The council won't vote until May."),
    (LostApostrophe, "The mayor cant attend.", "The mayor can't attend."),
    (LostApostrophe, "“Were not going to stop,” he said.", "“We’re not going to stop,” he said."),
    (LostApostrophe, "It wasn;t there.", "It wasn't there."),
    (LostApostrophe, "They ca’nt go.", "They can’t go."),
    (LostApostrophe, "The companys shares fell.", "The company's shares fell."),
    (LostApostrophe, "Next weeks meeting is off.", "Next week's meeting is off."),
    (LostApostrophe, "Police searched the suspects "
        "apartment.", "Police searched the suspect's apartment."),
    (LostApostrophe, "Joe Biden spoke. Bidens plan is "
        "dear.", "Joe Biden spoke. Biden's plan is dear."),
    (LostApostrophe, "It was the worlds oldest tree.", "It was the world's oldest tree."),
    (LostApostrophe, "He spent three year’s in jail.", "He spent three years in jail."),
    (LostApostrophe, "The choice is your’s.", "The choice is yours."),
    (LostApostrophe, "The Garcia’s were not home.", "The Garcias were not home."),
    (MalformedNumber, "It was the 21th time.", "It was the 21st time."),
    (MalformedNumber, "Sales rose %12 in May.", "Sales rose 12% in May."),
    (Redundancy, "He paid £20 pounds for it.", "He paid £20 for it."),
    (Redundancy, "Prices fell 4% per cent.", "Prices fell 4%."),
    (Abbreviation, "The U.K-based firm left.", "The U.K.-based firm left."),
    (PluralApostrophe, "All 39 MP’s of the party quit.", "All 39 MPs of the party quit."),
    (LostComma, "“We are from the U.S.” she said.", "“We are from the U.S.,” she said."),
    (LostComma, "“It was a long night”. she said.", "“It was a long night”, she said."),
    (Spacing, "She won the race(her third) on Monday.", "She won the race (her third) on Monday."),
    (Spacing, "He called it “ours”and left.", "He called it “ours” and left."),
    (Spacing, "The mayor ’s office.", "The mayor’s office."),
    (Spacing, "“ We won,” she said.", "“We won,” she said."),
    (AAn, "It was a (old) ship.", "It was an (old) ship."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "fixed"), FIXED)
def test_fixes(lint, kind, text, fixed):
    (one,) = lint(text, kind)
    assert apply_edits(text, one.fixes[0].edits) == fixed
    assert lint(fixed, kind) == ()


FOUND = [
    (DoubledMark, "He asked why[[?.]] Nobody knew."),
    (DoubledMark, "“We won[[.”,]] he said."),
    (DoubledMark, "“Did we win[[?”?]] he asked."),
    (DoubledMark, "He left[[.,]] and she stayed on."),
    (MalformedNumber, "The city has [[45,00]] residents."),
    (MalformedNumber, "A crowd of [[2,5000]] came."),
    (MalformedNumber, "She has lived here since [[19988]]."),
    (ClockTime, "It begins at [[8:75 a.m.]] on Monday."),
    (ClockTime, "It begins at [[15 p.m.]] on Monday."),
    (Spacing, "It is a well[[ -]]known man."),
]


@pytest.mark.parametrize(("kind", "marked"), FOUND)
def test_found_without_a_fix(lint, kind, marked):
    text, spans = read_marks(marked)
    (one,) = lint(text, kind)
    assert [one.span] == list(spans)
    assert one.fixes == ()


SILENT = [
    # Feet, coordinates, other scripts, quotations in single marks.
    (Apostrophe, "He is 5′ 10″ tall, at 51° 30′ N; Hawai`i, Sana‘a, Ta‘izz, Qur‘an, Ma‘ariv, "
        "O‘Neill."),
    (Apostrophe, "‘90 per cent of people left,’ she said. The ‘80s revival’ is over."),
    (Apostrophe, "The argument of ‘76 wasted/lost years’ is his."),
    (Apostrophe, "He was called a ‘n*****,' she said."),
    # Names, nouns, verbs, Latin, years in the plural.
    (LostApostrophe, "Jony Ive left Apple; Im Jong-ho spoke; his wont is to stay; the cant of "
        "thieves."),
    (LostApostrophe, "The doctrine of mens rea; the hows and whys; the ID had been lost."),
    (LostApostrophe, "The teachers union and the veterans home met over the last years of the "
        "war."),
    (LostApostrophe, "The Buddha’s own words; the team’s are in; the President’s own."),
    (LostApostrophe, "This falls short; nights before were worse; the months leading up to it."),
    (LostApostrophe, "Both driver’s and owner’s manuals; the three men’s and two women’s teams."),
    (LostApostrophe, "Well done. Were they late? She lets them go, and he fell ill."),
    (LostApostrophe, "That means opponents lost; the activists plan to go; his colleagues plan "
        "it."),
    (DoubledMark, "Wait... what?! See ../docs, std::map, Okla., Inc., Jr., a.m.; “Jeopardy!,” he "
        "said."),
    (DoubledMark, "He works at “Acme Inc.”, in f—-k Street; the n—-er of the anti-Jeb!."),
    (MalformedNumber, "Psalm 12,13; rooms 10,11; 1,50,000 rupees; 12,5 km; May 5,2024; €100,00."),
    (MalformedNumber, "In 20224 homes; $2,493,880,655.00; June 19–22; a time of 20:45; zip 20500."),
    (MalformedNumber, "The 11th, 112th, 21st, 22nd and 103rd; 50%; 2nd Lt. Poe."),
    (ClockTime, "AM 1300; 12:59 p.m.; 101.5 FM; April 13 p.m.; “I’m 20,” he said."),
    (Redundancy, "A $5 dollar-store gift; 5 million dollars; 12 people at noon; 9 in the morning."),
    (Abbreviation, "Citigroup (C.N), version A.B and Gen Z; Dr Poe met Mr Roe."),
    (Abbreviation, "Economist Amartya Sen Gupta met Sen. Poe."),
    (PluralApostrophe, "1990’s best film; straight A’s; both FATF’s rules; the MP’s seat."),
    (LostComma, "“It was a long night.” Roe said she left. “It was late.” He said so."),
    (PunctuationAtClose, "It is “old”, “cold”, and “odd”, he said, in the “north”."),
    (Spacing, "Iron(III) oxide; person(s); (re)build; (sub)species; f(x, y); US$ 5; two- or "
        "three-day."),
    (AAn, "A “hot” year, an “F” grade, a (re)used pier and an (un)used one; a ‘up or out’ rule."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), SILENT)
def test_silent(lint, kind, text):
    assert lint(text, kind) == ()


def test_titles_and_months_follow_the_story(lint):
    text = "Rep. Lee met Sens Poe and Roe on Jan. 2 and Feb 27."
    assert [text[slice(*one.span)] for one in lint(text, Abbreviation)] == ["Sens", "Feb"]
    assert lint("Lee met Sens Poe and Roe on Feb 27.", Abbreviation) == ()


def test_the_story_has_marks_inside(lint):
    text = "It is “old,” or “cold,” but “odd,” and “sad,” and he called it “ours”, too."
    (one,) = lint(text, PunctuationAtClose)
    assert apply_edits(text, one.fixes[0].edits).endswith("it “ours,” too.")


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("The [council](http://x.example/a)voted on Monday.", 1),
        ("He was**late** again.", 1),
        ("**T**he harbour is un**believ**able.", 0),
        ("The [council](http://x.example/a) voted on **Monday**.", 0),
    ],
)
def test_words_that_markup_joins(lint, text, count):
    assert len(lint(text, Spacing, form="markdown")) == count


def test_quoted_words_have_no_safe_fix(lint):
    (one,) = lint("“We didnt go,” he said.", LostApostrophe)
    assert [fix.safety for fix in one.fixes] == ["suggested"]
