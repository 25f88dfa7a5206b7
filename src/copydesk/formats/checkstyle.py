"""The report as Checkstyle's XML, which most CI servers and review tools read."""

from __future__ import annotations

from copydesk.formats.advice import advice
from copydesk.formats.xml_text import HEAD, empty, tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.hooks.specs import Screen
    from copydesk.model.findings import Problem
    from copydesk.model.placed import PlacedFinding
    from copydesk.report import Report

_SEVERITIES = {"stop": "error", "fix": "warning", "style": "info", "ask": "info"}


def write(report: Report, screen: Screen) -> Iterator[str]:
    """Yield the lines: a ``file`` element for each file checked; columns count code points."""
    yield HEAD
    yield from (f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield tag("checkstyle", version="8.0")
    if report.problems:
        yield from _file("copydesk", (), report.problems)
    for file in report.files:
        yield from _file(file.path, file.findings, file.problems)
    yield "</checkstyle>"


def _file(
    path: str, findings: Iterable[PlacedFinding], problems: Iterable[Problem]
) -> Iterator[str]:
    yield f"  {tag('file', name=path)}"
    for problem in problems:
        message = f"Not checked: {problem.message}"
        source = f"copydesk.{problem.rule}" if problem.rule else "copydesk"
        yield f"    {empty('error', line=1, severity='error', message=message, source=source)}"
    for finding in findings:
        yield f"    {_error(finding)}"
    yield "  </file>"


def _error(finding: PlacedFinding) -> str:
    start = finding.range.start
    return empty(
        "error", line=start.line, column=start.column,
        severity=_SEVERITIES[str(finding.severity)], message=advice(finding),
        source=f"copydesk.{finding.rule}",
    )  # fmt: skip
