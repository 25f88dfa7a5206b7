"""Where scans look in a document: at words, marks, capitals, figures and slot edges."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from copydesk.document import marks
from copydesk.document.offsets import offsets

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.document.scan import Anchor, Landmark, Scan
    from copydesk.document.slots import Slot
    from copydesk.document.words import Words
    from copydesk.model.findings import Span

    Range = tuple[int, int]


class Anchors:
    """The offsets of one document near which patterns are tried; each kind is found once.

    Args:
        words: the words of the text.
        source: the file's source.
        slots: the slots of the text, disjoint and in order.
    """

    __slots__ = (
        "_found", "_slots", "_source", "_starts", "_text", "_windows", "_words"
    )  # fmt: skip

    def __init__(self, words: Words, source: str, slots: Sequence[Slot]) -> None:
        self._words = words
        self._text = words.text
        self._source = source
        self._slots = slots
        self._starts = [slot.span.start for slot in slots]
        self._found: dict[tuple[tuple[Anchor, ...], bool], Sequence[int]] = {}
        self._windows: dict[Scan, Sequence[Range]] = {}

    def of(self, scan: Scan) -> Sequence[int]:
        """Where the anchors of a scan begin, in order, each once."""
        key = (scan.at, scan.in_source)
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._places(scan)
        return found

    def windows(self, scan: Scan) -> Sequence[Range]:
        """The ranges around the anchors, in order; those that overlap or touch are merged."""
        found = self._windows.get(scan)
        if found is None:
            places = self.of(scan)
            found = self._windows[scan] = self._around(scan, places) if places else ()
        return found

    def reach(self, scan: Scan, offset: int) -> int:
        """The offset up to which a match may reach if its anchor begins at ``offset``."""
        if scan.after is not None:
            return min(len(self._source if scan.in_source else self._text), offset + scan.after)
        end = self._room(scan, offset)[1]
        return end if scan.cap is None else min(end, offset + scan.cap)

    def _places(self, scan: Scan) -> Sequence[int]:
        if scan.in_source:
            found = [at for one in scan.at for at in marks.all_of(self._source, str(one))]
        else:
            texts, others = _parted(scan.at)
            found = marks.places(self._words, texts) if texts else []
            for one in others:
                if isinstance(one, frozenset):
                    for word in self._words.among(one):
                        found += self._words.starts(word)
                else:
                    found += self._of_kind(one)
        return offsets(len(self._text))(sorted(set(found))) if found else ()

    def _of_kind(self, kind: Landmark) -> list[int]:
        if kind.name == "CAPITALS":
            return self._words.capitals()
        if kind.name == "FIGURES":
            return self._words.figures()
        if kind.name == "SLOT_START":
            return self._starts
        return [slot.span.end for slot in self._slots]

    def _around(self, scan: Scan, places: Sequence[int]) -> list[Range]:
        before, after = scan.before, scan.after
        length = len(self._source if scan.in_source else self._text)
        found: list[Range] = []
        for place in places:
            start = place - before if place > before else 0
            if after is not None:
                end = min(length, place + after)
            else:
                low, end = self._room(scan, place)
                start = max(low, start)
                if scan.cap is not None:
                    end = min(end, place + scan.cap)
            if found and start <= found[-1][1]:
                found[-1] = (found[-1][0], max(end, found[-1][1]))
            else:
                found.append((start, end))
        return found

    def _room(self, scan: Scan, offset: int) -> Range | Span:
        """The slot around an offset, or its line in the source; empty outside all slots."""
        if scan.in_source:
            end = self._source.find("\n", offset)
            start = self._source.rfind("\n", 0, offset) + 1
            return start, end if end >= 0 else len(self._source)
        index = bisect_right(self._starts, offset) - 1
        if index >= 0 and offset <= self._slots[index].span.end:
            return self._slots[index].span
        return offset, offset


@lru_cache(maxsize=512)
def _parted(
    at: tuple[Anchor, ...],
) -> tuple[tuple[str, ...], tuple[frozenset[str] | Landmark, ...]]:
    """The anchors of a scan: words and marks, and the others."""
    texts = tuple(one for one in at if isinstance(one, str))
    return texts, tuple(one for one in at if not isinstance(one, str))
