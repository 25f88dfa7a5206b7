"""Builds a parsed document, slot by slot; every parser writes through it."""

from __future__ import annotations

from typing import NamedTuple

from copydesk.document.compose import composed, is_composed
from copydesk.document.slots import Comment, Metadatum, Parsed, Slot, SlotKind
from copydesk.document.textmap import Piece, TextMap
from copydesk.model.findings import Span

_BREAK = "\n\n"


class _Open:
    """A slot while it is written: its pieces and where code stands in it."""

    __slots__ = ("code", "kind", "length", "name", "pieces")

    def __init__(self, kind: SlotKind, name: str) -> None:
        self.kind = kind
        self.name = name
        self.pieces: list[Piece] = []
        self.code: list[tuple[int, int]] = []
        self.length = 0

    def add(self, piece: Piece) -> None:
        self.pieces.append(piece)
        self.length += len(piece.text)

    def ends_in_space(self) -> bool:
        """Whether it ends in a blank that a page would fold; a hard one does not count."""
        return not self.pieces or self.pieces[-1].text[-1:] in " \t\r\n\f"


class _Note(NamedTuple):
    """A comment while it is written: the slot it stands in or follows."""

    body: str
    source: Span
    slot: _Open | None
    within: int


class Builder:
    """Collects the prose of one source in reading order.

    ``open`` begins a slot, the ``add_…`` calls fill it, ``close`` ends it.
    Slots that stay empty are dropped. A slot opened while another is open (the
    alternative text of a picture inside a paragraph) is put behind that one.

    Args:
        source: the decoded file, untouched.
    """

    def __init__(self, source: str) -> None:
        self.source = source
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
        """End the innermost open slot; without one, do nothing."""
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
        """Add the source from ``start`` to ``end`` as it stands.

        Letters written apart from their accents are put together.
        """
        if not self._stack or start >= end:
            return
        if self._is_composed:
            self._stack[-1].add(Piece(self.source[start:end], start, end, True))
            return
        for text, first, last in composed(self.source, start, end):
            self.add_text(text, first, last)

    def add_text(self, text: str, start: int, end: int) -> None:
        """Add ``text``, which stands for the source from ``start`` to ``end``.

        Where both are the same it is a literal piece.
        """
        if self._stack and text:
            literal = self.source[start:end] == text
            self._stack[-1].add(Piece(text, start, end, literal))

    def add_space(self, start: int, end: int) -> None:
        """Add one space for that source, unless the slot already ends in one."""
        if self._stack and not self._stack[-1].ends_in_space():
            self.add_text(" ", start, end)

    def add_code(self, text: str, start: int, end: int) -> None:
        """Add inline code: readers see it, rules on spelling leave it alone."""
        if self._stack:
            slot = self._stack[-1]
            begin = slot.length
            self.add_text(text, start, end)
            slot.code.append((begin, slot.length))

    def comment(self, body: str, start: int, end: int) -> None:
        """Note a markup comment at the present place."""
        if self._stack:
            slot: _Open | None = self._stack[-1]
        else:
            slot = self._slots[-1] if self._slots else None
        within = slot.length if slot is not None else 0
        self._comments.append(_Note(body.strip(), Span(start, end), slot, within))

    def problem(self, message: str) -> None:
        """Say what is wrong with the file; parsing goes on."""
        self._problems.append(message)

    def finish(self) -> Parsed:
        """Close what is open and put the document together."""
        while self._stack:
            self.close()
        pieces: list[Piece] = []
        slots: list[Slot] = []
        code: list[Span] = []
        places: dict[int, tuple[int, Span]] = {}  # where a slot begins, and what is kept of it
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
            pieces.extend(kept)
            end = span.end
        return Parsed(
            TextMap(pieces),
            tuple(slots),
            tuple(Comment(one.body, _offset(one, places), one.source) for one in self._comments),
            self.metadata,
            tuple(code),
            tuple(self._problems),
        )


def _offset(note: _Note, places: dict[int, tuple[int, Span]]) -> int:
    """Where in the prose a comment stands, within what is kept of its slot."""
    if note.slot is None:
        return 0
    begin, span = places[id(note.slot)]
    return min(max(begin + note.within, span.start), span.end)


def _clipped(code: list[tuple[int, int]], begin: int, slot: Span) -> list[Span]:
    """The spans of code, less what was trimmed from the slot's ends."""
    spans = (
        Span(max(slot.start, begin + start), min(slot.end, begin + end)) for start, end in code
    )
    return [span for span in spans if span.start < span.end]


def _trimmed(pieces: list[Piece]) -> tuple[list[Piece], int]:
    """The pieces without blanks at either end, and how many were cut in front."""
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
    """That part of a piece; one that is not literal keeps its source range."""
    text = piece.text[start:end]
    if not piece.literal or len(text) == len(piece.text):
        return Piece(text, piece.start, piece.end, piece.literal)
    return Piece(text, piece.start + start, piece.start + end, True)
