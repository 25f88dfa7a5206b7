"""Commands and the summary of GitHub."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.model.findings import Problem, Severity
from copydesk.model.placed import PlacedFinding
from copydesk.report import FileReport, Report
from tests.formats.ci.helpers import (
    COPY,
    DATE,
    FINDING,
    commands,
    report_on,
    summary_of,
    written,
)


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
    assert found[2].startswith("100% ::error::, \\u{23}#[error] x.")


def many(severity: Severity, number: int) -> tuple[PlacedFinding, ...]:
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


def test_github_summary_is_kept_below_the_limit() -> None:
    findings = tuple(one._replace(message="é" * 400) for one in many(Severity.STOP, 5000))
    text = summary_of(Report((FileReport("a.txt", findings),)))
    assert len(text.encode()) < 1024 * 1024
    assert "more findings in the log of the step." in text


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
