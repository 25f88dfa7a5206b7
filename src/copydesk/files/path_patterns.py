"""Gitignore-style patterns, with a time limit for those that could take for ever.

``re`` tries a pattern such as ``*a*a*a*a*b`` in so many ways that it does not end on a
long name. ``regex`` remembers where it failed, and has a time limit if that is not enough.
"""

from __future__ import annotations

import re
import warnings
from time import process_time

from pathspec import GitIgnoreSpec

from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_FEW = 2  # stars with which a pattern is always fast
_SECONDS = 0.2  # for one pattern on one path
_MOST = 5.0  # seconds for all of them on all paths
_LONGEST = 4096  # characters, as the longest path of most systems


def spec_of(lines: Iterable[str], where: str = "") -> GitIgnoreSpec:
    """Read patterns.

    Args:
        lines: one each, as in a ``.gitignore``.
        where: the file that they are from, for messages.

    Raises:
        DataError: a pattern cannot be read or is longer than any path; also when it is
            matched, if it takes too long.
    """
    spec = _read(list(lines), where)
    for one in spec.patterns:
        text, read = str(getattr(one, "pattern", "")), getattr(one, "regex", None)
        if len(text) > _LONGEST:
            raise DataError(f"{_named(text, where)} is longer than any path")
        if read is not None and text.count("*") > _FEW:
            setattr(one, "regex", _Timed(read.pattern, text, where))  # noqa: B010  # not a re.Pattern
    return spec


def _read(lines: list[str], where: str) -> GitIgnoreSpec:
    try:
        with warnings.catch_warnings():  # of Python, on brackets within brackets
            warnings.simplefilter("ignore")
            return GitIgnoreSpec.from_lines(lines)
    except (re.error, ValueError):
        for line in lines if len(lines) > 1 else ():
            _read([line], where)  # names the one that is wrong
        raise DataError(f"{_named(lines[0], where)} cannot be read") from None


class _Timed:
    """A compiled pattern with a time limit; it has of ``re.Pattern`` what pathspec uses."""

    spent = 0.0  # seconds that all of them have taken

    def __init__(self, pattern: str, text: str, where: str) -> None:
        import regex

        self.pattern = pattern
        self._compiled = regex.compile(pattern)
        self._name = _named(text, where)

    def search(self, path: str) -> Any:
        return self._within_time(self._compiled.search, path)

    def match(self, path: str) -> Any:
        return self._within_time(self._compiled.match, path)

    def _within_time(self, find: Any, path: str) -> Any:
        began = process_time()
        try:
            if _Timed.spent > _MOST:
                raise TimeoutError
            return find(path, timeout=_SECONDS)
        except TimeoutError:
            told = "takes too long to compare with paths; use fewer stars"
            raise DataError(f"{self._name} {told}") from None
        finally:
            _Timed.spent += process_time() - began


def _named(text: str, where: str) -> str:
    shown = text if len(text) <= 60 else f"{text[:59]}…"
    return f"{where}: the pattern {shown!r}" if where else f"the path pattern {shown!r}"
