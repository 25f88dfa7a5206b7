"""Words for relatives, by which a story tells apart people of one surname."""

from __future__ import annotations

from copydesk import Document
from lint_rules._shared.prose import words

KIN = words(
    "wife husband widow widower spouse fiance fiancee son sons daughter daughters mother "
    "father parents child children brother brothers sister sisters siblings twin twins uncle aunt "
    "nephew niece cousin cousins grandson granddaughter grandmother grandfather grandchildren "
    "stepson stepdaughter stepmother stepfather married marriage couple family families relatives "
    "dynasty namesake namesakes unrelated heir"
)
"""In lower case."""


def has_kin(doc: Document) -> bool:
    """Whether a story has a word for a relative anywhere."""
    return bool(doc.words.among(KIN))
