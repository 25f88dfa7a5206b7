"""Patterns for rules: defined at import, compiled on first use."""

from __future__ import annotations

import re

from copydesk.regexes.compiled import compiled, is_valid, stored

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, TypeVar

    import regex

    _T = TypeVar("_T")

    Range = tuple[int, int]


def _compile(text: str, verbose: bool) -> Any:
    """Compile a pattern with ``re`` if it supports the syntax, else with ``regex``.

    Syntax that both support means the same in both, and ``re`` is already loaded,
    while importing ``regex`` takes as long as checking three stories.
    """
    found = _plain(text, re.VERBOSE if verbose else 0)
    if found is not None:
        return found
    import regex

    return regex.compile(text, regex.VERBOSE if verbose else 0)


def _plain(text: str, flags: int = 0) -> re.Pattern[str] | None:
    """The pattern compiled with ``re``; None if ``re`` does not support its syntax."""
    return stored(text, flags) or _tried(compiled, text, flags)


def is_plain(text: str) -> bool:
    """Whether ``re`` supports the syntax of a pattern written for ``regex``.

    The pattern is not kept: of those of packs, most drafts need few.
    """
    return _tried(is_valid, text, 0) is not None


def _tried(make: Callable[[str, int], _T], text: str, flags: int) -> _T | None:
    """What is made of a pattern; None if ``re`` does not support its syntax."""
    import warnings

    with warnings.catch_warnings():
        warnings.simplefilter("error")
        try:
            return make(text, flags)
        except (re.error, FutureWarning, DeprecationWarning):
            return None


def wider(text: str) -> str:
    """A pattern that ``re`` supports and that matches wherever one for ``regex`` does.

    Empty if there is none.
    """
    from copydesk.regexes.look_behind import of_one_width

    try:
        found = of_one_width(text, drop=True)
    except re.error:
        return ""
    return found if is_plain(found) else ""


class Pattern:
    """A pattern in the syntax of ``regex`` that is compiled when it is first matched.

    A rule whose triggers do not occur never compiles its patterns. Create one with
    ``pattern``; to search a whole story, use a ``scan``.

    Attributes:
        compiled: the compiled pattern.
    """

    __slots__ = ("_text", "_verbose", "compiled")
    compiled: regex.Pattern[str]

    def __init__(self, text: str, verbose: bool) -> None:
        self._text = text
        self._verbose = verbose

    def __getattr__(self, name: str) -> Any:
        """Compile the pattern. Called once: later ``compiled`` is there, so no call is needed."""
        if name != "compiled":
            raise AttributeError(name)
        self.compiled = _compile(self._text, self._verbose)
        return self.compiled

    def finditer(self, text: str, span: Range | None = None) -> Iterator[regex.Match[str]]:
        """Find all matches in ``text``, or in a span of it."""
        if span is None:
            return self.compiled.finditer(text)
        return self.compiled.finditer(text, span[0], span[1])

    def search(self, text: str, span: Range | None = None) -> regex.Match[str] | None:
        """Find the first match in ``text``, or in a span of it."""
        if span is None:
            return self.compiled.search(text)
        return self.compiled.search(text, span[0], span[1])

    def match(self, text: str, span: Range | None = None) -> regex.Match[str] | None:
        """Match at the start of ``text``, or of a span of it."""
        if span is None:
            return self.compiled.match(text)
        return self.compiled.match(text, span[0], span[1])

    def fullmatch(self, text: str, span: Range | None = None) -> regex.Match[str] | None:
        """Match all of ``text``, or all of a span of it."""
        if span is None:
            return self.compiled.fullmatch(text)
        return self.compiled.fullmatch(text, span[0], span[1])


def pattern(text: str, *, verbose: bool = False) -> Pattern:
    """Create a pattern in the syntax of the ``regex`` package, compiled on first use."""
    return Pattern(text, verbose)
