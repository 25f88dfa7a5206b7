"""Patterns for rules: written at import, compiled on first use."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING, Any

from copydesk.regexes.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    Range = tuple[int, int]


def _compile(text: str, verbose: bool) -> Any:
    """Compile a pattern with ``re`` if that understands it, else with ``regex``.

    What both understand they read alike, and ``re`` is there already, where
    importing ``regex`` takes as long as checking three stories.
    """
    found = _plain(text, re.VERBOSE if verbose else 0)
    if found is not None:
        return found
    import regex

    return regex.compile(text, regex.VERBOSE if verbose else 0)


def _plain(text: str, flags: int = 0) -> re.Pattern[str] | None:
    """The pattern by ``re``, None where that does not understand it."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return compiled(text, flags)
        except (re.error, FutureWarning, DeprecationWarning):
            return None


def is_plain(text: str) -> bool:
    """Whether ``re`` understands a pattern that is written for ``regex``."""
    return _plain(text) is not None


class Pattern:
    """A pattern in the syntax of ``regex`` that is compiled when it is first matched.

    A rule whose triggers do not occur pays nothing for its patterns. Made by ``pattern``;
    where it is to be looked for in a whole story, take a ``scan``.
    """

    __slots__ = ("_compiled", "_text", "_verbose")

    def __init__(self, text: str, verbose: bool) -> None:
        self._text = text
        self._verbose = verbose
        self._compiled: regex.Pattern[str] | None = None

    @property
    def compiled(self) -> regex.Pattern[str]:
        """The compiled pattern."""
        if self._compiled is None:
            self._compiled = _compile(self._text, self._verbose)
        return self._compiled

    def finditer(self, text: str, span: Range | None = None) -> Iterator[regex.Match[str]]:
        """All matches in ``text``, or in that span of it."""
        if span is None:
            return self.compiled.finditer(text)
        return self.compiled.finditer(text, span[0], span[1])

    def search(self, text: str, span: Range | None = None) -> regex.Match[str] | None:
        """The first match in ``text``, or in that span of it."""
        if span is None:
            return self.compiled.search(text)
        return self.compiled.search(text, span[0], span[1])

    def match(self, text: str, span: Range | None = None) -> regex.Match[str] | None:
        """The match that begins at the start of ``text``, or of the span."""
        if span is None:
            return self.compiled.match(text)
        return self.compiled.match(text, span[0], span[1])

    def fullmatch(self, text: str, span: Range | None = None) -> regex.Match[str] | None:
        """The match of the whole of ``text``, or of the span."""
        if span is None:
            return self.compiled.fullmatch(text)
        return self.compiled.fullmatch(text, span[0], span[1])


def pattern(text: str, *, verbose: bool = False) -> Pattern:
    """A pattern in the syntax of the ``regex`` package, compiled on first use."""
    return Pattern(text, verbose)
