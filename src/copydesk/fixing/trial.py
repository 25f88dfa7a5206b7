"""Verifies changes: nothing else changed, their findings are gone, no new ones appeared."""

from __future__ import annotations

from copydesk.fixing.changes import Shift, edits_of
from copydesk.model.findings import Severity, Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.document import Document
    from copydesk.fixing.changes import Change
    from copydesk.fixing.outcome import Examined
    from copydesk.model.findings import Edit
    from copydesk.model.placed import PlacedFinding


def objection(before: Examined, after: Examined, changes: Sequence[Change]) -> str:
    """The reason to reject changes, in a few words; empty if they are acceptable.

    Args:
        before: the draft without the changes.
        after: the draft with all of them.
        changes: the changes, in offsets of ``before``.
    """
    edits = edits_of(changes)
    return damage(before, after, edits) or _new_fault(before, after, changes, Shift(edits))


def damage(before: Examined, after: Examined, edits: Sequence[Edit]) -> str:
    """The damage that edits would do elsewhere in the draft, in a few words; empty if none."""
    if set(after.report.problems) - set(before.report.problems):
        return "the draft could no longer be read in full"
    if not _same_but_for(before.doc, after.doc, edits):
        return "other parts of the draft would read differently"
    return ""


def _same_but_for(before: Document, after: Document, edits: Sequence[Edit]) -> bool:
    """Whether prose and metadata outside the edits are unchanged, apart from white space."""
    old = [edit.span for edit in edits]
    new = [edit.span for edit in Shift(edits).new_places()]
    if _slots(before.parsed.map.outside(old)) != _slots(after.parsed.map.outside(new)):
        return False
    return _fields(before, old) == _fields(after, new)


def _slots(prose: str) -> list[str]:
    """The text of each slot without white space; empty ones are left out."""
    return [text for slot in prose.split("\n\n") if (text := "".join(slot.split()))]


def _fields(doc: Document, spans: Sequence[Span]) -> list[tuple[str, str | None]]:
    """The metadata in order; without the values that the spans touch."""
    return [
        (key, None if one.source is not None and _meets(one.source, spans) else one.value)
        for key, one in doc.metadata.items()
    ]


def _meets(source: Span, spans: Sequence[Span]) -> bool:
    return any(span.start <= source.end and source.start <= span.end for span in spans)


def _new_fault(
    before: Examined, after: Examined, changes: Sequence[Change], shift: Shift
) -> str:  # fmt: skip
    """An objection if there is a new stop or fix finding, or a fixed finding remains."""
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
    """Earlier findings, each of which can be matched at most once."""

    def __init__(self, findings: Iterable[tuple[PlacedFinding, Span]]) -> None:
        self._by_rule: dict[str, list[tuple[Span, Severity]]] = {}
        for finding, span in findings:
            self._by_rule.setdefault(finding.rule, []).append((span, finding.severity))

    def take(self, finding: PlacedFinding) -> bool:
        """Whether an earlier finding of at least the same severity matches; it is then used up."""
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
