"""Write the text of an HTML page into slots, with white space collapsed as in HTML."""

from __future__ import annotations

import re

from copydesk.document.builder import Builder
from copydesk.model.findings import Span
from copydesk.parsers.html.scan import plain, segments
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.slot_kinds import SlotKind
    from copydesk.parsers.html.context import Context

_BLANK = " \t\r\n\f"
_LEADING = compiled(r"[ \t\r\n\f]+")
_BLANKS = compiled(r"[ \t\r\n\f]{2,}|[\t\r\n\f]")  # a single space needs no change
_EMPTY = compiled(r"(?:\s|&nbsp;?|&#160;?|&#[xX][aA]0;?)*")
_TAG = compiled(r"<[^>]*>")
_BY = compiled(
    r"(?:(?:words|written|story|report|reported|reporting|text|analysis)\s*)?(?:by)?\s*:?",
    re.IGNORECASE,
)
_LEAD = 200  # code points of source, including tags, in which "By" must be
_LONGEST_BYLINE = 120  # code points of text; anything longer is a sentence about an author


def add_run(
    builder: Builder, start: int, end: int, *, code: bool = False, attribute: bool = False
) -> None:
    """Add source text to the open slot, with references decoded and white space collapsed."""
    if builder.source.find("&", start, end) < 0:
        _collapse(builder, start, end, code)
        return
    for text, a, b in segments(builder.source, start, end, attribute):
        if text is None:
            _collapse(builder, a, b, code)
        elif text in _BLANK:
            _add_blank(builder, text, a, b)
        elif code:
            builder.add_code(text, a, b)
        else:
            builder.add_text(text, a, b)


def _add_blank(builder: Builder, text: str, start: int, end: int) -> None:
    if text:  # an invalid reference has no text
        builder.add_space(start, end)


def _collapse(builder: Builder, start: int, end: int, code: bool) -> None:
    add = _add_code if code else Builder.add_source
    at = start
    leading = _LEADING.match(builder.source, start, end)
    if leading is not None:
        at = leading.end()
        builder.add_space(start, at)
    for run in _BLANKS.finditer(builder.source, at, end):
        if at < run.start():
            add(builder, at, run.start())
        builder.add_space(run.start(), run.end())
        at = run.end()
    if at < end:
        add(builder, at, end)


def _add_code(builder: Builder, start: int, end: int) -> None:
    builder.add_code(builder.source[start:end], start, end)


class Prose:
    """The slots of a page: opened by their first text, ended by the next block.

    Attributes:
        given: the text of each headline and deck so far.
        headlines: the number of headlines written so far.
    """

    def __init__(self, builder: Builder) -> None:
        self.given: list[str] = []
        self.headlines = 0
        self._builder = builder
        self._open: SlotKind | None = None
        self._echo: list[str] = []
        self._guessed_from: SlotKind | None = None
        self._start = 0
        self._size = 0
        self._breaks = 0

    @property
    def is_open(self) -> bool:
        """Whether a slot that this object opened is open."""
        return self._open is not None

    def text(self, context: Context, start: int, end: int) -> None:
        """Read text that counts and is not empty."""
        source = self._builder.source
        if self._open is None and context.kind is not None:
            if source[start:end].isspace():
                return
            self.begin(context.kind, start)
        if self._breaks and not _EMPTY.fullmatch(source, start, end):
            self._breaks = 0
        self._size += end - start
        if self._open == "headline" or self._open == "deck":
            self._echo.append(plain(source, Span(start, end)))
        add_run(self._builder, start, end, code=context.code)

    def mark(self, context: Context, text: str, start: int, end: int) -> None:
        """Read ``text`` where the source has a tag, as with quotation marks."""
        if self._open is None and context.kind is not None:
            self.begin(context.kind, start)
        self._size += 1
        self._echo.append(text)
        self._builder.add_text(text, start, end)

    def line_break(self, context: Context, start: int, end: int) -> None:
        """Read a line break as a space; a second one ends the paragraph."""
        if self._open is None:
            if context.kind is None:
                self._builder.add_space(start, end)
            return
        self._breaks += 1
        if self._breaks > 1:
            self.end_slot()
        else:
            self._echo.append(" ")
            self._builder.add_space(start, end)

    def thing(self, name: str, start: int, end: int) -> None:
        """Read an element that is seen and is not text; a formula is part of its sentence.

        In a slot that the caller has opened, the caller does it.
        """
        if self._open is None and self._builder.is_open:
            return
        self._size += 1
        self._builder.add_thing(start, end, apart=name != "math")

    def picture(self, span: Span) -> None:
        """Read the alternative text of a picture."""
        if span.start < span.end:
            self.slot("alt", "alt", span)

    def slot(self, kind: SlotKind, name: str, span: Span) -> None:
        """Read the value of an attribute as a slot of its own."""
        self._builder.open(kind, name)
        add_run(self._builder, *span, attribute=True)
        self._builder.close()

    def begin(self, kind: SlotKind, start: int) -> None:
        """Open a slot."""
        self._builder.open(kind)
        self._open = kind
        self._start = start
        self._size = 0
        self._breaks = 0
        self._echo.clear()
        self._guessed_from = None

    def end_slot(self) -> None:
        """End the slot that this object opened, if it is open."""
        if self._open is None:
            return
        if self._guessed_from and self._size > _LONGEST_BYLINE:
            self._builder.rename(self._guessed_from)
        self._builder.close()
        if self._size and (self._open == "headline" or self._open == "deck"):
            self.headlines += self._open == "headline"
            self.given.append("".join(self._echo))
        self._open = None

    def may_become(self, kind: SlotKind, before: int) -> bool:
        """Whether the open slot could still become one of that kind.

        True if no slot is open, if it has no text yet, or, for a byline, only "By".
        """
        if self._open is None:
            return True
        end = min(before, self._start + _LEAD)
        lead = _TAG.sub("", self._builder.source[self._start : end]).strip()
        return not lead or (kind == "byline" and bool(_BY.fullmatch(lead)))

    def become(self, kind: SlotKind, context: Context, start: int) -> None:
        """Change the open slot, or a new one, to that kind.

        If a byline turns out to be too long, it is a sentence and is changed back.
        """
        if self._open is None:
            self.begin(context.kind or "paragraph", start)
        self._guessed_from = self._open if kind == "byline" else None
        self._builder.rename(kind)
        self._open = kind
