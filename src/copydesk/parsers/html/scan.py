"""Finds the markup in HTML source: tags, attributes, character references.

Everything is told as offsets into the source, so nothing is copied and every
position is exact. The scanner is our own and not ``html.parser``, which needs
time that grows with the square of the file on unclosed tags and comments,
raises on some declarations, and reads the same broken page differently from
one Python to the next. Here each pattern stops at the next "<" or is bounded,
so the time grows with the length of the source alone.
"""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5
from typing import TYPE_CHECKING

from copydesk.model.findings import Span
from copydesk.regexes.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

TAG_PARTS = 120
"""How many attributes and gaps a tag may have; one with more is read as text."""

TOKEN = compiled(
    rf"""<(?:
      (/?)                              # 1: a slash for an end tag
      ([a-zA-Z][^\s/><]*+)              # 2: the name
      ((?:                              # 3: the attributes
        [\s/]++
        | [^\s/><=][^\s/><=]*+
          (?:\s*+=++\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'<>][^\s<>]*+|(?=>)))?
      ){{0,{TAG_PARTS}}})
      >
      | [!?]                            # a comment, a declaration, an instruction
    )""",
    re.VERBOSE,
)

_ATTRIBUTE = compiled(
    r"""([^\s/><=][^\s/><=]*+)(?:\s*+=++\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>][^\s<>]*+)?))?"""
)
_REFERENCE = compiled(
    r"&(?:#(?:[0-9]{1,32}+(?![0-9])|[xX][0-9a-fA-F]{1,32}+(?![0-9a-fA-F]));?"
    r"|[a-zA-Z][a-zA-Z0-9]{1,31};?)"
)
RAW = frozenset({"script", "style", "title", "textarea", "iframe", "xmp"})
"""Elements whose content is not markup."""

_RAW_END = {name: compiled(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in RAW}


def attributes(source: str, start: int, end: int) -> dict[str, Span]:
    """The attributes in that part of a tag: lower-case name to span of the value.

    An attribute without a value has the empty span behind its name. Of two
    with one name the first counts, as in browsers.
    """
    found: dict[str, Span] = {}
    for match in _ATTRIBUTE.finditer(source, start, end):
        group = match.lastindex or 1
        span = match.span(group) if group > 1 else (match.end(), match.end())
        found.setdefault(match[1].lower(), Span(*span))
    return found


def raw_end(source: str, name: str, start: int, end: int) -> int:
    """Where the end tag of an element stands whose content is not markup.

    Without one, a script or a style takes up the rest, as in browsers; for any
    other ``name`` -1 comes back, and its content is read as markup.
    """
    found = _RAW_END[name].search(source, start, end)
    if found is not None:
        return found.start()
    return end if name in ("script", "style") else -1


def end_of_aside(source: str, begin: int, last_comment_end: int) -> int:
    """Where the comment, declaration or instruction at ``begin`` ends; -1 if never.

    Some ">" must follow. ``last_comment_end`` is the place of the last "-->" in
    reach: a page of nothing but beginnings is not searched to its end for each.
    """
    if not source.startswith("<!--", begin):
        return source.find(">", begin) + 1
    for empty in ("<!-->", "<!--->"):
        if source.startswith(empty, begin):
            return begin + len(empty)
    return source.find("-->", begin + 4) + 3 if begin + 4 <= last_comment_end else -1


def segments(
    source: str, start: int, end: int, attribute: bool = False
) -> Iterator[tuple[str | None, int, int]]:
    """The text from ``start`` to ``end``, cut at its character references.

    Yields the decoded text with the span that it stands for, or None and the
    span where the source reads as it stands. ``AT&T`` and ``&unknown;`` are no
    references. In an ``attribute``, as HTML has it, one without a semicolon is
    none where a letter, a digit or "=" follows (``?a=1&copy=2``).
    """
    at = start
    for match in _REFERENCE.finditer(source, start, end):
        decoded, length = _decoded(match[0])
        stop = match.start() + length
        if not length or (attribute and _runs_on(source, stop, end)):
            continue
        if at < match.start():
            yield None, at, match.start()
        yield decoded, match.start(), stop
        at = stop
    if at < end:
        yield None, at, end


def plain(source: str, span: Span, attribute: bool = False) -> str:
    """The text of a span without tags, references decoded, white space as it is."""
    parts = segments(source, *span, attribute)
    return "".join([source[a:b] if text is None else text for text, a, b in parts])


def _decoded(reference: str) -> tuple[str, int]:
    """What a reference reads as and how much of it counts; 0 if it is none."""
    if reference[1] == "#":
        return unescape(reference), len(reference)
    for stop in range(len(reference), 2, -1):
        text = html5.get(reference[1:stop])
        if text is not None:
            return text, stop
    return "", 0


def _runs_on(source: str, stop: int, end: int) -> bool:
    if source[stop - 1] == ";" or stop >= end:
        return False
    return source[stop] == "=" or source[stop].isalnum()
