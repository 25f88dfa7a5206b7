"""Suppress findings that the ledger lets stand; report unused entries."""

from __future__ import annotations

from copydesk.files.find_up import file_in
from copydesk.model.findings import Severity, Span
from copydesk.model.placed import PlacedFinding, Position, Range
from copydesk.model.value_tuple import ValueTuple
from copydesk.stet.inline import UNUSED
from copydesk.stet.ledger import key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from copydesk.report import FileReport
    from copydesk.rules.ruleset import RuleSet
    from copydesk.stet.ledger import Entry, Ledger

_START = Range(Position(0, 1, 1), Position(0, 1, 1), "")


class HoldTerms(ValueTuple):
    """What decides which findings can be let stand.

    Attributes:
        rules: the rules of the draft.
        names: how many names a rule, a group or a severity requires: one or two.
        late: whether this is the second pass, after comparing drafts; unused
            entries have already been reported.
    """

    rules: RuleSet
    names: Mapping[str, str]
    late: bool = False


def hold_back(report: FileReport, ledger: Ledger, terms: HoldTerms) -> FileReport:
    """The report without the findings that a ledger lets stand.

    A finding that still needs a second name is kept; its evidence names the first.
    """
    file = file_in(ledger.folder, report.path)
    entries = {entry.key: entry for entry in ledger.entries if entry.key.file == file}
    if not entries:
        return report
    used: set[Entry] = set()

    def settled(finding: PlacedFinding) -> PlacedFinding | None:
        entry = entries.get(key_of(finding, file))
        if entry is None:
            return finding
        used.add(entry)
        waits = needs_two(finding, terms.names) and not entry.second
        return _waiting(finding, entry) if waits else None

    kept = report.each(settled)
    held = len(report.findings) - len(kept.findings)
    kept = kept._replace(held=report.held + held)
    if terms.late:
        return kept
    unused = _unused(kept, entries.values(), used, terms.rules)
    return kept.with_more(unused)


def needs_two(finding: PlacedFinding, names: Mapping[str, str]) -> bool:
    """Whether two people must agree to let a finding stand."""
    group = finding.rule.partition("/")[0]
    for name in (finding.rule, group, str(finding.severity)):
        if name in names:
            return names[name] == "two"
    return False


def _waiting(finding: PlacedFinding, entry: Entry) -> PlacedFinding:
    said = f"Let stand by {entry.who} on {entry.when} ({entry.why}); a second name is needed."
    if said in finding.evidence:
        return finding
    return finding._replace(evidence=f"{finding.evidence} {said}".strip())


def _unused(
    report: FileReport, entries: Iterable[Entry], used: set[Entry], rules: RuleSet
) -> list[PlacedFinding]:
    """The findings on entries that are certainly unused."""
    if UNUSED not in rules.severities or report.problems:
        return []
    sighted = {one.rule for one in report.sightings}
    found = []
    for entry in entries:
        rule = entry.key.rule
        active = rule in rules.severities and rule not in sighted
        if entry not in used and (active or rule not in rules.known):
            found.append(_lapsed(report, entry, rules))
    return found


def _lapsed(report: FileReport, entry: Entry, rules: RuleSet) -> PlacedFinding:
    """A finding on why an entry is unused: unknown rule, changed sentence, or error fixed."""
    key = entry.key
    said = f"Unused stet entry on “{key.words}”."
    where, why = _START, f"{key.rule} no longer reports these words. Remove the entry."
    if key.rule not in rules.known:
        why = f"Unknown rule {key.rule!r}. Remove the entry."
    for finding in report.findings:
        if finding.rule == key.rule and key_of(finding, key.file).words == key.words:
            where = finding.range
            said = f"The stet entry on “{key.words}” no longer applies: its sentence has changed."
            why = "Check it again, then remove the entry or let it stand again."
            break
    severity = rules.forced.get(UNUSED, Severity.STYLE)
    evidence = f"{entry.who}, {entry.when}: {entry.why}. {why}"
    return PlacedFinding(
        report.path, UNUSED, severity, said, evidence, where, "", Span(0, 0), (), ()
    )
