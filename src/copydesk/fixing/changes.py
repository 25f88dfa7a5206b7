"""Fixes in the coordinates of the source: which can be taken together, and taking them."""

from __future__ import annotations

from bisect import bisect_left, insort
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, NamedTuple

from copydesk.model.findings import Edit, Span
from copydesk.report.fixed import Applied

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.model.placed import PlacedFinding, PlacedFix


class Change(NamedTuple):
    """A finding and the fix chosen for it, its edits in the order of the source."""

    finding: PlacedFinding
    fix: PlacedFix
    edits: tuple[Edit, ...]

    @property
    def key(self) -> tuple[str, tuple[tuple[str, str], ...]]:
        """The rule and what it puts in the place of what, wherever that stands."""
        return self.finding.rule, _replaced(self.fix)

    @property
    def applied(self) -> Applied:
        """The record of it."""
        start = self.finding.range.start
        rule, changes = self.key
        return Applied(rule, self.fix.title, start.line, self.fix.safety, changes)


def change(finding: PlacedFinding, fix: PlacedFix, line_end: str) -> Change:
    """The change that a fix makes; line breaks in it are written as the draft writes them."""
    edits = sorted(
        Edit(
            Span(one.range.start.offset, one.range.end.offset),
            one.text if line_end == "\n" else one.text.replace("\n", line_end),
        )
        for one in fix.edits
    )
    return Change(finding, fix, tuple(edits))


def first_in_order(changes: Iterable[Change]) -> list[Change]:
    """The changes that can be taken together: of two that meet, the first.

    A change is taken whole or not at all; one whose own edits overlap is not.
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
    """The edits of changes that can be taken together, in the order of the source."""
    return sorted(edit for one in changes for edit in one.edits)


def applied_to(source: str, edits: Sequence[Edit]) -> str:
    """The source after edits that are in order and do not overlap."""
    parts: list[str] = []
    at = 0
    for (start, end), text in edits:
        parts += (source[at:start], text)
        at = end
    return "".join((*parts, source[at:]))


class Shift:
    """Where the places of a source are after edits that are in order."""

    __slots__ = ("_ends", "_grown", "_starts", "edits")

    def __init__(self, edits: Sequence[Edit]) -> None:
        self.edits = edits
        self._starts = [edit.span.start for edit in edits]
        self._ends = [edit.span.end for edit in edits]
        growth = (len(edit.text) - (edit.span.end - edit.span.start) for edit in edits)
        self._grown = [0, *accumulate(growth)]

    def span(self, span: Span) -> Span:
        """A span after the edits; what was written at its ends or within belongs to it."""
        first = bisect_left(self._ends, span.start)  # the first edit that ends at it or later
        start = span.start
        if first < len(self.edits) and self._starts[first] < start:
            start = self._starts[first]
        last = bisect_left(self._starts, span.end + 1)  # the edits that begin at its end or before
        end = max(span.end, self._ends[last - 1]) if last else span.end
        return Span(start + self._grown[first], end + self._grown[last])

    def new_places(self) -> list[Edit]:
        """The places of the new texts, in the new source; the text is what was there."""
        return [
            Edit(Span(start + grown, start + grown + len(edit.text)), "")
            for edit, start, grown in zip(self.edits, self._starts, self._grown, strict=False)
        ]


def _replaced(fix: PlacedFix) -> tuple[tuple[str, str], ...]:
    return tuple((one.range.text, one.text) for one in fix.edits)


def _overlap(spans: Sequence[Span]) -> bool:
    return any(a.end > b.start for a, b in pairwise(spans))


def _collides(span: Span, taken: list[Span]) -> bool:
    """Whether a span meets one that is taken; an insertion must not even stand beside one."""
    index = bisect_left(taken, span)
    return any(
        span.meets(other)
        or ((span.start == span.end or other.start == other.end)
            and other.start <= span.end and span.start <= other.end)
        for other in taken[max(0, index - 2) : index + 2]
    )  # fmt: skip
