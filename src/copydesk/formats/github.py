"""The report as GitHub Actions annotations.

GitHub shows ten errors, ten warnings and ten notices of each step and silently
drops the rest. So only that many findings are annotated; the others go to the log.
The job summary lists all of them.
https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands
"""

from __future__ import annotations

from copydesk.formats.advice import advice
from copydesk.formats.inert import inert
from copydesk.formats.summary import counted, harmless, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.hooks.specs import Screen
    from copydesk.model.findings import Problem
    from copydesk.model.placed import PlacedFinding
    from copydesk.report import Report

MOST = 10  # annotations of each level that GitHub shows per step
_LEVELS = {"stop": "error", "fix": "warning", "style": "notice", "ask": "notice"}
_DATA = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_PROPERTY = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A", ":": "%3A", ",": "%2C"})


def write(report: Report, screen: Screen) -> str:
    """Annotations up to the cap, then the other findings as a log group."""
    shown, rest = split(report)
    lines = [_problem(problem) for problem in report.all_problems[:MOST]]
    lines += map(_annotation, shown)
    if rest:
        lines += ["::group::" + f"copydesk: {counted(len(rest), 'more finding')}".translate(_DATA)]
        lines += map(_logged, rest)
        lines += ["::endgroup::"]
    return "".join(f"{_without_other_commands(line)}\n" for line in lines)


def split(report: Report) -> tuple[list[PlacedFinding], list[PlacedFinding]]:
    """The findings that GitHub will show, and those that it would drop.

    Problems count first, since they are shown as errors too.
    """
    counts = {"error": len(report.all_problems)}
    shown: list[PlacedFinding] = []
    rest: list[PlacedFinding] = []
    for finding in sorted(report.findings, key=lambda one: -one.severity):
        level = _LEVELS[str(finding.severity)]
        counts[level] = counts.get(level, 0) + 1
        (shown if counts[level] <= MOST else rest).append(finding)
    return shown, rest


def _annotation(finding: PlacedFinding) -> str:
    level = _LEVELS[str(finding.severity)]
    title = f"{finding.severity}: {finding.rule}"
    where = ",".join(f"{key}={value}" for key, value in _place(finding))
    return f"::{level} {where},title={_property(title)}::{advice(finding).translate(_DATA)}"


def _place(finding: PlacedFinding) -> Iterator[tuple[str, object]]:
    """Yield the parameters of the place; GitHub takes columns only within a single line."""
    start, end = finding.range.start, finding.range.end
    yield "file", _property(finding.path)
    yield "line", start.line
    yield "endLine", end.line
    if start.line == end.line:
        yield "col", start.column
        yield "endColumn", end.column


def _problem(problem: Problem) -> str:
    where = f" file={_property(problem.path)}" if problem.path else ""
    rule = f"{problem.rule}: " if problem.rule else ""
    return f"::error{where}::{one_line(rule + problem.message).translate(_DATA)}"


def _property(text: str) -> str:
    return one_line(text).translate(_PROPERTY)


def _logged(finding: PlacedFinding) -> str:
    """A line of the log; it begins with a dash, so the runner takes it for no command."""
    start = finding.range.start
    where = f"{harmless(finding.path)}:{start.line}:{start.column}"
    return f"- {where}: {finding.severity} {harmless(finding.rule)} {one_line(finding.message)}"


def _without_other_commands(line: str) -> str:
    """A line that is a command, or begins with a dash, without any other command."""
    return inert(line, is_start=False)
