"""The report as SARIF 2.1.0, for code scanning and code editors.

OASIS, Static Analysis Results Interchange Format 2.1.0 with errata 01.
"""

from __future__ import annotations

import os
from urllib.parse import quote

from copydesk.formats.advice import HOME, advice, rule_page
from copydesk.formats.json_format import encoded
from copydesk.formats.summary import one_line
from copydesk.model import __version__
from copydesk.model.findings import Problem
from copydesk.report.fingerprint import fingerprints

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.hooks.specs import Screen
    from copydesk.model.placed import PlacedFinding, PlacedFix, PlacedRelated, Range
    from copydesk.report import FileReport, Report
    from copydesk.report.story import RuleHelp

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_LEVELS = {"stop": "error", "fix": "warning", "style": "note", "ask": "note"}
_INDENT = " " * 8  # of a result
_FINGERPRINT = "copydeskFinding/v1"


def write(report: Report, screen: Screen) -> Iterator[str]:
    """The parts of a log with one run. Columns count code points, as ``columnKind`` declares.

    ``primaryLocationLineHash`` is left out: GitHub computes it on upload and warns about
    every value that differs.
    """
    rules = _rules(report)
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [_run(report, rules)]}
    before, mark, after = encoded(log, indent=2).rpartition("[]")
    index = {str(rule["id"]): at for at, rule in enumerate(rules)}
    yield before
    lead = "["
    for result in (one for file in report.files for one in _results(file, index)):
        yield f"{lead}\n{_INDENT}" + encoded(result, indent=2).replace("\n", f"\n{_INDENT}")
        lead = ","
    yield f"\n{_INDENT[2:]}]{after}\n" if lead == "," else f"{mark}{after}\n"


def _run(report: Report, rules: list[dict[str, object]]) -> dict[str, object]:
    """The run without its results, which come last."""
    return {
        "tool": {
            "driver": {
                "name": "copydesk",
                "version": __version__,
                "semanticVersion": __version__,
                "informationUri": HOME,
                "rules": rules,
            },
            **_extensions(report),
        },
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "invocations": [_invocation(report)],
        "results": [],
    }


def _extensions(report: Report) -> dict[str, object]:
    """The pack of facts that judged, as a part of the tool that has a version of its own."""
    pack = report.facts_pack
    if not pack.version:
        return {}
    told = {"name": pack.name, "version": pack.version, "properties": {"asOf": pack.as_of}}
    return {"extensions": [told]}


def _rules(report: Report) -> list[dict[str, object]]:
    """The rules with findings, by id, with help if the report includes it."""
    told = {rule.id: rule for rule in report.rulebook}
    return [_rule(told[name]) if name in told else {"id": name} for name in report.totals.rules]


def _rule(rule: RuleHelp) -> dict[str, object]:
    level = _LEVELS[str(rule.severity)]
    page = {"helpUri": rule_page(rule.id)} if rule.own else {}
    return {
        "id": rule.id,
        "name": rule.id,
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.summary},
        "help": {"text": rule.text, "markdown": rule.markdown},
        **page,
        "defaultConfiguration": {"enabled": rule.default, "level": level},
        "properties": {
            "tags": sorted({rule.id.partition("/")[0], str(rule.severity)}),
            "problem.severity": "recommendation" if level == "note" else level,
        },
    }


def _invocation(report: Report) -> dict[str, object]:
    problems = report.all_problems
    passed = [Problem(f"not read: {one.message}", one.path) for one in report.not_read]
    passed += [Problem(one.message, one.path) for one in report.gaps]
    notes = [_notification(one, "error") for one in problems]
    notes += [_notification(one, "note") for one in passed]
    told = {"toolExecutionNotifications": notes} if notes else {}
    return {"executionSuccessful": not problems, **told}


def _notification(problem: Problem, level: str) -> dict[str, object]:
    where = {"locations": [{"physicalLocation": _file(problem.path)}]} if problem.path else {}
    rule = {"associatedRule": {"id": problem.rule}} if problem.rule else {}
    return {"level": level, "message": {"text": one_line(problem.message)}, **where, **rule}


def _results(file: FileReport, index: Mapping[str, int]) -> Iterator[dict[str, object]]:
    for finding, name in zip(file.findings, fingerprints(file.findings), strict=True):
        yield {
            "ruleId": finding.rule,
            "ruleIndex": index[finding.rule],
            "level": _LEVELS[str(finding.severity)],
            "message": {"text": advice(finding)},
            "locations": [{"physicalLocation": _place(finding.path, finding.range)}],
            **_related(finding),
            "partialFingerprints": {_FINGERPRINT: name},
            **_fixes(finding),
            "properties": {"severity": str(finding.severity)},
        }


def _related(finding: PlacedFinding) -> dict[str, object]:
    if not finding.related:
        return {}
    return {"relatedLocations": [_witness(*pair) for pair in enumerate(finding.related, 1)]}


def _witness(number: int, related: PlacedRelated) -> dict[str, object]:
    message = one_line(related.message)
    told = {"message": {"text": message}} if message else {}
    return {"id": number, "physicalLocation": _place(related.path, related.range), **told}


def _fixes(finding: PlacedFinding) -> dict[str, object]:
    return {"fixes": [_fix(finding.path, fix) for fix in finding.fixes]} if finding.fixes else {}


def _fix(path: str, fix: PlacedFix) -> dict[str, object]:
    replacements = [
        {"deletedRegion": _region(edit.range), "insertedContent": {"text": edit.text}}
        for edit in fix.edits
    ]
    return {
        "description": {"text": one_line(fix.title)},
        "artifactChanges": [{**_file(path), "replacements": replacements}],
        "properties": {"safety": fix.safety},
    }


def _place(path: str, place: Range) -> dict[str, object]:
    words = {"snippet": {"text": place.text}} if place.text else {}
    return {**_file(path), "region": {**_region(place), **words}}


def _region(place: Range) -> dict[str, object]:
    """A region; its end column is just after its last character, as in ours."""
    return {
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    }


def _file(path: str) -> dict[str, dict[str, str]]:
    return {"artifactLocation": {"uri": uri(path)}}


def uri(path: str) -> str:
    """A path as a URI reference: relative to the folder of the run, or ``file://``."""
    path = path.replace(os.sep, "/")
    try:
        quoted = quote(os.fsencode(path))
    except UnicodeEncodeError:  # not a name from a file system
        quoted = quote(path, errors="surrogatepass")
    if quoted.startswith("/"):
        return f"file://{quoted}"
    return quoted.removeprefix("./")
