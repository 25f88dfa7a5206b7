"""The fast way of finding words finds what the patterns find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.document import word_index
from copydesk.document.words import Words, lowered, plain

MARKS = "’‘“”—–…-_'\u02bc\u00a0\n\r\t .,\"²٣5\u0301İıé😀"
COPY = st.lists(
    st.sampled_from(["the", "The", "12", "5", "go", "Łódź", "x2y", *MARKS]) | st.text(max_size=3)
).map("".join)


@given(COPY)
def test_words_in_ascii_are_those_of_the_pattern(text: str) -> None:
    low = lowered(text)
    assert word_index.index(low, plain(low)) == word_index._of_any(low)


@given(COPY)
def test_offsets_are_in_code_points_of_the_text(text: str) -> None:
    words = Words(text)
    for word in words:
        for start in words.starts(word):
            assert lowered(text)[start : start + len(word)] == word
    assert words.capitals() == [at for at in _begins(words) if text[at].isupper()]
    assert words.figures() == [at for at in _begins(words) if text[at].isdecimal()]


def _begins(words: Words) -> list[int]:
    return sorted(at for word in words for at in words.starts(word))


def test_a_word_after_itself_is_doubled_whatever_is_between_but_words() -> None:
    assert Words("The the 5, 5 a 5 a a… – a").doubled == [0, 8, 17, 19]


def test_a_large_text_is_read_in_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "Go go 12 İx the the end " * 9
    whole = Words(text)
    monkeypatch.setattr(word_index, "MUCH", 20)
    parts = Words(text)
    assert {word: [*parts.starts(word)] for word in parts} == {
        word: [*whole.starts(word)] for word in whole
    }
    assert parts.doubled == whole.doubled
