"""An index of the words of a text, built in one pass for all terms and triggers."""

from __future__ import annotations

from functools import lru_cache
from itertools import chain, compress, tee

from copydesk.document.separators import EDGE, separators
from copydesk.document.word_index import WORD, index

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence, Set

LOOK_UP = 64
"""The number of code points that are searched in the time in which one place is looked at."""

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

    __slots__ = (
        "_capitals", "_marks", "_marks_alike", "_separators", "_starts",
        "doubled", "folded", "plain", "text",
    )  # fmt: skip

    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = plain(text)
        low = lowered(text)
        self.folded = plain(low)
        self._starts, self.doubled = index(low, self.folded)
        self._capitals: list[int] | None = None
        self._marks = ""  # all separators, with a letter between them
        self._marks_alike = ""  # the same with one kind of space, apostrophe and hyphen
        self._separators: frozenset[str] = frozenset()

    @property
    def separators(self) -> frozenset[str]:
        """The different texts between words; see ``separators`` in the module of that name."""
        if not self._separators:
            self._separators = separators(self.text)
        return self._separators

    @property
    def marks(self) -> str:
        """All separators, in no order, with a letter between them."""
        if not self._marks:
            self._marks = EDGE.join(self.separators)
        return self._marks

    def __contains__(self, word: str) -> bool:
        return word in self._starts

    def __iter__(self) -> Iterator[str]:
        return iter(self._starts)

    @property
    def total(self) -> int:
        """The number of words in the text, each as often as it occurs."""
        return sum(map(len, self._starts.values()))

    def has_mark(self, mark: str) -> bool:
        """Whether a text without letters and digits occurs."""
        return mark in self.marks

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
            starts = chain.from_iterable(self._starts.values())
            self._capitals = sorted(self._with_capital(starts))
        return self._capitals

    def capitals_among(self, words: frozenset[str]) -> list[int]:
        """Where those of the given lower-case words begin that have a capital, in no order."""
        return list(self._with_capital(chain.from_iterable(map(self.starts, self.among(words)))))

    def _with_capital(self, starts: Iterable[int]) -> Iterator[int]:
        starts, again = tee(starts)
        return compress(starts, map(str.isupper, map(self.text.__getitem__, again)))

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

    def returning(self, reach: int) -> list[tuple[int, int]]:
        """Words that come again soon, with the same three code points after them.

        Args:
            reach: the most code points from where a word begins to where it begins again.

        Returns:
            Where each begins and where it begins again, in order.
        """
        low, found = self.folded, []
        for word, starts in self._starts.items():
            if len(starts) > 1:
                length, before = len(word), -reach - 1
                for at in starts:
                    if at - before <= reach:
                        end, again = before + length, at + length
                        if low[end : end + 3] == low[again : again + 3]:
                            found.append((before, at))
                    before = at
        return sorted(found)

    def any_of(self, triggers: tuple[str, ...]) -> bool:
        """Whether one of the triggers occurs: a word, or a mark or phrase anywhere."""
        return any(map(self.has_text, triggers))

    def has_text(self, text: str) -> bool:
        """Whether a word occurs, or a mark or phrase anywhere."""
        word, at = mark_key(text)
        if word:
            return word in self._starts and (word == text or self._is_at(text, word, at))
        return text in (self.plain if at == 0 or len(text) == 1 else self._plain_marks)

    @property
    def _plain_marks(self) -> str:
        if not self._marks_alike:
            self._marks_alike = plain(self.marks)
        return self._marks_alike

    def _is_at(self, phrase: str, word: str, at: int) -> bool:
        """Whether a phrase occurs, of which a word is known to begin ``at`` code points on."""
        starts = self._starts[word]
        if len(starts) * LOOK_UP > len(self.plain):
            return phrase in self.plain
        return any(start >= at and self.plain.startswith(phrase, start - at) for start in starts)


def is_word(text: str) -> bool:
    """Whether a text is one word, in lower case: letters or digits and nothing else."""
    return word_keys(text) == [(0, text)]


@lru_cache(maxsize=1024)
def mark_key(mark: str) -> tuple[str, int]:
    """The longest whole word of any text, and where it begins in it.

    Words at an edge do not count, as they may be parts of words, unless they are all of the text.
    Without a word, the first is empty; the offset is then -1 if the text has no letters and
    digits, so that all of it is between words.
    """
    keys = word_keys(mark)
    if len(keys) == 1 and keys[0][1] == mark:
        return mark, 0
    inner = [(at, word) for at, word in keys if 0 < at < len(mark) - len(word)]
    at, word = max(inner, key=_length, default=(0 if keys else -1, ""))
    return word, at


def _length(key: tuple[int, str]) -> int:
    return len(key[1])


def longest_word(term: str) -> str:
    """The longest word of a term, in lower case; the first of several; empty if there is none."""
    return max((word for _, word in word_keys(term)), key=len, default="")


def word_keys(text: str) -> list[tuple[int, str]]:
    """The words of a term: the offset and lower-case form of each."""
    return [(match.start(), match[0]) for match in WORD.finditer(lowered(text))]
