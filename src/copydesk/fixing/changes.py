"""Fixes as edits of the source: which of them can be applied together, and applying them."""

from __future__ import annotations

from bisect import bisect_left, insort
from itertools import accumulate, pairwise

from copydesk.model.findings import Edit, Span
from copydesk.model.value_tuple import ValueTuple
from copydesk.report.fixed import Applied

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.model.placed import PlacedFinding, PlacedFix


class Change(ValueTuple):
    """A finding and the fix chosen for it, with its edits in the order of the source."""

    finding: PlacedFinding
    fix: PlacedFix
    edits: tuple[Edit, ...]

    @property
    def key(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The rule and its replacements, (old, new) each, wherever they are."""
        return self.finding.rule, _replaced(self.fix)

    @property
    def applied(self) -> Applied:
        """The record of the change, for the report."""
        start = self.finding.range.start
        rule, changes = self.key
        return Applied(rule, self.fix.title, start.line, self.fix.safety, changes)


def change(finding: PlacedFinding, fix: PlacedFix, line_end: str) -> Change:
    """Build the change for a fix, with line breaks as in the draft."""
    edits = sorted(
        Edit(
            Span(one.range.start.offset, one.range.end.offset),
            one.text if line_end == "\n" else one.text.replace("\n", line_end),
        )
        for one in fix.edits
    )
    return Change(finding, fix, tuple(edits))


def first_in_order(changes: Iterable[Change]) -> list[Change]:
    """The changes that can be applied together: of any that collide, the first.

    A change is kept or dropped as a whole; one whose own edits overlap is dropped.
    """
    taken: list[Span] = []
    kept: list[Change] = []
    for one in changes:
        spans = [edit.span for edit in one.edits]
        if spans and not _overlap(spans) and not any(_collides(span, taken) for span in spans):
            for span in spans:
                insort(taken, span)
            kept.append(one)
    return kept


def edits_of(changes: Iterable[Change]) -> list[Edit]:
    """The edits of changes that can be applied together, in the order of the source."""
    return sorted(edit for one in changes for edit in one.edits)


def applied_to(source: str, edits: Sequence[Edit]) -> str:
    """Apply edits to a source; they must be in order and not overlap."""
    parts: list[str] = []
    at = 0
    for (start, end), text in edits:
        parts += (source[at:start], text)
        at = end
    return "".join((*parts, source[at:]))


class Shift:
    """Maps positions in a source to positions after edits, which must be in order."""

    __slots__ = ("_ends", "_grown", "_starts", "edits")

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = edits
        self._starts = [edit.span.start for edit in edits]
        self._ends = [edit.span.end for edit in edits]
        growth = (len(edit.text) - (edit.span.end - edit.span.start) for edit in edits)
        self._grown = [0, *accumulate(growth)]

    def span(self, span: Span) -> Span:
        """A span after the edits, including any text inserted within it or at its ends."""
        first = bisect_left(self._ends, span.start)  # the first edit that ends at or after it
        start = span.start
        if first < len(self.edits) and self._starts[first] < start:
            start = self._starts[first]
        last = bisect_left(self._starts, span.end + 1)  # edits that begin at or before its end
        end = max(span.end, self._ends[last - 1]) if last else span.end
        return Span(start + self._grown[first], end + self._grown[last])

    def new_places(self) -> list[Edit]:
        """The spans of the new texts in the new source, as edits that would delete them."""
        return [
            Edit(Span(start + grown, start + grown + len(edit.text)), "")
            for edit, start, grown in zip(self.edits, self._starts, self._grown, strict=False)
        ]


def _replaced(fix: PlacedFix) -> tuple[tuple[str, str], ...]:
    return tuple((one.range.text, one.text) for one in fix.edits)


def _overlap(spans: Sequence[Span]) -> bool:
    return any(a.end > b.start for a, b in pairwise(spans))


def _collides(span: Span, taken: list[Span]) -> bool:
    """Whether a span overlaps a taken one; an insertion must not even touch one."""
    index = bisect_left(taken, span)
    return any(
        span.meets(other)
        or ((span.start == span.end or other.start == other.end)
            and other.start <= span.end and span.start <= other.end)
        for other in taken[max(0, index - 2) : index + 2]
    )  # fmt: skip
