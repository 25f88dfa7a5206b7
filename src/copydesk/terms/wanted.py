"""Whether words that a term avoids are right where they are, because another form is wanted there.

“Riverton High” is not to be used, “Riverton High School” is: within it, the short
form is no fault. Nor is a form that a newsroom's own list wants and ours avoids.
"""

from __future__ import annotations

from copydesk.document.words import longest_word, lowered
from copydesk.terms.hits import is_same, is_whole

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.document import Document
    from copydesk.model.findings import Span
    from copydesk.terms.entry import Entry
    from copydesk.terms.hits import Hit, Scope
    from copydesk.terms.table import TermTable

_GAPS = " -"  # may stand for each other within a longer form, and more than once
_OPENING = "\"'“‘«([—– "


class Wanted:
    """The forms to use that are in force for one document.

    Args:
        doc: the document.
        table: the compiled terms.
        scope: the rules and styles that are selected.
    """

    def __init__(self, doc: Document, table: TermTable, scope: Scope) -> None:
        self._doc = doc
        self._text = doc.words.plain
        self._table = table
        self._scope = scope

    def is_right(self, hit: Hit, use: str | None) -> bool:
        """Whether a hit is no fault: it is a form to use, or a part of one.

        Args:
            hit: the words found.
            use: the form to use, in their case; None if there is none.
        """
        if use == "" or (use is None and not hit.form):
            return False
        found = self._doc[hit.span]
        if use is not None and (use == found or self._is_start(hit, use, found)):
            return True
        return any(self._is_wanted(hit, *row) for row in self._uses(self._text[slice(*hit.span)]))

    def _uses(self, found: str) -> Iterator[tuple[Entry, int, str]]:
        """The forms to use that contain the longest of the words found, with their entries."""
        for row in self._table.uses(longest_word(found)):
            entry = self._table.entry(row.entry)
            if self._scope.takes(entry) and in_time(self._doc, entry):
                yield entry, row.entry, row.form

    def _is_start(self, hit: Hit, use: str, found: str) -> bool:
        """Whether a form in lower case has its capital because it begins a sentence."""
        if found != use[:1].upper() + use[1:]:
            return False
        sentence = self._doc.sentence_at(hit.span.start)
        if sentence is None or sentence == hit.span:
            return False
        return not self._doc[sentence.start : hit.span.start].strip(_OPENING)

    def _is_wanted(self, hit: Hit, entry: Entry, number: int, use: str) -> bool:
        """Whether the words are a form to use of another entry, or part of any entry's."""
        found, slot = self._text[slice(*hit.span)], self._doc.slot_at(hit.span.start)
        if entry.slots and (slot is None or slot.kind not in entry.slots):
            return False
        if len(found) == len(use):
            return self._goes_before(entry, number, hit) and is_same(found, use, "smart")
        return self._is_within(hit.span, lowered(found), lowered(use))

    def _goes_before(self, entry: Entry, number: int, hit: Hit) -> bool:
        """Whether an entry counts more than a hit's: a later list of the newsroom, or a style."""
        if entry.pack == hit.entry.pack:
            return False
        if number >= self._table.own_from:
            return number > hit.number
        return bool(entry.style) and not hit.entry.style and hit.number < self._table.own_from

    def _is_within(self, span: Span, found: str, use: str) -> bool:
        """Whether the text has the whole of a longer form around the words."""
        at = use.find(found)
        while at >= 0:
            end = at + len(found)
            if is_whole(use, at, end) and self._reads(span, use[:at], use[end:]):
                return True
            at = use.find(found, at + 1)
        return False

    def _reads(self, span: Span, before: str, after: str) -> bool:
        start = self._walk(span.start - 1, before[::-1], -1)
        end = self._walk(span.end, after, 1)
        if start is None or end is None or not is_whole(self._text, start + 1, span.end):
            return False
        return any(is_whole(self._text, span.start, end + more) for more in self._endings(end))

    def _endings(self, end: int) -> Iterator[int]:
        """How many letters of a plural may follow."""
        yield 0
        for ending in ("s", "es"):
            if self._text.startswith(ending, end):
                yield len(ending)

    def _walk(self, at: int, rest: str, step: int) -> int | None:
        """The offset past the rest of a form, read from ``at`` on; None if it is not there."""
        text, last = self._text, -1 if step < 0 else len(self._text)
        for char in rest:
            first = at
            while char in _GAPS and at != last and text[at] in _GAPS and abs(at - first) < 3:
                at += step
            if char in _GAPS:
                low, high = sorted((first, at))
                if at == first or "\n\n" in self._doc.text[low : high + 1]:
                    return None
            elif at == last or text[at].lower() != char:
                return None
            else:
                at += step
        return at


def in_time(doc: Document, entry: Entry) -> bool:
    """Whether an entry applies on the story date, and at the time that an undated draft names."""
    if not entry.since and not entry.until:
        return True
    if not entry.applies_on(doc.date.day.isoformat()):
        return False
    return not (entry.since and doc.may_be_before(entry.since))
