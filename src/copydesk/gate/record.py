"""A record of what one version of copydesk finds in an archive, to compare another with."""

from __future__ import annotations

import json

from copydesk.files.json_file import read_json
from copydesk.model import __version__
from copydesk.model.errors import DataError
from copydesk.model.findings import Severity
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import Any

    from copydesk.model.placed import PlacedFinding
    from copydesk.report import FileReport

VERSION = 1  # of the file format
_LONGEST = 60  # code points of the words kept


class Known(ValueTuple):
    """A finding in a record: where it is, as offsets in code points, and what kind it is.

    ``fix`` is the safety of its first fix, empty if it has none.
    """

    rule: str
    severity: str
    start: int
    end: int
    line: int
    words: str
    fix: str


class KnownDraft(ValueTuple):
    """A draft in a record: a digest of its bytes, and its findings in order."""

    digest: str
    findings: tuple[Known, ...] = ()

    @property
    def severities(self) -> Iterator[Severity]:
        """The severities of the findings, in order."""
        return (Severity.named(one.severity) for one in self.findings)


class Record(ValueTuple):
    """What one version of copydesk found.

    Attributes:
        drafts: by path, as the run reported it.
        rules: the versions of the rules that ran, by id.
        settings: a digest of the settings of the run.
        today: the machine's date on that day, ISO, for drafts without a date.
        copydesk: the version.
    """

    drafts: Mapping[str, KnownDraft]
    rules: Mapping[str, int]
    settings: str
    today: str
    copydesk: str = __version__


def known(finding: PlacedFinding) -> Known:
    """A finding as a record has it."""
    start, end, text = finding.range
    words = " ".join(text.split())
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST]}…"
    fix = finding.fixes[0].safety if finding.fixes else ""
    return Known(
        finding.rule, str(finding.severity), start.offset, end.offset, start.line, words, fix
    )


def drafts_of(files: Iterable[FileReport]) -> dict[str, KnownDraft]:
    """The drafts of a run as a record has them."""
    return {
        file.path: KnownDraft(file.digest.hex(), tuple(map(known, file.findings))) for file in files
    }


def as_json(record: Record) -> str:
    """The record as JSON, one draft per line, in a stable order."""
    head = {"version": VERSION, "copydesk": record.copydesk, "today": record.today,
            "settings": record.settings, "rules": dict(sorted(record.rules.items()))}  # fmt: skip
    lines = [
        f"  {json.dumps(path)}: {json.dumps([draft.digest, draft.findings])}"
        for path, draft in sorted(record.drafts.items())
    ]
    body = ",\n".join(lines)
    return f'{json.dumps(head)[:-1]}, "drafts": {{\n{body}\n}}}}\n'


def read_record(path: str) -> Record:
    """Read a record.

    Raises:
        DataError: it cannot be read, is not a record, or has another format version.
    """
    data = read_json(path, _NO_RECORD)
    found = data.get("version") if isinstance(data, dict) else None
    if isinstance(found, int) and "drafts" in data and found != VERSION:
        raise DataError(f"{path}: record version {found}; this copydesk reads version {VERSION}")
    try:
        return _record(data)
    except (KeyError, TypeError, ValueError, AttributeError):
        raise DataError(f"{path}: {_NO_RECORD}") from None


_NO_RECORD = "not a record; make one with copydesk changes --record"


def _record(data: Any) -> Record:
    drafts = {str(path): _draft(*row) for path, row in data["drafts"].items()}
    rules = {str(name): int(version) for name, version in data["rules"].items()}
    texts = [data[key] for key in ("settings", "today", "copydesk")]
    if not all(isinstance(text, str) for text in texts):
        raise TypeError(texts)
    return Record(drafts, rules, *texts)


def _draft(digest: str, rows: list[list[Any]]) -> KnownDraft:
    findings = tuple(Known(*row) for row in rows)
    for one in findings:
        if not all(isinstance(value, int) for value in (one.start, one.end, one.line)):
            raise TypeError(one)
    return KnownDraft(str(digest), findings)
