"""The report with one line per finding, for code editors, search and logs."""

from __future__ import annotations

from copydesk.formats.inert import inert
from copydesk.formats.summary import harmless, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.hooks.specs import Screen
    from copydesk.model.placed import PlacedFinding
    from copydesk.report import Report


def write(report: Report, screen: Screen) -> Iterator[str]:
    """``path:line:column: severity rule message`` for each finding, one per line."""
    return (inert(f"{_line(finding)}\n") for finding in report.each_finding())


def _line(finding: PlacedFinding) -> str:
    start = finding.range.start
    where = f"{harmless(finding.path)}:{start.line}:{start.column}"
    what = f"{finding.severity} {harmless(finding.rule)} {one_line(finding.message)}"
    return f"{where}: {what}"
