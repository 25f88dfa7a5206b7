"""Reads TOML written by hand; errors give the exact line."""

from __future__ import annotations

import re
from functools import cached_property

from copydesk.model.errors import DataError
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any, NoReturn


_HEADER = compiled(r"\s*\[{1,2}\s*([^\[\]=]+?)\s*\]{1,2}\s*(?:#|$)")
_KEY = compiled(r"\s*(?:\"([^\"]+)\"|'([^']+)'|([\w-]+))\s*=")


class Source:
    """A TOML file as text and as data, with the line numbers of its keys.

    Args:
        path: its name in messages.
        text: its content.
        prefix: the tables that contain our settings (``tool``, ``copydesk``).

    Raises:
        DataError: the file is not TOML.
    """

    def __init__(self, path: str, text: str, prefix: tuple[str, ...] = ()) -> None:
        import tomllib

        self.path = path
        self.text = text
        self.prefix = prefix
        try:
            self.data: dict[str, Any] = tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            raise DataError(_toml_error(path, str(error))) from None
        except RecursionError:
            raise DataError(f"{path}:1: not valid TOML: nested too deeply") from None

    def fail(self, message: str, *keys: str | int) -> NoReturn:
        """Raise a DataError for the line of ``keys``, a path of keys.

        An int in ``keys`` is an index in an array of tables.
        """
        raise DataError(f"{self.path}:{self.line_of(*keys)}: {message}")

    def line_of(self, *keys: str | int) -> int:
        """The line of a key, from 1; the line of its table if the key is not found."""
        exact, nearest = self._find(*keys)
        return exact or nearest

    def has(self, *keys: str | int) -> bool:
        """Whether a line sets the key."""
        return bool(self._find(*keys)[0])

    def _find(self, *keys: str | int) -> tuple[int, int]:
        """The line of a key (0 if not found) and of the nearest table."""
        names = (*self.prefix, *(key for key in keys if isinstance(key, str)))
        index = next((key for key in keys if isinstance(key, int)), 0)
        table, _, nearest = self._table(names, index)
        if table is not None:
            return nearest, nearest
        table, lines, nearest = self._table(names[:-1], index)
        exact = _as_spelled(lines, names[-1]) if names else 0
        if table is None and not exact and len(keys) > 1:  # a key of an inline table
            nearest = max(self._find(*keys[:-1]))
        return exact, nearest

    def _table(
        self, names: tuple[str, ...], index: int
    ) -> tuple[tuple[str, ...] | None, dict[str, int], int]:
        """A table's name (None if missing), the lines of its keys, and its own or parent's line."""
        found = self._tables.get(names, [])
        if not found:
            return None, {}, self._table(names[:-1], index)[2] if names else 1
        line, keys = found[index if index < len(found) else 0]
        return names, keys, line

    @cached_property
    def _tables(self) -> dict[tuple[str, ...], list[tuple[int, dict[str, int]]]]:
        """For each table name: the line of each header, and the lines of its keys."""
        keys: dict[str, int] = {}
        tables: dict[tuple[str, ...], list[tuple[int, dict[str, int]]]] = {(): [(1, keys)]}
        for number, line in enumerate(self.text.splitlines(), 1):
            header = _HEADER.match(line)
            if header is not None:
                keys = {}
                tables.setdefault(_names(header[1]), []).append((number, keys))
            elif (key := _KEY.match(line)) is not None:
                keys.setdefault(key[1] or key[2] or key[3], number)
        return tables

    def lines_below(self, *names: str) -> dict[str, int]:
        """The lines of the keys of a table."""
        return self._table((*self.prefix, *names), 0)[1]

    def check_keys(self, table: dict[str, Any], known: Iterable[str], *keys: str | int) -> None:
        """Raise a DataError for the first unknown key of ``table``.

        A key that has underscores where the known one has hyphens is renamed to it.
        """
        known = list(known)
        for key in list(table):
            if key in known:
                continue
            right = key.replace("_", "-")
            if right not in known:
                self.fail(f"unknown key {key!r}{did_you_mean(key, known)}", *keys, key)
            if right in table:
                self.fail(f"{key} and {right} are the same key", *keys, key)
            table[right] = table.pop(key)


def _as_spelled(lines: dict[str, int], key: str) -> int:
    """The line of a key, with hyphens or underscores; 0 if there is none."""
    exact = lines.get(key)
    if exact is not None or not ("-" in key or "_" in key):
        return exact or 0
    return lines.get(key.replace("-", "_")) or lines.get(key.replace("_", "-")) or 0


def near_or_all(word: str, known: Iterable[str]) -> str:
    """A hint for an unknown word: the closest known one, or a list of all."""
    known = sorted(known)
    return did_you_mean(word, known) or f"; choose from {', '.join(known)}"


def did_you_mean(word: str, known: Iterable[str], quotes: str = "''") -> str:
    """``; did you mean '…'?`` for the end of a message; empty if nothing is close."""
    from difflib import get_close_matches

    known = sorted(known)
    near = get_close_matches(word, known, 1, 0.6)
    if not near:
        near = [name for name in known if name.rpartition("/")[2] == word][:1]
    return f"; did you mean {near[0].join(quotes)}?" if near else ""


def _names(header: str) -> tuple[str, ...]:
    """The parts of a table's name: ``rule."a/b"`` has two."""
    return tuple(a or b for a, b in re.findall(r"[\"']([^\"']+)[\"']|([^.\"'\s]+)", header))


def _toml_error(path: str, message: str) -> str:
    found = re.search(r"\(at line (\d+), column (\d+)\)", message)
    if found is None:
        return f"{path}:{1}: not valid TOML: {message}"
    what = message[: found.start()].strip()
    return f"{path}:{found[1]}: not valid TOML: {what} (column {found[2]})"
