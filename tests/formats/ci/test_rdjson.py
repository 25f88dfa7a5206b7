"""Reports for reviewdog, and JSON Lines."""

from __future__ import annotations

import json

import pytest
from jsonschema import Draft202012Validator

from copydesk.engine.place import Lines
from copydesk.formats import json_format
from copydesk.hooks.specs import Screen
from copydesk.model.findings import Problem, Span
from copydesk.model.placed import PlacedEdit, PlacedFix
from copydesk.report import FileReport, Report
from tests.formats.ci.helpers import (
    COPY,
    FINDING,
    at,
    report_on,
    written,
)

# --- reviewdog -------------------------------------------------------------

POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "properties": {
        "line": {"type": "integer", "minimum": 1},
        "column": {"type": "integer", "minimum": 1},
    },
    "additionalProperties": False,
}


RANGE = {
    "type": "object",
    "required": ["start", "end"],
    "properties": {"start": POSITION, "end": POSITION},
    "additionalProperties": False,
}


# Names and types as in reviewdog.proto; protojson refuses a name that it does not know.
RDJSON = Draft202012Validator(
    {
        "type": "object",
        "required": ["source", "diagnostics"],
        "properties": {
            "source": {"type": "object"},
            "diagnostics": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["message", "location", "severity"],
                    "properties": {
                        "message": {"type": "string"},
                        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
                        "location": {
                            "type": "object",
                            "required": ["path"],
                            "properties": {"path": {"type": "string"}, "range": RANGE},
                            "additionalProperties": False,
                        },
                        "code": {
                            "type": "object",
                            "properties": {"value": {"type": "string"}, "url": {"type": "string"}},
                            "additionalProperties": False,
                        },
                        "suggestions": {
                            "type": "array",
                            "items": {
                                "type": "object",
                                "required": ["range", "text"],
                                "properties": {"range": RANGE, "text": {"type": "string"}},
                                "additionalProperties": False,
                            },
                        },
                    },
                    "additionalProperties": False,
                },
            },
        },
        "additionalProperties": False,
    }
)


def replaced(data: bytes, place: dict[str, dict[str, int]], text: str) -> bytes:
    """Bytes of a file after a suggestion, as reviewdog reads lines and columns."""
    start, end = at(data, place["start"]), at(data, place["end"])
    return data[:start] + text.encode() + data[end:]


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"], ids=["plain", "marked"])
@pytest.mark.parametrize("head", ["", "Kiev — 𐐀é “Kiev” talks.\r\n\r\n"], ids=["", "first line"])
def test_rdjson_columns_are_bytes_and_suggestions_mend(mark: bytes, head: str) -> None:
    data = mark + (head + COPY).encode()
    report = report_on(a_txt=data)
    value = json.loads(written("rdjson", report))
    RDJSON.validate(value)
    suggested = 0
    for row, finding in zip(value["diagnostics"], report.findings, strict=True):
        place = row["location"]["range"]
        words = data[at(data, place["start"]) : at(data, place["end"])]
        assert words == finding.range.text.encode()
        for suggestion, fix in zip(row.get("suggestions", ()), finding.fixes, strict=True):
            suggested += 1
            source = data.removeprefix(mark).decode()
            for edit in sorted(fix.edits, reverse=True):
                start, end = edit.range.start.offset, edit.range.end.offset
                source = source[:start] + edit.text + source[end:]
            assert replaced(data, suggestion["range"], suggestion["text"]) == mark + source.encode()
    assert suggested >= 3


def test_rdjson_leaves_out_suggestions_that_span_too_far() -> None:
    source = "a\n" * 40
    lines = Lines(source)
    edits = tuple(PlacedEdit(lines.range(Span(at, at + 1)), "b") for at in (0, 60))
    finding = FINDING._replace(range=edits[0].range, fixes=(PlacedFix("x", "safe", edits),))
    story = report_on(a_txt=source).files[0].story
    report = Report((FileReport("a.txt", (finding,), story=story),))
    (row,) = json.loads(written("rdjson", report))["diagnostics"]
    assert "suggestions" not in row


# --- JSON Lines ------------------------------------------------------------


def test_jsonl_is_the_json_line_by_line() -> None:
    report = report_on(a_txt=COPY)._replace(problems=(Problem("odd"),))
    rows = [json.loads(line) for line in written("jsonl", report).splitlines()]
    whole = json.loads("".join(json_format.write(report, Screen())))
    kinds = [row.pop("type") for row in rows]
    assert kinds == ["finding"] * len(report.findings) + ["error", "summary"]
    assert rows == [*whole["findings"], *whole["errors"], whole["summary"]]
