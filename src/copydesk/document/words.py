"""An index of the words of a text, built in one pass for all terms and triggers."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, compress
from typing import TYPE_CHECKING

from copydesk.document.word_index import WORD, index

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence, Set

_LONGEST = 200  # maximum number of code points of a word that ``word_at`` returns

# Spaces and marks that a term's author would not distinguish. Replaced one for
# one, so that offsets do not change.
_ALIKE = (
    ("\u2019", "'"), ("\u00a0", " "), ("\n", " "), ("\u2018", "'"), ("\u2011", "-"),
    ("\u2010", "-"), ("\u202f", " "), ("\u2009", " "), ("\u2007", " "), ("\u02bc", "'"),
    ("\t", " "),
)  # fmt: skip


def plain(text: str) -> str:
    """The text with one kind each of space, apostrophe and hyphen.

    The length does not change.
    """
    for odd, even in _ALIKE:
        text = text.replace(odd, even)
    return text


def lowered(text: str) -> str:
    """The text in lower case, with every code point at the same offset.

    A letter whose lower case is longer (İ) is left unchanged.
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join([char.lower() if len(char.lower()) == 1 else char for char in text])


class Words:
    """Where each word of a text occurs, by its lower-case form.

    A *word* is a run of letters or a run of digits. The folded text (in lower case, with one
    kind of space, apostrophe and hyphen) is for look-up only; offsets count code points of the
    text itself. ``doubled`` lists where a word begins that is followed by itself.
    """

    __slots__ = ("_capitals", "_has", "_starts", "doubled", "folded", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain(text)
        low = lowered(text)
        self.folded = plain(low)
        self._starts, self.doubled, self._capitals = index(text, low, self.folded)
        self._has: dict[str, bool] = {}

    def __contains__(self, word: str) -> bool:
        return word in self._starts

    def __iter__(self) -> Iterator[str]:
        return iter(self._starts)

    @property
    def total(self) -> int:
        """The number of words in the text, each as often as it occurs."""
        return sum(map(len, self._starts.values()))

    def among(self, words: Mapping[str, object] | frozenset[str]) -> Set[str]:
        """Those of the given lower-case words (or keys of a mapping) that occur, in no order."""
        if isinstance(words, frozenset):
            if len(words) > len(self._starts):
                return words.intersection(self._starts)
            return words & self._starts.keys()
        return words.keys() & self._starts.keys()

    def capitals(self) -> list[int]:
        """Where capitalised words begin, in order."""
        if self._capitals is None:
            starts = [*chain.from_iterable(self._starts.values())]
            letters = map(self.text.__getitem__, starts)
            self._capitals = sorted(compress(starts, map(str.isupper, letters)))
        return self._capitals

    def figures(self) -> list[int]:
        """Where runs of digits begin, in order."""
        figures = filter(str.isdecimal, self._starts)
        return sorted(chain.from_iterable(map(self._starts.__getitem__, figures)))

    def word_at(self, start: int) -> str:
        """The word that begins at ``start``, in lower case; a very long one is cut."""
        match = WORD.match(lowered(self.text[start : start + _LONGEST]))
        return match[0] if match is not None else ""

    def starts(self, word: str) -> Sequence[int]:
        """Where a lower-case word begins, in order; empty if it does not occur."""
        return self._starts.get(word, ())

    def any_of(self, triggers: tuple[str, ...]) -> bool:
        """Whether one of the triggers occurs: a word, or a mark or phrase anywhere."""
        words, others = _parts(triggers)
        if not self._starts.keys().isdisjoint(words):
            return True
        return any(self._has_text(trigger, inner) for trigger, inner in others)

    def _has_text(self, text: str, words: tuple[str, ...]) -> bool:
        """Whether the text has a mark or phrase, which it cannot have without some words."""
        found = self._has.get(text)
        if found is None:
            found = all(word in self._starts for word in words) and text in self.plain
            self._has[text] = found
        return found


@lru_cache(maxsize=512)
def _parts(
    triggers: tuple[str, ...],
) -> tuple[frozenset[str], tuple[tuple[str, tuple[str, ...]], ...]]:
    """The triggers that are words, and the others, each with the words within it.

    A word at an edge of a trigger may be part of another one, so it is not among these.
    """
    words = frozenset(one for one in triggers if is_word(one))
    return words, tuple((one, _within(one)) for one in triggers if one not in words)


def is_word(text: str) -> bool:
    """Whether a text is one word, in lower case: letters or digits and nothing else."""
    return word_keys(text) == [(0, text)]


def _within(trigger: str) -> tuple[str, ...]:
    """The words of a trigger that are at neither edge of it."""
    end = len(trigger)
    return tuple(word for at, word in word_keys(trigger) if at > 0 and at + len(word) < end)


def longest_word(term: str) -> str:
    """The longest word of a term, in lower case; the first of several; empty if there is none."""
    return max((word for _, word in word_keys(term)), key=len, default="")


def word_keys(text: str) -> list[tuple[int, str]]:
    """The words of a term: the offset and lower-case form of each."""
    return [(match.start(), match[0]) for match in WORD.finditer(lowered(text))]
