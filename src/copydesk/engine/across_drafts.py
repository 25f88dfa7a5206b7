"""Compares spellings across the drafts of one run.

A rule collects *sightings* in each draft separately, in any process; once all
drafts are checked, it *compares* them. So each draft is read only once, and only
the sightings need comparing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.model.errors import describe
from copydesk.model.findings import Problem
from copydesk.model.placed import PlacedEdit, PlacedFinding, PlacedFix, PlacedRelated
from copydesk.model.value_tuple import ValueTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from copydesk.model.sightings import PlacedSighting, Verdict
    from copydesk.report import FileReport
    from copydesk.rules.ruleset import LazyRule, RuleSet


class DraftRules(ValueTuple):
    """The path of a draft, and the rules for it."""

    path: str
    rules: RuleSet


def compare(
    files: Sequence[FileReport],
    judges: Iterable[DraftRules],
    elsewhere: Sequence[PlacedSighting] = (),
) -> list[FileReport]:
    """The reports, with findings from comparing the drafts added.

    Args:
        files: the reports of all drafts, in the order of their paths.
        judges: the rules for each draft that has sightings.
        elsewhere: sightings in drafts that are not part of this run.
    """
    by_rule: dict[str, list[PlacedSighting]] = {}
    for sighting in (*(one for file in files for one in file.sightings), *elsewhere):
        by_rule.setdefault(sighting.rule, []).append(sighting)
    sets = {judge.path: judge.rules for judge in judges}
    found: dict[str, list[PlacedFinding]] = {}
    problems: list[Problem] = []
    reports = {file.path: file for file in files}
    for name, sightings in sorted(by_rule.items()):
        sightings.sort(key=lambda one: (one.path, one.range.start.offset, one.key))
        for verdict in _verdicts(name, sightings, sets, problems):
            rules = sets.get(verdict.at.path)
            if rules is not None and not _is_told(verdict, reports, rules):
                placed = _placed(verdict, rules)
                found.setdefault(placed.path, []).append(placed)
    return [_with(file, found.get(file.path, []), problems) for file in files]


def _is_told(verdict: Verdict, reports: dict[str, FileReport], rules: RuleSet) -> bool:
    """Whether a rule that this one yields to already has a finding on the same words."""
    names = next(one.yields_to for one in rules.rules if one.id == verdict.at.rule)
    start, end, _ = verdict.at.range
    return any(
        finding.rule in names
        and finding.range.start.offset < end.offset
        and start.offset < finding.range.end.offset
        for finding in reports[verdict.at.path].findings
    )


def _verdicts(
    name: str,
    sightings: list[PlacedSighting],
    sets: dict[str, RuleSet],
    problems: list[Problem],
) -> list[Verdict]:
    rule = _rule(name, sets)
    if rule is None or len({one.path for one in sightings}) < 2:
        return []
    try:
        return list(rule.rule.compare(sightings))
    except (Exception, SystemExit) as error:
        at = next(one.path for one in sightings if one.path in sets)
        problems.append(Problem(f"the rule crashed: {describe(error)}", at, name))
        return []


def _rule(name: str, sets: dict[str, RuleSet]) -> LazyRule | None:
    for _, rules in sorted(sets.items()):
        for rule in rules.rules:
            if rule.id == name:
                return rule
    return None


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


def _with(file: FileReport, found: list[PlacedFinding], problems: list[Problem]) -> FileReport:
    late = tuple(problem for problem in problems if problem.path == file.path)
    if not found and not late:
        return file
    return file._replace(problems=file.problems + late).with_more(found)
