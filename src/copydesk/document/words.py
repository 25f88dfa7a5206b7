"""An index of the words of a text, built in one pass for all terms and triggers."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from itertools import accumulate, chain, compress, islice
from operator import eq
from typing import TYPE_CHECKING

from copydesk.document.offsets import MUCH, offsets
from copydesk.regexes.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, MutableSequence, Sequence, Set

# Runs of letters and of digits are separate words: "binary2025" is two.
_WORD = compiled(r"([a-z]+(?![^\W\d_])|[^\W\d_]+|\d+)")  # the first branch is the fast path

_APART = r"[\W_]"  # what is in no word

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

    __slots__ = ("_starts", "doubled", "folded", "plain", "text")

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain(text)
        low = lowered(text)
        self.folded = plain(low)
        self._starts: defaultdict[str, MutableSequence[int]] = defaultdict(offsets(len(text)))
        self.doubled: list[int] = []
        before, begun = "", 0  # the last word of the part before
        for at, part in _parted(low):
            # Gaps and words alternate. All of this runs in C.
            parts = _WORD.split(part)
            ends = accumulate(map(len, parts), initial=at)
            words, starts = parts[1::2], list(islice(ends, 1, None, 2))
            add = self._starts
            for word, start in zip(words, starts, strict=False):
                add[word].append(start)
            if before and words[:1] == [before]:
                self.doubled.append(begun)
            self.doubled += compress(starts, map(eq, words, words[1:]))
            if words:
                before, begun = words[-1], starts[len(words) - 1]

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
            return words & self._starts.keys()
        return words.keys() & self._starts.keys()

    def capitals(self) -> list[int]:
        """Where capitalised words begin, in order."""
        starts, again = (chain.from_iterable(self._starts.values()) for _ in range(2))
        return sorted(compress(starts, map(str.isupper, map(self.text.__getitem__, again))))

    def figures(self) -> list[int]:
        """Where runs of digits begin, in order."""
        return sorted(
            start for word, starts in self._starts.items() if word.isdecimal() for start in starts
        )

    def word_at(self, start: int) -> str:
        """The word that begins at ``start``, in lower case; a very long one is cut."""
        match = _WORD.match(lowered(self.text[start : start + _LONGEST]))
        return match[0] if match is not None else ""

    def starts(self, word: str) -> Sequence[int]:
        """Where a lower-case word begins, in order; empty if it does not occur."""
        return self._starts.get(word, ())

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


def _parted(low: str) -> Iterator[tuple[int, str]]:
    """The parts of a text, with their offsets; no word goes over the end of one."""
    if len(low) <= MUCH:
        yield 0, low
        return
    apart, at = compiled(_APART), 0
    while at < len(low):
        found = apart.search(low, at + MUCH)
        end = found.start() if found is not None else len(low)
        yield at, low[at:end]
        at = end


@lru_cache(maxsize=512)
def _parts(triggers: tuple[str, ...]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each trigger with its whole words, without those at an edge, which may be parts of words."""
    return tuple((trigger, _whole_words(trigger)) for trigger in triggers)


def _whole_words(trigger: str) -> tuple[str, ...]:
    keys = word_keys(trigger)
    if len(keys) == 1 and keys[0][1] == trigger:
        return (trigger,)
    end = len(trigger)
    return tuple(word for at, word in keys if at > 0 and at + len(word) < end)


def longest_word(term: str) -> str:
    """The longest word of a term, in lower case; the first of several; empty if there is none."""
    return max((word for _, word in word_keys(term)), key=len, default="")


def word_keys(text: str) -> list[tuple[int, str]]:
    """The words of a term: the offset and lower-case form of each."""
    return [(match.start(), match[0]) for match in _WORD.finditer(lowered(text))]
