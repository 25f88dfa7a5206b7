"""A pattern, and where in a document to look for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from copydesk.regexes.patterns import Pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Protocol

    import regex

    Range = tuple[int, int]

    class _Anchors(Protocol):
        """A document's anchors, as a scan uses them."""

        def of(self, scan: Scan) -> Sequence[int]: ...
        def windows(self, scan: Scan) -> Sequence[Range]: ...
        def reach(self, scan: Scan, offset: int) -> int: ...

    class _Searched(Protocol):
        """The part of a document that a scan uses."""

        @property
        def text(self) -> str: ...
        @property
        def source(self) -> str: ...
        @property
        def anchors(self) -> _Anchors: ...


class Landmark:
    """A kind of position that any text has: ``CAPITALS`` and the three below."""

    __slots__ = ("name",)

    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


CAPITALS = Landmark("CAPITALS")
"""Words that begin with a capital."""
FIGURES = Landmark("FIGURES")
"""Runs of digits."""
SLOT_START = Landmark("SLOT_START")
"""Where slots begin."""
SLOT_END = Landmark("SLOT_END")
"""Where slots end."""

Anchor = str | frozenset[str] | Landmark


class Scan:
    """A pattern, and where in a document it can match. Built by ``scan``.

    Attributes:
        pattern: the pattern, to match against any other string.
        at: the anchors; a match can only be near one of them.
        before, after, cap: how far from an anchor; see ``scan``.
        in_source: whether to search the file's source instead of the text.
    """

    __slots__ = ("after", "at", "before", "cap", "in_source", "pattern")

    def __init__(
        self,
        pattern: Pattern,
        at: tuple[Anchor, ...],
        reach: tuple[int, int | None, int | None],
        in_source: bool,
    ) -> None:
        self.pattern = pattern
        self.at = at
        self.before, self.after, self.cap = reach
        self.in_source = in_source

    def anchors(self, doc: _Searched) -> Sequence[int]:
        """Where the anchors begin, in order; empty if the pattern cannot match."""
        return doc.anchors.of(self)

    def windows(self, doc: _Searched, within: Range | None = None) -> Sequence[Range]:
        """The ranges around the anchors, in order and disjoint.

        Args:
            doc: the document.
            within: a range to which each of them is clipped.
        """
        found = doc.anchors.windows(self)
        return found if within is None or not found else _cut(found, within[0], within[1])

    def finditer(self, doc: _Searched, within: Range | None = None) -> Iterator[regex.Match[str]]:
        """All matches in the windows, in order and without overlaps.

        A lookbehind sees the text before a window; the end of a window counts as end of text.
        """
        text = doc.source if self.in_source else doc.text
        for start, end in self.windows(doc, within):
            yield from self.pattern.compiled.finditer(text, start, end)

    def search(self, doc: _Searched, within: Range | None = None) -> regex.Match[str] | None:
        """The first match in the windows, or None."""
        return next(self.finditer(doc, within), None)

    def match_at(
        self, doc: _Searched, offset: int, end: int | None = None
    ) -> regex.Match[str] | None:
        """The match that begins at ``offset``, whether or not there is an anchor.

        Args:
            doc: the document.
            offset: where it begins.
            end: where it must end at the latest; by default, as far as from an anchor there.
        """
        text = doc.source if self.in_source else doc.text
        stop = doc.anchors.reach(self, offset) if end is None else end
        return self.pattern.compiled.match(text, offset, stop)


def _cut(windows: Sequence[Range], low: int, high: int) -> list[Range]:
    """The windows, clipped to a range."""
    index = bisect_right(windows, (low, low))
    if index and windows[index - 1][1] > low:
        index -= 1
    last = bisect_left(windows, (high, -1), index)
    return [(max(start, low), min(end, high)) for start, end in windows[index:last]]


def scan(
    text: str,
    *,
    at: Anchor | tuple[Anchor, ...],
    before: int = 0,
    after: int | None = None,
    cap: int | None = None,
    verbose: bool = False,
    in_source: bool = False,
) -> Scan:
    """Build a scan: a pattern in the syntax of ``regex``, and where to look for it.

    Args:
        text: the pattern.
        at: one anchor or several: a word (only letters or only digits, in lower case; found in
            any case), a mark (any other text, found as written), a frozenset of words,
            ``CAPITALS``, ``FIGURES``, ``SLOT_START`` or ``SLOT_END``.
        before: how far before the start of an anchor a match may begin, in code points.
        after: how far after the start of an anchor a match may reach, in code points. If None,
            a match stays within the slot of the anchor.
        cap: the most code points that ``after=None`` allows.
        verbose: whether white space and comments in the pattern are ignored.
        in_source: whether to search ``doc.source``. There anchors are texts, found as written,
            and lines take the place of slots.

    Raises:
        ValueError: an anchor can never be found: a word with a capital, an empty mark, or
            anything but a text if the source is searched.
    """
    anchors = at if isinstance(at, tuple) else (at,)
    for one in anchors:
        if isinstance(one, str) and (not one or (one.isalpha() and one != one.lower())):
            raise ValueError(f"an anchor is a word in lower case or a mark, not {one!r}")
        if in_source and not isinstance(one, str):
            raise ValueError(f"in the source, an anchor is a text, not {one!r}")
    return Scan(Pattern(text, verbose), anchors, (before, after, cap), in_source)
