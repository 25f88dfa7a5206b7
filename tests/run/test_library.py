"""The Python API: what an author of a CMS or a script calls."""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from datetime import date, datetime
from multiprocessing import get_context
from pathlib import Path

import pytest

import copydesk
from copydesk import DataError, Linter, Report, check_paths, check_text

FAULTY = "The the envoys left Kiev on Tuesday, they said.\n"


def rules_of(report: Report) -> list[str]:
    return [one.rule for one in report.findings]


def test_one_text() -> None:
    report = check_text(FAULTY, date="2025-04-15")
    assert rules_of(report) == ["sentence/doubled-word", "spelling/house-form"]
    first = report.findings[0]
    assert (first.range.start.offset, first.range.end.offset) == (0, 7)
    assert FAULTY[0:7] == first.range.text
    assert report.files[0].path == ""
    assert not report.all_problems


@pytest.mark.parametrize(
    ("text", "form"), [("<p>The the boat.</p>", "html"), ("# A\n\nThe the boat.", "markdown")]
)
def test_other_formats(text: str, form: str) -> None:
    report = check_text(text, format=form, date="2025-04-15")
    assert rules_of(report) == ["sentence/doubled-word"]


@pytest.mark.parametrize("day", ["2015-03-01", date(2015, 3, 1), datetime(2015, 3, 1, 12, 0)])
def test_the_date_decides(day: str | date) -> None:
    assert rules_of(check_text(FAULTY, date=day)) == ["sentence/doubled-word"]


def test_the_drafts_own_date_counts_where_none_is_given() -> None:
    linter = Linter(select=["spelling/house-form"])
    head = "---\ndate: {}\n---\n\n"
    old, new = (
        linter.check_text(head.format(day) + FAULTY, format="markdown")
        for day in ("2015-03-01", "2025-04-15")
    )
    assert (rules_of(old), rules_of(new)) == ([], ["spelling/house-form"])


def test_a_style_counts() -> None:
    text = "Prices rose by 40 percent in May, the port said, and by 5% in June.\n"
    plain, styled = (check_text(text, date="2025-04-15", style=style) for style in (None, "ap"))
    assert "style/percent" not in rules_of(plain)
    assert "style/percent" in rules_of(styled)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: check_text("x", date="soon"), "'soon' is not a date"),
        (lambda: check_text("x", format="docx"), "there is no format 'docx'; the formats are html"),
        (lambda: check_text("x", style="app"), "did you mean 'ap'"),
        (lambda: Linter(select=["speling"]), "did you mean 'spelling'"),
        (lambda: check_paths(["x"], config="nowhere.toml"), "cannot read"),
    ],
)
def test_what_is_wrong_is_said(call, words: str) -> None:
    with pytest.raises(DataError, match=words):
        call()


def test_files_are_compared_with_each_other(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Talks with Volodymyr Zelenskyy went on in May, they said.\n")
    (tmp_path / "b.txt").write_text("Talks with Volodymyr Zelensky went on in May, they said.\n")
    report = check_paths([tmp_path], date="2025-04-15")
    assert [Path(file.path).name for file in report.files] == ["a.txt", "b.txt"]
    assert "spelling/across-stories" in rules_of(report)
    missing = check_paths([tmp_path / "c.txt"])
    assert [one.message for one in missing.problems] == ["no such file or folder"]


def test_a_linter_is_pickled_and_gives_the_same() -> None:
    linter = Linter(style="ap", ignore=["typography"])
    again = pickle.loads(pickle.dumps(linter))
    text = "The U.S. envoy met Zelenskiy. The the end, 40 percent said.\n"
    one, two = (each.check_text(text, date="2025-04-15") for each in (linter, again))
    assert one == two
    assert one.findings


@pytest.mark.process
def test_a_linter_is_sent_to_another_process() -> None:
    linter = Linter(select=["sentence"])
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        there = pool.submit(linter.check_text, FAULTY, date="2025-04-15").result()
    assert there == linter.check_text(FAULTY, date="2025-04-15")


def test_the_public_names() -> None:
    assert set(copydesk.__all__) >= {
        "DataError", "FileReport", "Linter", "NoRules", "PluginError", "Report", "check_paths",
        "check_text",
    }  # fmt: skip
