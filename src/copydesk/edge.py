"""The edge between prose and file: spans are mapped to the source here, once."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from copydesk.values import Edit, Finding, Fix, Span

if TYPE_CHECKING:
    from copydesk.document import Document

_WORD = re.compile(r"\w+")
_LINE_END = re.compile(r"[ \t]*(?:\r\n?|\n|\Z)")
_BLANK_LINES = re.compile(r"(?:[ \t]*(?:\r\n?|\n))*")


def located(finding: Finding, doc: Document) -> Finding:
    """The finding with every span of its document mapped to the source.

    A fix that calls itself safe and is not (see ``is_safe``) becomes a
    suggestion. A fix that takes out a whole slot takes out its line as well.
    """
    return finding._replace(
        span=doc.to_source(finding.span),
        related=tuple(one._replace(span=doc.to_source(one.span)) for one in finding.related),
        fixes=tuple(_fix(fix, doc) for fix in finding.fixes),
    )


def _fix(fix: Fix, doc: Document) -> Fix:
    safe = fix.safety == "safe" and all(
        is_safe(edit, doc) and _holds_no_markup(edit.span, doc) for edit in fix.edits
    )
    edits = tuple(sorted(_edit(edit, doc) for edit in fix.edits))
    return Fix(fix.title, edits, "safe" if safe else "suggested")


def _edit(edit: Edit, doc: Document) -> Edit:
    if not edit.text and _is_whole_slot(edit.span, doc):
        return Edit(whole_lines(doc.source, doc.to_source(edit.span)), "")
    return Edit(doc.to_source(edit.span), edit.text)


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


def is_safe(edit: Edit, doc: Document) -> bool:
    """Whether an edit keeps what no unseen fix may touch.

    It may change marks and blanks anywhere. It may take out a whole slot that
    is no byline. It may change words that hold neither a capital nor a figure
    (so no name and no number) and stand outside quotations and bylines.
    """
    old = doc.text[edit.span.start : edit.span.end]
    if _keeps_words(edit, doc):
        return True
    slot = doc.slot_at(edit.span.start)
    if slot is None or slot.kind == "byline" or edit.span.end > slot.span.end:
        return False
    if not edit.text and slot.span == edit.span:
        return True
    if any(char.isupper() or char.isdigit() for char in old):
        return False
    return doc.quote_at(edit.span) is None and slot.kind != "block-quote"


def _keeps_words(edit: Edit, doc: Document) -> bool:
    """Whether the words stay as they are, with the letters on either side in view."""
    start, end = edit.span
    before, after = doc.text[max(0, start - 1) : start], doc.text[end : end + 1]
    old = before + doc.text[start:end] + after
    return _WORD.findall(old) == _WORD.findall(before + edit.text + after)


def _is_whole_slot(span: Span, doc: Document) -> bool:
    slot = doc.slot_at(span.start)
    return slot is not None and slot.span == span


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
