"""The words at a place of a text and around it, in which an accepted name is looked for."""

from __future__ import annotations

from functools import cached_property

from copydesk.accepted import forms
from copydesk.document.words import plain
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    class Table(Protocol):
        """The accepted words."""

        def has(self, words: str) -> bool:
            """Whether words, in their normal form, are accepted."""

        def lengths(self, word: str) -> tuple[int, ...]:
            """How many words the accepted names have that begin with a word."""


_REACH = 160  # code points on either side of a place; a name of several words fits
_PARAGRAPH = "\n\n"
_WORD = compiled(r"\S+")
_MOST = 8  # words of an accepted name before the one in question


class Around:
    """What is around a place.

    Args:
        text: the text.
        span: the place.

    Attributes:
        text: the place with what is around it, up to the ends of its paragraph, with one kind
            of space, apostrophe and hyphen.
        span: the place, in that text.
        core: the numbers of the words that the place has, among all of them.
    """

    def __init__(self, text: str, span: tuple[int, int]) -> None:
        start, end = span
        before = text[max(0, start - _REACH) : start].rpartition(_PARAGRAPH)[2]
        after = text[end : end + _REACH].partition(_PARAGRAPH)[0]
        self.text = plain(f"{before}{text[start:end]}{after}")
        self.span = len(before), len(before) + end - start
        self._spans = [word.span() for word in _WORD.finditer(self.text)]
        first, last = self.span
        self.core = [
            number for number, (begin, stop) in enumerate(self._spans)
            if begin < last and first < stop
        ]  # fmt: skip

    @cached_property
    def _words(self) -> list[str]:
        return [forms.normal(self.text[begin:stop]) for begin, stop in self._spans]

    def is_within(self, start: int, end: int) -> bool:
        """Whether the place is within a range of the text, but for a possessive."""
        first, last = self.span
        return start <= first < end and self.text[end:last] in ("", *forms.POSSESSIVE)

    def is_covered(self, table: Table) -> bool:
        """Whether every word of the place is accepted, alone or in a name of several words."""
        if not self.core:
            return False
        return all(table.has(self._within(at)) or self._has_phrase(table, at) for at in self.core)

    def _within(self, at: int) -> str:
        """That part of a word which is in the place, in its normal form."""
        (begin, stop), (first, last) = self._spans[at], self.span
        return forms.normal(self.text[max(begin, first) : min(stop, last)])

    def _has_phrase(self, table: Table, at: int) -> bool:
        """Whether a word is part of an accepted name of several words."""
        words = self._words
        for first in range(max(0, at - _MOST), at + 1):
            for length in table.lengths(words[first]):
                last = first + length
                if at < last <= len(words) and table.has(" ".join(words[first:last])):
                    return True
        return False
