"""The findings as Markdown, for the job summary of GitHub Actions."""

from __future__ import annotations

from copydesk.formats.advice import advice
from copydesk.formats.github import split
from copydesk.formats.summary import counted, one_line, sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.hooks.specs import Screen
    from copydesk.model.placed import PlacedFinding
    from copydesk.report import Report

_MOST = 500_000  # bytes; GitHub refuses a step's summary above 1 MiB
_MARKS = str.maketrans({mark: f"\\{mark}" for mark in "\\`*_{}[]()<>#+-.!|~&$:@"})


def write(report: Report, screen: Screen) -> str:
    """The counts, and a table of all findings, the most severe first."""
    text, lines = "", list(_lines(report))
    for number, line in enumerate(lines):
        if len(text.encode("utf-8", "replace")) + 4 * len(line) > _MOST:
            left = counted(len(lines) - number, "more finding")
            return f"{text}\n{left} in the log of the step.\n\n"
        text += f"{line}\n"
    return f"{text}\n"


def _lines(report: Report) -> Iterator[str]:
    yield "## copydesk"
    yield ""
    for sentence in sentences(report):
        yield _escaped(sentence)
    for problem in report.all_problems:
        yield f"- **not checked:** {_escaped(str(problem))}"
    shown, rest = split(report)
    if not shown:
        return
    yield ""
    if rest:
        yield f"GitHub shows only {len(shown)} of these as annotations."
        yield ""
    yield "| severity | where | words | what is wrong and what to do | rule |"
    yield "|---|---|---|---|---|"
    for finding in sorted(report.findings, key=lambda one: -one.severity):
        yield _row(finding)


def _row(finding: PlacedFinding) -> str:
    where = f"{finding.path}:{finding.range.start.line}"
    words = one_line(finding.range.text).strip()
    words = words if len(words) <= 60 else f"{words[:59]}…"
    cells = (str(finding.severity), where, words, advice(finding), finding.rule)
    return f"| {' | '.join(map(_escaped, cells))} |"


def _escaped(text: str) -> str:
    """The text escaped for Markdown, as one cell of a table."""
    return one_line(text).translate(_MARKS)
