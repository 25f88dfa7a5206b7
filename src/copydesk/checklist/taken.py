"""Spans that do not overlap, with what is at each: looked up without going through all."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.model.findings import Span


class Taken:
    """Places of a text that belong to something, each with its name."""

    def __init__(self, places: Iterable[tuple[Span, str]] = ()) -> None:
        found = sorted(places)
        self._spans = [span for span, _ in found]
        self._names = [name for _, name in found]

    def add(self, span: Span, name: str = "") -> None:
        """Add a place that meets none of the others."""
        index = bisect_left(self._spans, span)
        self._spans.insert(index, span)
        self._names.insert(index, name)

    def name_at(self, span: Span) -> str | None:
        """The name of what a span shares a character with; None if that is nothing."""
        index = bisect_right(self._spans, (span.start, span.end))
        for at in (index - 1, index):
            if 0 <= at < len(self._spans) and self._spans[at].meets(span):
                return self._names[at]
        return None

    def meets(self, span: Span) -> bool:
        """Whether a span shares a character with one of the places."""
        return self.name_at(span) is not None
