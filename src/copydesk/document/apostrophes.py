"""Apostrophes that are part of a name: O’Kane, d’Antras, Xi’an; not those of it’s and Smith’s."""

from __future__ import annotations

_LONGEST = 30  # code points of a word on either side
_ENDINGS = frozenset(("s", "t", "d", "m", "ll", "re", "ve", "n", "em", "all", "er", "am", "clock"))
"""What follows the apostrophe in contractions and possessives, in lower case."""


def is_in_name(text: str, place: int) -> bool:
    """Whether the apostrophe at an offset, between letters, is part of a name."""
    start, end = place, place + 1
    while start > 0 and place - start < _LONGEST and text[start - 1].isalpha():
        start -= 1
    while end < len(text) and end - place < _LONGEST and text[end].isalpha():
        end += 1
    before, after = text[start:place], text[place + 1 : end]
    if not before or not after or after.lower() in _ENDINGS:
        return False
    return before[0].isupper() or after[0].isupper()
