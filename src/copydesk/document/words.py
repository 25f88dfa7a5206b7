"""The words of a text, found in one pass and shared by every term and trigger."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import accumulate, chain, compress, islice
from operator import eq
from typing import TYPE_CHECKING

from copydesk.regexes.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Set

# Runs of letters and runs of digits apart, so that "binary2025" holds both.
_WORD = compiled(r"([a-z]+(?![^\W\d_])|[^\W\d_]+|\d+)")  # the first kind is the quicker

_LONGEST = 200  # code points of a word that is looked at by its place

# Blanks and marks that a term's author would not tell apart; one for one, so
# that offsets stay as they are.
_ALIKE = (
    ("\u2019", "'"), ("\u00a0", " "), ("\n", " "), ("\u2018", "'"), ("\u2011", "-"),
    ("\u2010", "-"), ("\u202f", " "), ("\u2009", " "), ("\u2007", " "), ("\u02bc", "'"),
    ("\t", " "),
)  # fmt: skip


def plain(text: str) -> str:
    """The text with kinds of blanks, apostrophes and hyphens made one each.

    The length does not change.
    """
    for odd, even in _ALIKE:
        text = text.replace(odd, even)
    return text


def lowered(text: str) -> str:
    """The text in lower case, with every code point in its place.

    A letter whose lower case is longer (İ) stays as it is.
    """
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join([char.lower() if len(char.lower()) == 1 else char for char in text])


class Words:
    """Where each word of a text stands, by its lower-case form.

    A *word* is a run of letters or a run of digits. The folded text (lower case, kinds of
    blanks made one) serves for look-up only; offsets count code points of the text itself.
    ``doubled`` tells where a word begins that is also the next word.
    """

    __slots__ = ("_starts", "doubled", "folded", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain(text)
        low = lowered(text)
        self.folded = plain(low)
        # What lies between words, and words, in turn: all of it is done by C.
        parts = _WORD.split(low)
        ends = accumulate(map(len, parts))
        self._starts: defaultdict[str, list[int]] = defaultdict(list)
        words, starts = parts[1::2], list(islice(ends, 0, None, 2))
        add = self._starts
        for word, start in zip(words, starts, strict=False):
            add[word].append(start)
        self.doubled = list(compress(starts, map(eq, words, words[1:])))

    def __contains__(self, word: str) -> bool:
        return word in self._starts

    def __iter__(self) -> Iterator[str]:
        return iter(self._starts)

    def among(self, words: Mapping[str, object] | frozenset[str]) -> Set[str]:
        """Those of the words, in lower case or keys of a mapping, that occur; in no order."""
        if isinstance(words, frozenset):
            return words & self._starts.keys()
        return words.keys() & self._starts.keys()

    def capitals(self) -> list[int]:
        """Where words begin that begin with a capital, in order."""
        starts = sorted(chain.from_iterable(self._starts.values()))
        return list(compress(starts, map(str.isupper, map(self.text.__getitem__, starts))))

    def figures(self) -> list[int]:
        """Where runs of digits begin, in order."""
        return sorted(
            start for word, starts in self._starts.items() if word.isdecimal() for start in starts
        )

    def word_at(self, start: int) -> str:
        """The word that begins there, in lower case; of a very long one its beginning."""
        match = _WORD.match(lowered(self.text[start : start + _LONGEST]))
        return match[0] if match is not None else ""

    def starts(self, word: str) -> list[int]:
        """Where that lower-case word begins, in order; empty if it does not occur."""
        return self._starts.get(word, [])

    def any_of(self, triggers: tuple[str, ...]) -> bool:
        """Whether one of the triggers occurs: a word, or a mark or phrase anywhere."""
        starts = self._starts
        for trigger, words in _parts(triggers):
            if words == (trigger,):
                if trigger in starts:
                    return True
            elif all(word in starts for word in words) and trigger in self.plain:
                return True
        return False


@lru_cache(maxsize=512)
def _parts(triggers: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each trigger with the whole words in it; those at an edge may be parts of words."""
    return tuple((trigger, _whole_words(trigger)) for trigger in triggers)


def _whole_words(trigger: str) -> tuple[str, ...]:
    keys = word_keys(trigger)
    if len(keys) == 1 and keys[0][1] == trigger:
        return (trigger,)
    end = len(trigger)
    return tuple(word for at, word in keys if at > 0 and at + len(word) < end)


def word_keys(text: str) -> list[tuple[int, str]]:
    """The words of a term: offset and lower-case form."""
    return [(match.start(), match[0]) for match in _WORD.finditer(lowered(text))]
