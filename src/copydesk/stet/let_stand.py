"""Let a finding stand, and find the entries to prune; no file is written here."""

from __future__ import annotations

from copydesk.files.find_up import file_in
from copydesk.model.errors import DataError
from copydesk.stet.ledger import Entry, Key, key_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.model.placed import PlacedFinding
    from copydesk.report import FileReport
    from copydesk.rules.ruleset import RuleSet
    from copydesk.stet.ledger import Ledger


def let_stand(ledger: Ledger, finding: PlacedFinding, who: str, when: str, why: str) -> Ledger:
    """The ledger with an entry for a finding.

    If somebody else has already let it stand, ``who`` becomes the second name.

    Raises:
        DataError: no reason was given.
    """
    if not why.strip():
        raise DataError("give a reason: every entry needs one")
    key = key_of(finding, file_in(ledger.folder, finding.path))
    for entry in ledger.entries:
        if entry.key == key and entry.who != who:
            return ledger.with_entry(entry._replace(second=who))
    return ledger.with_entry(Entry(key, who, when, " ".join(why.split())))


def spent(ledger: Ledger, report: FileReport, rules: RuleSet) -> list[Key]:
    """The keys of a file's unused entries: sentence changed, error fixed, or unknown rule.

    Args:
        ledger: the ledger.
        report: the report on the file, with nothing suppressed.
        rules: the rules that ran on it; entries of other rules are kept.
    """
    file = file_in(ledger.folder, report.path)
    there = {key_of(finding, file) for finding in report.findings}
    return [
        entry.key
        for entry in ledger.entries
        if entry.key.file == file
        and entry.key not in there
        and (entry.key.rule in rules.severities or entry.key.rule not in rules.known)
    ]


def about(findings: Iterable[PlacedFinding], rule: str, words: str) -> list[PlacedFinding]:
    """The findings of a rule on those words."""
    wanted = " ".join(words.split())
    return [one for one in findings if one.rule == rule and key_of(one, "").words == wanted]
