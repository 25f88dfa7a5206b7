"""The report in the Reviewdog Diagnostic Format, with its fixes as suggestions.

https://github.com/reviewdog/reviewdog/tree/master/proto/rdf
"""

from __future__ import annotations

from copydesk.formats.advice import HOME, advice, rule_page
from copydesk.formats.json_format import Each, in_parts
from copydesk.formats.lines import ByteLines
from copydesk.formats.summary import one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.hooks.specs import Screen
    from copydesk.model.findings import Problem
    from copydesk.model.placed import PlacedFinding, PlacedFix
    from copydesk.report import FileReport, Report

_SEVERITIES = {"stop": "ERROR", "fix": "WARNING", "style": "INFO", "ask": "INFO"}
_FARTHEST = 20  # lines; edits farther apart are not merged into one suggestion


def write(report: Report, screen: Screen) -> Iterator[str]:
    """The parts of the result. Columns count bytes in UTF-8; lines end at LF, as in git."""
    source = {"name": "copydesk", "url": HOME}
    yield from in_parts({"source": source, "diagnostics": Each(_rows(report))})
    yield "\n"


def _rows(report: Report) -> Iterator[dict[str, object]]:
    own = {rule.id for rule in report.rulebook if rule.own}
    yield from map(_problem, report.all_problems)
    for file in report.files:
        yield from _file(file, own)


def _file(file: FileReport, own: set[str]) -> Iterator[dict[str, object]]:
    if not file.findings:
        return
    story = file.story
    lines = ByteLines(story.source, story.marked) if story is not None else None
    for finding in file.findings:
        yield _finding(finding, lines, finding.rule in own)


def _finding(finding: PlacedFinding, lines: ByteLines | None, own: bool) -> dict[str, object]:
    page = {"url": rule_page(finding.rule)} if own else {}
    where: dict[str, object] = {"path": finding.path}
    suggestions: list[dict[str, object]] = []
    if lines is not None:
        start, end = finding.range.start.offset, finding.range.end.offset
        where["range"] = lines.range(start, end)
        suggestions = [one for fix in finding.fixes for one in _suggestion(fix, lines)]
    return {
        "message": advice(finding),
        "location": where,
        "severity": _SEVERITIES[str(finding.severity)],
        "code": {"value": finding.rule, **page},
        **({"suggestions": suggestions} if suggestions else {}),
    }


def _suggestion(fix: PlacedFix, lines: ByteLines) -> Iterator[dict[str, object]]:
    """Yield a fix as one suggestion that covers all edits and the text between them."""
    edits = sorted(fix.edits, key=lambda edit: (edit.range.start, edit.range.end))
    if not edits:
        return
    first, last = edits[0].range.start, max(edit.range.end for edit in edits)
    if last.line - first.line > _FARTHEST:
        return
    text, at = "", first.offset
    for edit in edits:
        text += lines.source[at : edit.range.start.offset] + edit.text
        at = edit.range.end.offset
    yield {"range": lines.range(first.offset, last.offset), "text": text}


def _problem(problem: Problem) -> dict[str, object]:
    code = {"code": {"value": problem.rule}} if problem.rule else {}
    return {
        "message": one_line(f"Not checked: {problem.message}"),
        "location": {"path": problem.path or "copydesk"},
        "severity": "ERROR",
        **code,
    }
