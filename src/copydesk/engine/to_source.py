"""Maps the spans of findings from the prose to the source, in one place."""

from __future__ import annotations

from copydesk.engine.safety import is_safe, is_whole_slot
from copydesk.files.no_draft import is_no_draft
from copydesk.model.findings import Edit, Finding, Fix, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.document import Document
    from copydesk.engine.safety import ReadBack


def map_finding(finding: Finding, doc: Document, budget: ReadBack) -> Finding:
    """The finding, with every span mapped from the document's text to the source.

    A fix that claims to be safe and is not (see ``is_safe``) becomes a suggested
    fix. A fix that deletes a whole slot also deletes its lines.

    Args:
        finding: a finding with spans of the document's text.
        doc: the document.
        budget: how much of it may still be read back; reduced here.
    """
    return finding._replace(
        span=doc.to_source(finding.span),
        related=tuple(one._replace(span=doc.to_source(one.span)) for one in finding.related),
        fixes=fixes_beside_code(
            (_fix(fix, doc, budget) for fix in finding.fixes if not _changes_code(fix, doc)), doc
        ),
    )


def fixes_beside_code(fixes: Iterable[Fix], doc: Document) -> tuple[Fix, ...]:
    """The fixes (in the source) that do not touch template tags or shortcodes."""
    if not doc.templating:
        return tuple(fixes)
    from copydesk.document.templating import touches

    return tuple(
        fix for fix in fixes if not any(touches(doc.templating, edit.span) for edit in fix.edits)
    )


def _changes_code(fix: Fix, doc: Document) -> bool:
    """Whether a fix would change code; the deletion of a whole slot does not count."""
    return any(
        edit.span.start < edit.span.end
        and doc.is_code(edit.span)
        and (edit.text or not is_whole_slot(edit.span, doc))
        for edit in fix.edits
    )


def _fix(fix: Fix, doc: Document, budget: ReadBack) -> Fix:
    safe = (
        fix.safety == "safe"
        and not is_no_draft(doc.path)
        and all(
            is_safe(edit, doc) and _holds_no_markup(edit.span, doc) and not doc.is_code(edit.span)
            for edit in fix.edits
        )
    )
    edits = tuple(sorted({one for edit in fix.edits for one in _edits(edit, doc, budget)}))
    safe = safe and not budget.is_spent
    return Fix(fix.title, edits, "safe" if safe else "suggested")


def _edits(edit: Edit, doc: Document, budget: ReadBack) -> Iterable[Edit]:
    """The edits of the source for one edit: whole lines for a whole slot; markup is kept."""
    source = doc.to_source(edit.span)
    if edit.text == " " and edit.span.start == edit.span.end:
        from copydesk.engine.space_place import space_place

        return (Edit(space_place(doc, edit.span.start), " "),)
    if not edit.text and is_whole_slot(edit.span, doc):
        from copydesk.document.lines import whole_lines

        return (Edit(whole_lines(doc.source, source), ""),)
    same = doc.source[source.start : source.end] == doc.text[edit.span.start : edit.span.end]
    if same and (not edit.text or edit.text.isalnum()):
        return (Edit(source, edit.text),)
    from copydesk.engine.markup_edits import markup_edits

    if budget.is_spent:
        return (Edit(source, edit.text),)  # not read back, so not safe
    return markup_edits(edit, doc, budget)


def _holds_no_markup(span: Span, doc: Document) -> bool:
    """Whether the source of a span contains no markup that an edit could cut.

    It may differ from the prose in character references and line breaks.
    """
    source = doc.to_source(span)
    raw = doc.source[source.start : source.end]
    prose = doc.text[span.start : span.end]
    if raw == prose:
        return True
    if not prose.strip() and ("\n" in raw or "\r" in raw):
        return False  # a line break may have a meaning in the format
    from html import unescape

    return unescape(raw).split() == prose.split()
