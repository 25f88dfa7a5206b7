"""The report as JSON Lines: one finding per line, for pipes and logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.formats.json_format import (
    encoded,
    error_value,
    finding_value,
    gap_value,
    not_read_value,
    summary_value,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.hooks.specs import Screen
    from copydesk.report import Report


def write(report: Report, screen: Screen) -> str:
    """Findings, errors, what was not checked, then the summary: objects with a ``type``.

    Apart from ``type``, the objects are those of ``report-1.schema.json``. The summary
    is always the last line: without it the output is incomplete.
    """
    return "".join(f"{encoded(value)}\n" for value in _values(report))


def _values(report: Report) -> Iterator[dict[str, object]]:
    for finding in report.findings:
        yield {"type": "finding", **finding_value(finding)}
    for problem in report.all_problems:
        yield {"type": "error", **error_value(problem)}
    for one in report.not_read:
        yield {"type": "not_read", **not_read_value(one)}
    for gap in report.gaps:
        yield {"type": "gap", **gap_value(gap)}
    yield {"type": "summary", **summary_value(report)}
