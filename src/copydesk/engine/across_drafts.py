"""Compares spellings across the drafts of one run.

A rule collects *sightings* in each draft separately, in any process; once all
drafts are checked, it *compares* them, one thing after the other. So each draft is
read only once, and only the sightings of one thing are held at a time.
"""

from __future__ import annotations

from itertools import groupby

from copydesk.model.errors import describe
from copydesk.model.findings import Problem
from copydesk.model.placed import PlacedEdit, PlacedFinding, PlacedFix, PlacedRelated
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from copydesk.model.sightings import PlacedSighting, Verdict
    from copydesk.report import FileReport
    from copydesk.rules.ruleset import LazyRule, RuleSet

ELSEWHERE = -1  # the number of a draft that is not part of the run


class DraftRules(ValueTuple):
    """The path of a draft, and the rules for it."""

    path: str
    rules: RuleSet


class Noted(ValueTuple):
    """A sighting, kept until all drafts have been checked.

    Attributes:
        sighting: the sighting.
        number: the number of its draft in the run, from 0; ``ELSEWHERE`` outside of it.
        is_told: whether a rule that its rule yields to has a finding on the same words.
    """

    sighting: PlacedSighting
    number: int = ELSEWHERE
    is_told: bool = False

    @property
    def order(self) -> tuple[str, str, str, int]:
        """The key by which sightings are sorted: those of one thing come together."""
        one = self.sighting
        return (one.rule, one.key, one.path, one.range.start.offset)


class Late(ValueTuple):
    """What came of comparing drafts.

    Attributes:
        number: the number of the draft.
        rule: the rule.
        finding: the finding.
        problem: what went wrong instead; the rule's other findings then count for nothing.
    """

    number: int
    rule: str
    finding: PlacedFinding | None = None
    problem: Problem | None = None


def noted(file: FileReport, number: int, rules: RuleSet) -> Iterator[Noted]:
    """The sightings in a draft of the run."""
    yields_to = {one.id: one.yields_to for one in rules.rules}
    for one in file.sightings:
        names = yields_to.get(one.rule, ())
        yield Noted(one, number, bool(names) and _is_told(one, file.findings, names))


def _is_told(
    sighting: PlacedSighting, findings: Iterable[PlacedFinding], names: Iterable[str]
) -> bool:
    """Whether a rule that this one yields to already has a finding on the same words."""
    start, end, _ = sighting.range
    return any(
        finding.rule in names
        and finding.range.start.offset < end.offset
        and start.offset < finding.range.end.offset
        for finding in findings
    )


def late_findings(kept: Iterable[Noted], rules_for: Callable[[str], RuleSet]) -> Iterator[Late]:
    """The findings that come from comparing drafts.

    Args:
        kept: all sightings, in their ``order``.
        rules_for: returns the rules for a draft of the run.
    """
    for name, of_rule in groupby(kept, key=lambda one: one.sighting.rule):
        rule: LazyRule | None = None
        first = None  # of the drafts of the run that have a sighting of this rule
        error: Exception | SystemExit | None = None
        for _, of_thing in groupby(of_rule, key=lambda one: one.sighting.key):
            things = list(of_thing)
            own = next((one for one in things if one.number != ELSEWHERE), None)
            if own is None:
                continue
            first = own if first is None or own.number < first.number else first
            rule = rule or _rule(name, rules_for(own.sighting.path))
            if rule is not None and error is None:
                try:
                    yield from _of_thing(rule, things, rules_for)
                except (Exception, SystemExit) as raised:
                    error = raised
        if error is not None and first is not None:
            problem = Problem(f"the rule crashed: {describe(error)}", first.sighting.path, name)
            yield Late(first.number, name, problem=problem)


def _rule(name: str, rules: RuleSet) -> LazyRule | None:
    return next((rule for rule in rules.rules if rule.id == name), None)


def _of_thing(
    rule: LazyRule, things: list[Noted], rules_for: Callable[[str], RuleSet]
) -> Iterator[Late]:
    """The findings on one thing; the rule is asked only if several drafts have it."""
    if len({one.sighting.path for one in things}) < 2:
        return
    places = {one.sighting: one for one in things}
    numbers = {one.sighting.path: one.number for one in things}
    for verdict in rule.rule.compare([one.sighting for one in things]):
        at = verdict.at
        number = numbers.get(at.path, ELSEWHERE)
        is_told = at in places and places[at].is_told
        if number != ELSEWHERE and not is_told:
            yield Late(number, rule.id, _placed(verdict, rules_for(at.path)))


def compare(files: Sequence[FileReport], judges: Iterable[DraftRules]) -> list[FileReport]:
    """The reports on a few drafts, with the findings from comparing them added.

    Args:
        files: the reports of all drafts, in the order of their paths.
        judges: the rules for each draft.
    """
    sets = {judge.path: judge.rules for judge in judges}
    kept = [one for number, file in enumerate(files)
            for one in noted(file, number, sets[file.path])]  # fmt: skip
    kept.sort(key=lambda one: one.order)
    late = list(late_findings(kept, sets.__getitem__))
    broken = {one.rule for one in late if one.problem}
    late = [one for one in late if one.problem or one.rule not in broken]
    return [with_late(file, [one for one in late if one.number == number])
            for number, file in enumerate(files)]  # fmt: skip


def with_late(file: FileReport, late: Sequence[Late]) -> FileReport:
    """A report, with what came of comparing its draft with others added."""
    found = sorted((one.finding for one in late if one.finding), key=lambda one: one.order)
    problems = tuple(one.problem for one in late if one.problem)
    file = file._replace(problems=file.problems + problems, late=tuple(found))
    return file.with_more(found)


def _placed(verdict: Verdict, rules: RuleSet) -> PlacedFinding:
    at = verdict.at
    fixes: tuple[PlacedFix, ...] = ()
    if verdict.use and at.times == 1:
        edit = PlacedEdit(at.range, verdict.use)
        fixes = (PlacedFix(f"Write “{verdict.use}”", "suggested", (edit,)),)
    return PlacedFinding(
        at.path,
        at.rule,
        rules.forced.get(at.rule, verdict.severity),
        verdict.message,
        verdict.evidence,
        at.range,
        at.context,
        at.marked,
        tuple(PlacedRelated(one.path, one.range, said) for one, said in verdict.related),
        fixes,
    )
