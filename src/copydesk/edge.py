"""The edge between prose and file: spans are mapped to the source here, once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.kept_patterns import compiled
from copydesk.no_draft import is_no_draft
from copydesk.safety import is_safe, is_whole_slot
from copydesk.values import Edit, Finding, Fix, Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.document import Document

_LINE_END = compiled(r"[ \t]*(?:\r\n?|\n|\Z)")
_BLANK_LINES = compiled(r"(?:[ \t]*(?:\r\n?|\n))*")

MOST_READ_BACK = 500_000  # code points read again to see how fixes would come out


def located(finding: Finding, doc: Document) -> Finding:
    """The finding with every span of its document mapped to the source.

    A fix that calls itself safe and is not (see ``is_safe``) becomes a
    suggestion. A fix that takes out a whole slot takes out its line as well.
    """
    return finding._replace(
        span=doc.to_source(finding.span),
        related=tuple(one._replace(span=doc.to_source(one.span)) for one in finding.related),
        fixes=fixes_beside_code((_fix(fix, doc) for fix in finding.fixes), doc),
    )


def fixes_beside_code(fixes: Iterable[Fix], doc: Document) -> tuple[Fix, ...]:
    """The fixes (in the source) that leave the tags and shortcodes of the site alone."""
    from copydesk.document.templating import touches

    return tuple(
        fix for fix in fixes if not any(touches(doc.templating, edit.span) for edit in fix.edits)
    )


def _fix(fix: Fix, doc: Document) -> Fix:
    safe = (
        fix.safety == "safe"
        and not is_no_draft(doc.path)
        and all(is_safe(edit, doc) and _holds_no_markup(edit.span, doc) for edit in fix.edits)
    )
    edits = tuple(sorted(one for edit in fix.edits for one in _edits(edit, doc)))
    safe = safe and doc.read_back <= MOST_READ_BACK
    return Fix(fix.title, edits, "safe" if safe else "suggested")


def _edits(edit: Edit, doc: Document) -> Iterable[Edit]:
    """An edit in the source: whole lines with a whole slot; markup within stays."""
    source = doc.to_source(edit.span)
    if not edit.text and is_whole_slot(edit.span, doc):
        return (Edit(whole_lines(doc.source, source), ""),)
    same = doc.source[source.start : source.end] == doc.text[edit.span.start : edit.span.end]
    if same and (not edit.text or edit.text.isalnum()):
        return (Edit(source, edit.text),)
    from copydesk.written import written

    if doc.read_back > MOST_READ_BACK:
        return (Edit(source, edit.text),)  # not read back, so no fix for the unseen
    return written(edit, doc)


def _holds_no_markup(span: Span, doc: Document) -> bool:
    """Whether the source of a span reads as its prose does, so that no tag is cut.

    Character references and line breaks may differ.
    """
    source = doc.to_source(span)
    raw = doc.source[source.start : source.end]
    prose = doc.text[span.start : span.end]
    if raw == prose:
        return True
    from html import unescape

    return unescape(raw).split() == prose.split()


def whole_lines(source: str, span: Span) -> Span:
    """The span widened to its lines and the blank lines that part it from the next.

    Only where nothing else stands on those lines; otherwise the span as it is.
    At the end of a file the blank lines before go instead, and the file keeps
    its last line end.
    """
    start = max(source.rfind("\n", 0, span.start), source.rfind("\r", 0, span.start)) + 1
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
        return Span(line_end.end(), end)  # the file ends in a line end: so does the rest
    return Span(len(before), end)
