"""Whether changes may stand: nothing else changed, the faults are gone, no new ones came."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.fixing.changes import Shift, edits_of
from copydesk.model.findings import Severity, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.document import Document
    from copydesk.fixing.changes import Change
    from copydesk.fixing.outcome import Examined
    from copydesk.model.findings import Edit
    from copydesk.model.placed import PlacedFinding


def objection(before: Examined, after: Examined, changes: Sequence[Change]) -> str:
    """Why changes may not stand, in a few words; empty if they may.

    Args:
        before: the draft without the changes.
        after: the draft with all of them.
        changes: what was changed, in the coordinates of ``before``.
    """
    edits = edits_of(changes)
    return damage(before, after, edits) or _new_fault(before, after, changes, Shift(edits))


def damage(before: Examined, after: Examined, edits: Sequence[Edit]) -> str:
    """What edits would spoil beside what they change; empty if nothing."""
    if set(after.report.problems) - set(before.report.problems):
        return "the draft could no longer be read in full"
    if not _same_but_for(before.doc, after.doc, edits):
        return "other parts of the draft would read differently"
    return ""


def _same_but_for(before: Document, after: Document, edits: Sequence[Edit]) -> bool:
    """Whether all prose and metadata outside the edits reads as before, blanks aside."""
    old = [edit.span for edit in edits]
    new = [edit.span for edit in Shift(edits).new_places()]
    if _slots(before.parsed.map.outside(old)) != _slots(after.parsed.map.outside(new)):
        return False
    return _fields(before, old) == _fields(after, new)


def _slots(prose: str) -> list[str]:
    """Each slot without its blanks; empty ones left out."""
    return [text for slot in prose.split("\n\n") if (text := "".join(slot.split()))]


def _fields(doc: Document, spans: Sequence[Span]) -> list[tuple[str, str | None]]:
    """The metadata in order; of those values that the spans meet, the key alone."""
    return [
        (key, None if one.source is not None and _meets(one.source, spans) else one.value)
        for key, one in doc.metadata.items()
    ]


def _meets(source: Span, spans: Sequence[Span]) -> bool:
    return any(span.start <= source.end and source.start <= span.end for span in spans)


def _new_fault(
    before: Examined, after: Examined, changes: Sequence[Change], shift: Shift
) -> str:  # fmt: skip
    """A grave finding that was not there before, or one that its own fix left standing."""
    fixed = {id(one.finding) for one in changes}
    waiting = _Findings(
        (finding, shift.span(_span(finding)))
        for finding in before.report.findings
        if id(finding) not in fixed
    )
    places = {(one.finding.rule, shift.span(_span(one.finding))) for one in changes}
    for finding in after.report.findings:
        if waiting.take(finding):
            continue
        if finding.severity >= Severity.FIX:
            return f"it would give a new finding of {finding.rule}"
        if any(rule == finding.rule and _touch(span, _span(finding)) for rule, span in places):
            return "its finding would stay"
    return ""


class _Findings:
    """Findings from before, each to be met again at most once."""

    def __init__(self, findings: Iterable[tuple[PlacedFinding, Span]]) -> None:
        self._by_rule: dict[str, list[tuple[Span, Severity]]] = {}
        for finding, span in findings:
            self._by_rule.setdefault(finding.rule, []).append((span, finding.severity))

    def take(self, finding: PlacedFinding) -> bool:
        """Whether a finding was there before, as grave as it is; it is then used up."""
        span, left = _span(finding), self._by_rule.get(finding.rule, [])
        for index, (other, severity) in enumerate(left):
            if severity >= finding.severity and _touch(span, other):
                del left[index]
                return True
        return False


def _span(finding: PlacedFinding) -> Span:
    return Span(finding.range.start.offset, finding.range.end.offset)


def _touch(one: Span, other: Span) -> bool:
    return one.start <= other.end and other.start <= one.end
