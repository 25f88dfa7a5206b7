"""Drafts without a date: what rests on today’s date is asked, because it may be an old story."""

from __future__ import annotations

from copydesk.model.findings import Severity

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document import Document
    from copydesk.model.findings import Finding


def asked(doc: Document, finding: Finding) -> Finding:
    """A finding, as a question if it blocks a draft on account of today’s date alone.

    A finding rests on the story’s date if its evidence gives it (``story date {doc.date}``).
    """
    if finding.severity not in (Severity.STOP, Severity.FIX) or not doc.is_undated:
        return finding
    if str(doc.date) not in finding.evidence:
        return finding
    fixes = tuple(fix._replace(safety="suggested") for fix in finding.fixes)
    return finding._replace(severity=Severity.ASK, fixes=fixes)
