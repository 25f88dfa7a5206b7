"""Keeps only findings on changed lines, or with related places there."""

from __future__ import annotations

from copydesk.gate.git import real

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.gate.git import Changes
    from copydesk.model.placed import PlacedFinding, Range
    from copydesk.report import FileReport


def changed_only(reports: Iterable[FileReport], changes: Changes) -> tuple[list[FileReport], int]:
    """Drop findings not on changed lines; return the reports and how many were dropped.

    A finding is kept if its words or one of its related places, even in another
    file, are on a changed line: a name made inconsistent by a change three
    paragraphs later counts. Problems of unchanged files are dropped too.
    """
    files = []
    dropped = 0
    for file in reports:
        kept = file.only(lambda finding: _is_touched(finding, changes))
        dropped += len(file.findings) - len(kept.findings)
        if real(file.path) not in changes.lines:
            kept = kept._replace(problems=())
        files.append(kept)
    return files, dropped


def _is_touched(finding: PlacedFinding, changes: Changes) -> bool:
    if _touches(changes, finding.path, finding.range):
        return True
    return any(_touches(changes, one.path, one.range) for one in finding.related)


def _touches(changes: Changes, path: str, place: Range) -> bool:
    first, last = place.start.line, place.end.line
    if place.end.column == 1 and last > first:
        last -= 1  # it ends with the line break of the line before
    return changes.touch(path, first, last)
