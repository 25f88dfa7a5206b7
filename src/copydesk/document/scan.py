"""A pattern, and where in a document to look for it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from copydesk.regexes.patterns import Pattern

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from typing import Protocol

    import regex

    Range = tuple[int, int]

    class _Anchors(Protocol):
        """What a document knows of the places at which scans look."""

        def of(self, scan: Scan) -> Sequence[int]: ...
        def windows(self, scan: Scan) -> Sequence[Range]: ...
        def reach(self, scan: Scan, offset: int) -> int: ...

    class _Searched(Protocol):
        """What a scan needs of a document."""

        @property
        def text(self) -> str: ...
        @property
        def source(self) -> str: ...
        @property
        def anchors(self) -> _Anchors: ...


class Landmark:
    """A kind of place that texts have whatever their words: ``CAPITALS`` and the three below."""

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
    """A pattern, and where in a document a match of it can stand. Made by ``scan``.

    Attributes:
        pattern: the pattern, for a look at words of one's own choice.
        at: the anchors: a match stands near one of them, or there is none.
        before, after, cap: how far from an anchor; see ``scan``.
        in_source: whether it is looked for in the file's source, not in the text.
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
        """Where the anchors begin, in order; empty where the pattern cannot match."""
        return doc.anchors.of(self)

    def windows(self, doc: _Searched, within: Range | None = None) -> Sequence[Range]:
        """The stretches around the anchors, in order and apart from each other.

        Args:
            doc: the document.
            within: a span; of each stretch then counts what lies in it.
        """
        found = doc.anchors.windows(self)
        return found if within is None or not found else _cut(found, within[0], within[1])

    def finditer(self, doc: _Searched, within: Range | None = None) -> Iterator[regex.Match[str]]:
        """All matches in the windows, in order; no two overlap.

        A look-behind sees what stands before a window; a window's end is an end of text.
        """
        text = doc.source if self.in_source else doc.text
        for start, end in self.windows(doc, within):
            yield from self.pattern.compiled.finditer(text, start, end)

    def search(self, doc: _Searched, within: Range | None = None) -> regex.Match[str] | None:
        """The first match in the windows; None if there is none."""
        return next(self.finditer(doc, within), None)

    def match_at(
        self, doc: _Searched, offset: int, end: int | None = None
    ) -> regex.Match[str] | None:
        """The match that begins at ``offset``, whether an anchor stands there or not.

        Args:
            doc: the document.
            offset: where it begins.
            end: where the text ends for it; where the reach of an anchor would, if not given.
        """
        text = doc.source if self.in_source else doc.text
        stop = doc.anchors.reach(self, offset) if end is None else end
        return self.pattern.compiled.match(text, offset, stop)


def _cut(windows: Sequence[Range], low: int, high: int) -> list[Range]:
    """What of the windows lies between two places."""
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
    """A pattern in the syntax of ``regex``, and where to look for it.

    Args:
        text: the pattern.
        at: one anchor or several: a word (letters or digits only, in lower case: every place
            of that word in any case), a mark (any other text, found as it is written), a
            frozenset of words, ``CAPITALS``, ``FIGURES``, ``SLOT_START`` or ``SLOT_END``.
        before: code points before the beginning of an anchor from which a match may begin.
        after: code points behind the beginning of an anchor to which a match may reach. None:
            to the end of the slot that holds the anchor; nor does a match begin before it.
        cap: the most that ``after=None`` may come to.
        verbose: whether blanks and comments in the pattern do not count.
        in_source: look in ``doc.source``, at texts as they are written; lines stand for slots.

    Raises:
        ValueError: an anchor can never be found: a word with a capital, an empty mark, or what
            is no text where the source is searched.
    """
    anchors = at if isinstance(at, tuple) else (at,)
    for one in anchors:
        if isinstance(one, str) and (not one or (one.isalpha() and one != one.lower())):
            raise ValueError(f"an anchor is a word in lower case or a mark, not {one!r}")
        if in_source and not isinstance(one, str):
            raise ValueError(f"in the source, an anchor is a text, not {one!r}")
    return Scan(Pattern(text, verbose), anchors, (before, after, cap), in_source)
