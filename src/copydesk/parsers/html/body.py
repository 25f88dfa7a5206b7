"""Read the tags of an HTML page in order and write its text to slots."""

from __future__ import annotations

import re

from copydesk.parsers.html import context as html_context
from copydesk.parsers.html.context import Context, speaking
from copydesk.parsers.html.monospace import is_code
from copydesk.parsers.html.names import (
    BLOCK,
    CODE,
    HEADINGS,
    PLAIN,
    SKIPPED,
    VOID,
    Marks,
    is_seen,
    language_of,
    read_marks,
)
from copydesk.parsers.html.plan import Plan, Survey
from copydesk.parsers.html.prose import Prose
from copydesk.parsers.html.scan import RAW, TOKEN, Ends, attributes, end_of_aside, raw_end
from copydesk.parsers.html.stack import Elements
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.builder import Builder
    from copydesk.document.slot_kinds import SlotKind
    from copydesk.parsers.html.meta import Head

_SETS_APART: frozenset[SlotKind] = frozenset({"credit", "kicker", "deck", "caption"})
_COLOURS: frozenset[SlotKind] = frozenset({"byline", "note"})
_COLOURED: frozenset[SlotKind | None] = frozenset({"paragraph", "list-item"})
_QUOTES = (("\u201c", "\u201d"), ("\u2018", "\u2019"))
_CODE = frozenset({"script", "style"})
_JSON_LD = compiled(r"ld\+json", re.IGNORECASE)


class Reader:
    """Reads a page or a fragment of HTML.

    Args:
        builder: what to write to. If it has an open slot, that slot stays open
            and gets the text outside blocks.
        plan: the assumptions about the page.
        head: collects the texts in the head; None for a fragment.
    """

    def __init__(self, builder: Builder, plan: Plan, head: Head | None = None) -> None:
        self._builder = builder
        self._source = builder.source
        self._plan = plan
        self._head = head
        self._prose = Prose(builder)
        self._outer = builder.language
        base = Context(None if builder.is_open else "paragraph", counts=not plan.marked)
        self._elements = Elements(speaking(base, self._outer))
        self._endless: set[str] = set()
        self._ends = Ends(builder.source)
        self._survey = Survey()

    def read(self, start: int, end: int) -> list[str]:
        """Read all of it; return the texts of the headlines and decks."""
        source = self._source
        text = at = start
        reach = source.rfind(">", start, end) + 1
        last_comment_end = source.rfind("-->", start, end)
        while (token := TOKEN.search(source, at, reach)) is not None:
            begin, stop = token.span()
            slash, name, _ = token.groups()
            if name is None:
                stop = end_of_aside(source, begin, last_comment_end)
                if stop < 0:  # just a "<"
                    at = begin + 1
                    continue
            if text < begin:
                self._text(text, begin)
            if name is None:
                self._aside(begin, stop)
            elif slash:
                self._end_tag(name.lower(), begin, stop)
            else:
                stop = self._start_tag(name.lower(), token, end)
            text = at = stop
        if text < end:
            self._text(text, end)
        self._prose.end_slot()
        self._builder.language = self._outer
        return self._prose.given

    def better_plan(self) -> Plan:
        """The plan that fits the page, now that it has been read."""
        return self._survey.better(self._plan)

    def _text(self, start: int, end: int) -> None:
        context = self._elements.context
        if context.reads:
            self._builder.language = context.language
            self._prose.text(context, start, end)
        self._survey.count(context, start, end, self._builder)

    def _aside(self, begin: int, stop: int) -> None:
        if self._source.startswith("<!--", begin):
            self._open_for_comment(begin)
            body = self._source[begin + 4 : max(begin + 4, stop - 3)]
            self._builder.comment(body, begin, stop)
        elif self._source[begin : begin + 9].lower() == "<!doctype":
            self._meet_page()

    def _open_for_comment(self, begin: int) -> None:
        """Open a slot, so that a comment at the start of a paragraph belongs to that paragraph."""
        context = self._elements.context
        if context.reads and context.kind and not self._prose.is_open:
            self._prose.begin(context.kind, begin)

    def _meet_page(self) -> None:
        """Note that this is a whole page, so that its header and footer are not the story's."""
        if self._head is not None and self._elements.is_empty:
            outside = self._elements.context
            inside = Context("paragraph", outside.counts, story=False)
            self._elements.context = speaking(inside, outside.language)

    def _start_tag(self, name: str, token: re.Match[str], end: int) -> int:
        first, last = token.span(3)
        marks = read_marks(token[3]) if first < last else PLAIN
        if name in VOID:
            self._void(name, marks, token)
            return token.end()
        language = language_of(token[3]) if first < last else ""
        if name in BLOCK:
            self._start_block(name, marks, token.start())
        elif name == "html" or name == "body":
            self._start_page(name, first, last)
            language = language if name == "body" else ""
        else:
            self._start_inline(name, marks, token, bool(language))
        if language:
            self._elements.context = speaking(self._elements.context, language)
        stop = token.end()
        if first < last and self._source[last - 1] == "/":
            self._end_tag(name, stop, stop)
            return stop
        return self._raw(name, token, end) if name in RAW else stop

    def _raw(self, name: str, token: re.Match[str], end: int) -> int:
        """Skip content that is not markup; pass JSON-LD and titles to the head."""
        begin = token.end()
        stop = -1 if name in self._endless else raw_end(self._source, name, begin, end)
        if stop < 0:
            self._endless.add(name)  # do not search again for each of many such tags
            return begin
        if self._head is not None:
            if name == "script" and _JSON_LD.search(self._source, *token.span(3)):
                self._head.json_ld(begin, stop)
            elif name == "title" and not self._elements.context.skipped:
                self._head.title(begin, stop)
        return stop

    def _start_page(self, name: str, first: int, last: int) -> None:
        self._elements.make_way(name)
        self._meet_page()
        if name == "html" and self._head is not None:
            self._head.attribute("language", "lang", first, last)

    def _start_block(self, name: str, marks: Marks, begin: int) -> None:
        elements = self._elements
        if name in SKIPPED and not self._ends.has(name, begin):
            name, marks = "div", PLAIN  # never ended: what follows is not part of it
        if elements.make_way(name) or not elements.context.skipped:
            self._prose.end_slot()
        if elements.context.reads and is_seen(name, marks):
            self._builder.show()
        if name == "head":
            self._meet_page()
        outside = elements.context
        elements.push(name, self._inside(name, marks, outside), not outside.skipped)

    def _inside(self, name: str, marks: Marks, outside: Context) -> Context:
        if outside.skipped:
            return outside
        if name == "h1" and not (marks.hidden or marks.part or outside.fixed):
            return self._inside_h1(outside)
        if marks is not PLAIN:
            new = html_context.in_block(outside, name, marks)
        else:
            new = outside.within.get(name) or html_context.in_block(outside, name, marks)
            outside.within[name] = new
        if not new.skipped and html_context.begins_story(name, marks):
            self._survey.met_story = True
        return new

    def _inside_h1(self, outside: Context) -> Context:
        is_first = self._plan.headline and not self._prose.headlines
        if outside.counts:
            self._survey.h1_in_story = True
        elif outside.banner:
            self._survey.h1_in_banner = True
        if not (outside.counts or (is_first and (self._plan.banner or not outside.banner))):
            return html_context.in_block(outside, "h1", PLAIN)
        return html_context.heading_page(outside, "headline" if is_first else "heading")

    def _start_inline(self, name: str, marks: Marks, token: re.Match[str], keeps: bool) -> None:
        """Begin an inline element; ``keeps`` is whether it stays open even without an effect."""
        elements, context = self._elements, self._elements.context
        if name == "time" and context.reads and self._head is not None:
            self._head.attribute("time", "datetime", *token.span(3))
        if not context.skipped:
            if self._is_unread(name, marks, token.start()):
                if context.reads and is_seen(name, marks):
                    self._prose.thing("math" if marks.formula else name, *token.span())
                elements.push(name, html_context.skipping(context), breaks=False, alone=True)
                return
            if name in CODE or is_code(self._source, name, *token.span(3)):
                elements.push(name, html_context.coding(context), breaks=False)
                return
            if marks.story:
                self._survey.met_story = True
                elements.push(name, html_context.telling_story(context), breaks=True)
                return
            if marks.part and context.reads and self._start_part(name, marks, token.start()):
                return
            if name == "q":
                self._quote(0, *token.span())
        if keeps or name == "q" or elements.count(name):
            elements.push(name, context, breaks=False)

    def _is_unread(self, name: str, marks: Marks, begin: int) -> bool:
        """Whether an inline element is not read; one that never ends is, except for code."""
        if marks.hidden or marks.formula:
            return True
        return name in SKIPPED and (name in _CODE or self._ends.has(name, begin))

    def _start_part(self, name: str, marks: Marks, begin: int) -> bool:
        """Begin a part of the story at an inline element; False if it cannot be one there.

        A credit in a caption becomes a slot of its own. A byline or note in running
        text determines the kind of the whole paragraph, but only at its beginning.
        """
        context, part, prose = self._elements.context, marks.part, self._prose
        if part is None or not html_context.takes_part(context, marks):
            return False
        fits = prose.may_become(part, begin)
        if part in _SETS_APART or not context.leaf:
            if fits and prose.is_open:
                prose.become(part, context, begin)
            else:
                prose.end_slot()
            self._elements.push(name, html_context.taking_part(context, part), breaks=True)
            return True
        if part in _COLOURS and context.kind in _COLOURED and fits:
            prose.become(part, context, begin)
        return False

    def _void(self, name: str, marks: Marks, token: re.Match[str]) -> None:
        context = self._elements.context
        if name == "meta" and self._head is not None and not context.skipped:
            self._head.meta(*token.span(3))
        if not context.reads:
            return
        if name == "br":
            self._prose.line_break(context, *token.span())
        elif name == "hr":
            self._elements.make_way(name)
            self._prose.end_slot()
        elif name in ("img", "area", "input") and not marks.hidden:
            self._prose.thing(name, *token.span())
            alt = attributes(self._source, *token.span(3)).get("alt")
            if alt is not None:
                self._builder.language = context.language
                self._prose.picture(alt)

    def _end_tag(self, name: str, begin: int, stop: int) -> None:
        elements = self._elements
        if elements.count(name):
            if elements.close(name):
                self._prose.end_slot()
            elif name == "q":
                self._quote(1, begin, stop)
        elif name in HEADINGS:
            if elements.close_heading():
                self._prose.end_slot()
        elif not elements.context.reads:
            return
        elif name == "p":
            self._prose.end_slot()
        elif name == "br":
            self._prose.line_break(elements.context, begin, stop)
        elif name == "q" and elements.context.kind is None:  # opened before this fragment
            self._quote(1, begin, stop)

    def _quote(self, side: int, begin: int, stop: int) -> None:
        """Write the mark that a ``q`` stands for: 0 the opening one, 1 the closing one."""
        context = self._elements.context
        if context.reads:
            self._builder.language = context.language
            self._prose.mark(context, _QUOTES[self._elements.count("q") % 2][side], begin, stop)
