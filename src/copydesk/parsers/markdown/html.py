"""HTML within Markdown: the meaning of inline tags, and blocks without templating."""

from __future__ import annotations

import re

from copydesk.document.template_tags import Tag
from copydesk.model.findings import Span
from copydesk.parsers.markdown.events import gaps_in_html
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.builder import Builder
    from copydesk.parsers.markdown.shortcodes import Shortcode

TAG = compiled(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
CODE = frozenset({"code", "kbd", "samp", "var", "tt"})
EMPHASIS = frozenset({"em", "i"})
THINGS = frozenset(
    ["svg", "math", "video", "audio", "iframe", "object", "canvas", "button", "select", "textarea"]
)
UNREAD = THINGS | {"script", "style", "noscript", "template", "del", "s", "strike"}
BREAKS = frozenset(
    [
        "br", "hr", "p", "div", "section", "article", "aside", "ul", "ol", "li", "dl", "dt",
        "dd", "table", "tr", "td", "th", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5",
        "h6", "blockquote", "details", "summary", "center",
    ]
)  # fmt: skip
PICTURES = compiled(r"<(?:img|picture|figure|video|iframe)\b", re.IGNORECASE)
_PART = compiled(r"<(/?)(figcaption|blockquote)\b", re.IGNORECASE)


def open_part(html: str, before: str) -> str:
    """The part (``figcaption``, ``blockquote``) that is still open after a block, or ""."""
    for tag in _PART.finditer(html):
        before = "" if tag[1] else tag[2].lower()
    return before


def view(source: str, codes: list[Shortcode], gaps: list[Span]) -> str:
    """The source as the HTML parser should see it; its length does not change.

    Templating becomes letters, or spaces if it has a line to itself. Gaps (the ``>`` of a
    block quote) become spaces.
    """
    changes = [(Span(gap.start, gap.end), " ") for gap in gaps]
    changes += [(Span(code.start, code.end), " " if code.alone else "x") for code in codes]
    parts: list[str] = []
    at = 0
    for span, letter in sorted(changes):
        if span.start >= at:
            parts += source[at : span.start], letter * (span.end - span.start)
            at = span.end
    parts.append(source[at:])
    return "".join(parts)


class Fragments:
    """Reads the HTML in a Markdown draft, with its templating overwritten.

    Args:
        builder: what to write to.
        masked: the source as the Markdown parser sees it.
        body: where the body begins.
        codes: the templating.
    """

    def __init__(self, builder: Builder, masked: str, body: int, codes: list[Shortcode]) -> None:
        self._builder = builder
        self._masked = masked
        self._body = body
        self._codes = codes
        self._view = ""
        self._tags: list[Tag] = []

    def read(self, start: int, end: int, headline: bool) -> None:
        """Read the HTML in a range of the source; an ``h1`` may be the headline."""
        from copydesk.parsers.html import read_fragment

        builder, source = self._builder, self._builder.source
        if not self._view:
            self._view = view(source, self._codes, gaps_in_html(self._masked, self._body))
            self._tags = [
                Tag(code.start, code.end, code.kind) for code in self._codes if not code.alone
            ]
        builder.source, builder.tags = self._view, self._tags
        try:
            read_fragment(builder, start, end, headline=headline)
        finally:
            builder.source, builder.tags = source, ()
