"""What is a name, a number or an address, and what replaces it."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.alarm import standins
from copydesk.alarm.anonymise import _secrets
from copydesk.alarm.names import Story
from copydesk.alarm.sample import Sample
from copydesk.alarm.standins import StandIns
from copydesk.alarm.tokens import tokens
from copydesk.alarm.words import is_common
from copydesk.model.findings import Span


def names(text: str, story: str = "") -> list[str]:
    return [one.text for one, _ in Story(story or text).names(text)]


def replaced(text: str, story: str = "") -> str:
    """A text with everything replaced that can be."""
    edits = [edit for one in _secrets(text, story or text) for edit in one.edits]
    return Sample(text, Span(0, 0)).changed(edits).source


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The mayor met Ann Lindqvist. Lindqvist left.", ["Ann", "Lindqvist", "Lindqvist"]),
        ("Lindqvist’s boat sank. Ferries stopped.", ["Lindqvist"]),
        ("On Tuesday, the council met in March.", []),
        ("Officials said the President left. Police came.", []),
        ("Mr. Green came. Dr. Brook and Mrs. May did not.", ["Green", "Brook", "May"]),
        ("Theresa May said so in May.", ["Theresa", "May"]),
        ("Rose Tyler came. Rose bushes grew.", ["Rose", "Tyler"]),
        ("We saw Green. Green said no.", ["Green", "Green"]),
        ("Don’t ask. I’m here. They’ve gone. Isn’t it?", []),
        ("He met Smith-Jones, O’Brien and the al-Assads.", ["Smith", "Jones", "Brien", "Assads"]),
        ("The iPhone and McDonald were there.", ["iPhone", "McDonald"]),
        ("“The boat is old,” Zbigniew Dąbrowski said.", ["Zbigniew", "Dąbrowski"]),
        ("The M&uuml;ller house and &Eacute;ric Roe’s", ["M&uuml;ller", "&Eacute;ric", "Roe"]),
        ("It was NATO, not the EU or the U.S. army.", ["NATO"]),
        ("Ferry Contract Goes to Quillmere Lines\n\nThe line won.", ["Quillmere", "Lines"]),
        ("FERRY CONTRACT GOES TO QUILLMERE LINE\n\nIt won.", ["QUILLMERE", "LINE"]),
        ("(Reporting by Joan Sand; Editing by Ana Field)", ["Joan", "Sand", "Ana", "Field"]),
        ("Mayor Tom Green Promises Fourteen Ferry Contract", ["Tom", "Green"]),
        ("He met Roe. Green fields are here.", ["Roe"]),
        ("He said: “Pay up.” She said, “No.”", []),
    ],
)
def test_names(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_the_whole_story_shows_what_is_a_name() -> None:
    assert names("Fields said no.") == []
    assert names("Fields said no.", "They asked Tom Fields. Fields said no.") == ["Fields"]
    assert names("Zebrafish swam.") == ["Zebrafish"]
    assert names("Zebrafish swam.", "The zebrafish came. Zebrafish swam.") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Pay 1,250 or 3.5% to 47 people.", ["1,250", "3.5", "47"]),
        ("In 1987 and 2024–25, on April 15, 2025 and 5 May, at 10:30 a.m.", []),
        ("On 2025-04-15T10:00:00Z, 15/4/2025 and the 21st of June.", []),
        ("The 21st floor, 2,025 rooms, $1987.", ["21", "2,025", "1987"]),
        ("1. One\n2. Two\n", []),
        ("<h1>Ten</h1> &#39; &amp; &euro;99", ["99"]),
    ],
)
def test_numbers(text: str, expected: list[str]) -> None:
    assert [one.text for one in tokens(text) if one.kind == "number"] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("call +44 20 7946 0958 now", "phone"),
        ("call (020) 7946 0958.", "phone"),
        ("write to ann.roe+x@news.example.", "email"),
        ("see https://news.example/a?b=1.", "url"),
        ("see pic.twitter.com/q7Xk or abc.co.uk.", "url"),
        ("by @annroe, today", "handle"),
        ("the #SaveTheFerry march", "hashtag"),
        ("open roe-final.jpg first", "file"),
    ],
)
def test_kinds(text: str, expected: str) -> None:
    assert expected in {one.kind for one in tokens(text)}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Lindqvist met Lindqvist’s aunt.", "Edda Tarrow met Tarrow’s aunt."),
        (
            "LINDQVIST AGAIN AHEAD TODAY\n\nWe saw Lindqvist.",
            "TARROW AGAIN AHEAD TODAY\n\nWe saw Tarrow.",
        ),
        ("They live in Oslo, near Quillmere.", "They live in Ashcombe, near Marlford."),
        ("An Ostrava paper and a Brno one.", "An Ashdell paper and a Tarrow one."),
        ("mail ann@roe.example now", "mail name@example.com now"),
        ("see www.roe.example/a/b.html?x=roe#c", "see www.example.com/page/page.html?x=value#part"),
        ("by @roe in #RoeWins with roe.pdf", "by @reader in #topic with file.pdf"),
        ("an 11-year-old and an 18-year-old", "an 18-year-old and an 11-year-old"),
    ],
)
def test_stand_ins(text: str, expected: str) -> None:
    assert replaced(text) == expected


def test_a_missing_space_makes_no_address() -> None:
    assert {one.kind for one in tokens("He swam to the pier.It sank.No one spoke.")} == {"word"}


def test_stand_ins_of_numbers_keep_their_shape() -> None:
    text = "He paid $1,250.75 for 0.5 kg, the 22nd time, at 82 or +44 20 7946 0958."
    after = replaced(text)
    assert after != text
    assert re.sub(r"\d", "0", re.sub("nd|th|st|rd", "xx", after)) == re.sub(
        r"\d", "0", re.sub("nd|th|st|rd", "xx", text)
    )
    assert after.split(" at ")[1][0] == "8"


def test_a_name_in_lower_case_is_replaced_too() -> None:
    assert replaced("We saw Quillmere; quillmere won.") == "We saw Tarrow; tarrow won."


@given(st.lists(st.from_regex(r"[A-Z][a-z]{3,7}", fullmatch=True), min_size=1, max_size=300))
def test_every_name_has_a_stand_in_of_its_own(words: list[str]) -> None:
    stand_ins = StandIns({word.lower() for word in words} | {"tarrow"})
    found = {word: stand_ins.name(word, "surname") for word in words}
    assert len(set(found.values())) == len(found)
    assert not set(found.values()) & {*words, "Tarrow"}
    assert all(one[0].lower() in "aeio" or word[0] not in "AEIO" for word, one in found.items())


@given(st.from_regex(r"[A-Z]{2,5}", fullmatch=True))
def test_letters_stand_for_letters(word: str) -> None:
    found = StandIns({word.lower()}).name(word, "surname")
    assert found.isupper() and len(found) == len(word)
    assert (found[0] in "AEFHILMNORSX") == (word[0] in "AEFHILMNORSX")


@given(st.from_regex(r"[1-9]\d{0,2}(?:[.,]\d{3}){0,2}", fullmatch=True), st.integers(0, 99))
def test_a_number_is_changed_but_not_its_shape(text: str, salt: int) -> None:
    found = standins.number(text, salt)
    assert re.sub(r"\d", "0", found) == re.sub(r"\d", "0", text)
    assert found != text or text in ("1", "8")


def test_the_invented_names_are_not_words_and_not_alike() -> None:
    all_names = [
        name.lower()
        for lists in standins._NAMES.values()
        for line in lists
        for name in line.split()
    ]
    assert len(set(all_names)) == len(all_names)
    assert [name for name in all_names if is_common(name)] == []
