"""The compiled term table: postings by word, entries by number, in one mapped hash table.

Start-up takes as long for ten entries as for a hundred thousand; the time for a text
depends on its words and hits.
"""

from __future__ import annotations

from itertools import filterfalse

from copydesk.cache.hash_table import HashTable
from copydesk.model.findings import Severity
from copydesk.model.style import StyleInfo
from copydesk.terms.budget import RunBudget
from copydesk.terms.entry import Entry, Header
from copydesk.terms.filed import Filed, Posting

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

MAGIC = b"cdterm14"
USE = "="  # before a word: the forms to use that contain it
_MOST_KEPT = 8192  # words and entries kept unpacked for the next drafts
_MOST_SEEN = 32768  # words kept of which it is known whether they have postings


class TermTable:
    """All terms of all packs, compiled.

    Args:
        data: the result of ``compile_packs``, or a memory map of it.

    Raises:
        ValueError: the data are not a term table.
    """

    def __init__(self, data: Any) -> None:
        self._table = HashTable(data, MAGIC)
        self._postings: dict[str, list[Posting]] = {}
        self._filed: dict[str, Filed] = {}
        self._seen: set[str] = set()
        self._live: set[str] = set()
        self._kept: dict[int, Entry] = {}
        self.budget = RunBudget()
        self._needles: list[tuple[str, int]]
        self._headers, self._needles, self._styles, self._used, *self._over = self._table.rest

    def __len__(self) -> int:
        return len(self._table)

    @property
    def headers(self) -> list[Header]:
        """The rules that packs define, sorted by id."""
        return [Header(row[0], Severity(row[1]), *row[2:]) for row in self._headers]

    @property
    def styles(self) -> list[StyleInfo]:
        """The house styles that packs belong to, in the order of the packs."""
        return [StyleInfo(*row) for row in self._styles]

    @property
    def used(self) -> dict[str, str]:
        """The rules that entries belong to, each with the place of its first entry."""
        return dict(self._used)

    @property
    def needles(self) -> Sequence[tuple[str, int]]:
        """Literals that contain no whole word, with the numbers of their entries."""
        return self._needles

    def known(self, words: Iterable[str]) -> list[str]:
        """Those of the words of a text, in lower case, that have postings, in their order."""
        words = list(words)
        new = [*filterfalse(self._seen.__contains__, words)]
        if new:
            if len(self._seen) > _MOST_SEEN:
                self._seen.clear()
                self._live.clear()
                new = words
            self._seen.update(new)
            self._live.update(word for word in self._likely(new) if self.postings(word))
        return [*filter(self._live.__contains__, words)]

    def _likely(self, words: Iterable[str]) -> Iterable[str]:
        """Of lower-case words those that may have postings: most words end there."""
        return self._table.known(words)

    def filed(self, word: str) -> Filed:
        """The forms that contain a lower-case word, grouped."""
        kept = self._filed.get(word)
        if kept is None:
            if len(self._filed) > _MOST_KEPT:
                self._filed.clear()
            kept = self._filed[word] = Filed(word, self.postings(word))
        return kept

    def postings(self, word: str) -> list[Posting]:
        """The forms that contain a lower-case word."""
        kept = self._postings.get(word)
        if kept is None:
            if len(self._postings) > _MOST_KEPT:
                self._postings.clear()
            kept = self._postings[word] = self._read_postings(word)
        return kept

    def uses(self, word: str) -> list[Posting]:
        """The forms to use that contain a lower-case word, as far as they are indexed.

        A single word is, if a house style wants it or a pack that was compiled over ours.
        """
        return self.postings(f"{USE}{word}")

    @property
    def own_from(self) -> int:
        """The number of the first entry of a pack that was compiled over another table."""
        return len(self)

    @property
    def has_own(self) -> bool:
        """Whether packs were compiled over another table."""
        return False

    def _read_postings(self, word: str) -> list[Posting]:
        return [Posting.of(*row) for row in self._table.get(word) or ()]

    def entry(self, index: int) -> Entry:
        """The entry with a number."""
        kept = self._kept.get(index)
        if kept is None:
            if len(self._kept) > _MOST_KEPT:
                self._kept.clear()
            kept = self._kept[index] = self._read_entry(index)
        return kept

    def _read_entry(self, index: int) -> Entry:
        return Entry(*self._table.record(index))

    def entries(self) -> Iterable[Entry]:
        """All entries, in the order of the packs."""
        return map(self.entry, range(len(self)))
