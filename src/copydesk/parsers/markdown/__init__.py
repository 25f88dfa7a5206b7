"""Read Markdown: CommonMark with tables, footnotes and front matter.

pyromark (pulldown-cmark) parses it. Text is mapped to the source letter by letter, or as a range.
"""

from __future__ import annotations

from copydesk.document.builder import Builder
from copydesk.parsers.front_matter import read as front_matter
from copydesk.parsers.front_matter.overrides import note_overrides
from copydesk.parsers.markdown import remarks, shortcodes
from copydesk.parsers.markdown.events import code_spans, events, name_of, readable
from copydesk.parsers.markdown.html import (
    BREAKS,
    CODE,
    EMPHASIS,
    PICTURES,
    TAG,
    UNREAD,
    Fragments,
    open_part,
)
from copydesk.parsers.markdown.pen import Pen
from copydesk.parsers.markdown.roles import FOOTNOTE, INLINE, PLACES, place_of, role
from copydesk.parsers.markdown.tongues import Tongues
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copydesk.document.slot_kinds import SlotKind
    from copydesk.document.slots import Parsed
    from copydesk.parsers.markdown.shortcodes import Shortcode

_STRUCK = "struck out"
_JUDGED: tuple[SlotKind, ...] = ("paragraph", "block-quote")
_LONE_CR = compiled(r"\r(?!\n)")  # a line ending that pyromark does not support


def parse(source: str) -> Parsed:
    """Parse a Markdown file into slots. Only front matter can cause problems."""
    builder = Builder(source)
    body = front_matter.read(builder)
    masked = readable(_LONE_CR.sub("\n", source) if "\r" in source else source)
    if "]:" in masked and (notes := remarks.find(masked, body)):
        masked = remarks.overwritten(builder, masked, notes)
    codes: list[Shortcode] = []
    if shortcodes.suspects(masked, body):
        codes = shortcodes.find(masked, body, code_spans(masked, body))
        masked = shortcodes.mask(masked, codes)
        note_overrides(builder, source, ((code.start, code.end) for code in codes))
    _Reader(builder, masked, body, codes).read()
    return builder.finish()._replace(is_layout=front_matter.is_mould(source, body))


class _Reader:
    """Processes the events, opening and closing slots."""

    def __init__(self, builder: Builder, masked: str, body: int, codes: list[Shortcode]) -> None:
        self._builder = builder
        self._source = builder.source
        self._masked = masked
        self._body = body
        self._codes = codes
        self._pen = Pen(builder, masked, codes)
        self._tongues = Tongues(builder)
        self._fragments = Fragments(builder, masked, body, codes)
        self._places: list[str] = []
        self._part = ""
        self._has_headline = front_matter.has_headline(builder)
        self._after_picture = False
        self._paragraphs = 0
        self._loose = False  # whether the open slot is that of a tight list item
        self._muted = ""  # "code" or the HTML element whose text is skipped
        self._html_start = -1
        self._pictures: list[int] = []  # where the open ones begin

    def read(self) -> None:
        """Read the whole file."""
        pen = self._pen
        for event, start, end in events(self._masked, self._body):
            if event.__class__ is dict:
                for name, data in event.items():
                    if name == "Text":
                        if not pen.extend(data, start, end):
                            self._text(data, start, end)
                    elif name == "Start":
                        self._start(data, start)
                    elif name == "End":
                        self._end(data, end)
                    else:
                        self._inline(name, data, start, end)
            elif event == "Rule":
                self._block(start)
                self._after_picture = False
            elif not self._muted:
                pen.wait(start, end)
        self._block(len(self._source))

    def _text(self, text: str, start: int, end: int) -> None:
        if self._muted:
            return
        if not self._builder.is_open:
            self._open_loose(start)
        self._pen.settle(start)
        self._pen.text(text, start, end)

    def _inline(self, name: str, data: Any, start: int, end: int) -> None:
        if name == "Html" or name == "TaskListMarker":
            return
        if name == "InlineHtml":
            self._tag(start, end)
            return
        if self._muted:
            return
        if not self._builder.is_open:
            self._open_loose(start)
        self._pen.settle(start)
        if name == "Code":
            self._pen.code(data, start, end)
        else:  # a footnote reference
            self._pen.squeeze()

    def _start(self, tag: Any, start: int) -> None:
        name = name_of(tag)
        if name in PLACES:
            self._block(start)
            self._places.append(place_of(name, self._source, start))
        elif name in INLINE:
            self._pen.settle(start)
            if name == "Emphasis":
                self._pen.emphasise(1)
            elif name == "Strikethrough" and not self._muted:
                self._pen.squeeze()
                self._muted = _STRUCK
        elif name == "Image":
            self._start_image(start)
        else:
            self._block(start)
            self._start_block(name, tag, start)

    def _start_block(self, name: str, tag: Any, start: int) -> None:
        if name == "Paragraph":
            self._open(self._kind(), FOOTNOTE if self._in_footnote() else "")
        elif name == "TableCell":
            self._open("table-cell")
        elif name == "Heading":
            self._part = ""
            is_headline = tag[name]["level"] == "H1" and not self._has_headline
            self._has_headline |= is_headline
            self._open("headline" if is_headline else "heading")
        elif name == "HtmlBlock":
            self._html_start = start
        elif name == "CodeBlock":
            self._muted = "code"

    def _end(self, tag: Any, end: int) -> None:
        name = name_of(tag)
        if name in PLACES:
            self._block(end)
            self._places.pop()
        elif name == "Emphasis":
            self._pen.emphasise(-1)
        elif name == "Strikethrough":
            self._muted = "" if self._muted == _STRUCK else self._muted
        elif name == "Image":
            self._end_image(end)
        elif name == "Paragraph":
            self._close_paragraph()
        elif name == "Heading" or name == "TableCell":
            self._close()
            self._after_picture = False
        elif name == "HtmlBlock":
            self._html_block(self._html_start, end)
        elif name == "CodeBlock":
            self._muted = ""
            self._after_picture = False
            self._builder.show()

    def _kind(self) -> SlotKind:
        """The kind of a paragraph, from the element that contains it."""
        place = self._places[-1] if self._places else ""
        if place == "list-item":
            return "list-item"
        if place == "block-quote" or (not place and self._part == "blockquote"):
            return "block-quote"
        return "paragraph"

    def _in_footnote(self) -> bool:
        return bool(self._places) and self._places[-1] == FOOTNOTE

    def _open(self, kind: SlotKind, name: str = "") -> None:
        self._builder.open(kind, name)
        self._pen.begin()

    def _open_loose(self, start: int) -> None:
        """Open the slot of a tight list item, which has no paragraph of its own."""
        self._pen.pass_codes(start)
        self._open(self._kind())
        self._loose = True

    def _close(self) -> None:
        self._pen.flush()
        self._builder.close()
        self._tongues.end_paragraph()
        self._muted = ""

    def _block(self, start: int) -> None:
        """Between blocks, end a tight list item, and write the texts in shortcodes."""
        if self._loose:
            self._loose = False
            self._close()
        if self._codes:
            self._pen.pass_codes(start)
            self._after_picture |= self._pen.met_picture
            self._pen.met_picture = False

    def _close_paragraph(self) -> None:
        self._pen.flush()
        facts, kind = self._pen.facts, self._builder.kind
        part: SlotKind | None = None
        if self._part == "figcaption":
            part, self._part = "caption", ""
        elif kind in _JUDGED and facts.has_words and not self._in_footnote():
            part = role(facts, self._after_picture, self._paragraphs)
        if part:
            self._builder.rename(part)
        if facts.has_words:
            self._paragraphs += part != "caption" and part != "credit"
            self._after_picture = part == "caption" or part == "credit"
        elif facts.picture:
            self._after_picture = True
        self._close()

    def _start_image(self, start: int) -> None:
        if not self._builder.is_open:
            self._open_loose(start)
        self._pen.settle(start)
        self._pen.flush()
        self._pen.facts.picture = True
        self._pictures.append(start)
        self._pen.pictures += 1
        self._builder.open("alt", "alt")

    def _end_image(self, end: int) -> None:
        self._pen.flush()
        self._builder.close()
        self._pen.pictures -= 1
        start = self._pictures.pop()
        if not self._pictures:
            self._pen.thing(start, end)

    def _html_block(self, start: int, end: int) -> None:
        if self._pen.is_code_ahead(start):
            return
        raw = self._source[start:end]
        has_h1 = not self._has_headline and "<h1" in raw.lower()
        self._fragments.read(start, end, not self._has_headline)
        while self._builder.is_open:
            self._builder.close()
        self._tongues.meet(raw)
        self._has_headline |= has_h1
        self._part = open_part(raw, self._part)
        if not raw.startswith("<!--"):
            self._after_picture = bool(PICTURES.search(raw))

    def _tag(self, start: int, end: int) -> None:
        """Read an inline tag or comment."""
        raw = self._source[start:end]
        tag = TAG.match(raw)
        name = tag[2].lower() if tag else ""
        closes = bool(tag and tag[1])
        if self._muted:
            if closes and name == self._muted:
                self._muted = ""
            return
        if not self._builder.is_open:
            self._open_loose(start)
        self._pen.settle(start)
        self._pen.squeeze()
        self._tongues.meet(raw, inline=True)
        if raw.startswith("<!--"):
            self._builder.comment(raw[4:-3], start, end)
        elif name in UNREAD and not closes and not raw.endswith("/>"):
            self._muted = name
            self._pen.unread(name, start, end)
        elif name in CODE:
            self._pen.verbatim = not closes
        elif name in EMPHASIS:
            self._pen.emphasise(-1 if closes else 1)
        elif name in BREAKS:
            self._pen.space(start, end)
        elif name == "q":
            self._builder.add_text("\u201d" if closes else "\u201c", start, end)
        elif name == "img":
            self._pen.facts.picture = True
            self._pen.thing(start, end)
            if "alt" in raw.lower():
                self._fragments.read(start, end, not self._has_headline)
