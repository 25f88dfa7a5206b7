"""``exclude``: what it leaves out, and what is said of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.cli import main

TWICE = "Two tugs pulled the the barge ashore, the pilot said.\n"


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    home = tmp_path / "home"
    for name in ("new.md", "archive/old.md", "archive/desk/older.md", "desk/notes/one.md"):
        (home / name).parent.mkdir(parents=True, exist_ok=True)
        (home / name).write_text(TWICE, "utf-8")
    (home / "copydesk.toml").write_text('exclude = ["archive/", "notes/"]\n', "utf-8")
    (home / "archive" / "desk" / "copydesk.toml").write_text('style = "ap"\n', "utf-8")
    monkeypatch.chdir(home)
    return home


def findings(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], str]:
    status = main(["check", "--format", "concise", "-q", *words])
    out, err = capsys.readouterr()
    return status, [line.partition(":")[0] for line in out.splitlines()], err


@pytest.mark.parametrize(
    "named",
    ["archive/old.md", "./archive/old.md", "archive/desk/older.md", "desk/notes/one.md",
     "desk/../archive/old.md"],
)  # fmt: skip
def test_a_file_that_is_named(capsys: pytest.CaptureFixture[str], named: str) -> None:
    status, found, err = findings(capsys, named)
    assert (status, len(found), err) == (1, 1, "")
    status, found, err = findings(capsys, "--force-exclude", named, "new.md")
    assert (status, found, err) == (1, ["new.md"], "")
    status, found, err = findings(capsys, "--force-exclude", named)
    told = "copydesk: nothing was checked: the config excludes every file that was named\n"
    assert (status, found, err) == (0, [], told)


def test_absolute_names(capsys: pytest.CaptureFixture[str], home: Path) -> None:
    words = ("--force-exclude", str(home / "archive" / "desk" / "older.md"), str(home / "new.md"))
    status, found, _ = findings(capsys, *words)
    assert (status, len(found)) == (1, 1)


@pytest.mark.parametrize("words", [("archive",), ("archive", "desk/notes"), ("desk",)])
def test_all_drafts_of_a_folder(capsys: pytest.CaptureFixture[str], words: tuple[str, ...]) -> None:
    told = "copydesk: nothing was checked: the config excludes every draft here\n"
    if words == ("archive", "desk/notes"):
        (Path("archive") / "desk" / "copydesk.toml").unlink()
    if words == ("archive",):
        (Path("archive") / "desk" / "older.md").unlink()
    assert findings(capsys, *words) == (2, [], told)
    assert findings(capsys, "--allow-empty", *words)[0] == 0


def test_a_folder_with_nothing_at_all(capsys: pytest.CaptureFixture[str]) -> None:
    Path("empty").mkdir()
    assert "no drafts found; copydesk reads" in findings(capsys, "empty")[2]
