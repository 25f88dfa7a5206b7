"""Pieces of words that are no words, though some list has them: ards, ries, cal."""

from __future__ import annotations

import os
from functools import lru_cache

from lint_rules._shared.prose import words

ENDINGS = words("ed ing tion tions ment ments ness ity ence ance ers ies")
"""What is cut off words; a consonant may have to be doubled before it."""

_LETTERS = words("b c d e f g h j k l m n o p q r s t u v w x y z i")
_PIECES = os.path.join(os.path.dirname(__file__), os.pardir, "_shared", "_pieces.txt")


@lru_cache(maxsize=1)
def looked_for() -> frozenset[str]:
    """The pieces of two letters and more, and lone letters; a file that the project makes."""
    with open(_PIECES, encoding="utf-8") as file:
        return _LETTERS.union(ENDINGS, file.read().split())
