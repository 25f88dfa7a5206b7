"""Find the markup in HTML source: tags, attributes, character references.

Results are offsets into the source, so nothing is copied and every position is
exact. ``html.parser`` is not used: it takes quadratic time on unclosed tags and
comments, raises on some declarations, and parses the same broken page differently
in different versions of Python. Here each pattern stops at the next "<" or is
bounded, so the time is linear in the length of the source.
"""

from __future__ import annotations

import re
from html import unescape
from html.entities import html5

from copydesk.model.findings import Span
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

TAG_PARTS = 120
"""The number of attributes and gaps a tag may have; a tag with more is read as text."""

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
    """The attributes in a part of a tag: lower-case names and the spans of their values.

    An attribute without a value has the empty span after its name. If a name is
    repeated, the first one counts, as in browsers.
    """
    found: dict[str, Span] = {}
    for match in _ATTRIBUTE.finditer(source, start, end):
        group = match.lastindex or 1
        span = match.span(group) if group > 1 else (match.end(), match.end())
        found.setdefault(match[1].lower(), Span(*span))
    return found


def raw_end(source: str, name: str, start: int, end: int) -> int:
    """The offset of the end tag of an element whose content is not markup.

    Without an end tag, a script or a style extends to the end, as in browsers; for
    any other ``name`` the result is -1, and the content is read as markup.
    """
    found = _RAW_END[name].search(source, start, end)
    if found is not None:
        return found.start()
    return end if name in ("script", "style") else -1


class Ends:
    """Where the last end tag of each element is, looked for once."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._last: dict[str, int] = {}

    def has(self, name: str, start: int) -> bool:
        """Whether there is an end tag of that name after ``start``."""
        last = self._last.get(name)
        if last is None:
            tag = f"</{name}"
            last = max(self._source.rfind(tag), self._source.rfind(tag.upper()))
            self._last[name] = last
        return last > start


def end_of_aside(source: str, begin: int, last_comment_end: int) -> int:
    """The end of the comment, declaration or instruction at ``begin``; -1 if it is not closed.

    There must be a ">" after ``begin``. ``last_comment_end`` is the offset of the last
    "-->" in range, so that the rest of the page is not searched for each of many
    unclosed comments.
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
    """Split the text from ``start`` to ``end`` at its character references.

    Yields (decoded text, start, end) for a reference, and (None, start, end) for
    source without references. ``AT&T`` and ``&unknown;`` are not references. In an
    ``attribute``, as HTML specifies, a reference without a semicolon does not count if
    a letter, a digit or "=" follows (``?a=1&copy=2``).
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
    """The text of a span without tags: references decoded, white space unchanged."""
    parts = segments(source, *span, attribute)
    return "".join([source[a:b] if text is None else text for text, a, b in parts])


def _decoded(reference: str) -> tuple[str, int]:
    """The text of a reference, and the length of the part that is one; 0 if it is not one."""
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
