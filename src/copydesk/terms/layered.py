"""A term table on top of another: a newsroom's packs over those that ship."""

from __future__ import annotations

from functools import cached_property

from copydesk.terms.table import TermTable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from copydesk.model.style import StyleInfo
    from copydesk.terms.entry import Entry, Header
    from copydesk.terms.filed import Posting


class OverTable(TermTable):
    """The terms of a base table and of the packs compiled over it.

    It behaves as a table compiled from all packs at once, except that the numbers
    of entries may have gaps: the base's entries keep theirs.

    Args:
        data: what ``compile_over`` returned, or a memory map of it.
        base: the table it was compiled over.

    Raises:
        ValueError: the data are not such a table, or belong to another base.
    """

    def __init__(self, data: Any, base: TermTable) -> None:
        super().__init__(data)
        if len(self._over) != 2 or self._over[0] != len(base):
            raise ValueError("not a table over this one")
        self._base = base
        self._first = len(base)  # the number of the first entry that is new
        self._changed: dict[int, int] = self._over[1]  # the base's entries, with the records here
        self._replaced = sum(record >= 0 for record in self._changed.values())

    def __len__(self) -> int:
        return self._first + super().__len__() - len(self._changed)

    @property
    def own_from(self) -> int:
        """The number of the first entry that is not of the base."""
        return self._first

    @property
    def has_own(self) -> bool:
        """Whether packs were compiled over another table: here they were."""
        return True

    @property
    def headers(self) -> list[Header]:
        """The rules that packs define, sorted by id."""
        found = {header.id: header for header in (*self._base.headers, *super().headers)}
        return [found[name] for name in sorted(found)]

    @property
    def styles(self) -> list[StyleInfo]:
        """The house styles that packs belong to, in the order of the packs."""
        return [*self._base.styles, *super().styles]

    @property
    def used(self) -> dict[str, str]:
        """The rules that entries belong to, each with the first place that says so."""
        return super().used | self._base.used

    @cached_property
    def needles(self) -> Sequence[tuple[str, int]]:
        """Literal stretches that are no whole words, with their entries."""
        kept = (row for row in self._base.needles if row[1] not in self._changed)
        return sorted((*kept, *self._needles))

    def _likely(self, words: Iterable[str]) -> Iterable[str]:
        words = list(words)
        return {*super()._likely(words), *self._base._likely(words)}

    def _read_postings(self, word: str) -> list[Posting]:
        base = (row for row in self._base.postings(word) if row.entry not in self._changed)
        return sorted((*base, *super()._read_postings(word)), key=_number)

    def _read_entry(self, index: int) -> Entry:
        if index >= self._first:
            return super()._read_entry(index - self._first + self._replaced)
        record = self._changed.get(index)
        return self._base.entry(index) if record is None else super()._read_entry(record)

    def entries(self) -> Iterable[Entry]:
        """All entries, in the order of the packs."""
        base = (number for number in range(self._first) if self._changed.get(number, 0) >= 0)
        new = range(self._first, self._first + super().__len__() - self._replaced)
        return map(self.entry, (*base, *new))


def _number(row: Posting) -> int:
    return row.entry
