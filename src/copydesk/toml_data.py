"""Reads TOML written by people, and tells them exactly what is wrong with it."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterable


class DataError(Exception):
    """Something is wrong in a data or config file.

    The message is ``file:line: what is wrong; what was probably meant``.
    """


class Source:
    """A TOML file as text and as data, and where its keys stand.

    Args:
        path: how the file is called in messages.
        text: its content.
        prefix: the tables that hold all that is ours (``tool``, ``copydesk``).

    Raises:
        DataError: the file is not TOML.
    """

    def __init__(self, path: str, text: str, prefix: tuple[str, ...] = ()) -> None:
        self.path = path
        self.text = text
        self.prefix = prefix
        try:
            self.data: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise DataError(_toml_error(path, str(error))) from None

    def fail(self, message: str, *keys: str | int) -> NoReturn:
        """Raise a DataError at the line where ``keys`` lead.

        An int in ``keys`` is the index in an array of tables.
        """
        raise DataError(f"{self.path}:{self.line_of(*keys)}: {message}")

    def line_of(self, *keys: str | int) -> int:
        """The line, from 1, on which a key stands; that of its table if not found."""
        exact, nearest = self._find(*keys)
        return exact or nearest

    def has(self, *keys: str | int) -> bool:
        """Whether a line sets that key."""
        return bool(self._find(*keys)[0])

    def _find(self, *keys: str | int) -> tuple[int, int]:
        """The line of a key, 0 if there is none, and that of the nearest table."""
        names = [*self.prefix, *(key for key in keys if isinstance(key, str))]
        counts = [key for key in keys if isinstance(key, int)]
        best, seen, inside = 1, 0, len(names) <= 1
        for number, line in enumerate(self.text.splitlines(), 1):
            header = re.match(r"\s*\[+\s*(.+?)\s*\]+", line)
            if header is not None and "=" not in line.split("]")[0]:
                name = _names(header[1])
                inside = name == names[:-1] or name == names
                if inside and counts and line.lstrip().startswith("[["):
                    inside = seen == counts[0]
                    seen += 1
                best = number if inside else best
            elif inside and names and re.match(rf"\s*[\"']?{re.escape(names[-1])}[\"']?\s*=", line):
                return number, best
        return 0, best

    def check_keys(self, table: dict[str, Any], known: Iterable[str], *keys: str | int) -> None:
        """Raise a DataError for the first key of ``table`` that is not known."""
        known = list(known)
        for key in table:
            if key not in known:
                self.fail(f"unknown key {key!r}{did_you_mean(key, known)}", *keys, key)


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """``; did you mean "…"?`` or nothing; for the end of an error message."""
    from difflib import get_close_matches

    known = sorted(known)
    near = get_close_matches(word, known, 1, 0.6)
    if not near:
        near = [name for name in known if name.rpartition("/")[2] == word][:1]
    return f"; did you mean {near[0]!r}?" if near else ""


def _names(header: str) -> list[str]:
    """The parts of a table's name: ``rule."a/b"`` has two."""
    return [a or b for a, b in re.findall(r"[\"']([^\"']+)[\"']|([^.\"'\s]+)", header)]


def _toml_error(path: str, message: str) -> str:
    found = re.search(r"\(at line (\d+), column (\d+)\)", message)
    if found is None:
        return f"{path}:{1}: not valid TOML: {message}"
    what = message[: found.start()].strip()
    return f"{path}:{found[1]}: not valid TOML: {what} (column {found[2]})"
