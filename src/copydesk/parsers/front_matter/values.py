"""Short texts in front matter and shortcodes, with the source position of every letter.

A value may itself contain a little Markdown or HTML (``&#39;``, ``<em>``, ``**``).
It is split into pieces and written as a slot without its markup.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from html import unescape
from itertools import accumulate

from copydesk.document.textmap import Piece, TextMap
from copydesk.model.findings import Span
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from copydesk.document.builder import Builder
    from copydesk.document.slot_kinds import SlotKind

_REFERENCE = compiled(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = compiled(
    r"</?(a|abbr|b|br|cite|del|em|i|ins|mark|p|q|s|small|span|strong|sub|sup|u|wbr)"
    r"\b[^<>]{0,500}>",
    re.I,
)
_CODE = compiled(r"`[ ]*(?P<inner>[^`\n ](?:[^`\n]{0,200}[^`\n ])?)[ ]*`")
_LINK = compiled(r"\[(?P<inner>[^\[\]\n]{1,300})\]\([^()\s]{0,500}\)")
_STRONG = compiled(r"(\*{2,3}|__)(?P<inner>(?=[^\s*_])[^\n]{1,500}?)(?<=\S)\1")
_EMPHASIS = compiled(r"(?<![\w*])([*_])(?P<inner>(?=[^\s*_])[^*_\n]{1,500})(?<=\S)\1(?![\w*])")
_MARKUP = compiled(r"[&<`\[*_]")


class Value(ValueTuple):
    """A scalar of the front matter.

    Attributes:
        path: its keys as written, from the outermost.
        text: its value according to the format.
        source: the span of its inner text, without quotation marks; ``None`` if
            that is uncertain.
        pieces: its text, with the source of each part; empty for values that are
            not prose (a number, a date, a Boolean).
    """

    path: tuple[str, ...]
    text: str
    source: Span | None
    pieces: list[Piece]


class Block(ValueTuple):
    """The values of a front matter block, and what is wrong with it, if anything.

    ``problem`` is empty if nothing is wrong; ``line`` is its line in the file, from 1.
    """

    values: list[Value]
    problem: str = ""
    line: int = 0


def pieces_of(
    source: str, span: Span, escapes: re.Pattern[str], meaning: Callable[[str], str]
) -> list[Piece]:
    """Split source into literal text and escapes."""
    pieces: list[Piece] = []
    at = span.start
    for escape in escapes.finditer(source, span.start, span.end):
        start, end = escape.span()
        if at < start:
            pieces.append(Piece(source[at:start], at, start, True))
        text = meaning(escape[0])
        pieces.append(Piece(text, start, end, text == escape[0]))
        at = end
    if at < span.end:
        pieces.append(Piece(source[at : span.end], at, span.end, True))
    return pieces


def write(builder: Builder, kind: SlotKind, name: str, pieces: list[Piece], role: str = "") -> None:
    """Write a value as a slot of its own, without the markup in it."""
    text = "".join([piece.text for piece in pieces])
    cuts = _cuts(text) if _MARKUP.search(text) else []
    places = TextMap(pieces)
    begins = list(accumulate((len(piece.text) for piece in pieces), initial=0))
    builder.open(kind, name, role)
    at = 0
    for cut in cuts:
        _write_stretch(builder, pieces, begins, Span(at, cut.span.start))
        if cut.code:
            _write_stretch(builder, pieces, begins, cut.span, code=True)
        elif cut.text == " ":
            builder.add_space(*places.to_source(cut.span))
        else:
            builder.add_text(cut.text, *places.to_source(cut.span))
        at = cut.span.end
    _write_stretch(builder, pieces, begins, Span(at, len(text)))
    builder.close()


class _Cut(ValueTuple):
    """Markup within a value and its replacement (nothing, a letter), or code, which is kept."""

    span: Span
    text: str = ""
    code: bool = False


def _cuts(text: str) -> list[_Cut]:
    """The markup in a text; if two pieces overlap, the first found counts, code before all."""
    taken = bytearray(len(text))
    kept: list[_Cut] = []
    for group in _groups(text):
        if not any(any(taken[cut.span.start : cut.span.end]) for cut in group):
            kept += group
            for start, end in [cut.span for cut in group]:
                taken[start:end] = b"x" * (end - start)
    return sorted(kept)


def _groups(text: str) -> Iterator[list[_Cut]]:
    """Groups of markup that belong together: a tag, or both ends of an emphasis."""
    for found in _CODE.finditer(text):
        yield [*_ends(found), _Cut(Span(*found.span("inner")), code=True)]
    for tag in _TAG.finditer(text):
        yield [_Cut(Span(*tag.span()), " " if tag[1].lower() in ("br", "p") else "")]
    for reference in _REFERENCE.finditer(text):
        letter = unescape(reference[0])
        if letter != reference[0]:
            yield [_Cut(Span(*reference.span()), letter)]
    for pattern in (_LINK, _STRONG, _EMPHASIS):
        for found in pattern.finditer(text):
            yield _ends(found)


def _ends(found: re.Match[str]) -> list[_Cut]:
    """The markup before and after the inner text of a match."""
    start, end = found.span("inner")
    return [_Cut(Span(found.start(), start)), _Cut(Span(end, found.end()))]


def _write_stretch(
    builder: Builder, pieces: list[Piece], begins: list[int], span: Span, *, code: bool = False
) -> None:
    """Write a span of a value's text; line breaks read as one space."""
    index = bisect_right(begins, span.start) - 1
    while index < len(pieces) and begins[index] < span.end:
        text, start, end, literal = pieces[index]
        first = max(0, span.start - begins[index])
        last = min(len(text), span.end - begins[index])
        index += 1
        if "\n" in text and text.isspace():
            builder.add_space(start, end)
        elif code and first < last:
            where = (start + first, start + last) if literal else (start, end)
            builder.add_code(text[first:last], *where)
        elif literal:
            builder.add_source(start + first, start + last)
        else:
            builder.add_text(text[first:last], start, end)
