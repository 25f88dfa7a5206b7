"""What holds of every format, and of several in one run."""

from __future__ import annotations

import io
import json
import sys
import xml.etree.ElementTree as ET
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from copydesk.cli import main
from copydesk.hooks.specs import Screen
from copydesk.model.findings import Problem, Severity
from copydesk.model.placed import PlacedEdit, PlacedFinding, PlacedFix
from copydesk.report import FileReport, Report
from tests.formats.ci.helpers import (
    COPY,
    DATE,
    FINDING,
    RUIS,
    at,
    commands,
    desk,
    report_on,
    summary_of,
    written,
)

FORMATS = ("json", "jsonl", "sarif", "github", "gitlab", "junit", "checkstyle", "rdjson", "html")


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
def test_any_text_comes_out_whole(findings: list[PlacedFinding], problems: list[Problem]) -> None:
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
    told = "".join(load()(report, Screen(True, 20, 2)))
    assert told == "".join(load()(report, Screen()))


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
        (["--format", "json", "--format", "text"], "two formats go to standard output"),
        (["--format", "json=x", "--format", "text=x"], "two formats go to x"),
        (["--format", "json="], "name a file after the ="),
        (
            ["--format", "sarif=out", "--format", "jsom"],
            "unknown format 'jsom'; did you mean 'json'?",
        ),
        (["--format", "json=no/where", "--format", "concise"], "no/where: cannot write"),
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
