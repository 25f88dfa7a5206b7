"""From raw findings to results: duplicates, overrides, mapping to the source, yields, order."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from copydesk.engine.place import Lines
from copydesk.engine.safety import ReadBack
from copydesk.engine.to_source import fixes_beside_code, map_finding
from copydesk.model.findings import Finding, Related, Severity, Span
from copydesk.report import Checked
from copydesk.stet import inline

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Mapping, Sequence

    from copydesk.document import Document
    from copydesk.model.sightings import Sighting
    from copydesk.rules.ruleset import LazyRule, RuleSet

    Placed = dict[Finding, Span | None]  # in the source; with the span in the prose, if any

_BLANKS = " \t\u00a0"
_LONG = 200  # code points; longer spans are rare and searched one by one


def resolve(
    doc: Document,
    found: tuple[Sequence[Finding], Sequence[Finding], Sequence[Sighting]],
    rules: RuleSet,
    active: Container[str],
    waits: Callable[[int], bool] | None = None,
) -> Checked:
    """Drop duplicates, apply overrides, map spans to the source, drop what yields, and sort.

    Args:
        doc: the document.
        found: findings in the text, findings in the source, and sightings.
        rules: the rules of the run.
        active: the ids of the rules that ran on this document.
        waits: whether an override on a line of the source does not hold yet.
    """
    in_text, in_source, sightings = found
    findings = force(drop_repeats(in_text, rules.rules), rules.forced)
    in_source = force(in_source, rules.forced)
    kept = inline.apply(
        doc, findings, in_source, sightings, rules.known, active, _waiting(doc, waits)
    )
    placed = to_source(kept.findings, doc)
    for finding in force(beside_code((*kept.in_source, *kept.own), doc), rules.forced):
        placed.setdefault(finding, None)
    placed = one_each(apply_yields(placed, rules.rules, doc.source))
    ordered = tuple(sorted(placed, key=lambda finding: finding.order))
    prose = tuple(placed[finding] for finding in ordered)
    return Checked(
        ordered, prose, held=kept.held, sightings=tuple(kept.sightings),
        overrides=tuple(kept.used), endless=tuple(kept.endless),
    )  # fmt: skip


def _waiting(
    doc: Document, waits: Callable[[int], bool] | None
) -> Callable[[Span], bool] | None:  # fmt: skip
    """Whether the override at a place in the source does not hold yet; None if all hold."""
    if waits is None or not doc.comments:
        return None
    lines = Lines(doc.source)
    return lambda span: waits(lines.position(span.start).line)


def drop_repeats(findings: Sequence[Finding], rules: Iterable[LazyRule]) -> list[Finding]:
    """The findings, without overlapping ones of a rule that has both ``check`` and ``judge``."""
    both = _with_both(tuple(rules))
    if not any(finding.rule in both for finding in findings):
        return list(findings)
    kept: list[Finding] = []
    last: dict[str, Span] = {}
    for finding in sorted(findings, key=lambda one: (one.span.start, -one.span.end, one.order)):
        before = last.get(finding.rule)
        if finding.rule in both:
            if before is not None and finding.span.start < before.end:
                continue
            last[finding.rule] = finding.span
        kept.append(finding)
    return kept


@lru_cache(maxsize=8)
def _with_both(rules: tuple[LazyRule, ...]) -> frozenset[str]:
    """The ids of the rules that have both ``check`` and ``judge``."""
    return frozenset(rule.id for rule in rules if {"check", "judge"} <= set(rule.parts))


def force(findings: Iterable[Finding], forced: Mapping[str, Severity]) -> list[Finding]:
    """The findings, with the severities set in the config."""
    return [
        finding if (severity := forced.get(finding.rule)) is None
        else finding._replace(severity=severity)
        for finding in findings
    ]  # fmt: skip


def to_source(findings: Iterable[Finding], doc: Document) -> Placed:
    """The findings, mapped to the source; of any that are equal there, only the first."""
    placed: Placed = {}
    budget = ReadBack()
    for finding in findings:
        placed.setdefault(map_finding(finding, doc, budget), finding.span)
    return placed


def beside_code(findings: Iterable[Finding], doc: Document) -> list[Finding]:
    """The findings (in the source), without fixes that would touch a template tag."""
    return [finding._replace(fixes=fixes_beside_code(finding.fixes, doc)) for finding in findings]


def apply_yields(placed: Placed, rules: Iterable[LazyRule], source: str) -> Placed:
    """The findings, with each that yields to another turned into a related place of that one."""
    yields = _yielding(tuple(rules))
    if not any(finding.rule in yields for finding in placed):
        return placed
    return _explained(placed, yields, source)


@lru_cache(maxsize=8)
def _yielding(rules: tuple[LazyRule, ...]) -> Mapping[str, tuple[str, ...]]:
    """The rules that yield to others, by id, with those others."""
    return {rule.id: rule.yields_to for rule in rules if rule.yields_to}


def one_each(placed: Placed) -> Placed:
    """The findings, with one of those that rewrite the same words: the gravest, then the first.

    The others become related places of that one.
    """
    first: dict[Span, Finding] = {}
    others: dict[Finding, list[Finding]] = {}
    for finding in placed:
        if not _rewrites(finding):
            continue
        other = first.setdefault(finding.span, finding)
        if other is not finding:
            grave, less = (
                (other, finding) if other.severity >= finding.severity else (finding, other)
            )
            first[finding.span] = grave
            others.setdefault(grave, []).extend((less, *others.pop(less, ())))
    if not others:
        return placed
    gone = {less for found in others.values() for less in found}
    return {
        _with_related(finding, others.get(finding, ())): span
        for finding, span in placed.items()
        if finding not in gone
    }


def _rewrites(finding: Finding) -> bool:
    """Whether a finding proposes other words for just the words that it marks."""
    if not finding.fixes:
        return False
    (edit, *more) = finding.fixes[0].edits
    return not more and edit.span == finding.span and bool(edit.text)


def _with_related(finding: Finding, others: Iterable[Finding]) -> Finding:
    told = tuple(Related(other.span, other.message) for other in others)
    return finding._replace(related=(*finding.related, *told)) if told else finding


def _explained(placed: Placed, yields: Mapping[str, tuple[str, ...]], source: str) -> Placed:
    """Drop each finding that another one explains, and add it there as a related place."""
    order = sorted(placed, key=lambda finding: finding.order)
    explains: dict[Finding, list[Related]] = {}
    gone = set()
    reasons = {
        names: _Places([other for other in order if _named(other.rule, names)])
        for names in {yields[one.rule] for one in order if one.rule in yields}
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
    """Whether a finding that fails a check would yield to one that does not."""
    return finding.severity >= Severity.FIX > other.severity


def _named(rule: str, names: tuple[str, ...]) -> bool:
    return rule in names or rule.partition("/")[0] in names


def _with_blanks(span: Span, source: str) -> Span:
    """A span, widened by the spaces on either side."""
    start, end = span
    while start > 0 and source[start - 1] in _BLANKS:
        start -= 1
    while end < len(source) and source[end] in _BLANKS:
        end += 1
    return Span(start, end)


class _Places:
    """Findings in order, indexed by position."""

    def __init__(self, findings: list[Finding]) -> None:
        ranked = list(enumerate(findings))
        self._long = [one for one in ranked if one[1].span.end - one[1].span.start > _LONG]
        short = [one for one in ranked if one[1].span.end - one[1].span.start <= _LONG]
        self._short = sorted(short, key=lambda one: (one[1].span.start, one[0]))
        self._starts = [one[1].span.start for one in self._short]

    def meeting(self, span: Span) -> list[Finding]:
        """The findings that overlap or touch a span, in order."""
        first = bisect_left(self._starts, span.start - _LONG)
        last = bisect_right(self._starts, span.end)
        near = (*self._long, *self._short[first:last])
        return [
            finding
            for _, finding in sorted(near, key=lambda one: one[0])
            if finding.span.start <= span.end and span.start <= finding.span.end
        ]
