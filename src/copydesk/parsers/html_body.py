"""Reads the tags of an HTML page in order and hands its text to the slots."""

from __future__ import annotations

import re
from typing import NamedTuple

from copydesk.document.builder import Builder
from copydesk.document.slots import SlotKind
from copydesk.parsers.html_meta import Head
from copydesk.parsers.html_names import (
    BLOCK,
    CODE,
    HEADINGS,
    KINDS,
    PLAIN,
    SKIPPED,
    VOID,
    Marks,
    read_marks,
)
from copydesk.parsers.html_prose import Prose
from copydesk.parsers.html_scan import TOKEN, attributes, raw_end
from copydesk.parsers.html_stack import Context, Elements

_PAGE = frozenset({"html", "head", "body"})
_QUOTING = frozenset({"block-quote", "embed"})
_SPLITTING = frozenset({"credit", "kicker", "deck", "caption"})
_GUESSABLE = frozenset({"paragraph", "list-item"})
_JSON_LD = re.compile(r"ld\+json", re.IGNORECASE)
_OUTER = "(?i:article|main)"


class Plan(NamedTuple):
    """What is taken to hold for a page before it is read.

    Attributes:
        marked: only what stands within an element marked as the story counts.
        outer_headline: an h1 in the header of the page may be the headline.
        headline: the first h1 is the headline; else it is but a heading.
    """

    marked: bool = False
    outer_headline: bool = True
    headline: bool = True


class Reader:
    """Reads one stretch of HTML.

    Attributes:
        met_story: an element marked as the story was met.
        met_banner_headline: the headline came from the header of the page.
        met_story_headline: an h1 within the story was met.
    """

    def __init__(
        self, builder: Builder, start: int, end: int, plan: Plan, head: Head | None = None
    ) -> None:
        self.met_story = False
        self.met_banner_headline = False
        self.met_story_headline = False
        self._builder = builder
        self._source = builder.source
        self._start = start
        self._end = end
        self._plan = plan
        self._head = head
        self._prose = Prose(builder)
        self._elements = Elements(
            Context(None if builder.is_open else "paragraph", counts=not plan.marked)
        )
        self._last_gt = self._source.rfind(">", start, end)
        self._last_comment_end = self._source.rfind("-->", start, end)

    def read(self) -> list[str]:
        """Read it all; the text of the headlines and decks comes back."""
        source, end = self._source, self._end
        text = at = self._start
        while (token := TOKEN.search(source, at, end)) is not None:
            begin = token.start()
            stop = token.end() if token[2] else self._end_of_aside(begin)
            if stop < 0:  # a mere "<"
                at = begin + 1
                continue
            if text < begin:
                self._text(text, begin)
            text = at = self._token(token, stop)
        if text < end:
            self._text(text, end)
        self._prose.end_slot()
        return self._prose.given

    def _end_of_aside(self, begin: int) -> int:
        """Where a comment or declaration ends; -1 if it never does."""
        source = self._source
        if not source.startswith("<!--", begin):
            return source.find(">", begin) + 1 if begin < self._last_gt else -1
        for empty in ("<!-->", "<!--->"):
            if source.startswith(empty, begin):
                return begin + len(empty)
        if begin + 4 > self._last_comment_end:
            return -1
        return source.find("-->", begin + 4) + 3

    def _token(self, token: re.Match[str], stop: int) -> int:
        """Do what a tag or comment demands; reading goes on at the offset returned."""
        slash, name, _ = token.groups()
        if name is None:
            self._aside(token.start(), stop)
        elif slash:
            self._end_tag(name.lower(), token.start(), stop)
        else:
            return self._start_tag(name.lower(), token)
        return stop

    def _aside(self, begin: int, stop: int) -> None:
        if self._source.startswith("<!--", begin):
            self._open_for_comment(begin)
            body = self._source[begin + 4 : max(begin + 4, stop - 3)]
            self._builder.comment(body, begin, stop)
        elif self._source[begin : begin + 9].lower() == "<!doctype":
            self._meet_page()

    def _open_for_comment(self, begin: int) -> None:
        """A comment at the head of a paragraph belongs to it, not to the last one."""
        context = self._elements.context
        if context.counts and context.leaf and context.kind and not self._prose.is_open:
            self._prose.begin(context.kind, begin)

    def _text(self, start: int, end: int) -> None:
        context = self._elements.context
        if context.counts and not context.skipped:
            self._prose.text(context, start, end)

    # -- start tags

    def _start_tag(self, name: str, token: re.Match[str]) -> int:
        first, last = token.span(3)
        marks = read_marks(self._source, first, last) if first < last else PLAIN
        if name in VOID:
            self._void(name, token, marks)
            return token.end()
        if name in BLOCK:
            self._start_block(name, marks)
        elif name == "html" or name == "body":
            self._start_page(name, first, last)
        else:
            self._start_inline(name, marks, token)
        if first < last and self._source[last - 1] == "/":
            self._end_tag(name, token.end(), token.end())
            return token.end()
        return self._raw(name, token)

    def _raw(self, name: str, token: re.Match[str]) -> int:
        """Pass over content that is not markup; read it where it is of use."""
        stop = raw_end(self._source, name, token.end(), self._end)
        if stop is None:
            return token.end()
        if name == "title" and stop == self._end:  # it never ends: take the line's worth
            return token.end()
        if self._head is not None:
            if name == "script" and _JSON_LD.search(self._source, *token.span(3)):
                self._head.json_ld(token.end(), stop)
            elif name == "title" and not self._elements.context.skipped:
                self._head.title(token.end(), stop)
        return stop

    def _start_page(self, name: str, first: int, last: int) -> None:
        self._meet_page()
        if name == "html" and self._head is not None:
            self._head.attribute("language", "lang", first, last)
        elif name == "body":
            self._elements.make_way("body")

    def _meet_page(self) -> None:
        """It is a whole page, so not all of it is the story."""
        context = self._elements.context
        if self._head is not None and context.article and not context.within:
            self._elements.context = Context(context.kind, counts=context.counts, article=False)

    def _start_block(self, name: str, marks: Marks) -> None:
        elements = self._elements
        if elements.make_way(name) or not elements.context.skipped:
            self._prose.end_slot()
        if name == "head":
            self._meet_page()
        elements.push(name, self._inside(name, marks), not elements.context.skipped)

    def _inside(self, name: str, marks: Marks) -> Context:
        """What text in a block counts as."""
        outside = self._elements.context
        if outside.skipped:
            return outside
        if name == "h1" and not marks.hidden:
            return self._inside_h1(outside, marks)
        if marks is not PLAIN:
            return self._entered(name, outside, marks)
        found = outside.within.get(name)
        if found is None:
            found = outside.within[name] = self._entered(name, outside, marks)
        if found.article and not found.skipped and name in ("article", "main"):
            self.met_story = True
        return found
