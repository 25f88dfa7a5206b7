"""``copydesk check --batch``: drafts as JSON lines in, findings as JSON lines out.

Each input line is an object: ``text`` (required), and ``id``, ``format`` (text,
markdown, html), ``path``, ``date``. Each output line is written as soon as its draft
is checked: ``id``, ``findings``, ``errors``. A line that cannot be read is
answered with an error; the lines after it are still read.
"""

from __future__ import annotations

import json
import sys

from copydesk.cli.status import FOUND, FOUND_NOTHING, WENT_WRONG
from copydesk.formats.inert import in_json
from copydesk.formats.json_format import finding_value, gap_value
from copydesk.model.errors import DataError
from copydesk.report import FileReport
from copydesk.run.linter import Linter
from copydesk.run.settings import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from typing import Any

    from copydesk.model.findings import Severity
    from copydesk.run.settings import RunSettings

_KEYS = {"id", "text", "format", "path", "date"}


class BadLine(ValueError):
    """A line that is not a draft; the message says why."""


def batch(
    settings: RunSettings, level: Severity | None, format_in: str = "", allow_empty: bool = False
) -> int:
    """Answer every line of standard input.

    Args:
        settings: the settings of the run.
        level: the lowest severity that makes the exit status 1.
        format_in: the parser for drafts that do not name one.
        allow_empty: whether it is fine if there is no line.

    Raises:
        DataError: standard input or output is closed, or there is no draft.
    """
    if sys.stdin is None or sys.stdout is None:
        raise DataError("--batch needs standard input and standard output; one of them is closed")
    status, some = FOUND_NOTHING, allow_empty
    for answer, report in answers(settings, sys.stdin.buffer, format_in):
        line = in_json(json.dumps(answer, ensure_ascii=True, check_circular=False))
        sys.stdout.write(f"{line}\n")
        sys.stdout.flush()
        some = True
        if answer["errors"]:
            status = WENT_WRONG
        elif level is not None and any(one.severity >= level for one in report.findings):
            status = max(status, FOUND)
    if not some:
        raise DataError("nothing was checked: there is no draft on standard input")
    return status


def answers(
    settings: RunSettings, lines: Iterable[bytes], format_in: str = ""
) -> Iterator[tuple[dict[str, Any], FileReport]]:
    """The answer to each line, and the report behind it."""
    linter = Linter(settings)
    for number, line in enumerate(lines, 1):
        if not line.strip():
            continue
        name: object = None
        try:
            data = _data(line)
            name = data.get("id")
            report = _checked(linter, _draft(data), number, format_in)
        except (BadLine, DataError) as error:
            told = {"path": "", "rule": "", "message": f"line {number}: {error}"}
            yield {"id": name, "line": number, "findings": [], "errors": [told]}, FileReport("")
            continue
        yield (
            {
                "id": name,
                "line": number,
                "findings": [finding_value(finding) for finding in report.findings],
                "errors": [problem._asdict() for problem in report.problems],
                "words": report.words,
                "gaps": [gap_value(gap) for gap in report.gaps],
            },
            report,
        )


def _data(line: bytes) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError) as error:
        raise BadLine(f"not JSON: {error}") from None
    if not isinstance(data, dict):
        raise BadLine("a draft must be an object with the key text")
    return data


def _draft(data: dict[str, Any]) -> dict[str, Any]:
    """The draft on a line, validated."""
    unknown = sorted(data.keys() - _KEYS)
    if unknown:
        raise BadLine(f"unknown key {unknown[0]!r}; choose from {', '.join(sorted(_KEYS))}")
    if not isinstance(data.get("text"), str):
        raise BadLine("text is missing")
    for key in ("format", "path", "date"):
        if not isinstance(data.get(key, ""), str):
            raise BadLine(f"{key} must be a string")
    return data


def _checked(linter: Linter, draft: dict[str, Any], number: int, format_in: str) -> FileReport:
    day = _day(draft.get("date", ""))
    name = draft.get("format", "")
    if name and name not in linter.registry.parsers:
        known = ", ".join(sorted(linter.registry.parsers))
        raise BadLine(f"unknown format {name!r}; choose from {known}")
    path = draft.get("path") or f"<line {number}>"
    spec = linter.registry.parser_for(path, name or format_in)
    if spec.load_bytes is not None:
        raise BadLine(f"{spec.name} files are binary, but a line holds text; name a text format")
    data = draft["text"].encode("utf-8", "surrogatepass")
    return linter.check_bytes(path, data, Reading(name or format_in, day))


def _day(text: str) -> str:
    from datetime import date

    if not text:
        return ""
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        raise BadLine(f"invalid date {text!r}; write it as 2025-04-15") from None
