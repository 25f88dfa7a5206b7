"""HTML within Markdown: the meaning of inline tags, and blocks without templating."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.model.findings import Span
from copydesk.regexes.compiled import compiled

if TYPE_CHECKING:
    from copydesk.parsers.markdown.shortcodes import Shortcode

TAG = compiled(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
CODE = frozenset({"code", "kbd", "samp", "var", "tt"})
EMPHASIS = frozenset({"em", "i"})
UNREAD = frozenset({"script", "style", "textarea", "svg", "math", "noscript", "template"})
BREAKS = frozenset(
    [
        "br", "hr", "p", "div", "section", "article", "aside", "ul", "ol", "li", "dl", "dt",
        "dd", "table", "tr", "td", "th", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5",
        "h6", "blockquote", "details", "summary", "center",
    ]
)  # fmt: skip
PICTURES = compiled(r"<(?:img|picture|figure|video|iframe)\b", re.IGNORECASE)
_PART = compiled(r"<(/?)(figcaption|blockquote)\b", re.IGNORECASE)
_WIDEST_TAG = 2_000  # maximum code points of a tag with templating in it
_NO_EFFECT = "<wbr>"  # a tag that the HTML parser ignores


def open_part(html: str, before: str) -> str:
    """The part (``figcaption``, ``blockquote``) that is still open after a block, or ""."""
    for tag in _PART.finditer(html):
        before = "" if tag[1] else tag[2].lower()
    return before


def view(source: str, codes: list[Shortcode], gaps: list[Span]) -> str:
    """The source as the HTML parser should see it; its length does not change.

    Templating between tags becomes a tag without effect, or spaces if it has a line to
    itself or is too short for a tag; templating within a tag is kept, because it is
    part of an attribute. Gaps (the ``>`` of a block quote) become spaces.
    """
    changes = [(Span(gap.start, gap.end), " " * (gap.end - gap.start)) for gap in gaps]
    for code in codes:
        size = code.end - code.start
        if code.alone or size < len(_NO_EFFECT):
            changes.append((Span(code.start, code.end), " " * size))
        elif not _in_tag(source, code.start):
            tag = _NO_EFFECT[:-1].ljust(size - 1) + ">"
            changes.append((Span(code.start, code.end), tag))
    parts: list[str] = []
    at = 0
    for span, text in sorted(changes):
        if span.start >= at:
            parts += source[at : span.start], text
            at = span.end
    parts.append(source[at:])
    return "".join(parts)


def _in_tag(source: str, place: int) -> bool:
    floor = max(0, place - _WIDEST_TAG)
    return source.rfind("<", floor, place) > source.rfind(">", floor, place)
