"""Which apostrophes are part of a name."""

from __future__ import annotations

import pytest

from copydesk.document.apostrophes import is_in_name


@pytest.mark.parametrize(
    "word", ["O’Hara", "d’Estaing", "D'Souza", "Xi’an", "N'Djamena", "O'HARA", "L’Oréal", "Ta’izz"]
)
def test_a_name(word: str) -> None:
    place = next(at for at, letter in enumerate(word) if letter in "'’")
    assert is_in_name(f"and {word} left", place + 4)


@pytest.mark.parametrize(
    "word", ["it’s", "Smith’s", "DON'T", "We’ve", "o'clock", "They’ll", "y’all", "IT’S", "I'm"]
)
def test_no_name(word: str) -> None:
    place = next(at for at, letter in enumerate(word) if letter in "'’")
    assert not is_in_name(f"and {word} left", place + 4)


def test_at_the_ends_of_the_text() -> None:
    assert not is_in_name("’tis", 0)
    assert not is_in_name("dogs’", 4)
