"""The formats for CI: valid by schema or by a consumer's parser, exact to the column."""

from __future__ import annotations

import io
import json
import os
import re
import sys
import xml.etree.ElementTree as ET
from functools import cache
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from urllib.parse import unquote

import junitparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator, Draft202012Validator
from pydantic import BaseModel
from sarif_pydantic import Sarif

from copydesk.cli import main
from copydesk.engine.place import Lines
from copydesk.explain.library import rulebook
from copydesk.formats import json_format
from copydesk.hooks.specs import Screen
from copydesk.model.findings import Problem, Severity, Span
from copydesk.model.placed import Placed, PlacedEdit, PlacedFix, PlacedRelated
from copydesk.report.fingerprint import fingerprints
from copydesk.report.report import FileReport, Report
from copydesk.report.story import RuleHelp
from copydesk.run.linter import Desk
from copydesk.run.settings import Orders

DATE = "2025-04-15"
# Letters of one to four bytes before the words, line ends of both kinds, a mark.
COPY = (
    "Talks resume in the east\r\n\r\n"
    "𐐀é — Talks in Kiev went on, “and Kiev waits”, they said at the café.\r\n\r\n"
    "The minister said the the plan of Kiev was not final, they added.\n"
)
FORMATS = ("json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "html")


@cache
def desk() -> Desk:
    return Desk(Orders(date=DATE, stories=True))


def report_on(**drafts: str | bytes) -> Report:
    """What the desk says of drafts; the report holds all that a format may want."""
    files = tuple(
        desk().check_bytes(
            name.replace("_", "."), text if isinstance(text, bytes) else text.encode()
        )
        for name, text in sorted(drafts.items())
    )
    found = Report(files, (), len(desk().default.severities))
    return found._replace(rulebook=rulebook(desk().registry, (one.rule for one in found.findings)))


def written(name: str, report: Report) -> str:
    return desk().registry.formatters[name].load()(report, Screen())


def kievs(report: Report) -> list[Placed]:
    found = [one for one in report.findings if one.range.text == "Kiev"]
    assert len(found) == 3
    return found


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


# --- GitHub ----------------------------------------------------------------

# As the runner reads a line: actions/runner, ActionCommand.TryParseV2.
COMMAND = re.compile(r"::(?P<name>[a-z]+)(?: (?P<properties>[^:]*))?::(?P<data>.*)")


def commands(text: str) -> list[tuple[str, dict[str, str], str]]:
    found = []
    for line in text.split("\n"):
        if line.lstrip().startswith("::"):
            match = COMMAND.fullmatch(line)
            assert match is not None, line
            pairs = [pair.split("=", 1) for pair in (match["properties"] or "").split(",") if pair]
            properties = {key: unescaped(value) for key, value in pairs}
            found.append((match["name"], properties, unescaped(match["data"])))
    return found


def unescaped(text: str) -> str:
    for code, char in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, char)
    return text


def test_github_annotations_are_read_back() -> None:
    report = report_on(a_txt=COPY)
    found = commands(written("github", report))
    name, properties, data = next(one for one in found if "“Kiev”" in one[2])
    assert (name, properties["file"], properties["line"]) == ("error", "a.txt", "3")
    assert (properties["col"], properties["endColumn"]) == ("15", "19")
    assert properties["title"] == "stop: spelling/house-form"
    assert data.endswith("To do: Write “Kyiv”.")


def test_github_escapes_what_would_end_a_property_or_a_command() -> None:
    finding = FINDING._replace(path="a,b:c%0A.txt", message="100% ::error::, \n ##[error] x")
    (found,) = commands(written("github", Report((FileReport(finding.path, (finding,)),))))
    assert found[1]["file"] == "a,b:c%0A.txt"
    assert found[2].startswith("100% ::error::, ##[error] x.")


def many(severity: Severity, number: int) -> tuple[Placed, ...]:
    return tuple(
        FINDING._replace(severity=severity, message=f"{severity} {at} ##[warning]x")
        for at in range(number)
    )


def test_github_gives_no_more_than_is_shown_and_loses_nothing() -> None:
    findings = many(Severity.ASK, 6) + many(Severity.STYLE, 6) + many(Severity.FIX, 11)
    report = Report((FileReport("a.txt", findings + many(Severity.STOP, 10)),), (Problem("odd"),))
    text = written("github", report)
    names = [name for name, _, _ in commands(text)]
    assert [names.count(one) for one in ("error", "warning", "notice")] == [10, 10, 10]
    assert "##[" not in "".join(line for line in text.split("\n") if not line.startswith("::"))
    group = text[text.index("::group::") : text.index("::endgroup::")].split("\n")[1:-1]
    assert len(group) == 1 + 1 + 2  # the eleventh error is the tenth finding: odd was first
    assert len(commands(text)) - 2 - 1 + len(group) == len(findings) + 10
    summary = summary_of(report)
    assert summary.count("\n| ") == 1 + len(findings) + 10
    assert "**not checked:** odd" in summary


def summary_of(report: Report) -> str:
    aside = desk().registry.formatters["github"].aside
    assert aside is not None
    return aside.load()(report, Screen())


def test_github_summary_is_kept_below_the_limit() -> None:
    findings = tuple(one._replace(message="é" * 400) for one in many(Severity.STOP, 5000))
    text = summary_of(Report((FileReport("a.txt", findings),)))
    assert len(text.encode()) < 1024 * 1024
    assert "more findings: see the log of the step." in text


def test_github_summary_lets_no_markup_through() -> None:
    finding = FINDING._replace(message="<img src=x> | [a](b) `c` \n # d")
    text = summary_of(Report((FileReport("a.txt", (finding,)),)))
    assert r"\<img src=x\> \| \[a\]\(b\) \`c\` \# d" in text


def test_github_writes_the_summary_of_the_job(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(tmp_path / "summary.md"))
    (tmp_path / "summary.md").write_text("before\n")
    (tmp_path / "a.txt").write_text(COPY)
    assert main(["check", "a.txt", "--format", "github", "--date", DATE]) == 1
    text = (tmp_path / "summary.md").read_text("utf-8")
    assert text.startswith("before\n## copydesk\n")
    assert "Kiev" in text
    assert capsys.readouterr().out.count("::error ") == 3


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


def at(data: bytes, position: dict[str, int]) -> int:
    """The byte at which a position stands."""
    starts = [0, *(match.end() for match in re.finditer(rb"\n", data))]
    return starts[position["line"] - 1] + position["column"] - 1


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
    whole = json.loads(json_format.write(report, Screen()))
    kinds = [row.pop("type") for row in rows]
    assert kinds == ["finding"] * len(report.findings) + ["error", "summary"]
    assert rows == [*whole["findings"], *whole["errors"], whole["summary"]]


# --- All of them -----------------------------------------------------------

LINES = Lines("Mayor Ana Ruiz spoke.\nRuis left.\n")
RUIS = LINES.range(Span(22, 26))
FINDING = Placed(
    "drafts/mayor.txt", "names/spelling", Severity.STOP, "“Ruis” here, but “Ruiz” above.",
    "“Ruiz” comes with the full name.", RUIS, "Ruis left.", Span(0, 4),
    (PlacedRelated("drafts/mayor.txt", LINES.range(Span(10, 14)), "full name"),),
    (PlacedFix("Change “Ruis” to “Ruiz”", "safe", (PlacedEdit(RUIS, "Ruiz"),)),),
)  # fmt: skip
BROKEN = Report(
    (
        FileReport("drafts/mayor.txt", (FINDING,), held=2),
        FileReport("drafts/x.txt", (), (Problem("the rule crashed", "drafts/x.txt", "a/b"),)),
    ),
    (Problem("no drafts in “old”"),),
    rules=40,
)
TEXT = st.text(st.characters(exclude_categories=()), max_size=12)
ODD = st.builds(
    lambda path, rule, message, evidence, words, title, severity: FINDING._replace(
        path=path, rule=rule, message=message, evidence=evidence, severity=severity,
        range=RUIS._replace(text=words), context=words,
        fixes=(PlacedFix(title, "safe", (PlacedEdit(RUIS, words),)),),
    ),
    TEXT, TEXT, TEXT, TEXT, TEXT, TEXT, st.sampled_from(Severity),
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(ODD, max_size=3), st.lists(st.builds(Problem, TEXT, TEXT, TEXT), max_size=2))
def test_any_text_comes_out_whole(findings: list[Placed], problems: list[Problem]) -> None:
    report = Report((FileReport("x", tuple(findings)),), tuple(problems))
    count = len(findings) + len(problems)
    root = ET.fromstring(written("checkstyle", report).encode("utf-8"))
    assert len(list(root.iter("error"))) == count
    root = ET.fromstring(written("junit", report).encode("utf-8"))
    assert len(list(root.iter("testcase"))) == len(problems) + (len(findings) or 1)
    assert len(json.loads(written("sarif", report).encode())["runs"][0]["results"]) == len(findings)
    assert len(json.loads(written("gitlab", report).encode())) == count
    assert len(json.loads(written("rdjson", report).encode())["diagnostics"]) == count
    assert len(written("jsonl", report).splitlines()) == count + 1
    assert len(commands(written("github", report))) == count
    summary_of(report).encode("utf-8")


@pytest.mark.parametrize("name", FORMATS)
def test_same_report_same_bytes_whatever_the_screen(name: str) -> None:
    report = report_on(a_txt=COPY)
    load = desk().registry.formatters[name].load
    assert load()(report, Screen(True, 20, 2)) == load()(report, Screen())


# --- Several at once -------------------------------------------------------


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "a.txt").write_bytes(COPY.encode())
    return tmp_path


def test_several_formats_in_one_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = [f"--format={name}={name}.out" for name in FORMATS]
    assert main(["check", "--date", DATE, "--format", "concise", *words]) == 1
    assert capsys.readouterr().out.count("spelling/house-form") == 3
    for name in FORMATS:
        once = (folder / f"{name}.out").read_bytes()
        assert b"Kiev" in once
        assert main(["check", "--date", DATE, "--format", name, "--output", "again"]) == 1
        assert (folder / "again").read_bytes() == once


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--format", "json", "--format", "text"], "two formats for standard output"),
        (["--format", "json=x", "--format", "text=x"], "two formats for x"),
        (["--format", "json="], "name a file after the ="),
        (["--format", "sarif=out", "--format", "jsom"], "no format 'jsom'; did you mean 'json'?"),
        (["--format", "json=no/where", "--format", "concise"], "no/where: cannot be written"),
    ],
)
def test_wrong_words_about_formats(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    assert main(["check", "--date", DATE, *words]) == 2
    assert message in capsys.readouterr().err


def test_a_format_that_cannot_be_written_keeps_back_no_other(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--date", DATE, "--format", "json=no/where", "--format", "concise"]) == 2
    assert capsys.readouterr().out.count("spelling/house-form") == 3


@pytest.mark.process
def test_stories_are_the_same_from_two_processes(folder: Path) -> None:
    for number in range(6):
        (folder / f"b{number}.md").write_bytes(COPY.encode() * 2)
    written_by: dict[str, list[bytes]] = {}
    for jobs in ("1", "2"):
        words = [f"--format={name}={name}{jobs}" for name in ("html", "rdjson", "sarif")]
        assert main(["check", "--date", DATE, "--jobs", jobs, *words]) == 1
        for name in ("html", "rdjson", "sarif"):
            written_by.setdefault(name, []).append((folder / f"{name}{jobs}").read_bytes())
    assert all(one == two for one, two in written_by.values())


def test_after_fixing_the_formats_show_the_fixed_story(folder: Path) -> None:
    words = ["--fix", "--suggested", "--format", "html=out.html", "--format", "rdjson=out.json"]
    assert main(["check", "--date", DATE, "a.txt", *words]) in (0, 1)
    assert b"Kyiv" in (folder / "a.txt").read_bytes()
    page = (folder / "out.html").read_text("utf-8")
    assert "Kyiv" in page
    assert "Kiev" not in page
    data = (folder / "a.txt").read_bytes()
    for row in json.loads((folder / "out.json").read_text("utf-8"))["diagnostics"]:
        assert at(data, row["location"]["range"]["end"]) <= len(data)


def test_fixed_text_to_standard_output_and_the_report_to_a_file(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(COPY.encode())))
    words = ["--fix", "--format", "json=out.json", "--stdin-filename", "x.txt"]
    assert main(["check", "-", "--date", DATE, *words]) == 1
    out = capsys.readouterr().out
    assert "the the" not in out
    assert out.startswith("Talks resume in the east")
    rules = {one["rule"] for one in json.loads((folder / "out.json").read_text())["findings"]}
    assert "sentence/doubled-word" not in rules
    assert "spelling/house-form" in rules
