"""Keeps of a report what a change touches: the faulty words, or what bears witness."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.gate.git import real

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.gate.git import Changes
    from copydesk.model.placed import Placed, Range
    from copydesk.report import FileReport


def changed_only(reports: Iterable[FileReport], changes: Changes) -> tuple[list[FileReport], int]:
    """The reports without the findings that a change does not touch, and how many those are.

    A finding stays where its own words stand on a changed line, or a place that
    bears on it does, be it in another file: a name made inconsistent by a change
    three paragraphs on counts. Of files that are not changed, problems are left
    out too.
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


def _is_touched(finding: Placed, changes: Changes) -> bool:
    if _touches(changes, finding.path, finding.range):
        return True
    return any(_touches(changes, one.path, one.range) for one in finding.related)


def _touches(changes: Changes, path: str, place: Range) -> bool:
    first, last = place.start.line, place.end.line
    if place.end.column == 1 and last > first:
        last -= 1  # it ends with the line before
    return changes.touch(path, first, last)
