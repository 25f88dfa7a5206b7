"""Reads the TOML of a front matter block, with the place of every letter.

tomlkit keeps every value as it was written. Its items are taken in the order of
the document and found one after the other in the source, each right behind the
last; only blanks, comments and table headers may stand between. Where that does
not come out, the values are kept without their places, and none becomes prose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import tomlkit
from tomlkit.exceptions import ParseError, TOMLKitError
from tomlkit.items import AbstractTable, AoT, Array, Item, String

from copydesk.document.textmap import Piece
from copydesk.model.findings import Span
from copydesk.parsers.front_matter.values import Block, Value, pieces_of
from copydesk.regexes.compiled import compiled

if TYPE_CHECKING:
    import re

    from tomlkit.container import Container

_QUOTED = r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'"
_BETWEEN_FIELDS = compiled(
    rf"(?:[\s,{{}}]|\#[^\n]*|\[(?:{_QUOTED}|[^\]\"'\n])*\]|\])*"  # headers, too
    rf"(?:(?:{_QUOTED}|[\w-]+)[ \t]*\.[ \t]*)*"  # the front of a dotted key
)
_BETWEEN_ITEMS = compiled(r"(?:[\s,]|#[^\n]*)*")
_ESCAPE = compiled(
    r"\\(?:x[0-9A-Fa-f]{2}|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8}|[ \t]*\r?\n\s*|.)"
    r"|(?<![ \t])[ \t]*\r?\n\s*"
)
_OPENING = compiled(r"(?:\"\"\"|''')(?:\r?\n)?")  # the first line break is no part of the text
_BREAKS = compiled(r"(?<![ \t])[ \t]*\r?\n\s*")
_LETTERS = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r", "e": "\x1b"}
_UNREADABLE = compiled("[\0-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")
_PLACE = compiled(r" at (?:line \d+ col \d+|end of file)$")

_REASONS = (
    ("Control characters", "a quotation mark is opened and not closed"),
    ("Unexpected end of file", "a quotation mark or bracket is opened and not closed"),
    ("already", "the same field is given twice"),
    ("Unexpected character", "a text must stand in quotation marks, a field on a line of its own"),
    ("Empty key", "a field has no name"),
    ("Invalid", "a value cannot be read; a text must stand in quotation marks"),
)  # fmt: skip


class _LostError(Exception):
    """A value was not found where it should stand."""


def read(source: str, start: int, end: int) -> Block:
    """Read the block that stands at that place of the source."""
    text = source[start:end]
    unreadable = _UNREADABLE.search(text)
    if unreadable:
        return Block([], "it holds a control character; delete it", _line(text, unreadable.start()))
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
    """Goes through the items of a document and through its source in step."""

    def __init__(self, source: str, start: int, end: int) -> None:
        self.values: list[Value] = []
        self._source = source
        self._at = start
        self._end = end

    def fields(self, table: Container, path: tuple[str, ...]) -> None:
        """Take the fields of a table, those of the tables in it, too."""
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
        """Take a value that stands behind its ``=`` or in a list."""
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
        """The place of that text right ahead; go behind it.

        Raises:
            _LostError: it is not there.
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
    """The values without their places."""
    if isinstance(value, dict):
        return [each for key, item in value.items() for each in _unplaced(item, (*path, str(key)))]
    if isinstance(value, list):
        return [each for item in value for each in _unplaced(item, path)]
    return [Value(path, str(value).replace("\r\n", "\n"), None, [])]
