"""Undated drafts: what rests on today's date is asked, what does not is as grave as ever."""

from __future__ import annotations

import pytest

import copydesk
from copydesk.formats.summary import sentences
from copydesk.run.library import Linter

KIEV = "Talks in Kiev went on until late on Monday, officials said.\n"


def severities(text: str, path: str = "x.txt", **more: str) -> dict[str, str]:
    report = Linter().check_text(text, path=path, **more)
    return {one.rule: str(one.severity) for one in report.findings}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (KIEV, "spelling/house-form"),
        ("The bill passed, President Joe Biden said on Tuesday.\n", "titles/stale"),
        ("“It is a start,” President Barack Obama told reporters on Friday.\n", "titles/stale"),
        ("The vote in Swaziland was put off until May, officials said.\n", "spelling/house-form"),
        ("Born in 1960, the 20-year-old painter lives in Lund.\n", "facts/age"),
    ],
)
def test_what_rests_on_today_is_asked(text: str, rule: str) -> None:
    assert severities(text)[rule] == "ask"
    assert severities(text, date="2025-06-02")[rule] == "stop"
    assert severities(text, path="2025-06-02-x.txt")[rule] == "stop"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The hearing is set for Tuesday, April 14, 2025, in Lund.\n", "facts/weekday-date"),
        ("The fair closes on April 31, the council said.\n", "facts/impossible-date"),
        ("The deal of April 14, 20224, is off, the council said.\n", "facts/impossible-date"),
        ("The road is 31 kilometres (25 miles) long, the council said.\n", "facts/unit-conversion"),
    ],
)
def test_what_does_not_still_stops(text: str, rule: str) -> None:
    assert severities(text)[rule] == "stop"


def test_a_safe_fix_becomes_a_suggested_one_and_the_evidence_says_why() -> None:
    (asked,) = Linter().check_text(KIEV, path="x.txt").findings
    assert [fix.safety for fix in asked.fixes] == ["suggested"]
    assert "(today, as the draft has no date)" in asked.evidence


def test_a_severity_in_the_config_stays(tmp_path) -> None:
    config = tmp_path / "copydesk.toml"
    config.write_text('[severity]\n"spelling/house-form" = "stop"\n', "utf-8")
    (one,) = Linter(config=config).check_text(KIEV, path="x.txt").findings
    assert one.severity is copydesk.Severity.STOP


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        ([KIEV], "1 file has no date, so what depends on it is only asked."),
        ([KIEV, KIEV], "2 files have no date, so what depends on it is only asked."),
        (["---\ndate: 2025-04-15\n---\n\n" + KIEV], ""),
        (["Short.\n"], ""),
    ],
)
def test_the_summary_counts_them(texts: list[str], expected: str, tmp_path) -> None:
    drafts = [tmp_path / f"{number}.md" for number in range(len(texts))]
    for draft, text in zip(drafts, texts, strict=True):
        draft.write_text(text, "utf-8")
    report = Linter().check_paths(drafts)
    assert [one for one in sentences(report) if "no date" in one] == [expected] * bool(expected)


def test_the_name_of_a_copy_counts_though_the_bytes_are_the_same(
    tmp_path, monkeypatch, capsys
) -> None:
    """A result in the cache is not used for the same draft under another path."""
    from copydesk.cli import main

    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in ("x.md", "2025-04-15-x.md", "2016-04-15-x.md"):
        (tmp_path / name).write_text(KIEV, "utf-8")
    (tmp_path / "es").mkdir()
    for _ in range(2):
        main(["check", "--format", "concise", "-q", "."])
        lines = capsys.readouterr().out.splitlines()
        assert [line.split(" ")[:2] for line in lines] == [
            ["2025-04-15-x.md:1:10:", "stop"], ["x.md:1:10:", "ask"],
        ]  # fmt: skip
