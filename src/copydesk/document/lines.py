"""The lines of a source that a span occupies."""

from __future__ import annotations

from copydesk.model.findings import Span
from copydesk.regexes.compiled import compiled

_LINE_END = compiled(r"[ \t]*(?:\r\n?|\n|\Z)")
_BLANK_LINES = compiled(r"(?:[ \t]*(?:\r\n?|\n))*")


def whole_lines(source: str, span: Span) -> Span:
    """The span, widened to whole lines and the blank lines after them.

    If there is anything else on those lines, the span is returned unchanged.
    At the end of the file, the blank lines before the span are included instead,
    and the file keeps its last line end.
    """
    start = _line_start(source, span.start)
    tail = _LINE_END.match(source, span.end)
    if source[start : span.start].strip() or tail is None:
        return span
    gap = _BLANK_LINES.match(source, tail.end())
    end = gap.end() if gap is not None else tail.end()
    if end < len(source) or start == 0:
        return Span(start, end)
    before = source[:start].rstrip("\r\n \t")
    line_end = _LINE_END.match(source, len(before))
    if line_end is not None and source[tail.start() : tail.end()].strip(" \t"):
        return Span(line_end.end(), end)  # the file ends in a line end: keep it
    return Span(len(before), end)


def _line_start(source: str, offset: int) -> int:
    """Where the line of an offset begins; nothing before that line is searched for long."""
    reach = 256
    while True:
        low = max(0, offset - reach)
        start = max(source.rfind("\n", low, offset), source.rfind("\r", low, offset)) + 1
        if start or not low:
            return start
        reach *= 2
