"""The JSON output: its form, its schema, and that it survives any text at all."""

from __future__ import annotations

import json
import os
from importlib.resources import files
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator, ValidationError

from copydesk.engine.place import Lines
from copydesk.formats import json_format
from copydesk.hooks.specs import Screen
from copydesk.model.facts_pack import FactsPack
from copydesk.model.findings import Problem, Severity, Span
from copydesk.model.gaps import Gap
from copydesk.model.not_read import NotRead
from copydesk.model.placed import (
    PlacedEdit,
    PlacedFinding,
    PlacedFix,
    PlacedRelated,
    Position,
    Range,
)
from copydesk.report import FileReport, Report


def write(report: Report, screen: Screen) -> str:
    return "".join(json_format.write(report, screen))


SCHEMA: dict[str, Any] = json.loads(
    files("copydesk.formats").joinpath("report-1.schema.json").read_text("utf-8")
)


def closed(schema: Any) -> Any:
    """The schema with no property allowed that it does not describe."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    narrow = {key: closed(part) for key, part in schema.items()}
    if schema.get("type") == "object":
        narrow["additionalProperties"] = False
    return narrow


VALIDATOR = Draft202012Validator(closed(SCHEMA))

LINES = Lines("Mayor Ana Ruiz spoke.\nRuis left.\n")
RUIS = LINES.range(Span(22, 26))
FINDING = PlacedFinding(
    path="drafts/mayor.txt",
    rule="names/spelling",
    severity=Severity.STOP,
    message="“Ruis” here, but “Ruiz” above.",
    evidence="“Ruiz” comes with the full name.",
    range=RUIS,
    context="Ruis left.",
    marked=Span(0, 4),
    related=(PlacedRelated("drafts/mayor.txt", LINES.range(Span(10, 14)), "full name"),),
    fixes=(PlacedFix("Change “Ruis” to “Ruiz”", "safe", (PlacedEdit(RUIS, "Ruiz"),)),),
)
REPORT = Report(
    (
        FileReport(
            "drafts/mayor.txt",
            (FINDING,),
            (),
            held=2,
            words=1200,
            gaps=(Gap("drafts/mayor.txt", "stet-off", "never ended", 3),),
        ),
        FileReport(
            "drafts/roads.txt", (), (Problem("the rule crashed", "drafts/roads.txt", "a/b"),)
        ),
    ),
    (Problem("no drafts in “old”"),),
    rules=40,
    not_read=(NotRead("drafts/tides.docx", "Word", "a Word document"),),
    left_out=(Gap("drafts/a.rst", "format", "copydesk does not read .rst"),),
    facts_pack=FactsPack("copydesk-facts", "2026.11.30", "2026-10-01"),
)

GOLDEN = """\
{
  "version": 1,
  "findings": [
    {
      "path": "drafts/mayor.txt",
      "rule": "names/spelling",
      "severity": "stop",
      "message": "“Ruis” here, but “Ruiz” above.",
      "evidence": "“Ruiz” comes with the full name.",
      "start": {
        "offset": 22,
        "line": 2,
        "column": 1
      },
      "end": {
        "offset": 26,
        "line": 2,
        "column": 5
      },
      "text": "Ruis",
      "related": [
        {
          "path": "drafts/mayor.txt",
          "start": {
            "offset": 10,
            "line": 1,
            "column": 11
          },
          "end": {
            "offset": 14,
            "line": 1,
            "column": 15
          },
          "text": "Ruiz",
          "message": "full name"
        }
      ],
      "fixes": [
        {
          "title": "Change “Ruis” to “Ruiz”",
          "safety": "safe",
          "edits": [
            {
              "start": {
                "offset": 22,
                "line": 2,
                "column": 1
              },
              "end": {
                "offset": 26,
                "line": 2,
                "column": 5
              },
              "text": "Ruiz"
            }
          ]
        }
      ]
    }
  ],
  "errors": [
    {
      "path": "",
      "rule": "",
      "message": "no drafts in “old”"
    },
    {
      "path": "drafts/roads.txt",
      "rule": "a/b",
      "message": "the rule crashed"
    }
  ],
  "not_read": [
    {
      "path": "drafts/tides.docx",
      "kind": "Word",
      "message": "a Word document"
    }
  ],
  "gaps": [
    {
      "path": "drafts/mayor.txt",
      "kind": "stet-off",
      "line": 3,
      "message": "never ended"
    },
    {
      "path": "drafts/a.rst",
      "kind": "format",
      "line": null,
      "message": "copydesk does not read .rst"
    }
  ],
  "files": [
    {
      "path": "drafts/mayor.txt",
      "words": 1200
    },
    {
      "path": "drafts/roads.txt",
      "words": 0
    }
  ],
  "trust": null,
  "facts": {
    "pack": "copydesk-facts",
    "version": "2026.11.30",
    "as_of": "2026-10-01",
    "later_files": 0
  },
  "summary": {
    "files": 2,
    "findings": 1,
    "stop": 1,
    "fix": 0,
    "style": 0,
    "ask": 0,
    "held": 2,
    "old": 0,
    "untouched": 0,
    "errors": 2,
    "not_read": 1,
    "gaps": 2,
    "words": 1200,
    "safe_fixes": 1,
    "rules": 40
  }
}
"""


def test_full_report() -> None:
    assert write(REPORT, Screen()) == GOLDEN


def test_empty_report_is_whole() -> None:
    written = json.loads(write(Report(), Screen()))
    VALIDATOR.validate(written)
    assert written["findings"] == []
    assert written["errors"] == []
    assert set(written["summary"].values()) == {0}


@pytest.mark.parametrize("screen", [Screen(True, 20, 2), Screen(False, 200, -1)])
def test_screen_changes_nothing(screen: Screen) -> None:
    assert write(REPORT, screen) == GOLDEN


def test_schema_is_a_schema_that_describes_everything() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    for name, part in SCHEMA["$defs"].items():
        assert name == "count" or part["description"]
        for key, value in part.get("properties", {}).items():
            assert "description" in value or value["$ref"] in (
                "#/$defs/path",
                "#/$defs/position",
            ), key
        if "properties" in part:
            assert part["required"] == list(part["properties"])


@pytest.mark.parametrize(
    ("where", "value"),
    [
        (("version",), 2),
        (("findings", 0, "severity"), "high"),
        (("findings", 0, "start", "line"), 0),
        (("findings", 0, "start"), 22),
        (("findings", 0, "fixes", 0, "safety"), "maybe"),
        (("findings", 0, "fixes", 0, "edits", 0, "new"), "x"),
        (("errors", 0, "message"), None),
        (("summary", "held"), -1),
    ],
)
def test_schema_refuses(where: tuple[str | int, ...], value: object) -> None:
    written = json.loads(GOLDEN)
    part = written
    for step in where[:-1]:
        part = part[step]
    part[where[-1]] = value
    with pytest.raises(ValidationError):
        VALIDATOR.validate(written)


def test_file_name_that_is_not_utf8_can_be_had_back() -> None:
    path = os.fsdecode(b"drafts/caf\xe9.txt")
    text = write(Report((FileReport(path, (FINDING._replace(path=path),)),)), Screen())
    assert r'"drafts/caf\udce9.txt"' in text
    assert os.fsencode(json.loads(text.encode())["findings"][0]["path"]) == b"drafts/caf\xe9.txt"


def test_nothing_acts_upon_a_terminal() -> None:
    nasty = "\x1b[2J \x9b31m \x7f \u202e \u2028 \u200b \ufeff \U000e0041 \U0001f600 é"
    text = write(Report((FileReport("x", (FINDING._replace(message=nasty),)),)), Screen())
    assert r'"\u001b[2J \u009b31m \u007f \u202e \u2028 \u200b \ufeff \udb40\udc41 😀 é"' in text
    assert json.loads(text)["findings"][0]["message"] == nasty


# A pair of lone surrogates is the one text that JSON cannot tell from another.
TEXT = st.text(st.characters(exclude_categories=()), max_size=12).filter(
    lambda text: text.encode("utf-16", "surrogatepass").decode("utf-16", "surrogatepass") == text
)
POSITIONS = st.builds(Position, st.integers(0), st.integers(1), st.integers(1))
RANGES = st.builds(Range, POSITIONS, POSITIONS, TEXT)
FIXES = st.builds(
    PlacedFix,
    TEXT,
    st.sampled_from(["safe", "suggested"]),
    st.lists(st.builds(PlacedEdit, RANGES, TEXT), max_size=2).map(tuple),
)
FINDINGS = st.builds(
    PlacedFinding,
    TEXT,
    TEXT,
    st.sampled_from(Severity),
    TEXT,
    TEXT,
    RANGES,
    TEXT,
    st.just(Span(0, 0)),
    st.lists(st.builds(PlacedRelated, TEXT, RANGES, TEXT), max_size=2).map(tuple),
    st.lists(FIXES, max_size=2).map(tuple),
)
PROBLEMS = st.lists(st.builds(Problem, TEXT, TEXT, TEXT), max_size=2).map(tuple)
FILES = st.builds(
    FileReport, TEXT, st.lists(FINDINGS, max_size=2).map(tuple), PROBLEMS, st.integers(0), TEXT
)
REPORTS = st.builds(Report, st.lists(FILES, max_size=2).map(tuple), PROBLEMS, st.integers(0, 1000))


def read_range(value: dict[str, Any]) -> Range:
    return Range(Position(**value["start"]), Position(**value["end"]), value["text"])


def read_finding(value: dict[str, Any], like: PlacedFinding) -> PlacedFinding:
    """A finding read back; what JSON does not hold is taken from ``like``."""
    related = tuple(
        PlacedRelated(one["path"], read_range(one), one["message"]) for one in value["related"]
    )
    fixes = tuple(
        PlacedFix(
            fix["title"],
            fix["safety"],
            tuple(
                PlacedEdit(read_range({**edit, "text": old.range.text}), edit["text"])
                for edit, old in zip(fix["edits"], known.edits, strict=True)
            ),
        )
        for fix, known in zip(value["fixes"], like.fixes, strict=True)
    )
    return PlacedFinding(
        value["path"],
        value["rule"],
        Severity.named(value["severity"]),
        value["message"],
        value["evidence"],
        read_range(value),
        like.context,
        like.marked,
        related,
        fixes,
    )


@given(REPORTS)
@example(Report((FileReport("\ud800", (FINDING._replace(message="\udfff\x00\x7f\ud83d"),)),)))
def test_any_report_is_valid_and_reads_back_the_same(report: Report) -> None:
    data = write(report, Screen()).encode("utf-8")
    written = json.loads(data)
    VALIDATOR.validate(written)
    pairs = zip(written["findings"], report.findings, strict=True)
    assert [read_finding(value, like) for value, like in pairs] == report.findings
    errors = [Problem(one["message"], one["path"], one["rule"]) for one in written["errors"]]
    assert errors == report.all_problems
    summary = written["summary"]
    assert summary["files"] == len(report.files)
    assert summary["findings"] == sum(summary[str(severity)] for severity in Severity)
    assert summary["errors"] == len(report.all_problems)
    assert summary["held"] == sum(file.held for file in report.files)
    assert (summary["old"], summary["untouched"]) == (report.old, report.untouched)
    assert summary["rules"] == report.rules


def test_pair_of_surrogates_still_encodes() -> None:
    report = Report((FileReport("x", (FINDING._replace(message="\ud83d\ude00"),)),))
    data = write(report, Screen()).encode("utf-8")
    assert json.loads(data)["findings"][0]["message"] == "\U0001f600"
