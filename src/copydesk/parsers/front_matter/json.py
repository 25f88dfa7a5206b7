"""Read the JSON of a front matter block, with the source position of every letter.

The block is an object at the very top (``{ … }``, as Hugo reads it), or fields between
``;;;`` lines, with or without the braces. The source is read token by token, so that each
string has its place.
"""

from __future__ import annotations

from copydesk.model.findings import Span
from copydesk.parsers.front_matter.values import Block, Value, pieces_of
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_DEEPEST = 20  # levels of nested objects and lists
_MOST = 20_000  # values

_TOKEN = compiled(
    r"[ \t\r\n]*+(?:(?P<string>\"[^\"\\\x00-\x1f]*+(?:\\[^\r\n][^\"\\\x00-\x1f]*+)*\")"
    r"|(?P<sign>[][{}:,])"
    r"|(?P<plain>-?[0-9][0-9.eE+-]*+|true|false|null))"
)
_BLANKS = compiled(r"[ \t\r\n]*")
_ESCAPE = compiled(r"(?:\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2})"
                   r"|\\u[0-9a-fA-F]{4}|\\.")  # fmt: skip
_LETTERS = {"b": "\b", "t": "\t", "n": "\n", "f": "\f", "r": "\r"}
_OBJECT = compiled(r"\{[ \t\r\n]*(?:\"[^\"\r\n]{1,80}\"[ \t\r\n]*:|\}[ \t]*(?:[\r\n]|\Z))")


_CLOSE = {"{": "}", "[": "]"}


class _Level:
    """An object or a list that is being read: its closing mark, and where it is in a field."""

    __slots__ = ("after", "closing", "key")

    def __init__(self, closing: str) -> None:
        self.closing = closing
        self.key = ""
        self.after = closing  # the last thing read: a mark, "key" or "value"


class _ReadError(Exception):
    """The block is not JSON; the argument says why, in plain words."""


def begins(source: str, start: int) -> bool:
    """Whether an object with a field, or an empty one, is at an offset of the source."""
    return _OBJECT.match(source, start) is not None


def read(source: str, start: int, end: int) -> tuple[Block, int]:
    """Read the fields, in braces or not, between two offsets of the source.

    Returns:
        The block, and the offset after its closing brace; -1 if that is not reached.
    """
    walk = _Walk(source)
    at = start
    try:
        if not begins(source, _after_blanks(source, start)):
            walk.levels.append(_Level(""))
        while token := _TOKEN.match(source, at, end):
            walk.take(token)
            at = token.end()
            if not walk.levels:
                return Block(walk.values), at
        if not source[at:end].strip() and walk.is_whole:
            return Block(walk.values), at
        raise _ReadError("a bracket or a quotation mark is missing, or a value cannot be read")
    except _ReadError as error:
        line = source.count("\n", 0, _after_blanks(source, at)) + 1
        return Block(walk.values, str(error), line), -1


def _after_blanks(source: str, at: int) -> int:
    found = _BLANKS.match(source, at)
    return found.end() if found else at


class _Walk:
    """Takes the tokens and collects the values."""

    def __init__(self, source: str) -> None:
        self.values: list[Value] = []
        self.levels: list[_Level] = []
        self._source = source

    @property
    def is_whole(self) -> bool:
        """Whether fields without braces may end here."""
        return len(self.levels) == 1 and not self.levels[0].closing

    def take(self, token: re.Match[str]) -> None:
        """Read one token.

        Raises:
            _ReadError: it cannot be there.
        """
        sign = token["sign"]
        if sign in _CLOSE:
            self._begin()
            self.levels.append(_Level(_CLOSE[sign]))
        elif sign in ("}", "]"):
            self._end(sign)
        elif sign:
            self._between(sign)
        else:
            self._text(token)
        if len(self.levels) > _DEEPEST or len(self.values) > _MOST:
            raise _ReadError("nested too deeply or too long; the rest is not read")

    def _begin(self) -> None:
        """Check that a value may begin here."""
        if self.levels and self.levels[-1].after in ("value", "key"):
            mark = "comma" if self.levels[-1].after == "value" else "colon"
            raise _ReadError(f"a {mark} is missing before this")
        if self.levels and self.levels[-1].closing != "]" and self.levels[-1].after != ":":
            raise _ReadError("a field has no name")
        if self.levels:
            self.levels[-1].after = "value"

    def _end(self, sign: str) -> None:
        level = self.levels.pop() if self.levels else None
        if level is None or level.closing != sign or level.after in (":", "key"):
            raise _ReadError("a bracket closes that is not open")

    def _between(self, sign: str) -> None:
        """Read a comma or a colon."""
        level = self.levels[-1] if self.levels else _Level("")
        if level.after != ("key" if sign == ":" else "value"):
            raise _ReadError("a comma or colon is in the wrong place")
        level.after = sign

    def _text(self, token: re.Match[str]) -> None:
        """Read a key, a string or another value."""
        level = self.levels[-1] if self.levels else _Level("]")
        is_text = token["string"] is not None
        start, end = token.span("string" if is_text else "plain")
        if is_text and level.closing != "]" and level.after not in (":", "value", "key"):
            level.key, level.after = self._source[start + 1 : end - 1], "key"
            return
        self._begin()
        path = tuple(one.key for one in self.levels if one.closing != "]")
        if not is_text:
            self.values.append(Value(path, token["plain"], Span(start, end), []))
            return
        span = Span(start + 1, end - 1)
        pieces = pieces_of(self._source, span, _ESCAPE, _meaning)
        self.values.append(Value(path, "".join(piece.text for piece in pieces), span, pieces))


def _meaning(mark: str) -> str:
    if mark[1] != "u":
        return _LETTERS.get(mark[1], mark[1])
    units = b"".join(int(unit, 16).to_bytes(2, "big") for unit in mark[2:].split("\\u"))
    return units.decode("utf-16-be", "replace")
