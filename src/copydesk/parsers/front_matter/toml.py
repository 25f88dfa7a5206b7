"""Read the TOML of a front matter block, with the source position of every letter.

tomlkit keeps every value as it was written. Its items are processed in document
order, and each is looked up in the source right after the previous one; only white
space, punctuation, comments and table headers may be in between. If that fails, the
values are kept without their positions, and none becomes prose.
"""

from __future__ import annotations

import tomlkit
from tomlkit.exceptions import ParseError, TOMLKitError
from tomlkit.items import AbstractTable, AoT, Array, Item, String

from copydesk.document.textmap import Piece
from copydesk.model.findings import Span
from copydesk.parsers.front_matter.values import Block, Value, pieces_of
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Any

    from tomlkit.container import Container

_QUOTED = r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'"
_BETWEEN_FIELDS = compiled(
    rf"(?:[\s,{{}}]|\#[^\n]*|\[(?:{_QUOTED}|[^\]\"'\n])*\]|\])*"  # includes headers
    rf"(?:(?:{_QUOTED}|[\w-]+)[ \t]*\.[ \t]*)*"  # the first parts of a dotted key
)
_BETWEEN_ITEMS = compiled(r"(?:[\s,]|#[^\n]*)*")
_ESCAPE = compiled(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[ \t]*\r?\n\s*|.)"
    r"|(?<![ \t])[ \t]*\r?\n\s*"
)
_OPENING = compiled(r"(?:\"\"\"|''')(?:\r?\n)?")  # the first line break is not part of the text
_BREAKS = compiled(r"(?<![ \t])[ \t]*\r?\n\s*")
_LETTERS = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}
_UNREADABLE = compiled("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_PLACE = compiled(r" at (?:line \d+ col \d+|end of file)$")

_REASONS = (
    ("Control characters", "a quotation mark is opened and not closed"),
    ("Unexpected end of file", "a quotation mark or bracket is opened and not closed"),
    ("already", "the same field is given twice"),
    ("Unexpected character", "text must be in quotation marks, and each field on its own line"),
    ("Empty key", "a field has no name"),
    ("Invalid", "a value cannot be read; text must be in quotation marks"),
)  # fmt: skip


class _LostError(Exception):
    """A value was not found where it was expected."""


def read(source: str, start: int, end: int) -> Block:
    """Read the block from ``start`` to ``end`` of the source."""
    text = source[start:end]
    unreadable = _UNREADABLE.search(text)
    if unreadable:
        return Block(
            [], "it contains a control character; delete it", _line(text, unreadable.start())
        )
    try:
        document = tomlkit.parse(text)
    except ParseError as error:
        reason = next((plain for sign, plain in _REASONS if sign in str(error)), "")
        detail = _PLACE.sub("", str(error))
        return Block([], reason or f"it cannot be read as TOML ({detail})", error.line + 1)
    except (TOMLKitError, ValueError, RecursionError):
        return Block([], "it cannot be read as TOML", 1)
    walk = _Walk(source, start, end)
    try:
        walk.fields(document, ())
    except _LostError:
        return Block(_unplaced(document.unwrap(), ()))
    return Block(walk.values)


def _line(text: str, at: int) -> int:
    return 2 + text.count("\n", 0, at)


class _Walk:
    """Walks through the items of a document and its source in parallel."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.values: list[Value] = []
        self._source = source
        self._at = start
        self._end = end

    def fields(self, table: Container, path: tuple[str, ...]) -> None:
        """Read the fields of a table, including those of the tables in it."""
        for key, item in table.body:
            if key is None:
                continue
            inner = (*path, key.key)
            if isinstance(item, AoT):
                for element in item.body:
                    self.fields(element.value, inner)
            elif isinstance(item, AbstractTable) and not key.sep:
                self.fields(item.value, inner)
            else:
                self._find(_BETWEEN_FIELDS, key.as_string() + key.sep)
                self._item(item, inner)

    def _item(self, item: Item, path: tuple[str, ...]) -> None:
        """Read a value that comes after a ``=`` or is in a list."""
        start, end = self._find(_BETWEEN_ITEMS, item.as_string())
        if isinstance(item, AbstractTable):
            self._at = start + 1
            self.fields(item.value, path)
        elif isinstance(item, Array):
            self._at = start + 1
            for element in item:
                self._item(element, path)
        else:
            self.values.append(_value(self._source, Span(start, end), item, path))
        self._at = end

    def _find(self, between: re.Pattern[str], text: str) -> Span:
        """Find a text right ahead and move past it; return its span.

        Raises:
            _LostError: the text is not there.
        """
        gap = between.match(self._source, self._at, self._end)
        start = gap.end() if gap else self._at
        end = start + len(text)
        if end > self._end or not self._source.startswith(text, start):
            raise _LostError(text)
        self._at = end
        return Span(start, end)


def _value(source: str, span: Span, item: Item, path: tuple[str, ...]) -> Value:
    if not isinstance(item, String):
        return Value(path, source[span.start : span.end], span, [])
    text = str(item).replace("\r\n", "\n")
    mark = source[span.start]
    opening = _OPENING.match(source, span.start, span.end)
    width = 3 if opening else 1
    inner = Span(opening.end() if opening else span.start + 1, span.end - width)
    pieces = pieces_of(source, inner, _ESCAPE if mark == '"' else _BREAKS, _meaning)
    if "".join([piece.text for piece in pieces]) != text:
        pieces = [Piece(text, *inner, source[inner.start : inner.end] == text)]
    return Value(path, text, inner, pieces)


def _meaning(mark: str) -> str:
    if mark[0] != "\\":
        return mark.replace("\r\n", "\n")
    if mark[1] in "xuU":
        return chr(min(int(mark[2:], 16), 0x10FFFF))
    return "" if mark[1].isspace() else _LETTERS.get(mark[1], mark[1])


def _unplaced(value: Any, path: tuple[str, ...]) -> list[Value]:
    """The values without their source positions."""
    if isinstance(value, dict):
        return [each for key, item in value.items() for each in _unplaced(item, (*path, str(key)))]
    if isinstance(value, list):
        return [each for item in value for each in _unplaced(item, path)]
    return [Value(path, str(value).replace("\r\n", "\n"), None, [])]
