"""Overrides that leave no trace in the page: ``[//]: # (stet: rule: reason)``."""

from __future__ import annotations

from copydesk.parsers.markdown.events import code_spans
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

    from copydesk.document.builder import Builder

_NOTE = compiled(
    r"^(?P<indent>[ \t>]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)?)"
    r"\[(?://|comment|#|_)?\]:[ \t]*(?:#|<#?>)[ \t]*"
    r"(?:\((?P<a>[sS][tT][^\r\n]*)\)|\"(?P<b>[sS][tT][^\r\n]*)\"|'(?P<c>[sS][tT][^\r\n]*)')[ \t]*$",
    8,  # re.MULTILINE
)


def find(source: str, start: int) -> list[re.Match[str]]:
    """The link definitions after ``start`` that are, or are meant as, overrides.

    Args:
        source: the source.
        start: where the body begins.
    """
    found = list(_NOTE.finditer(source, start))
    code = code_spans(source, start) if found else []
    return [
        note
        for note in found
        if not any(span.start <= note.start("indent") < span.end for span in code)
    ]


def overwritten(builder: Builder, source: str, notes: list[re.Match[str]]) -> str:
    """Record them, and return the source with spaces in place of each.

    Without that, one on the line after a paragraph would be the end of its text.
    """
    parts: list[str] = []
    at = 0
    for note in notes:
        begin = note.end("indent")
        builder.note(note["a"] or note["b"] or note["c"], begin, note.end())
        parts += source[at:begin], " " * (note.end() - begin)
        at = note.end()
    return "".join((*parts, source[at:]))
