"""The words of a text, found in one pass and shared by every term and trigger."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# Runs of letters and runs of digits apart, so that "binary2025" holds both.
_WORD = re.compile(r"[^\W\d_]+|\d+")

# Blanks and marks that a term's author would not tell apart; one for one, so
# that offsets stay as they are.
_ALIKE = str.maketrans({
    "\u00a0": " ", "\u2007": " ", "\u2009": " ", "\u202f": " ", "\n": " ", "\t": " ",
    "\u2018": "'", "\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-",
})  # fmt: skip


def plain(text: str) -> str:
    """The text with kinds of blanks, apostrophes and hyphens made one each.

    The length does not change.
    """
    return text.translate(_ALIKE)


class Words:
    """Where each word of a text stands, by its lower-case form.

    A *word* is a run of letters or a run of digits. The folded form serves for
    look-up only; offsets count code points of the text itself.
    """

    __slots__ = ("_starts", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain(text)
        self._starts: dict[str, list[int]] = {}
        add = self._starts.setdefault
        for match in _WORD.finditer(text):
            add(match[0].lower(), []).append(match.start())

    def __contains__(self, word: str) -> bool:
        return word in self._starts

    def __iter__(self) -> Iterator[str]:
        return iter(self._starts)

    def starts(self, word: str) -> list[int]:
        """Where that lower-case word begins, in order; empty if it does not occur."""
        return self._starts.get(word, [])

    def any_of(self, triggers: tuple[str, ...]) -> bool:
        """Whether one of the triggers occurs: a word, or a mark anywhere."""
        return any(
            trigger in self._starts if trigger.isalnum() else trigger in self.plain
            for trigger in triggers
        )


def word_keys(text: str) -> list[tuple[int, str]]:
    """The words of a term: offset and lower-case form."""
    return [(match.start(), match[0].lower()) for match in _WORD.finditer(text)]
