"""What is a word of English, and which common words are one slip of the keys away.

Two tables are mapped into memory when a rule first asks: ``_known.bin``, a set, and
``_common.bin``, an index; ``tools/data/build_frequencies.py`` makes them and says how they are
laid out.
"""

from __future__ import annotations

import os
from functools import lru_cache
from zlib import crc32

from copydesk import Document, ValueTuple
from lint_rules._shared.names import is_one_edit
from lint_rules._shared.prose import words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

_HERE = os.path.dirname(__file__)
_BUCKETS = 1 << 16
_STARTS = _BUCKETS + 1
_HEAD = 2  # numbers before the table of the index
_MOST = 50_000  # words that are remembered, at most
CLEARLY = 40
"""The difference of rank that makes a word a hundred times as common as another."""
TWO = words(
    "ad am an as at be by do ex go he hi if in is it me my no of oh ok on or ox pi so "
    "st to tv un up us vs we"
)
"""The words of two letters, which the table of common words does not have."""

_seen: set[str] = set()  # words that were looked up and are known


class Near(ValueTuple):
    """A common word that is one slip away.

    Attributes:
        word: the word; a name has its capital.
        rank: how common it is: 20 more is ten times as common.
    """

    word: str
    rank: int


class _Set:
    """The table of words."""

    __slots__ = ("_rows", "_starts")

    def __init__(self) -> None:
        data = _mapped("_known.bin")
        self._starts = _numbers(data[: 4 * _STARTS], "I")
        self._rows = _numbers(data[4 * _STARTS :], "H")

    def __contains__(self, word: str) -> bool:
        value = crc32(word.encode("utf-8", "surrogatepass"))
        bucket, starts = value % _BUCKETS, self._starts
        return value // _BUCKETS in self._rows[starts[bucket] : starts[bucket + 1]]


class _Index:
    """The table of common words."""

    __slots__ = ("_ends", "_letters", "_ranks", "_rows", "_starts")

    def __init__(self) -> None:
        data = _mapped("_common.bin")
        count, rows = _numbers(data[: 4 * _HEAD], "I")
        at = 4 * _HEAD
        self._ends = _numbers(data[at : at + 4 * (count + 1)], "I")
        at += 4 * (count + 1)
        self._starts = _numbers(data[at : at + 4 * _STARTS], "I")
        at += 4 * _STARTS
        self._rows = _numbers(data[at : at + 2 * rows], "H")
        at += 2 * rows
        self._ranks = data[at : at + count]
        self._letters = data[at + count :]

    def near(self, word: str) -> list[Near]:
        """The words one slip away, the commonest first."""
        found: set[int] = set()
        for shape in {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}:
            found.update(self._filed(shape))
        size = len(word)
        words = [
            Near(its, self._ranks[number])
            for number in found
            if -2 < self._ends[number + 1] - self._ends[number] - size < 2
            and is_one_edit((its := self._word(number)).lower(), word)
        ]
        return sorted(words, key=lambda one: (-one.rank, one.word))

    def rank(self, word: str) -> int:
        """How common a lower-case word is; 0 if it is not in the table."""
        for number in self._filed(word):
            if self._word(number).lower() == word:
                return self._ranks[number]
        return 0

    def _filed(self, shape: str) -> memoryview[int]:
        bucket, starts = crc32(shape.encode()) % _BUCKETS, self._starts
        return self._rows[starts[bucket] : starts[bucket + 1]]

    def _word(self, number: int) -> str:
        return str(self._letters[self._ends[number] : self._ends[number + 1]], "ascii")


def _mapped(name: str) -> memoryview:
    from mmap import ACCESS_READ, mmap

    with open(os.path.join(_HERE, name), "rb") as handle:
        return memoryview(mmap(handle.fileno(), 0, access=ACCESS_READ))


def _numbers(data: memoryview, kind: Literal["H", "I"]) -> memoryview:
    """Little-endian numbers of that kind, as this machine has them."""
    import sys

    if sys.byteorder == "little":
        return data.cast(kind)
    from array import array

    numbers = array(kind, bytes(data))
    numbers.byteswap()
    return memoryview(numbers)


@lru_cache(maxsize=1)
def _known() -> _Set:
    return _Set()


@lru_cache(maxsize=1)
def _common() -> _Index:
    return _Index()


def is_known(word: str) -> bool:
    """Whether a lower-case string is a word or a name that some list has."""
    return word in _known()


def near(word: str) -> list[Near]:
    """The common words that are one slip away from a lower-case string, the commonest first.

    A slip is a letter added, dropped or changed, or two neighbours swapped.
    """
    return _common().near(word)


@lru_cache(maxsize=4096)
def rank(word: str) -> int:
    """How common a lower-case word is (20 more: ten times as common); 0 if it is rare."""
    return _common().rank(word)


@lru_cache(maxsize=2)
def unknown(doc: Document) -> tuple[str, ...]:
    """The strings of letters in a story that are no words, in lower case, sorted.

    Words with letters beyond a to z are left out.
    """
    fresh = set(doc.words) - _seen
    if not fresh:
        return ()
    table = _known()
    found = [word for word in fresh if word not in table]
    if len(_seen) > _MOST:
        _seen.clear()
    _seen.update(fresh.difference(found))
    return tuple(sorted(word for word in found if word.isascii() and word.isalpha()))
