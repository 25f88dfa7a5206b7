"""The report for GitLab's Code Quality widget: a JSON array of findings.

https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format
"""

from __future__ import annotations

from hashlib import sha256

from copydesk.formats.advice import advice
from copydesk.formats.json_format import Each, in_parts
from copydesk.formats.summary import one_line
from copydesk.report.fingerprint import fingerprints

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.hooks.specs import Screen
    from copydesk.model.findings import Problem
    from copydesk.model.placed import PlacedFinding
    from copydesk.report import Report

_SEVERITIES = {"stop": "critical", "fix": "major", "style": "minor", "ask": "info"}


def write(report: Report, screen: Screen) -> Iterator[str]:
    """The parts of the array; a file that could not be checked is included as a blocker."""
    yield from in_parts(Each(_rows(report)))
    yield "\n"


def _rows(report: Report) -> Iterator[dict[str, object]]:
    yield from map(_problem, report.all_problems)
    for file in report.files:
        yield from map(_finding, file.findings, fingerprints(file.findings))


def _finding(finding: PlacedFinding, name: str) -> dict[str, object]:
    start, end = finding.range.start, finding.range.end
    last = max(start.line, end.line - (end.column == 1))  # line of the last character
    return {
        "description": advice(finding),
        "check_name": finding.rule,
        "fingerprint": _digest(finding.path, name),
        "severity": _SEVERITIES[str(finding.severity)],
        "location": {"path": _path(finding.path), "lines": {"begin": start.line, "end": last}},
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "description": one_line(f"Not checked: {problem.message}"),
        "check_name": problem.rule or "copydesk",
        "fingerprint": _digest(problem.path, problem.rule, problem.message),
        "severity": "blocker",
        "location": {"path": _path(problem.path) or "copydesk", "lines": {"begin": 1}},
    }


def _digest(*parts: str) -> str:
    """A fingerprint unique in the report: GitLab drops repeated ones."""
    return sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _path(path: str) -> str:
    """The path without ``./``, with which GitLab does not find the file."""
    return path.removeprefix("./")
