"""What another version of copydesk finds in the same archive: new, gone and changed findings."""

from __future__ import annotations

from copydesk.gate.record import Known, known
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from copydesk.gate.record import Record
    from copydesk.model.findings import Severity
    from copydesk.report import FileReport

KINDS = ("new", "gone", "changed")


class Change(ValueTuple):
    """A finding that is new, gone or changed; ``message`` is today's, empty if it is gone."""

    path: str
    rule: str
    before: Known | None
    now: Known | None
    message: str = ""

    @property
    def kind(self) -> str:
        """``new``, ``gone`` or ``changed``."""
        return "new" if self.before is None else "gone" if self.now is None else "changed"

    @property
    def place(self) -> Known:
        """The finding today or, if it is gone, as it was."""
        found = self.now or self.before
        assert found is not None
        return found


class Comparison(ValueTuple):
    """A record compared with a run.

    Attributes:
        changes: in the order of the drafts and of the text.
        compared: how many drafts are the same in both.
        altered: drafts whose text differs from the record's, so they are not compared.
        added: drafts that the record does not have.
        missing: drafts of the record that were not in the run.
        would_fail: drafts that passed and would now fail the check.
        would_pass: drafts that failed and would now pass.
    """

    changes: tuple[Change, ...]
    compared: int
    altered: tuple[str, ...]
    added: tuple[str, ...]
    missing: tuple[str, ...]
    would_fail: tuple[str, ...]
    would_pass: tuple[str, ...]

    def counts(self) -> dict[str, dict[str, int]]:
        """By rule: how many findings are new, gone and changed."""
        found: dict[str, dict[str, int]] = {}
        for one in self.changes:
            row = found.setdefault(one.rule, dict.fromkeys(KINDS, 0))
            row[one.kind] += 1
        return dict(sorted(found.items()))


def compare(record: Record, files: Mapping[str, FileReport], level: Severity | None) -> Comparison:
    """Compare a record with a run over the same drafts.

    Args:
        record: what an earlier version found.
        files: what this version finds, by path.
        level: the lowest severity that fails the check; None if none does.
    """
    shared = [path for path in sorted(files) if path in record.drafts]
    same = [path for path in shared if files[path].digest.hex() == record.drafts[path].digest]
    failed = {path: _fails(record.drafts[path].severities, level) for path in same}
    fails = {path: _fails((one.severity for one in files[path].findings), level) for path in same}
    return Comparison(
        tuple(one for path in same for one in _changes(record.drafts[path].findings, files[path])),
        len(same),
        tuple(path for path in shared if path not in failed),
        tuple(sorted(set(files) - set(record.drafts))),
        tuple(sorted(set(record.drafts) - set(files))),
        tuple(path for path in same if fails[path] and not failed[path]),
        tuple(path for path in same if failed[path] and not fails[path]),
    )


def _fails(severities: Iterable[Severity], level: Severity | None) -> bool:
    return level is not None and any(one >= level for one in severities)


def _changes(before: tuple[Known, ...], file: FileReport) -> list[Change]:
    """Match findings of the same rule: first at the same place, then where they overlap."""
    left: dict[tuple[str, int, int], list[Known]] = {}
    for one in reversed(before):
        left.setdefault(_key(one), []).append(one)
    found: list[Change] = []
    new: list[tuple[Known, str]] = []
    for finding in file.findings:
        now = known(finding)
        same = left.get(_key(now))
        if not same:
            new.append((now, finding.message))
        elif (same[-1].severity, same[-1].fix) != (now.severity, now.fix):
            found.append(Change(file.path, now.rule, same.pop(), now, finding.message))
        else:
            same.pop()
    gone = [one for rest in left.values() for one in rest]
    found += _paired(file.path, sorted(gone, key=_key), sorted(new))
    return sorted(found, key=lambda change: (change.place.start, change.place.end, change.rule))


def _paired(path: str, gone: list[Known], new: list[tuple[Known, str]]) -> Iterator[Change]:
    """Pair findings that overlap, walking through both lists at once."""
    at = 0
    for now, message in new:
        while at < len(gone) and (gone[at].rule, gone[at].end) <= (now.rule, now.start):
            yield Change(path, gone[at].rule, gone[at], None)
            at += 1
        if at < len(gone) and gone[at].rule == now.rule and gone[at].start < now.end:
            yield Change(path, now.rule, gone[at], now, message)
            at += 1
        else:
            yield Change(path, now.rule, None, now, message)
    yield from (Change(path, one.rule, one, None) for one in gone[at:])


def _key(one: Known) -> tuple[str, int, int]:
    return one.rule, one.start, one.end
