"""The report as JSON, for programs. ``report-1.schema.json`` describes it."""

from __future__ import annotations

import json

from copydesk.formats.inert import in_json
from copydesk.formats.summary import UNSEEN
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Mapping

    from copydesk.hooks.specs import Screen
    from copydesk.model.findings import Problem
    from copydesk.model.gaps import Gap
    from copydesk.model.not_read import NotRead
    from copydesk.model.placed import PlacedFinding, PlacedFix, PlacedRelated, Position, Range
    from copydesk.report import Report, Trust

VERSION = 1
_UNSEEN = compiled(f"[{UNSEEN}]")


class Each:
    """A list in a value, whose items are made one after the other.

    Args:
        items: the items.
    """

    def __init__(self, items: Iterable[object]) -> None:
        self.items = items


def write(report: Report, screen: Screen) -> Iterator[str]:
    r"""The parts of the report as one JSON object.

    The text can always be encoded as UTF-8: a lone surrogate, as in a file name
    that is not UTF-8, is escaped as ``\udc80``. Control and invisible characters
    are escaped too. Two lone surrogates that form a pair read back as one
    character: JSON cannot distinguish the two cases.
    """
    yield from in_parts(_report(report))
    yield "\n"


def in_parts(value: Mapping[str, object] | Each, indent: str = "") -> Iterator[str]:
    """The parts of a value as ``encoded`` writes it with an indent of two spaces.

    Args:
        value: an object, or a list whose items are made one after the other.
        indent: what is before its first line.
    """
    inner = f"{indent}  "
    is_list = isinstance(value, Each)
    items = ((None, one) for one in value.items) if isinstance(value, Each) else value.items()
    lead = "[" if is_list else "{"
    for key, one in items:
        yield f"{lead}\n{inner}" + (f"{encoded(key)}: " if key is not None else "")
        if isinstance(one, Each):
            yield from in_parts(one, inner)
        else:
            yield encoded(one, indent=2).replace("\n", f"\n{inner}")
        lead = ","
    yield (f"\n{indent}" if lead == "," else lead) + ("]" if is_list else "}")


def encoded(value: object, indent: int | None = None) -> str:
    """A value as JSON that can always be encoded as UTF-8, without what is unseen or obeyed."""
    text = json.dumps(value, ensure_ascii=False, check_circular=False, indent=indent)
    return in_json(_UNSEEN.sub(_escaped, text))


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def _report(report: Report) -> dict[str, object]:
    return {
        "version": VERSION,
        "findings": Each(map(finding_value, report.each_finding())),
        "errors": [error_value(problem) for problem in report.all_problems],
        "not_read": [not_read_value(one) for one in report.not_read],
        "gaps": [gap_value(one) for one in report.gaps],
        "files": [{"path": one.path, "words": one.words} for one in report.totals.outlines],
        "trust": _trust(report.trust),
        "facts": _facts(report),
        "summary": summary_value(report),
    }


def _facts(report: Report) -> dict[str, object]:
    """The pack of facts that judged, and how many files are later than its facts."""
    pack = report.facts_pack
    told = {"pack": pack.name, "version": pack.version, "as_of": pack.as_of}
    return {**told, "later_files": report.totals.beyond}


def summary_value(report: Report) -> dict[str, int]:
    """The counts of a report."""
    totals = report.totals
    return {
        "files": len(report.files),
        "findings": totals.findings,
        **totals.by_severity,
        "held": totals.held,
        "old": report.old,
        "untouched": report.untouched,
        "errors": len(report.all_problems),
        "not_read": len(report.not_read),
        "gaps": len(report.gaps),
        "words": totals.words,
        "safe_fixes": totals.safe,
        "rules": report.rules,
    }


def finding_value(finding: PlacedFinding) -> dict[str, object]:
    """A finding, as the schema describes it."""
    return {
        "path": finding.path,
        "rule": finding.rule,
        "severity": str(finding.severity),
        "message": finding.message,
        "evidence": finding.evidence,
        **_ends(finding.range),
        "text": finding.range.text,
        "related": [_related(related) for related in finding.related],
        "fixes": [_fix(fix) for fix in finding.fixes],
    }


def _related(related: PlacedRelated) -> dict[str, object]:
    return {
        "path": related.path,
        **_ends(related.range),
        "text": related.range.text,
        "message": related.message,
    }


def _fix(fix: PlacedFix) -> dict[str, object]:
    edits = [{**_ends(edit.range), "text": edit.text} for edit in fix.edits]
    return {"title": fix.title, "safety": fix.safety, "edits": edits}


def error_value(problem: Problem) -> dict[str, object]:
    """A problem, as the schema describes it."""
    return {"path": problem.path, "rule": problem.rule, "message": problem.message}


def not_read_value(file: NotRead) -> dict[str, object]:
    """A file that was passed over, as the schema describes it."""
    return {"path": file.path, "kind": file.kind, "message": file.message}


def gap_value(gap: Gap) -> dict[str, object]:
    """Something that was not checked, as the schema describes it."""
    return {"path": gap.path, "kind": gap.kind, "line": gap.line or None, "message": gap.message}


def _trust(found: Trust | None) -> dict[str, object] | None:
    """What came from the base of the change, and what the change itself brings."""
    if found is None:
        return None
    overrides = [one._asdict() for one in found.overrides]
    return {"base": found.base, "changed": list(found.changed), "overrides": overrides}


def _ends(place: Range) -> dict[str, object]:
    return {"start": _position(place.start), "end": _position(place.end)}


def _position(position: Position) -> dict[str, int]:
    return {"offset": position.offset, "line": position.line, "column": position.column}
