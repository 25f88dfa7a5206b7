"""The report as JSON Lines: one finding per line, for pipes and logs."""

from __future__ import annotations

from copydesk.formats.json_format import (
    encoded,
    error_value,
    finding_value,
    gap_value,
    not_read_value,
    summary_value,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.hooks.specs import Screen
    from copydesk.report import FileReport, Report


class _Lines:
    """Findings, errors, what was not checked, then the summary: objects with a ``type``.

    Findings that come from comparing drafts follow those of all drafts. Apart from
    ``type``, the objects are those of ``report-1.schema.json``. The summary is always the
    last line: without it the output is incomplete.
    """

    def __call__(self, report: Report, screen: Screen) -> Iterator[str]:
        """Yield the parts of the whole report."""
        for file in report.files:
            first = tuple(one for one in file.findings if one not in file.late)
            yield self.of_file(file._replace(findings=first))
        yield from self.rest(report)

    def of_file(self, file: FileReport) -> str:
        """The findings of one file."""
        values = ({"type": "finding", **finding_value(finding)} for finding in file.findings)
        return "".join(f"{encoded(value)}\n" for value in values)

    def rest(self, report: Report) -> Iterator[str]:
        """Yield what comes after the findings of the files."""
        return (f"{encoded(value)}\n" for value in _values(report))


write = _Lines()


def _values(report: Report) -> Iterator[dict[str, object]]:
    for finding in (one for file in report.late_files() for one in file.late):
        yield {"type": "finding", **finding_value(finding)}
    for problem in report.all_problems:
        yield {"type": "error", **error_value(problem)}
    for one in report.not_read:
        yield {"type": "not_read", **not_read_value(one)}
    for gap in report.gaps:
        yield {"type": "gap", **gap_value(gap)}
    yield {"type": "summary", **summary_value(report)}
