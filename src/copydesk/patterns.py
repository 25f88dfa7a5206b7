"""Patterns for rules: written at import, compiled on first use."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from copydesk.values import Span


class Pattern:
    """A ``regex`` pattern that is compiled when it is first matched.

    Importing ``regex`` and compiling a pattern cost more than checking a story;
    a rule whose triggers do not occur pays for neither.
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
            import regex

            flags = regex.VERBOSE if self._verbose else 0
            self._compiled = regex.compile(self._text, flags)
        return self._compiled

    def finditer(self, text: str, span: Span | None = None) -> Iterator[regex.Match[str]]:
        """All matches in ``text``, or in that span of it."""
        if span is None:
            return self.compiled.finditer(text)
        return self.compiled.finditer(text, span.start, span.end)

    def search(self, text: str, span: Span | None = None) -> regex.Match[str] | None:
        """The first match in ``text``, or in that span of it."""
        if span is None:
            return self.compiled.search(text)
        return self.compiled.search(text, span.start, span.end)

    def match(self, text: str, span: Span | None = None) -> regex.Match[str] | None:
        """The match that begins at the start of ``text``, or of the span."""
        if span is None:
            return self.compiled.match(text)
        return self.compiled.match(text, span.start, span.end)

    def fullmatch(self, text: str, span: Span | None = None) -> regex.Match[str] | None:
        """The match of the whole of ``text``, or of the span."""
        if span is None:
            return self.compiled.fullmatch(text)
        return self.compiled.fullmatch(text, span.start, span.end)


def pattern(text: str, *, verbose: bool = False) -> Pattern:
    """A pattern in the syntax of the ``regex`` package, compiled on first use."""
    return Pattern(text, verbose)
