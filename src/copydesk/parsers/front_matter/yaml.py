"""Read the YAML of a front matter block, with the source position of every letter.

PyYAML emits the events of the block in order: each scalar has its value, its style
and its marks, which count code points. The pieces of a scalar are derived from the
source again, and used only if they result in the same value. Aliases are not
followed, so that a block cannot expand beyond its size.
"""

from __future__ import annotations

import yaml

from copydesk.document.textmap import Piece
from copydesk.model.findings import Span
from copydesk.parsers.front_matter.values import Block, Value, pieces_of
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_DEEPEST = 20  # levels of nested keys
_MOST = 20_000  # scalars
_MOST_BRACKETS = 2_000  # nested brackets take quadratic time

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

_BREAK = r"(?:\r\n|[\r\n\x85\u2028\u2029])"  # as defined by YAML
_FOLD = rf"(?<![ \t])[ \t]*{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*"
_PLAIN = compiled(_FOLD)
_SINGLE = compiled(rf"''|{_FOLD}")
_DOUBLE = compiled(
    rf"\\{_BREAK}(?:[ \t]*{_BREAK})*[ \t]*"
    r"|\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[^\r\n])"
    rf"|{_FOLD}"
)
_END_OF_LINE = compiled(r"\r\n|[\r\n]")
_ONE_BREAK = compiled(_BREAK)
_PROPERTIES = compiled(r"(?:[&!]\S*\s+)*")  # anchors and tags
_LINE = compiled(r"[^\r\n]*(?:\r\n|[\r\n]|\Z)")
_LETTERS = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f",
    "r": "\r", "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0",
    "L": "\u2028", "P": "\u2029",
}  # fmt: skip
_NO_PROSE = frozenset(["~", "null", "true", "false", "yes", "no", "on", "off"])
_DATE_OR_NUMBER = compiled(r"[-+.0-9][-+.:_0-9TtZz \t]*")
_UNREADABLE = compiled("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")

_BEGINS = compiled("quoted scalar|simple key|flow")  # errors whose cause is at the context mark

_REASONS = (
    ("mapping values are not allowed", "a colon inside a value; put the value in quotation marks"),
    ("scanning a quoted scalar", "a quotation mark is opened and not closed"),
    ("could not find expected ':'", "this line has no colon after its field name"),
    ("did not find expected key", "words follow a closing quotation mark, or the indent is off"),
    ("expected <block end>", "words follow a closing quotation mark, or the indent is off"),
    ("expected ',' or", "a list or group in brackets is not closed"),
    ("flow", "a list or group in brackets is not well formed"),
    ("document start", "this line is neither a field nor part of one"),
    ("tab character", "indent with spaces, not with a tab"),
    ("block sequence entries", "a list where a value should be"),
)  # fmt: skip


class _Level:
    """A mapping or list that is being read; ``silent`` means that its values are ignored."""

    __slots__ = ("key", "mapping", "silent", "wants_key")

    def __init__(self, mapping: bool, silent: bool) -> None:
        self.mapping = mapping
        self.silent = silent
        self.wants_key = mapping
        self.key = ""


def read(source: str, start: int, end: int) -> Block:
    """Read the block from ``start`` to ``end`` of the source."""
    text = source[start:end]
    unreadable = _UNREADABLE.search(text)
    if unreadable:
        line = _line(text, unreadable.start())
        return Block([], "it contains a control character; delete it", line)
    if text.count("[") + text.count("{") > _MOST_BRACKETS:
        return Block([], f"more than {_MOST_BRACKETS:,} opening brackets; it is not read", 1)
    reader = _Reader(source, start)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reader.take(event)
            if len(reader.values) >= _MOST:
                return Block(reader.values, f"more than {_MOST:,} values; the rest is not read", 1)
    except yaml.MarkedYAMLError as error:
        return _broken(error, text, start, reader.values)
    except (yaml.YAMLError, ValueError, OverflowError):
        return Block([], "it cannot be read as YAML", 1)
    return Block(reader.values)


def _broken(error: yaml.MarkedYAMLError, text: str, start: int, values: list[Value]) -> Block:
    """Describe what is wrong in plain words, and keep the values that end before that line."""
    whole = f"{error.context or ''} {error.problem or ''}"
    mark = error.problem_mark or error.context_mark
    if _BEGINS.search(whole) and error.context_mark:
        mark = error.context_mark
    at = min(mark.index, len(text)) if mark else 0
    reason = next((plain for sign, plain in _REASONS if sign in whole), "")
    if "cannot start any token" in whole:
        sign = text[at : at + 1]
        reason = f"a value that begins with {sign} must be in quotation marks"
        if sign == "\t":
            reason = "indent with spaces, not with a tab"
    begin = start + max(text.rfind("\n", 0, at), text.rfind("\r", 0, at)) + 1
    sound = [value for value in values if value.source and value.source.end < begin]
    return Block(sound, reason or f"it cannot be read as YAML ({error.problem})", _line(text, at))


def _line(text: str, at: int) -> int:
    """The line of the file at an offset in the block; the first line of the file is the fence."""
    return 2 + len(_END_OF_LINE.findall(text, 0, at))


class _Reader:
    """Processes the events of a block and collects its values."""

    def __init__(self, source: str, offset: int) -> None:
        self.values: list[Value] = []
        self._source = source
        self._offset = offset
        self._levels: list[_Level] = []

    def take(self, event: Any) -> None:
        if isinstance(event, yaml.ScalarEvent):
            self._scalar(event)
        elif isinstance(event, yaml.CollectionStartEvent):
            is_key = self._begin_node("")
            silent = is_key or len(self._levels) >= _DEEPEST or self._is_silent()
            self._levels.append(_Level(isinstance(event, yaml.MappingStartEvent), silent))
        elif isinstance(event, yaml.CollectionEndEvent):
            self._levels.pop()
        elif isinstance(event, yaml.AliasEvent):
            self._begin_node("")

    def _is_silent(self) -> bool:
        return bool(self._levels) and self._levels[-1].silent

    def _begin_node(self, text: str) -> bool:
        """Record that a node begins; return whether it is a key."""
        if not self._levels or not self._levels[-1].mapping:
            return False
        level = self._levels[-1]
        level.wants_key = not level.wants_key
        if level.wants_key:
            return False
        level.key = text
        return True

    def _scalar(self, event: Any) -> None:
        is_key = self._begin_node(event.value)
        if is_key or not self._levels or self._is_silent():
            return
        path = tuple([level.key for level in self._levels if level.mapping])
        if not path or not path[-1]:
            return
        start = self._offset + event.start_mark.index
        end = self._offset + event.end_mark.index
        if event.anchor or event.tag:
            properties = _PROPERTIES.match(self._source, start, end)
            start = properties.end() if properties else start
        span = _inner(self._source, start, end, event.style)
        pieces: list[Piece] = []
        if event.style or not _is_data(event.value):
            pieces = _checked(self._source, span, event)
        self.values.append(Value(path, event.value, span, pieces))


def _is_data(value: str) -> bool:
    return value.lower() in _NO_PROSE or bool(_DATE_OR_NUMBER.fullmatch(value))


def _inner(source: str, start: int, end: int, style: str | None) -> Span:
    """The span of a value's inner text, without quotation marks or block header."""
    if style in ("'", '"'):
        return Span(start + 1, max(start + 1, end - 1))
    if style in ("|", ">"):
        header = _LINE.match(source, start, end)
        start = header.end() if header else start
        return Span(start, start + len(source[start:end].rstrip(" \t\r\n")))
    return Span(start, end)


def _checked(source: str, span: Span, event: Any) -> list[Piece]:
    """The pieces of a value if they result in the same text, else one piece for all of it."""
    value: str = event.value
    if event.style == '"':
        pieces = pieces_of(source, span, _DOUBLE, _double_meaning)
    elif event.style == "'":
        pieces = pieces_of(
            source, span, _SINGLE, lambda mark: "'" if mark == "''" else _folded(mark)
        )
    elif event.style in ("|", ">"):
        value = value.rstrip("\n")
        pieces = _block_pieces(source, span, value, event.style == ">")
    else:
        pieces = pieces_of(source, span, _PLAIN, _folded)
    if "".join([piece.text for piece in pieces]) == value:
        return pieces
    return [Piece(value, span.start, span.end, source[span.start : span.end] == value)]


def _folded(mark: str) -> str:
    """Fold the line breaks in a value: a single one becomes a space, further ones are kept."""
    first, *rest = _breaks(mark)
    if first == "\n":
        first = "" if rest else " "
    return first + "".join(rest)


def _breaks(mark: str) -> list[str]:
    found = _ONE_BREAK.findall(mark)
    return [each if each in "\u2028\u2029" else "\n" for each in found]


def _double_meaning(mark: str) -> str:
    if mark[0] != "\\":
        return _folded(mark)
    if _ONE_BREAK.match(mark, 1):
        return "".join(_breaks(mark)[1:])
    if len(mark) > 2:
        return chr(min(int(mark[2:], 16), 0x10FFFF))
    return _LETTERS.get(mark[1], mark[1])


def _block_pieces(source: str, span: Span, value: str, folded: bool) -> list[Piece]:
    """The lines of a literal or folded value, and the gaps between them."""
    lines = [line for line in _LINE.finditer(source, span.start, span.end) if line[0].strip()]
    if not lines:
        return []
    first = value.lstrip("\n")
    indent = _indent(lines[0][0]) - _indent(first)
    pieces: list[Piece] = []
    at, more = span.start, True
    for line in lines:
        start = line.start() + indent
        end = line.start() + len(line[0].rstrip("\r\n"))
        deeper = source[start : start + 1] in (" ", "\t")
        gap = "\n" * len(_END_OF_LINE.findall(source, at, line.start()))
        if folded and pieces and not more and not deeper:
            gap = gap[1:] or " "
        if gap:
            words = end - len(source[start:end].lstrip(" \t"))
            pieces.append(Piece(gap + source[start:words], at, words, False))
            start = words
        pieces.append(Piece(source[start:end], start, end, True))
        at, more = end, deeper
    return pieces


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
