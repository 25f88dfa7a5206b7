"""The report as JUnit XML: a suite for each file, a test case for each finding.

There is no standard; the elements used are those that Jenkins and GitLab read.
"""

from __future__ import annotations

from copydesk.formats.advice import sentences
from copydesk.formats.summary import quoted
from copydesk.formats.xml_text import HEAD, escaped, tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.hooks.specs import Screen
    from copydesk.model.findings import Problem, Severity
    from copydesk.model.placed import PlacedFinding
    from copydesk.report import Report


def write(report: Report, screen: Screen) -> Iterator[str]:
    """Yield the lines.

    Findings that fail the check are failed tests; others are passed tests, with output.
    A file without findings is one passed test.
    """
    yield HEAD
    yield from (f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    failures = sum(_fails(finding, report.level) for finding in report.each_finding())
    cases = sum(len(_cases(file.findings, file.problems)) for file in report.files)
    yield tag(
        "testsuites", name="copydesk", tests=cases + len(report.problems), failures=failures,
        errors=len(report.all_problems),
    )  # fmt: skip
    if report.problems:
        yield from _suite("copydesk", (), report.problems, report.level)
    for file in report.files:
        yield from _suite(file.path, file.findings, file.problems, report.level)
    yield "</testsuites>"


def _cases(
    findings: Iterable[PlacedFinding], problems: Iterable[Problem]
) -> list[PlacedFinding | Problem | None]:
    return [*problems, *findings] or [None]


def _suite(
    path: str,
    findings: tuple[PlacedFinding, ...],
    problems: tuple[Problem, ...],
    level: Severity | None,
) -> Iterator[str]:
    failures = sum(_fails(finding, level) for finding in findings)
    cases = len(_cases(findings, problems))
    yield f"  {tag('testsuite', name=path, tests=cases, failures=failures, errors=len(problems))}"
    if not findings and not problems:
        yield f"    {tag('testcase', name='no findings', classname=path)}</testcase>"
    for problem in problems:
        yield from _problem(path, problem)
    for finding in findings:
        yield from _case(finding, _fails(finding, level))
    yield "  </testsuite>"


def _problem(path: str, problem: Problem) -> Iterator[str]:
    yield f"    {tag('testcase', name=problem.rule or 'copydesk', classname=path)}"
    yield f"      {tag('error', message=problem.message, type='error')}</error>"
    yield "    </testcase>"


def _case(finding: PlacedFinding, fails: bool) -> Iterator[str]:
    start = finding.range.start
    name = f"{finding.rule} (line {start.line}, column {start.column})"
    path = finding.path
    yield f"    {tag('testcase', name=name, classname=path, file=path, line=start.line)}"
    told = "\n".join(map(escaped, (quoted(finding.range.text), *sentences(finding))))
    if fails:
        head = tag("failure", message=finding.message, type=str(finding.severity))
        yield f"      {head}{told}</failure>"
    else:
        yield f"      <system-out>{finding.severity}: {told}</system-out>"
    yield "    </testcase>"


def _fails(finding: PlacedFinding, level: Severity | None) -> bool:
    return level is not None and finding.severity >= level
