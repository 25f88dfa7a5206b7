"""A source and the places in it that matter, and how edits move them."""

from __future__ import annotations

from itertools import accumulate

from copydesk.fixing.changes import applied_to
from copydesk.model.findings import Edit, Span
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


class Sample(ValueTuple):
    """A draft, or what is left of it.

    Attributes:
        source: its source.
        finding: the span of the words that the finding is about.
        related: the spans of its related places.
    """

    source: str
    finding: Span
    related: tuple[Span, ...] = ()

    def is_needed(self, span: Span) -> bool:
        """Whether a span of the source contains a part of the finding or of a related place."""
        return any(_touches(span, one) for one in (self.finding, *self.related))

    def changed(self, edits: Iterable[Edit]) -> Sample:
        """The sample after edits; overlapping ones are merged."""
        ordered = merged(edits)
        moved = _Moved(ordered)
        related = tuple(moved.span(one) for one in self.related)
        return Sample(applied_to(self.source, ordered), moved.span(self.finding), related)

    def without(self, spans: Iterable[Span]) -> Sample:
        """The sample without some spans of its source."""
        return self.changed(Edit(span, "") for span in spans)


def merged(edits: Iterable[Edit]) -> list[Edit]:
    """The edits in order; those that overlap become one, with the text of the first."""
    found: list[Edit] = []
    for edit in sorted(edits):
        if found and edit.span.start < found[-1].span.end:
            last = found[-1]
            end = max(last.span.end, edit.span.end)
            found[-1] = Edit(Span(last.span.start, end), last.text)
        else:
            found.append(edit)
    return found


def _touches(outer: Span, inner: Span) -> bool:
    if inner.start == inner.end:
        return outer.start <= inner.start < outer.end
    return outer.meets(inner)


class _Moved:
    """Where offsets are after edits, which are in order and disjoint."""

    def __init__(self, edits: list[Edit]) -> None:
        grown = (len(text) - (end - start) for (start, end), text in edits)
        self._edits = list(zip(edits, accumulate(grown, initial=0), strict=False))

    def span(self, span: Span) -> Span:
        """Where a span is after the edits; an edit that it cuts is included whole."""
        return Span(self._offset(span.start, False), self._offset(span.end, True))

    def _offset(self, offset: int, is_end: bool) -> int:
        by = 0
        for ((start, end), text), before in self._edits:
            if start >= offset:
                break
            if offset < end:
                return start + before + (len(text) if is_end else 0)
            by = before + len(text) - (end - start)
        return offset + by
