"""Reports for GitLab, JUnit and Checkstyle."""

from __future__ import annotations

import json
import xml.etree.ElementTree as ET
from pathlib import Path

import junitparser
import pytest
from jsonschema import Draft202012Validator

from copydesk.model.findings import Severity
from copydesk.report import FileReport, Report
from tests.formats.ci.helpers import (
    BROKEN,
    COPY,
    FINDING,
    report_on,
    written,
)

# --- GitLab ----------------------------------------------------------------

# The properties that GitLab demands of each row (docs.gitlab.com/ci/testing/code_quality).
GITLAB = Draft202012Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "required": ["description", "check_name", "fingerprint", "severity", "location"],
            "properties": {
                "description": {"type": "string", "pattern": "^[^\n]+$"},
                "check_name": {"type": "string", "minLength": 1},
                "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{64}$"},
                "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
                "location": {
                    "type": "object",
                    "required": ["path", "lines"],
                    "properties": {
                        "path": {"type": "string", "pattern": "^(?!\\./).+"},
                        "lines": {
                            "type": "object",
                            "required": ["begin"],
                            "properties": {
                                "begin": {"type": "integer", "minimum": 1},
                                "end": {"type": "integer", "minimum": 1},
                            },
                            "additionalProperties": False,
                        },
                    },
                    "additionalProperties": False,
                },
            },
            "additionalProperties": False,
        },
    }
)


def test_gitlab_rows_are_whole_and_each_has_a_name_of_its_own() -> None:
    report = report_on(a_txt=COPY, b_txt=COPY)
    rows = json.loads(written("gitlab", report))
    GITLAB.validate(rows)
    assert len({row["fingerprint"] for row in rows}) == len(rows) == len(report.findings)
    assert [row["location"]["lines"]["begin"] for row in rows][:2] == [3, 3]
    broken = json.loads(written("gitlab", BROKEN))
    GITLAB.validate(broken)
    assert [row["severity"] for row in broken] == ["blocker", "blocker", "critical"]


# --- JUnit and Checkstyle --------------------------------------------------


def test_junit_is_read_by_a_consumer(tmp_path: Path) -> None:
    report = report_on(a_txt=COPY, b_txt="All is well with the talks in Kyiv.\n")
    (tmp_path / "out.xml").write_text(written("junit", report), "utf-8")
    read = junitparser.JUnitXml.fromfile(str(tmp_path / "out.xml"))
    first, second = list(read)
    assert (first.name, first.tests) == ("a.txt", len(report.findings))
    blocking = [one for one in report.findings if one.severity >= Severity.FIX]
    assert first.failures == len(blocking) == sum(not case.is_passed for case in first)
    assert (read.tests, read.failures, read.errors) == (first.tests + 1, first.failures, 0)
    assert [case.is_passed for case in second] == [True]


@pytest.mark.parametrize(("level", "failures"), [(Severity.STOP, 1), (Severity.ASK, 1), (None, 0)])
def test_junit_fails_what_the_check_fails(level: Severity | None, failures: int) -> None:
    report = Report((FileReport("a", (FINDING,)),), level=level)
    assert ET.fromstring(written("junit", report)).attrib["failures"] == str(failures)


def test_junit_says_what_was_not_checked(tmp_path: Path) -> None:
    (tmp_path / "out.xml").write_text(written("junit", BROKEN), "utf-8")
    read = junitparser.JUnitXml.fromfile(str(tmp_path / "out.xml"))
    assert (read.tests, read.errors, read.failures) == (3, 2, 1)


def test_checkstyle_gives_files_lines_and_columns() -> None:
    report = report_on(a_txt=COPY)
    root = ET.fromstring(written("checkstyle", report).encode())
    assert root.tag == "checkstyle"
    (file,) = root
    assert file.attrib == {"name": "a.txt"}
    errors = [one.attrib for one in file]
    assert [(int(one["line"]), int(one["column"])) for one in errors] == [
        (one.range.start.line, one.range.start.column) for one in report.findings
    ]
    assert {one["severity"] for one in errors} <= {"error", "warning", "info"}
    assert errors[0]["source"].startswith("copydesk.")
    problems = [
        one.attrib["message"] for one in ET.fromstring(written("checkstyle", BROKEN)).iter("error")
    ]
    assert problems[0] == "Not checked: no drafts in “old”"
    assert problems[2] == "Not checked: the rule crashed"
