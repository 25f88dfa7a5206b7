"""Marks are found by the index of words, and where a search would find them."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from copydesk.document.marks import all_of, places
from copydesk.document.separators import separators
from copydesk.document.words import LOOK_UP, Words, mark_key
from tests.counting import counting

PIECES = (
    "a", "the", "The", "he", "He", "said", "20", "1", "²", "½", "é", "İ", "_", " ", "  ", "\n\n",
    ",", ", ", ".", "...", "…", " – ", "--", "(", ")", "“", "”", "’", "'", "\u00a0", "t.co/", "#",
    "READ MORE:", "(AP)", "x", "\ufffd",
)  # fmt: skip
MARKS = (
    ", he ", " He ", "He ", " he", "(AP)", "READ MORE:", "t.co/", "  ", " – ", "--", "...", ". .",
    "²", "½", "’", ", 20", ",20,", "_", "\n\n", " ", "a b", "x", "#39;", "\u00a0", "\ufffd", "..",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES)).map("".join)


@given(TEXTS, st.sampled_from(MARKS))
@example("²m² m²", "²")
@example(", he said, he said", ", he ")
@example("he ", ", he ")
def test_a_mark_is_where_a_search_finds_it(text: str, mark: str) -> None:
    if mark.isalpha() or mark.isdecimal():
        return  # a word, which the index has
    found = sorted(places(Words(text), (mark,)))
    assert found == [at for at in range(len(text)) if text.startswith(mark, at)]


@given(TEXTS, st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map("".join))
def test_a_text_without_letters_and_digits_is_a_mark(text: str, mark: str) -> None:
    if mark_key(mark) == ("", -1):
        assert Words(text).has_mark(mark) == (mark in text)
        trigger = Words(mark).plain
        assert Words(text).any_of((trigger,)) == (trigger in Words(text).plain)


@given(TEXTS)
@example("a b c d")
@example("\x01 a “b” \x02")
def test_separators_are_what_is_between_words(text: str) -> None:
    found = re.split(r"[^\W_]+", text)
    found[0] = f"x{found[0]}"
    found[-1] = f"{found[-1]}x"
    assert Words(text).separators == separators(text) == set(found)


@pytest.mark.parametrize("mark", [" – ", "READ MORE:", "(AP)"])
def test_a_mark_that_cannot_be_there_is_not_searched_for(mark: str) -> None:
    class Unread(str):
        __slots__ = ()

        def find(self, *given: object) -> int:
            raise AssertionError(given)

    words = Words("Boats came back, the mayor said.")
    words.text = Unread(words.text)
    assert places(words, (mark,)) == []


def test_a_common_word_of_a_mark_is_not_looked_at_everywhere() -> None:
    words = Words("he " * LOOK_UP)
    assert places(words, (", he ",)) == []
    assert list(all_of("aaa", "aa")) == [0, 1]


def test_patterns_are_not_needed() -> None:
    words = Words("He said, he said.")
    with counting() as tally:
        places(words, (", he ", "said"))
    assert not tally.searched
