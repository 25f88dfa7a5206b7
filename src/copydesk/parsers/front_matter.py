"""Front matter: finds the block on top of a draft and gives its values their part.

A block stands between ``---`` lines (YAML) or ``+++`` lines (TOML) at the very
top. The two readers (``front_yaml``, ``front_toml``) are imported only when a
block of their kind is there. Every value becomes metadata; those under a key
that newsrooms use for prose (``title``, ``deck``, ``image.alt`` …) become slots.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from html import unescape
from typing import NamedTuple

from copydesk.document.builder import Builder
from copydesk.document.slots import Metadatum, SlotKind
from copydesk.document.textmap import Piece, TextMap
from copydesk.values import Span

_LONGEST = 100_000  # code points; no newsroom writes a tenth of it
_MAIN = ({"title"}, {"headline"}, {"heading"})
_HOLDERS = {"params", "extra"}  # tables in which site builders keep the fields of a page

_OPENING = re.compile(r"(---|\+\+\+)[ \t]*(?:\r\n|[\r\n])")
_CLOSING = {
    "---": re.compile(r"(?:^|(?<=\r))(?:---|\.\.\.)[ \t]*(?:\r\n|[\r\n]|\Z)", re.M),
    "+++": re.compile(r"(?:^|(?<=\r))\+\+\+[ \t]*(?:\r\n|[\r\n]|\Z)", re.M),
}
_BLANK_LINE = re.compile(r"(?:^|(?<=\r))[ \t]*(?:\r\n|[\r\n]|\Z)", re.M)
_FILLER = re.compile(r"(?:[ \t]*(?:#[^\r\n]*)?(?:\r\n|[\r\n]))*[ \t]*(?:#[^\r\n]*)?\Z?")
_KEY = {
    "---": re.compile(r"[\"']?[A-Za-z_][\w.-]*(?: [\w.-]+){0,2}[\"']?[ \t]*:(?=[ \t\r\n]|\Z)"),
    "+++": re.compile(r"\[|[\"']?[A-Za-z_][\w.\"' -]{0,80}="),
}

_KINDS: dict[str, SlotKind] = {}
for _kind, _names in (
    ("headline", "title headline heading seotitle socialtitle shortheadline"),
    (
        "deck",
        "subtitle deck dek standfirst description seodescription socialdescription summary "
        "excerpt abstract blurb lede lead subhead subheadline",
    ),
    ("byline", "byline author authors by writer contributors"),
    ("kicker", "kicker eyebrow overline"),
    ("dateline", "dateline"),
    ("caption", "caption imagecaption photocaption cutline figcaption imagefigcaption"),
    ("alt", "alt imagealt imagedescription alttext photodescription"),
    ("credit", "credit imagecredit photocredit imagesource"),
    ("note", "correction clarification editorsnote editornote notetoreaders"),
):
    _KINDS.update(dict.fromkeys(_names.split(), _kind))  # type: ignore[arg-type]

_NOT_LETTERS = re.compile(r"[\W_]+")
_SLUG = re.compile(r"[a-z0-9]+(?:[-_.][a-z0-9]+)*")

_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_TAG = re.compile(
    r"</?(a|abbr|b|br|cite|del|em|i|ins|mark|p|q|s|small|span|strong|sub|sup|u|wbr)"
    r"\b[^<>]{0,500}>",
    re.I,
)
_CODE = re.compile(r"`([^`\n]{1,200})`")
_LINK = re.compile(r"\[([^\[\]\n]{1,300})\]\([^()\s]{0,500}\)")
_STRONG = re.compile(r"(\*\*|__)(?=[^\s*_])[^\n]{1,500}?(?<=\S)\1")
_EMPHASIS = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])[^*_\n]{1,500}(?<=\S)\1(?![\w*])")
_MARKUP = re.compile(r"[&<`\[*_]")


class Value(NamedTuple):
    """A scalar of the front matter.

    Attributes:
        path: its keys, from the outermost, as they are written.
        text: the value as the format reads it.
        source: where its inner text stands, without quotation marks; ``None``
            where that cannot be told for sure.
        pieces: its text and the source that each part stands for; empty for
            what is no prose (a number, a date, a truth value).
    """

    path: tuple[str, ...]
    text: str
    source: Span | None
    pieces: list[Piece]


class Block(NamedTuple):
    """The values of a front matter block and what is wrong with it, if anything.

    ``line`` is that of the file, from 1; ``problem`` is empty if all is well.
    """

    values: list[Value]
    problem: str = ""
    line: int = 0


class _Place(NamedTuple):
    """Where a block stands: its fence, its inner range and where the body begins."""

    fence: str
    start: int
    end: int
    body: int
    closed: bool


def read(builder: Builder) -> int:
    """Read the front matter into the builder; return where the body begins."""
    place = _find(builder.source)
    if place is None:
        return 0
    if not place.closed:
        builder.problem(
            f"front matter, line 1: no closing {place.fence} line; "
            f"put {place.fence} alone on a line below the last field"
        )
    block = _read_block(builder.source, place)
    if block.problem:
        builder.problem(f"front matter, line {block.line}: {block.problem}")
    counts: dict[str, int] = {}
    for value in block.values:
        _record(builder, value, counts)
    return place.body


def _read_block(source: str, place: _Place) -> Block:
    if place.end - place.start > _LONGEST:
        return Block([], f"longer than {_LONGEST:,} characters; it is not read", 1)
    if place.fence == "---":
        from copydesk.parsers import front_yaml

        return front_yaml.read(source, place.start, place.end)
    from copydesk.parsers import front_toml

    return front_toml.read(source, place.start, place.end)


def _find(source: str) -> _Place | None:
    opening = _OPENING.match(source)
    if opening is None:
        return None
    fence, start = opening[1], opening.end()
    closing = _CLOSING[fence].search(source, start)
    if closing is None:
        if not _KEY[fence].match(source, start):
            return None  # a thematic break, or prose that begins with plus signs
        blank = _BLANK_LINE.search(source, start)
        end = blank.start() if blank else len(source)
        return _Place(fence, start, end, end, False)
    if fence == "---" and not _looks_like_fields(source, start, closing.start()):
        return None
    return _Place(fence, start, closing.start(), closing.end(), True)


def _looks_like_fields(source: str, start: int, end: int) -> bool:
    """Whether a block between ``---`` lines holds fields, not prose between two rules."""
    filler = _FILLER.match(source, start, end)
    first = filler.end() if filler else start
    key = _KEY["---"]
    if first >= end or source[first] in "{[" or key.match(source, first, end):
        return True
    if _BLANK_LINE.match(source, start):
        return False
    return any(key.match(line) for line in source[start:end].splitlines())


def _record(builder: Builder, value: Value, counts: dict[str, int]) -> None:
    """Note one value; further ones under the same key get a number (``tags.1``)."""
    key = ".".join(value.path).lower()
    count = counts.get(key, 0)
    counts[key] = count + 1
    builder.metadata[f"{key}.{count}" if count else key] = Metadatum(value.text, value.source)
    kind = slot_kind(value.path)
    if kind is None or not any(map(str.isalpha, value.text)):
        return
    if kind == "byline" and _SLUG.fullmatch(value.text):
        return
    write(builder, kind, ".".join(value.path), value.pieces)


def has_headline(builder: Builder) -> bool:
    """Whether the front matter gives the story's own headline, not that of a share card."""
    found = builder.metadata
    names = [key for key in found if _plain(key.rpartition(".")[2]) in ("title", "headline", "heading")]
    return any(
        found[key].value.strip() and key.rpartition(".")[0] in ("", *_HOLDERS) for key in names
    )


def slot_kind(path: tuple[str, ...]) -> SlotKind | None:
    """The part that a value plays, by its keys; ``None`` if it is not prose."""
    if not path:
        return None
    *parents, last = [_plain(key) for key in path]
    if any(_KINDS.get(parent) == "byline" for parent in parents):
        return "byline" if last == "name" else None
    return _KINDS.get(last)


def _plain(key: str) -> str:
    return _NOT_LETTERS.sub("", key).lower()


def pieces_of(
    source: str, span: Span, escapes: re.Pattern[str], meaning: Callable[[str], str]
) -> list[Piece]:
    """Cut source into stretches that stand for themselves and escapes that do not."""
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


def write(builder: Builder, kind: SlotKind, name: str, pieces: list[Piece]) -> None:
    """Write a value as a slot of its own, without the markup inside it."""
    text = "".join([piece.text for piece in pieces])
    cuts = _cuts(text) if _MARKUP.search(text) else []
    places = TextMap(pieces)
    begins = list(accumulate((len(piece.text) for piece in pieces), initial=0))
    builder.open(kind, name)
    at = 0
    for cut in cuts:
        _write_stretch(builder, pieces, begins, Span(at, cut.span.start))
        _write_cut(builder, places, cut)
        at = cut.span.end
    _write_stretch(builder, pieces, begins, Span(at, len(text)))
    builder.close()


class _Cut(NamedTuple):
    """Markup within a value, and what it reads as: nothing, a letter, code."""

    span: Span
    text: str = ""
    code: bool = False


def _cuts(text: str) -> list[_Cut]:
    found = [_Cut(Span(*code.span()), code[1], True) for code in _CODE.finditer(text)]
    for reference in _REFERENCE.finditer(text):
        letter = unescape(reference[0])
        if letter != reference[0]:
            found.append(_Cut(Span(*reference.span()), letter))
    for tag in _TAG.finditer(text):
        found.append(_Cut(Span(*tag.span()), " " if tag[1].lower() in ("br", "p") else ""))
    for link in _LINK.finditer(text):
        found.append(_Cut(Span(link.start(), link.start(1))))
        found.append(_Cut(Span(link.end(1), link.end())))
    for marked in (*_STRONG.finditer(text), *_EMPHASIS.finditer(text)):
        found.append(_Cut(Span(marked.start(), marked.end(1))))
        found.append(_Cut(Span(marked.end() - len(marked[1]), marked.end())))
    found.sort()
    kept: list[_Cut] = []
    for cut in found:
        if not kept or cut.span.start >= kept[-1].span.end:
            kept.append(cut)
    return kept


def _write_cut(builder: Builder, places: TextMap, cut: _Cut) -> None:
    if cut.code:
        inner = places.to_source(Span(cut.span.start + 1, cut.span.end - 1))
        builder.add_code(cut.text, *inner)
    elif cut.text == " ":
        builder.add_space(*places.to_source(cut.span))
    else:
        builder.add_text(cut.text, *places.to_source(cut.span))


def _write_stretch(builder: Builder, pieces: list[Piece], begins: list[int], span: Span) -> None:
    """Write that stretch of a value's text; a blank line in it begins another slot."""
    index = bisect_right(begins, span.start) - 1
    while index < len(pieces) and begins[index] < span.end:
        text, start, end, literal = pieces[index]
        first = max(0, span.start - begins[index])
        last = min(len(text), span.end - begins[index])
        index += 1
        if "\n" in text and text.isspace():
            _write_break(builder, start, end)
        elif literal:
            builder.add_source(start + first, start + last)
        else:
            builder.add_text(text[first:last], start, end)


def _write_break(builder: Builder, start: int, end: int) -> None:
    kind, name = builder.kind, builder.name
