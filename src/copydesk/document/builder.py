"""Builds a parsed document slot by slot, for every parser."""

from __future__ import annotations

from bisect import bisect_left
from operator import attrgetter

from copydesk.document import stand_in
from copydesk.document.compose import composed, is_composed
from copydesk.document.open_slot import Note, OpenSlot
from copydesk.document.slots import Comment, Metadatum, Parsed, Slot
from copydesk.document.textmap import Piece, TextMap
from copydesk.document.trim import mark, trimmed
from copydesk.model.findings import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.document.fields import Field
    from copydesk.document.slot_kinds import SlotKind
    from copydesk.document.template_tags import Tag

_BREAK = "\n\n"


class Builder:
    """Collects the prose of one source in reading order.

    ``open`` begins a slot, the ``add_…`` methods fill it, ``close`` ends it.
    Empty slots are dropped. A slot opened while another is open (the
    alternative text of a picture inside a paragraph) is placed after that one.

    Args:
        source: the decoded file; the template tags in it may be overwritten.
        tags: its template tags, which are not added as text; in order.

    Attributes:
        source: as given.
        metadata: values by key.
        fields: the fields of the story, copy or not, in order.
        language: the tag of the language that the markup gives for what is added next; empty
            if it gives none.
    """

    def __init__(self, source: str, tags: Sequence[Tag] = ()) -> None:
        self.source = source
        self.language = ""
        self.tags = tags
        self._is_composed = is_composed(source)
        self.metadata: dict[str, Metadatum] = {}
        self.fields: list[Field] = []
        self._slots: list[OpenSlot] = []
        self._stack: list[OpenSlot] = []
        self._waiting: list[OpenSlot] = []
        self._comments: list[Note] = []
        self._notes: list[tuple[str, Span]] = []
        self._shown: list[OpenSlot | None] = []
        self._problems: list[str] = []

    @property
    def is_open(self) -> bool:
        """Whether a slot is open."""
        return bool(self._stack)

    @property
    def kind(self) -> SlotKind | None:
        """The kind of the innermost open slot."""
        return self._stack[-1].kind if self._stack else None

    def open(self, kind: SlotKind, name: str = "", role: str = "") -> None:
        """Begin a slot."""
        self._stack.append(OpenSlot(kind, name, role))

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
        """Add the source from ``start`` to ``end`` unchanged, without its template tags.

        Letters and combining accents are composed.
        """
        if not self._stack or start >= end:
            return
        if self.source[start] in stand_in.CLOSING and stand_in.is_gap(
            self.source, self._stack[-1].pieces, start
        ):
            self.add_thing(self._stack[-1].pieces[-1].end, start)
        if self.tags and (first := self._tag_in(start, end)) is not None:
            self._add_around(first, start, end)
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

    def add_thing(self, start: int, end: int, *, apart: bool = False) -> bool:
        """Add the letter that stands for something in the sentence that is not text.

        Args:
            start: where it begins in the source.
            end: where it ends.
            apart: whether it can stand between sentences, as a picture can; then it is
                left out there.

        Returns:
            Whether the letter was added.
        """
        if self._stack:
            slot = self._stack[-1]
            if not (apart and stand_in.is_ended(slot.pieces)):
                slot.things.append((slot.length, slot.length + 1))
                self.add_text(stand_in.STAND_IN, start, end)
                return True
        self.show()
        return False

    def show(self) -> None:
        """Note that something that is not text, such as a video, stands at this place."""
        slots = self._stack or self._slots
        self._shown.append(slots[-1] if slots else None)

    def has_tag(self, span: Span) -> bool:
        """Whether there is a template tag within a span of the source."""
        return bool(self.tags) and self._tag_in(*span) is not None

    def _tag_in(self, start: int, end: int) -> int | None:
        """The index of the first template tag that overlaps a range; None if none does."""
        index = bisect_left(self.tags, start, key=attrgetter("start"))
        if index and self.tags[index - 1].end > start:
            index -= 1
        return index if index < len(self.tags) and self.tags[index].start < end else None

    def _add_around(self, index: int, start: int, end: int) -> None:
        """Add a range of the source with template tags, the first of which is given."""
        while index < len(self.tags) and self.tags[index].start < end:
            tag = self.tags[index]
            self._add_plain(start, tag.start)
            self.add_tag(tag)
            start, index = max(start, tag.end), index + 1
        self._add_plain(start, end)

    def _add_plain(self, start: int, end: int) -> None:
        """Add source without tags; no second space beside one that is there."""
        if start < end and self._stack[-1].ends_in_space() and self.source[start] == " ":
            start += 1
        if start < end:
            tags, self.tags = self.tags, ()
            self.add_source(start, end)
            self.tags = tags

    def add_tag(self, tag: Tag) -> bool:
        """Add what stands for a template tag, if anything; say whether something does."""
        slot = self._stack[-1]
        mark = self.source[tag.end : tag.end + 1]
        if tag.kind == "note":
            joins = slot.ends_in_space() and mark in stand_in.CLOSING
            return self.add_thing(tag.start, tag.end) if joins else False
        if tag.kind == "control" and stand_in.is_ended(slot.pieces):
            if mark.isalnum():
                self.add_space(tag.start, tag.end)  # between two branches
            return False
        if tag.kind == "shown" or tag.kind == "placed":
            return self.add_thing(tag.start, tag.end, apart=tag.kind == "placed")
        before = slot.pieces[-1].text[-1:].isalnum()
        after = mark.isalnum()
        lead = " " if before and not after else ""
        text = f"{lead}{stand_in.STAND_IN}{' ' if after and not before else ''}"
        begin = slot.length + len(lead)
        slot.things.append((begin, begin + 1))
        slot.controls.add(len(slot.pieces))
        self.add_text(text, tag.start, tag.end)
        return True

    def add_code(self, text: str, start: int, end: int) -> None:
        """Add inline code, which readers see but rules on spelling leave alone."""
        if self._stack:
            slot = self._stack[-1]
            begin = slot.length
            if self.has_tag(Span(start, end)):
                self.add_source(start, end)
            else:
                self.add_text(text, start, end)
            slot.code.append((begin, slot.length))

    def comment(self, body: str, start: int, end: int) -> None:
        """Record a markup comment at the current position."""
        if self._stack:
            slot: OpenSlot | None = self._stack[-1]
        else:
            slot = self._slots[-1] if self._slots else None
        within = slot.length if slot is not None else 0
        self._comments.append(Note(body.strip(), Span(start, end), slot, within))

    def note(self, body: str, start: int, end: int) -> None:
        """Record a comment by its place in the source alone."""
        self._notes.append((body.strip(), Span(start, end)))

    def problem(self, message: str) -> None:
        """Record what is wrong with the file; parsing continues."""
        self._problems.append(message)

    def finish(self) -> Parsed:
        """Close all open slots and build the document."""
        while self._stack:
            self.close()
        pieces: list[Piece] = []
        slots: list[Slot] = []
        roles: dict[int, str] = {}
        code: list[Span] = []
        languages: list[tuple[Span, str]] = []
        places: dict[int, tuple[int, Span]] = {}  # untrimmed start, and span, of each slot
        end = 0
        for slot in self._slots:
            kept, cut = trimmed(slot.pieces, slot.controls)
            if not kept or (slot.things and not stand_in.has_words(kept)):
                self._shown += [slot] * bool(kept)
                places[id(slot)] = (end, Span(end, end))
                continue
            if slots:
                pieces.append(Piece(_BREAK, kept[0].start, kept[0].start, False))
                end += len(_BREAK)
            span = Span(end, end + sum([len(piece.text) for piece in kept]))
            places[id(slot)] = (span.start - cut, span)
            slots.append(Slot(slot.kind, span, slot.name))
            mark(slot, span, cut, (code, languages, roles))
            pieces.extend(kept)
            end = span.end
        text_map = TextMap(pieces)
        return Parsed(
            text_map,
            tuple(slots),
            tuple(self._all_comments(places, text_map)),
            self.metadata,
            tuple(code),
            tuple(self._problems),
            languages=tuple(languages),
            fields=tuple(self.fields),
            roles=roles,
            shown=frozenset(places[id(slot)][1].end for slot in self._shown if slot is not None),
        )

    def _all_comments(
        self, places: dict[int, tuple[int, Span]], text_map: TextMap
    ) -> list[Comment]:
        """The comments and notes with their offsets, in order."""
        comments = [Comment(one.body, _offset(one, places), one.source) for one in self._comments]
        if self._notes:
            comments += [Comment(body, text_map.to_text(at.start), at) for body, at in self._notes]
            comments.sort(key=attrgetter("source"))
        return comments


def _offset(note: Note, places: dict[int, tuple[int, Span]]) -> int:
    """The offset of a comment in the prose, clamped to its trimmed slot."""
    if note.slot is None:
        return 0
    begin, span = places[id(note.slot)]
    return min(max(begin + note.within, span.start), span.end)
