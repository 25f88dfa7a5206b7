"""A report says which pack of facts judged, and once that stories are later than its facts."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.registry.manifest import contributions

PACK = contributions("").pack
LATER = "Facts are as of"
STORY = "A row began.\n\nFrench President Pat Roe said on Tuesday that talks went on.\n"
PLAIN = "The rain fell on the harbour for three days.\n"


@pytest.fixture
def run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., str]:
    monkeypatch.chdir(tmp_path)
    for name, text in (("a.txt", STORY), ("b.txt", STORY), ("c.txt", PLAIN)):
        (tmp_path / name).write_text(text, "utf-8")

    def check(*words: str) -> str:
        main(["check", *words])
        return capsys.readouterr().out

    return check


def test_the_pack_that_comes_with_copydesk_has_a_version() -> None:
    assert PACK.name == "copydesk-facts"
    assert PACK.order > (2026, 11) and PACK.as_of > "2026-09"
    assert all(one.sha256 == "" for one in contributions("").facts)


def test_every_format_that_has_a_place_for_it_says_which_pack_judged(run) -> None:
    assert f"Facts: {PACK}." in run("-v", "--date", "2025-04-15", "a.txt")
    assert f"Facts: {PACK}" in run("--format", "html", "--date", "2025-04-15", "a.txt")
    found = json.loads(run("--format", "json", "--date", "2025-04-15", "a.txt"))["facts"]
    assert found == {
        "pack": PACK.name, "version": PACK.version, "as_of": PACK.as_of, "later_files": 0,
    }  # fmt: skip
    (log,) = json.loads(run("--format", "sarif", "--date", "2025-04-15", "a.txt"))["runs"]
    (part,) = log["tool"]["extensions"]
    assert (part["name"], part["version"]) == (PACK.name, PACK.version)


@pytest.mark.parametrize("more", [(), ("--no-cache",)])
def test_one_line_says_that_stories_are_later(run, more) -> None:
    for _ in range(2):  # the second time the reports come from the cache
        out = run("--date", "2031-04-15", *more, "a.txt", "b.txt", "c.txt")
        assert out.count(LATER) == 1
        assert f"Facts are as of {PACK.as_of}; 2 files are of a later day." in out
    assert "1 file is of a later day" in run("--date", "2031-04-15", *more, "a.txt")


def test_nothing_is_said_of_stories_that_need_no_facts_or_are_earlier(run) -> None:
    assert LATER not in run("--date", "2031-04-15", "c.txt")
    assert LATER not in run("--date", "2025-04-15", "a.txt", "b.txt", "c.txt")
