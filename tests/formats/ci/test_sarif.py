"""SARIF, read by others' readers, and fingerprints."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator
from pydantic import BaseModel
from sarif_pydantic import Sarif

from copydesk.model.findings import Severity
from copydesk.report import FileReport, Report
from copydesk.report.fingerprint import fingerprints
from copydesk.report.story import RuleHelp
from tests.formats.ci.helpers import (
    BROKEN,
    COPY,
    FINDING,
    report_on,
    written,
)

# --- SARIF -----------------------------------------------------------------


def sarif_of(report: Report) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(written("sarif", report))
    extras = {name.rpartition(".")[2] for name in unknown(Sarif.model_validate(value))}
    assert extras <= {"columnKind", "toolExecutionNotifications"}  # in the standard all the same
    return value


def unknown(value: object, path: str = "") -> Any:
    """Properties that a consumer's model of SARIF does not know."""
    if isinstance(value, BaseModel):
        yield from (f"{path}.{name}" for name in value.model_extra or ())
        for name in type(value).model_fields:
            yield from unknown(getattr(value, name), f"{path}.{name}")
    elif isinstance(value, list):
        for one in value:
            yield from unknown(one, f"{path}[]")


def official_schema(shared: Path) -> Any:
    path = os.environ.get("COPYDESK_SARIF_SCHEMA") or shared / "schemas" / "sarif-2.1.0.json"
    if not Path(path).is_file():
        pytest.skip("shared: the schema of OASIS is not beside the project")
    return json.loads(Path(path).read_text("utf-8"))


def test_sarif_is_valid_by_the_schema_of_oasis(shared: Path) -> None:
    schema = Draft4Validator(official_schema(shared))
    seeds = {path.name: path.read_bytes() for path in (shared / "seeds").iterdir()}
    for report in (Report(), BROKEN, report_on(a_txt=COPY), report_on(**seeds)):
        schema.validate(json.loads(written("sarif", report)))


def test_sarif_regions_count_code_points_from_one() -> None:
    report = report_on(a_txt=COPY)
    run = sarif_of(report)["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    lines = re.split(r"\r\n|\n|\r", COPY)
    for result, finding in zip(run["results"], report.findings, strict=True):
        (location,) = result["locations"]
        region = location["physicalLocation"]["region"]
        if region["startLine"] == region["endLine"]:
            line = lines[region["startLine"] - 1]
            words = line[region["startColumn"] - 1 : region["endColumn"] - 1]
            assert words == region["snippet"]["text"] == finding.range.text
    kiev = next(one for one in run["results"] if one["ruleId"] == "spelling/house-form")
    region = kiev["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (3, 15, 19)


def test_sarif_rules_have_help_and_results_point_at_them() -> None:
    run = sarif_of(report_on(a_txt=COPY))["runs"][0]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted({one["ruleId"] for one in run["results"]})
    for rule in rules:
        assert rule["help"]["text"].startswith(f"{rule['id']}: ")
        assert rule["help"]["markdown"].startswith(f"# {rule['id']}\n")
        assert rule["helpUri"].endswith(f"/docs/rules/{rule['id']}.md")
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_tags_are_distinct_even_where_a_group_is_called_as_a_severity() -> None:
    help_ = RuleHelp("style/percent", Severity.STYLE, "One way.", "text", "# text")
    finding = FINDING._replace(rule=help_.id)
    report = Report((FileReport("a", (finding,)),), rulebook=(help_,))
    (rule,) = sarif_of(report)["runs"][0]["tool"]["driver"]["rules"]
    assert rule["properties"]["tags"] == ["style"]


def test_sarif_fixes_mend_the_text() -> None:
    result = next(
        one
        for one in sarif_of(report_on(a_txt=COPY))["runs"][0]["results"]
        if one["ruleId"] == "spelling/house-form"
    )
    (change,) = result["fixes"][0]["artifactChanges"]
    assert change["artifactLocation"] == {"uri": "a.txt"}
    (replacement,) = change["replacements"]
    assert replacement["insertedContent"] == {"text": "Kyiv"}
    assert replacement["deletedRegion"]["startColumn"] == 15


def test_sarif_witnesses_and_paths() -> None:
    finding = FINDING._replace(path="desk/ä b#.txt")
    result = sarif_of(Report((FileReport(finding.path, (finding,)),)))["runs"][0]["results"][0]
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri == "desk/%C3%A4%20b%23.txt"
    assert unquote(uri) == finding.path
    (witness,) = result["relatedLocations"]
    assert witness["message"] == {"text": "full name"}
    assert witness["physicalLocation"]["region"]["startColumn"] == 11


def test_sarif_tells_what_was_not_checked() -> None:
    (invocation,) = sarif_of(BROKEN)["runs"][0]["invocations"]
    assert invocation["executionSuccessful"] is False
    notes = invocation["toolExecutionNotifications"]
    assert [note["message"]["text"] for note in notes] == ["no drafts in “old”", "the rule crashed"]
    assert notes[1]["associatedRule"] == {"id": "a/b"}


# --- Fingerprints ----------------------------------------------------------


def test_fingerprints_survive_moved_lines_and_tell_findings_apart() -> None:
    def named(text: str) -> list[str]:
        return fingerprints(report_on(a_md=text).files[0].findings)

    first = named(COPY)
    assert len(set(first)) == len(first) >= 4
    moved = COPY.replace("\r\n\r\n𐐀é", "\r\n\r\nA paragraph that is new was put in.\r\n\r\n𐐀é")
    assert named(moved) == first
    assert named(COPY.replace("\r\n", "\n")) == first
    refolded = COPY.replace("went on, “and", "went on,\r\n“and")
    assert named(refolded) == first
    edited = named(COPY.replace("was not final", "was final"))
    assert edited[:2] == first[:2]
    assert edited[-1] != first[-1]
