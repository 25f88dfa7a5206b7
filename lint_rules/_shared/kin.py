"""Words for relatives, by which a story tells apart people of one surname."""

from __future__ import annotations

from copydesk import pattern
from lint_rules._shared.prose import words

_WORDS = pattern(r"[^\W\d_]+")
KIN = words(
    "wife husband widow widower spouse fiance fiancee son sons daughter daughters mother "
    "father parents child children brother brothers sister sisters siblings twin twins uncle aunt "
    "nephew niece cousin cousins grandson granddaughter grandmother grandfather grandchildren "
    "stepson stepdaughter stepmother stepfather married marriage couple family families relatives "
    "dynasty namesake namesakes unrelated heir"
)
"""In lower case."""


def has_kin(text: str) -> bool:
    """Whether a text has a word for a relative."""
    return not KIN.isdisjoint(_WORDS.compiled.findall(text.lower()))
