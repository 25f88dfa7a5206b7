"""What becomes of what was found: overrides, places in the source, order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from copydesk import stet
from copydesk.edge import fixes_beside_code, located
from copydesk.engine import Checked
from copydesk.values import Finding, Related, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.engine import Run


_BLANKS = " \t\u00a0"
_LONG = 200  # code points: longer spans are few and looked at one by one


def settled(run: Run) -> Checked:
    """Apply the overrides, map every span to the source, drop what yields, and sort."""
    doc = run.doc
    found = [run.forced(finding) for finding in _told_once(run)]
    in_source = [run.forced(finding) for finding in run.in_source]
    kept = stet.apply(doc, found, in_source, run.sightings, run.rules.known, run.severities)
    placed: dict[Finding, Span | None] = {}
    for finding in kept.findings:
        placed.setdefault(located(finding, doc), finding.span)
    for finding in (*kept.in_source, *kept.own):
        finding = finding._replace(fixes=fixes_beside_code(finding.fixes, doc))
        placed.setdefault(run.forced(finding), None)
    yields = {rule.id: rule.yields_to for rule in run.rules.rules if rule.yields_to}
    if yields:
        placed = _explained(placed, yields, doc.source)
    findings = tuple(sorted(placed, key=lambda finding: finding.order))
    prose = tuple(placed[finding] for finding in findings)
    return Checked(findings, prose, tuple(run.problems), kept.held, sightings=tuple(kept.sightings))


def _told_once(run: Run) -> list[Finding]:
    """What was found, less what a rule's ``check`` says again of words that it has judged."""
    both = {rule.id for rule in run.rules.rules if {"check", "judge"} <= set(rule.parts)}
    if not any(finding.rule in both for finding in run.found):
        return list(run.found)
    kept: list[Finding] = []
    last: dict[str, Span] = {}
    for finding in sorted(run.found, key=lambda one: (one.span.start, -one.span.end, one.order)):
        before = last.get(finding.rule)
        if finding.rule in both:
            if before is not None and finding.span.start < before.end:
                continue
            last[finding.rule] = finding.span
        kept.append(finding)
    return kept


def _explained(
    placed: dict[Finding, Span | None], yields: Mapping[str, tuple[str, ...]], source: str
) -> dict[Finding, Span | None]:
    """Take out each finding that another explains, and relate it to that one."""
    order = sorted(placed, key=lambda finding: finding.order)
    explains: dict[Finding, list[Related]] = {}
    gone = set()
    reasons = {
        names: _Places([other for other in order if _named(other.rule, names)])
        for names in set(yields.values())
    }
    for finding in order:
        names = yields.get(finding.rule)
        if names is None:
            continue
        for other in reasons[names].meeting(_with_blanks(finding.span, source)):
            if not _is_lost(finding, other):
                explains.setdefault(other, []).append(Related(finding.span, finding.message))
                gone.add(finding)
                break
    return {
        finding._replace(related=(*finding.related, *explains.get(finding, ()))): span
        for finding, span in placed.items()
        if finding not in gone
    }


def _is_lost(finding: Finding, other: Finding) -> bool:
    """Whether a finding that fails a check would give way to one that does not."""
    return finding.severity >= Severity.FIX > other.severity


def _named(rule: str, names: tuple[str, ...]) -> bool:
    return rule in names or rule.partition("/")[0] in names


def _with_blanks(span: Span, source: str) -> Span:
    """A span and the blanks on either side of it."""
    start, end = span
    while start > 0 and source[start - 1] in _BLANKS:
        start -= 1
    while end < len(source) and source[end] in _BLANKS:
        end += 1
    return Span(start, end)


class _Places:
    """Findings in their order, found again by where they stand."""

    def __init__(self, findings: list[Finding]) -> None:
        ranked = list(enumerate(findings))
        self._long = [one for one in ranked if one[1].span.end - one[1].span.start > _LONG]
        short = [one for one in ranked if one[1].span.end - one[1].span.start <= _LONG]
        self._short = sorted(short, key=lambda one: (one[1].span.start, one[0]))
        self._starts = [one[1].span.start for one in self._short]

    def meeting(self, span: Span) -> list[Finding]:
        """Those that meet a span or stand next to it, in their order."""
        first = bisect_left(self._starts, span.start - _LONG)
        last = bisect_right(self._starts, span.end)
        near = (*self._long, *self._short[first:last])
        return [
            finding
            for _, finding in sorted(near, key=lambda one: one[0])
            if finding.span.start <= span.end and span.start <= finding.span.end
        ]
