"""The map from a document's text back to its source."""

from __future__ import annotations

from bisect import bisect_right
from itertools import accumulate, islice

from copydesk.model.findings import Span
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


class Piece(ValueTuple):
    """A piece of the prose and the source that it comes from.

    A piece is *literal* if its text is identical to the source; then code points
    map one to one. Otherwise (an entity, an escape, a folded line break) the whole
    piece maps to the whole source range.
    """

    text: str
    start: int
    end: int
    literal: bool


class TextMap:
    """Maps spans of prose to spans of the source.

    Args:
        pieces: in the order of the prose; joined, they are ``text``.
    """

    __slots__ = ("_ends", "_literal", "_offsets", "_order", "_starts", "text")

    def __init__(self, pieces: list[Piece]) -> None:
        self.text = "".join([piece.text for piece in pieces])
        self._starts = [piece.start for piece in pieces]
        self._ends = [piece.end for piece in pieces]
        self._literal = [piece.literal for piece in pieces]
        self._offsets = [*accumulate([len(piece.text) for piece in pieces], initial=0)][:-1]
        self._order: list[int] | None = None  # piece indices in the order of the source

    def reading(self, text: str) -> TextMap:
        """The same map with a text of the same length, in which some letters are replaced."""
        new = object.__new__(TextMap)
        for name in self.__slots__:
            setattr(new, name, getattr(self, name))
        new.text = text
        return new

    def covered(self) -> list[tuple[int, int]]:
        """The ranges of the source that the pieces come from, in the order of the source."""
        return sorted(zip(self._starts, self._ends, strict=True))

    def to_source(self, span: Span) -> Span:
        """The span of the source that a span of the prose comes from.

        Exact for literal pieces. A span that begins or ends inside a piece that is
        not literal (an entity) includes the whole piece. An empty span maps to the
        empty span where an insertion belongs.
        """
        if span.start >= span.end:
            return self._place(span.start)
        first = bisect_right(self._offsets, span.start) - 1
        last = bisect_right(self._offsets, span.end - 1) - 1
        start = self._starts[first]
        if self._literal[first]:
            start += span.start - self._offsets[first]
        end = self._ends[last]
        if self._literal[last]:
            end = self._starts[last] + span.end - self._offsets[last]
        return Span(start, end)

    def runs(self, span: Span) -> list[tuple[Span, Span]]:
        """Split a span of the prose where there is markup in the source: (prose, source) pairs.

        The source of each part is contiguous.
        """
        found: list[tuple[Span, Span]] = []
        index = bisect_right(self._offsets, span.start) - 1
        at = span.start
        while at < span.end:
            last = index + 1 == len(self._offsets)
            end = span.end if last else min(span.end, self._offsets[index + 1])
            source = self.to_source(Span(at, end))
            if found and found[-1][1].end == source.start:
                (start, _), (first, _) = found.pop()
                found.append((Span(start, end), Span(first, source.end)))
            elif end > at:
                found.append((Span(at, end), source))
            at, index = end, index + 1
        return found

    def outside(self, spans: Sequence[Span]) -> str:
        """The prose without what comes from the given spans of the source.

        Args:
            spans: spans of the source, in order and disjoint. The rest of a literal
                piece is kept; any other piece that they overlap is left out.
        """
        ends = [span.end for span in spans]
        kept: list[str] = []
        for offset, start, end, literal, after in zip(
            self._offsets, self._starts, self._ends, self._literal,
            [*self._offsets[1:], len(self.text)], strict=False,
        ):  # fmt: skip
            text = self.text[offset:after]
            index = bisect_right(ends, start)
            at = start
            while index < len(spans) and spans[index].start < end:
                if not literal:
                    at = end
                    break
                kept.append(text[at - start : max(at, spans[index].start) - start])
                at, index = spans[index].end, index + 1
            if at < end or start == end:
                kept.append(text[at - start :] if literal else text)
        return "".join(kept)

    def to_prose(self, span: Span) -> Span | None:
        """The span of the prose that comes from a span of the source; None for pure markup."""
        if self._order is None:
            self._order = sorted(range(len(self._starts)), key=self._starts.__getitem__)
        at = bisect_right(self._order, span.start, key=self._starts.__getitem__)
        found: list[tuple[int, int]] = []
        for index in islice(self._order, max(0, at - 1), None):
            start, end = self._starts[index], self._ends[index]
            if start >= span.end:
                break
            if span.start < end:
                found.append(self._part(index, max(span.start, start), min(span.end, end)))
        if not found:
            return None
        return Span(min(start for start, _ in found), max(end for _, end in found))

    def _part(self, index: int, start: int, end: int) -> tuple[int, int]:
        """The prose of a range within one piece; exact if the piece is literal."""
        offset = self._offsets[index]
        if self._literal[index]:
            begin = self._starts[index]
            return offset + start - begin, offset + end - begin
        after = index + 1
        return offset, self._offsets[after] if after < len(self._offsets) else len(self.text)

    def _place(self, offset: int) -> Span:
        """Where in the source an insertion at ``offset`` of the prose belongs."""
        if not self._offsets:
            return Span(0, 0)
        if offset > 0:  # stay with the character before, as a caret does
            end = self.to_source(Span(offset - 1, offset)).end
            return Span(end, end)
        return Span(self._starts[0], self._starts[0])

    def to_text(self, offset: int) -> int:
        """The offset in the prose for an offset in the source.

        An offset in markup maps to where the next piece begins. Pieces are in the order of
        the source, except for alternative texts within a paragraph; there the nearest piece
        that begins before the offset counts.
        """
        index = bisect_right(self._starts, offset) - 1
        if index < 0:
            return 0
        if self._literal[index] and offset < self._ends[index]:
            return self._offsets[index] + offset - self._starts[index]
        return self._offsets[index + 1] if index + 1 < len(self._offsets) else len(self.text)
