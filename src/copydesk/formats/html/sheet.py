"""The proof sheet: one page for a run, with the findings in the margin of each story."""

from __future__ import annotations

from copydesk.formats.html.page import escaped, page_parts
from copydesk.formats.html.plot import bars
from copydesk.formats.html.story import story
from copydesk.formats.summary import counted, harmless, one_line, sentences

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.hooks.specs import Screen
    from copydesk.report import Report
    from copydesk.report.totals import Outline

_SEVERITIES = {
    "stop": "a correction",
    "fix": "a refile",
    "style": "house style",
    "ask": "a question",
}


def write(report: Report, screen: Screen) -> Iterator[str]:
    """The parts of the page, self-contained. Findings are numbered consecutively across stories."""
    files, findings = counted(len(report.files), "file"), counted(report.totals.findings, "finding")
    return page_parts(f"Proof sheet: {files}, {findings}", _body(report))


def _body(report: Report) -> Iterator[str]:
    yield '<a class="skip" href="#stories">Skip to the stories</a>'
    yield "<header><h1>Proof sheet</h1>"
    yield f"<p>{' '.join(escaped(sentence) for sentence in sentences(report))}</p>"
    if report.facts_pack.version:
        told = f"Facts: {report.facts_pack}, as of {report.facts_pack.as_of}."
        yield f'<p class="soft">{escaped(told)}</p>'
    yield "</header>"
    yield "<main>"
    if report.problems:
        yield '<section class="panel problems" aria-label="Not checked"><h2>Not checked</h2>'
        yield "".join(f"<p>{escaped(one_line(str(one)))}</p>" for one in report.problems)
        yield "</section>"
    if report.totals.findings:
        yield _summary(report)
        yield _filters(report)
    if len(report.files) > 1:
        yield _contents(report)
    yield '<div id="stories">'
    own = {rule.id for rule in report.rulebook if rule.own}
    first = 1
    for index, file in enumerate(report.files, 1):
        yield story(file, index, first, own)
        first += len(file.findings)
    yield "</div></main>"


def _rules(report: Report) -> list[tuple[str, int, str]]:
    """Rules by number of findings, with their highest severity."""
    rows = sorted(report.totals.rules.items(), key=lambda item: (-item[1][0], item[0]))
    return [(rule, number, str(severity)) for rule, (number, severity) in rows]


def _summary(report: Report) -> str:
    counts = report.counts()
    rows = [(f"{name}: {_SEVERITIES[name]}", counts[name], name) for name in counts]
    return (
        '<section class="panel" aria-labelledby="summary-h"><h2 id="summary-h">Summary</h2>'
        f'<div class="plots">{bars("Findings by severity", rows)}'
        f"{bars('Findings by rule', _rules(report))}</div></section>"
    )


def _filters(report: Report) -> str:
    """The filter form, hidden unless scripts run."""
    counts = report.counts()
    severities = "".join(_box("severity", name, n) for name, n in counts.items() if n)
    rules = "".join(_box("rule", rule, number) for rule, number, _ in _rules(report))
    return (
        '<form class="filters panel" aria-label="Filters" hidden><fieldset>'
        f"<legend>Severity</legend>{severities}</fieldset>"
        "<details><summary>Rules</summary><fieldset><legend>Rules with findings</legend>"
        '<button type="button" data-all="yes">All</button>'
        '<button type="button" data-all="no">None</button>'
        f'<div class="rules">{rules}</div></fieldset></details>'
        '<label><input type="checkbox" name="only" value="1"> Only stories with findings</label>'
        '<p id="shown" role="status" class="soft"></p></form>'
    )


def _box(name: str, value: str, number: int) -> str:
    said = escaped(value)
    return (
        f'<label><input type="checkbox" name="{name}" value="{said}" checked> '
        f'<span>{said} <span class="soft">({number:,})</span></span></label>'
    )


def _contents(report: Report) -> str:
    entries = "".join(_entry(*pair) for pair in enumerate(report.totals.outlines, 1))
    return (
        '<nav class="contents panel" aria-labelledby="contents-h">'
        f'<h2 id="contents-h">Stories</h2><ol>{entries}</ol></nav>'
    )


def _entry(index: int, file: Outline) -> str:
    number = counted(file.findings, "finding") if file.is_checked else "not checked"
    path = escaped(harmless(file.path))
    return f'<li><a href="#f{index}">{path}</a> <span class="soft">({number})</span></li>'
