"""The quantities of a document, read on first use."""

from __future__ import annotations

from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document import Document
    from copydesk.figures.quantity import Quantity

_WORDS = frozenset((
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety", "hundred",
    "thousand", "million", "billion", "dozen", "half", "halves", "third", "thirds", "quarter",
    "quarters", "fourths", "fifth", "fifths", "sixth", "sixths", "seventh", "eighth", "eighths",
    "tenth", "tenths", "first", "fourth", "ninth", "eleventh", "twelfth", "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",
))  # fmt: skip


@lru_cache(maxsize=2)
def quantities(doc: Document) -> tuple[Quantity, ...]:
    """The quantities of a story, in order; read once for each document.

    Nothing is imported for a story without figures.
    """
    places = _places(doc)
    if not places:
        return ()
    from copydesk.figures.reader import Reader

    return tuple(Reader(doc).read(places))


def _places(doc: Document) -> list[tuple[int, str]]:
    """Where a number may begin: at figures, and at words of numbers with that word."""
    words = doc.words
    found = [(place, "") for place in words.figures()]
    for word in words.among(_WORDS):
        found += [(place, word) for place in words.starts(word)]
    found.sort()
    return found
