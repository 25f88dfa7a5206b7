"""Builds a parsed document slot by slot, for every parser."""

from __future__ import annotations

from typing import NamedTuple

from copydesk.document.compose import composed, is_composed
from copydesk.document.slots import Comment, Metadatum, Parsed, Slot, SlotKind
from copydesk.document.textmap import Piece, TextMap
from copydesk.model.findings import Span

_BREAK = "\n\n"


class _Open:
    """A slot under construction: its pieces, the code in it, the parts in marked languages."""

    __slots__ = ("code", "kind", "languages", "length", "name", "pieces")

    def __init__(self, kind: SlotKind, name: str) -> None:
        self.kind = kind
        self.name = name
        self.pieces: list[Piece] = []
        self.code: list[tuple[int, int]] = []
        self.languages: list[tuple[int, int, str]] = []
        self.length = 0

    def add(self, piece: Piece, language: str) -> None:
        begin = self.length
        self.pieces.append(piece)
        self.length += len(piece.text)
        if language:
            last = self.languages.pop() if self.languages else (begin, begin, language)
            if last[1:] != (begin, language):
                self.languages.append(last)
                last = (begin, begin, language)
            self.languages.append((last[0], self.length, language))

    def ends_in_space(self) -> bool:
        """Whether it is empty or ends in a collapsible space; a no-break space does not count."""
        return not self.pieces or self.pieces[-1].text[-1:] in " \t\r\n\f"


class _Note(NamedTuple):
    """A comment under construction, with the slot that it is in or follows."""

    body: str
    source: Span
    slot: _Open | None
    within: int


class Builder:
    """Collects the prose of one source in reading order.

    ``open`` begins a slot, the ``add_…`` methods fill it, ``close`` ends it.
    Empty slots are dropped. A slot opened while another is open (the
    alternative text of a picture inside a paragraph) is placed after that one.

    Args:
        source: the decoded file, unchanged.

    Attributes:
        source: as given.
        metadata: values by key.
        language: the tag of the language that the markup gives for what is added next; empty
            if it gives none.
    """

    def __init__(self, source: str) -> None:
        self.source = source
        self.language = ""
        self._is_composed = is_composed(source)
        self.metadata: dict[str, Metadatum] = {}
        self._slots: list[_Open] = []
        self._stack: list[_Open] = []
        self._waiting: list[_Open] = []
        self._comments: list[_Note] = []
        self._problems: list[str] = []

    @property
    def is_open(self) -> bool:
        """Whether a slot is open."""
        return bool(self._stack)

    @property
    def kind(self) -> SlotKind | None:
        """The kind of the innermost open slot."""
        return self._stack[-1].kind if self._stack else None

    def open(self, kind: SlotKind, name: str = "") -> None:
        """Begin a slot."""
        self._stack.append(_Open(kind, name))

    def close(self) -> None:
        """End the innermost open slot, if any."""
        if not self._stack:
            return
        slot = self._stack.pop()
        if self._stack:
            self._waiting.append(slot)
            return
        self._slots.append(slot)
        self._slots.extend(self._waiting)
        self._waiting.clear()

    def rename(self, kind: SlotKind) -> None:
        """Change the kind of the innermost open slot."""
        if self._stack:
            self._stack[-1].kind = kind

    def add_source(self, start: int, end: int) -> None:
        """Add the source from ``start`` to ``end`` unchanged.

        Letters and combining accents are composed.
        """
        if not self._stack or start >= end:
            return
        if self._is_composed:
            self._stack[-1].add(Piece(self.source[start:end], start, end, True), self.language)
            return
        for text, first, last in composed(self.source, start, end):
            self.add_text(text, first, last)

    def add_text(self, text: str, start: int, end: int) -> None:
        """Add ``text``, which represents the source from ``start`` to ``end``.

        If both are the same, it is a literal piece.
        """
        if self._stack and text:
            literal = self.source[start:end] == text
            self._stack[-1].add(Piece(text, start, end, literal), self.language)

    def add_space(self, start: int, end: int) -> None:
        """Add one space for the source given, unless the slot already ends in one."""
        if self._stack and not self._stack[-1].ends_in_space():
            self.add_text(" ", start, end)

    def add_code(self, text: str, start: int, end: int) -> None:
        """Add inline code, which readers see but rules on spelling leave alone."""
        if self._stack:
            slot = self._stack[-1]
            begin = slot.length
            self.add_text(text, start, end)
            slot.code.append((begin, slot.length))

    def comment(self, body: str, start: int, end: int) -> None:
        """Record a markup comment at the current position."""
        if self._stack:
            slot: _Open | None = self._stack[-1]
        else:
            slot = self._slots[-1] if self._slots else None
        within = slot.length if slot is not None else 0
        self._comments.append(_Note(body.strip(), Span(start, end), slot, within))

    def problem(self, message: str) -> None:
        """Record what is wrong with the file; parsing continues."""
        self._problems.append(message)

    def finish(self) -> Parsed:
        """Close all open slots and build the document."""
        while self._stack:
            self.close()
        pieces: list[Piece] = []
        slots: list[Slot] = []
        code: list[Span] = []
        languages: list[tuple[Span, str]] = []
        places: dict[int, tuple[int, Span]] = {}  # untrimmed start, and span, of each slot
        end = 0
        for slot in self._slots:
            kept, cut = _trimmed(slot.pieces)
            if not kept:
                places[id(slot)] = (end, Span(end, end))
                continue
            if slots:
                pieces.append(Piece(_BREAK, kept[0].start, kept[0].start, False))
                end += len(_BREAK)
            span = Span(end, end + sum(len(piece.text) for piece in kept))
            places[id(slot)] = (span.start - cut, span)
            slots.append(Slot(slot.kind, span, slot.name))
            code.extend(_clipped(slot.code, span.start - cut, span))
            for start, stop, language in slot.languages:
                spoken = _clipped([(start, stop)], span.start - cut, span)
                languages.extend((one, language) for one in spoken)
            pieces.extend(kept)
            end = span.end
        return Parsed(
            TextMap(pieces),
            tuple(slots),
            tuple(Comment(one.body, _offset(one, places), one.source) for one in self._comments),
            self.metadata,
            tuple(code),
            tuple(self._problems),
            languages=tuple(languages),
        )


def _offset(note: _Note, places: dict[int, tuple[int, Span]]) -> int:
    """The offset of a comment in the prose, clamped to its trimmed slot."""
    if note.slot is None:
        return 0
    begin, span = places[id(note.slot)]
    return min(max(begin + note.within, span.start), span.end)


def _clipped(code: list[tuple[int, int]], begin: int, slot: Span) -> list[Span]:
    """The spans of code, without what was trimmed from the ends of the slot."""
    spans = (
        Span(max(slot.start, begin + start), min(slot.end, begin + end)) for start, end in code
    )
    return [span for span in spans if span.start < span.end]


def _trimmed(pieces: list[Piece]) -> tuple[list[Piece], int]:
    """The pieces without white space at either end, and how much was cut at the start."""
    first, last = 0, len(pieces)
    cut = 0
    while first < last and not pieces[first].text.strip():
        cut += len(pieces[first].text)
        first += 1
    while last > first and not pieces[last - 1].text.strip():
        last -= 1
    kept = pieces[first:last]
    if not kept:
        return [], cut
    lead = len(kept[0].text) - len(kept[0].text.lstrip())
    kept[0] = _cut(kept[0], lead, len(kept[0].text))
    kept[-1] = _cut(kept[-1], 0, len(kept[-1].text.rstrip()))
    return kept, cut + lead


def _cut(piece: Piece, start: int, end: int) -> Piece:
    """Part of a piece; a piece that is not literal keeps its whole source range."""
    text = piece.text[start:end]
    if not piece.literal or len(text) == len(piece.text):
        return Piece(text, piece.start, piece.end, piece.literal)
    return Piece(text, piece.start + start, piece.start + end, True)
