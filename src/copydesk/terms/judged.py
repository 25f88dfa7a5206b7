"""The hits of terms that a rule judges, with what the house says about them."""

from __future__ import annotations

from copydesk.document.words import longest_word, plain
from copydesk.terms.hits import is_same

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.terms.entry import Entry
    from copydesk.terms.hits import Hit, Scope
    from copydesk.terms.table import TermTable


class Hits:
    """The hits that a rule judges, in text order.

    Args:
        hits: those that apply on the story date, in their slots.
        table: the compiled terms.
        scope: the rules and styles that are selected.
        day: the story date, ISO.
    """

    __slots__ = ("_day", "_has_theirs", "_hits", "_houses", "_scope", "_table")

    def __init__(self, hits: Sequence[Hit], table: TermTable | None, scope: Scope, day: str):
        self._hits = sorted(hits, key=lambda hit: (hit.span, hit.number))
        self._table = table
        self._scope = scope
        self._day = day
        self._houses: dict[str, Entry | None] = {}
        # Nearly all runs have neither, so nothing is looked up.
        self._has_theirs = bool(scope.styles) or (table is not None and table.has_own)

    def __iter__(self) -> Iterator[Hit]:
        return iter(self._hits)

    def __len__(self) -> int:
        return len(self._hits)

    def house_entry(self, form: str) -> Entry | None:
        """The entry by which the house style or a newsroom's own list rejects a form, if any.

        A newsroom's list counts before the style. Exceptions and slots are ignored: only the
        preferred form matters.
        """
        if self._table is None or not self._has_theirs:
            return None
        if form not in self._houses:
            self._houses[form] = self._house_entry(form, self._table)
        return self._houses[form]

    def _house_entry(self, form: str, table: TermTable) -> Entry | None:
        found = None
        for index, avoided, *_ in table.postings(longest_word(form)):
            entry = table.entry(index)
            if avoided == plain(form) and entry.use and self._is_theirs(index, entry):
                if index >= table.own_from:
                    return entry
                found = found or entry
        return None if found is not None and self._wants(form, table.own_from) else found

    def is_wanted(self, words: str) -> bool:
        """Whether the house style or a list of the newsroom wants, or accepts, just these words."""
        accepted = self._scope.accepted
        return (accepted is not None and accepted.accepts(words)) or self._wants(words, 0)

    def _wants(self, words: str, first: int) -> bool:
        """Whether one of their entries from a number on wants the words."""
        if self._table is None or not self._has_theirs:
            return False
        return any(
            row.entry >= first
            and is_same(plain(words), row.form, "smart")
            and self._is_theirs(row.entry, self._table.entry(row.entry))
            for row in self._table.uses(longest_word(words))
        )

    def _is_theirs(self, index: int, entry: Entry) -> bool:
        """Whether an entry is of the house style or of a newsroom's own list, and applies."""
        own = self._table is not None and index >= self._table.own_from
        if entry.style not in self._scope.styles and (entry.style or not own):
            return False
        return entry.applies_on(self._day)
