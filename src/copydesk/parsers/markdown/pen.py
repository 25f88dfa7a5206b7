"""Write the running text of Markdown into the open slot.

Texts that are adjacent in the source become one piece. A line break is kept until
the text after it is known, so that its space covers all the source in between (the
``>`` of a block quote, the indent of a list). Shortcodes are left out.
"""

from __future__ import annotations

from copydesk.document.stand_in import STAND_IN
from copydesk.document.template_tags import Tag
from copydesk.parsers.markdown.html import THINGS
from copydesk.parsers.markdown.roles import Facts
from copydesk.parsers.markdown.shortcode_text import write_attributes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.builder import Builder
    from copydesk.parsers.markdown.shortcodes import Shortcode


class Pen:
    """Writes text, code and line breaks, each with its range in the source.

    Args:
        builder: what to write to.
        masked: the source with its shortcodes overwritten.
        codes: the shortcodes, in order.

    Attributes:
        facts: what is known about the current paragraph.
        pictures: the number of open pictures whose text is being read.
        verbatim: whether an HTML element for code is open.
        met_picture: whether a picture shortcode was passed since this was last cleared.
    """

    def __init__(self, builder: Builder, masked: str, codes: list[Shortcode]) -> None:
        self.facts = Facts()
        self.pictures = 0
        self.verbatim = False
        self.met_picture = False
        self._builder = builder
        self._source = builder.source
        self._masked = masked
        self._codes = codes
        self._emphases = 0
        self._next = 0
        self._next_skip = codes[0].skip if codes else len(masked) + 1
        self._run = self._run_end = -1
        self._done = 0
        self._break = -1
        self._break_end = 0
        self._last = ""
        self._squeezing = False

    def begin(self) -> None:
        """Start the text of a slot."""
        self.facts = Facts()
        self._break = -1
        self._last = ""
        self._emphases = 0
        self.verbatim = False

    def emphasise(self, change: int) -> None:
        """Begin (1) or end (-1) an emphasis."""
        self.flush()
        self._emphases = max(0, self._emphases + change)

    def extend(self, text: str, start: int, end: int) -> bool:
        """Extend the current run by a text event if possible; return whether it was."""
        fits = start == self._run_end and end <= self._next_skip and self._masked[start:end] == text
        if fits:
            self._run_end = end
        return fits

    def text(self, text: str, start: int, end: int) -> None:
        """Write a text event."""
        if self._next_skip < end:
            self._around_codes(text, start, end)
        else:
            self._text(text, start, end)
        self._done = end

    def _text(self, text: str, start: int, end: int) -> None:
        if self._masked[start:end] != text or self.verbatim:
            self.flush()
            self._other(text, start, end)
            return
        if start != self._run_end:
            self.flush()
            if start > self._done and self._source[start - 1] == "\\":
                self._other(text[0], start - 1, start + 1)  # include the backslash
                start += 1
            elif self._squeezing and self._last in ("", " "):
                start += len(text) - len(text.lstrip(" "))
            if start == end:
                return
            self._squeezing = False
            self._run = start
        self._run_end = end

    def _other(self, text: str, start: int, end: int) -> None:
        """Write text that differs from its source, or text in an HTML code element."""
        core = text.strip()
        if not self.verbatim or not core:
            self._builder.add_text(text, start, end)
        elif len(text) != end - start:
            self._builder.add_code(text, start, end)
        else:  # spaces around the code are not part of it
            first = start + text.index(core)
            self._builder.add_source(start, first)
            self._builder.add_code(core, first, first + len(core))
            self._builder.add_source(first + len(core), end)
        self._said(text)

    def _around_codes(self, text: str, start: int, end: int) -> None:
        """Write a text event, except the shortcodes in it."""
        if self._masked[start:end] != text:
            self.pass_codes(end)
            self._text(text, start, end)
            return
        begin = start
        while self._next_skip < end:
            code = self._codes[self._next]
            stop = code.skip if code.kind == "note" else code.start
            if start < stop:
                self._text(self._source[start:stop], start, stop)
            start = max(start, min(code.end, end))
            if code.end > end:
                return
            self.flush()
            if code.start >= begin:  # else it is in the address of a link
                self._stood(self._builder.add_tag(Tag(code.start, code.end, code.kind)))
            self.pass_codes(code.end)
        if start < end:
            self._text(self._source[start:end], start, end)

    def pass_codes(self, place: int) -> None:
        """Write the texts in the shortcodes that end at or before that offset."""
        while self._next < len(self._codes) and self._codes[self._next].end <= place:
            code = self._codes[self._next]
            self._next += 1
            self._next_skip = (
                self._codes[self._next].skip
                if self._next < len(self._codes)
                else len(self._masked) + 1
            )
            if self._builder.is_open:
                self.facts.picture |= code.is_picture
            else:
                self.met_picture |= code.is_picture
                if code.kind == "shown" or code.kind == "placed":
                    self._builder.show()
            write_attributes(self._builder, code)

    def is_code_ahead(self, place: int) -> bool:
        """Whether the next thing there is a shortcode with a line to itself."""
        if self._next >= len(self._codes):
            return False
        code = self._codes[self._next]
        return code.alone and not self._source[place : max(place, code.start)].strip()

    def code(self, text: str, start: int, end: int) -> None:
        """Write inline code, with the exact range of its text if that is found."""
        self.flush()
        raw, stop = self._source[start:end], end
        ticks = len(raw) - len(raw.lstrip("`"))
        inner = raw[ticks:-ticks] if ticks else raw
        text = (text if self._masked[start:end] == raw else inner).strip()
        at = inner.find(text)
        if not text:
            self._builder.add_space(start, end)
        elif at >= 0:
            start += ticks + at
            self._builder.add_code(text, start, start + len(text))
        else:
            self._builder.add_code(text, start, end)
        self._said(text or " ")
        self._done = stop

    def space(self, start: int, end: int) -> None:
        """Write one space for a range of source."""
        self.flush()
        self._builder.add_space(start, end)
        self._last = " "
        self._squeezing = True

    def wait(self, start: int, end: int) -> None:
        """Keep a line break until it is known where the text continues."""
        self.flush()
        between = self._source[self._done : start]
        self._break = self._done if between.isspace() else start
        self._break_end = end
        self._done = end

    def settle(self, place: int) -> None:
        """Write the line break that is kept, if any; the text continues at ``place``."""
        if self._break >= 0:
            self.flush()
            self._builder.add_space(self._break, max(place, self._break_end))
            self._last = " "
            self._break = -1

    def squeeze(self) -> None:
        """After leaving out something invisible, merge the two spaces around it."""
        self.flush()
        self._squeezing = True

    def thing(self, start: int, end: int, *, apart: bool = True) -> None:
        """Write the letter that stands for something that is not text."""
        self.flush()
        self._stood(self._builder.add_thing(start, end, apart=apart))

    def unread(self, name: str, start: int, end: int) -> None:
        """Write a letter for an HTML element that is not read, if readers see it."""
        if name in THINGS:
            self.thing(start, end, apart=name != "math")

    def _stood(self, stands: bool) -> None:
        """Go on after a stand-in, or after something that left none."""
        self._squeezing = not stands
        if stands:
            self._last = STAND_IN

    def flush(self) -> None:
        """Write the current run to the builder."""
        if self._run >= 0:
            self._builder.add_source(self._run, self._run_end)
            self._said(self._source[self._run : self._run_end])
            self._done = max(self._done, self._run_end)
            self._run = self._run_end = -1

    def _said(self, text: str) -> None:
        if text and not self.pictures:
            self.facts.say(text, self._emphases > 0)
            self._last = text[-1]
