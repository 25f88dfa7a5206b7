"""How many characters a rule hands to its patterns, and how many lines of Python run."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from copydesk.document.scan import Scan
from copydesk.regexes.patterns import Pattern, _compile

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import FrameType

ANCHORED = 200  # the most that a try at one place counts, however long the text behind it is


class Tally:
    """What was handed to each pattern, in code points.

    ``searched`` sums up, by pattern, what was handed to searches; ``longest`` is the most that
    one call was handed. A try at one place (``match``) counts ``ANCHORED`` at most.
    """

    def __init__(self) -> None:
        self.searched: Counter[Pattern] = Counter()
        self.longest: Counter[Pattern] = Counter()

    def add(self, pattern: Pattern, length: int) -> None:
        self.searched[pattern] += length
        self.longest[pattern] = max(self.longest[pattern], length)

    def of(self, scan: Scan) -> int:
        """What a scan was handed."""
        return self.searched[scan.pattern]


class Counted:
    """A compiled pattern that keeps count."""

    def __init__(self, pattern: Pattern, compiled: Any, tally: Tally) -> None:
        self._pattern, self._compiled, self._tally = pattern, compiled, tally

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._compiled, name)
        if name not in ("finditer", "search", "match", "fullmatch", "findall", "sub", "split"):
            return real

        def counted(*given: Any) -> Any:
            text = given[1] if name == "sub" else given[0]
            spans = () if name in ("sub", "split") else given[1:]
            start = min(spans[0], len(text)) if spans else 0
            end = min(spans[1], len(text)) if len(spans) > 1 else len(text)
            length = max(0, end - start)
            anchored = name in ("match", "fullmatch")
            self._tally.add(self._pattern, min(length, ANCHORED) if anchored else length)
            return real(*given)

        return counted


@contextmanager
def counting() -> Iterator[Tally]:
    """Count what patterns and scans are handed while the block runs."""
    tally, kept = Tally(), Pattern.compiled

    def get(one: Pattern) -> Any:
        try:
            real = kept.__get__(one, Pattern)
        except AttributeError:  # it has not been needed before
            real = compiled_of(one)
            kept.__set__(one, real)
        return Counted(one, real, tally)

    with patch.object(Pattern, "compiled", property(get)):
        yield tally


def compiled_of(one: Pattern) -> Any:
    """The compiled pattern of a copy, which nothing counts."""
    return _compile(one._text, one._verbose)


class Lines:
    """How many lines ran in the modules whose names begin so; in all, if none is given."""

    def __init__(self, modules: tuple[str, ...]) -> None:
        self.count = 0
        self._modules = modules

    def trace(self, frame: FrameType, event: str, given: Any) -> Any:
        name = frame.f_globals.get("__name__", "")
        if self._modules and not name.startswith(self._modules):
            return None
        self.count += event == "line"
        return self.trace


@contextmanager
def lines(*modules: str) -> Iterator[Lines]:
    """Count the lines of Python that run while the block runs, every round of a loop anew."""
    counted, before = Lines(modules), sys.gettrace()
    sys.settrace(counted.trace)
    try:
        yield counted
    finally:
        sys.settrace(before)
