"""What a rule gives must be findings, each within the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.model.findings import Finding, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator


def validate(finding: Finding, length: int) -> Finding:
    """A finding as a rule gave it, checked.

    Args:
        finding: what the rule gave.
        length: of the text in which its spans count, in code points.

    Raises:
        TypeError, ValueError: it is something else, or a span lies outside; the
            engine reports it as the rule's fault.
    """
    if not isinstance(finding, Finding) or not isinstance(finding.severity, Severity):
        raise TypeError(f"a rule gives findings, not {finding!r:.60}")
    if not isinstance(finding.message, str) or not isinstance(finding.evidence, str):
        raise TypeError("message and evidence are texts")
    for start, end in _spans(finding):
        if not 0 <= start <= end <= length:
            raise ValueError(f"span {(start, end)} is outside the text (0 to {length})")
    return finding


def _spans(finding: Finding) -> Iterator[tuple[int, int]]:
    """Every span that a finding speaks of."""
    yield finding.span
    for related in finding.related:
        yield related.span
    for fix in finding.fixes:
        for edit in fix.edits:
            yield edit.span
