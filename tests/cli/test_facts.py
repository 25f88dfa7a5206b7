"""``copydesk facts``, and a newsroom's own facts in a run."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copydesk.cli import main

TABLE = """\
[sources.hall]
name = "City Hall"
licence = "public record"
as-of = 2026-09-01

[[office]]
id = "springfield/sheriff"
of = ["Springfield"]
titles = ["Sheriff"]
holders = [
    { name = "Pat Roe", since = 2010-01-04, until = 2018-01-02 },
    { name = "Sam Poe", forms = ["Samuel Poe"], since = 2018-01-02, until = 2101-01-02 },
]
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "sheriffs.toml").write_text(TABLE, "utf-8")
    (tmp_path / "copydesk.toml").write_text('facts = ["sheriffs.toml"]\n', "utf-8")
    return tmp_path


def run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(list(words))
    captured = capsys.readouterr()
    return status, captured.out, captured.err


def test_a_newsrooms_own_facts_are_used(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "A raid went on.\n\nFormer Springfield Sheriff Samuel Poe spoke in the square.\n"
    (folder / "a.txt").write_text(text, "utf-8")
    status, out, err = run(capsys, "check", "--date", "2025-04-15", "--format", "concise", "a.txt")
    assert (status, err) == (1, "")
    assert "titles/former-in-office" in out and "a.txt:3:1" in out
    (folder / "copydesk.toml").write_text("", "utf-8")
    assert run(capsys, "check", "-q", "--date", "2025-04-15", "a.txt")[0] == 0


def test_a_stale_title_of_a_newsrooms_own(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "A raid went on.\n\nSpringfield Sheriff Pat Roe said on Tuesday that all was well.\n"
    (folder / "a.txt").write_text(text, "utf-8")
    status, out, _ = run(capsys, "check", "--date", "2025-04-15", "--format", "json", "a.txt")
    assert status == 1
    (finding,) = json.loads(out)["findings"]
    assert finding["rule"] == "titles/stale"
    assert "from 2010-01-04 to 2018-01-02 (City Hall as of 2026-09-01)" in (finding["evidence"])


def test_a_table_that_changed_is_read_again(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_text("Former Springfield Sheriff Samuel Poe spoke.\n", "utf-8")
    words = ("check", "-q", "--date", "2025-04-15", "a.txt")
    assert run(capsys, *words)[0] == 1
    (folder / "sheriffs.toml").write_text(TABLE.replace("2101-01-02", "2023-01-02"), "utf-8")
    assert run(capsys, *words)[0] == 0


def test_a_wrong_table_stops_the_run(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "sheriffs.toml").write_text(TABLE.replace("titles =", "tittles ="), "utf-8")
    (folder / "a.txt").write_text("Nothing to see.\n", "utf-8")
    status, _, err = run(capsys, "check", "a.txt")
    assert status == 2
    assert "sheriffs.toml:9: unknown key 'tittles'; did you mean 'titles'?" in err


def test_a_table_that_is_not_there_stops_the_run(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "sheriffs.toml").unlink()
    (folder / "a.txt").write_text("Nothing to see.\n", "utf-8")
    status, _, err = run(capsys, "check", "a.txt")
    assert status == 2 and "sheriffs.toml" in err


def test_show(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "facts", "show", "Poe")
    assert status == 0
    assert out.splitlines()[0] == "Sam Poe (also Samuel Poe)"
    assert "2018-01-02 to due 2101-01-02  Springfield Sheriff  [springfield/sheriff;" in out
    status, out, _ = run(capsys, "facts", "show", "us/president")
    assert status == 0 and "2009-01-20 to 2017-01-20  Barack Obama" in out
    status, out, err = run(capsys, "facts", "show", "Nobody Known")
    assert (status, out) == (1, "") and "nobody called 'Nobody Known'" in err


def test_check(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "facts", "check", "sheriffs.toml")
    assert (status, out) == (0, "sheriffs.toml: 1 office, 2 tenures, 0 errors, 0 notes\n")
    (folder / "b.toml").write_text(TABLE.replace("since = 2018-01-02", "since = 2017-01-02"))
    status, out, _ = run(capsys, "facts", "check", "b.toml")
    assert status == 1 and "springfield/sheriff: two holders at a time" in out
    assert run(capsys, "facts", "check", "none.toml")[0] == 2


def test_notes_are_listed_only_if_asked_for(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "b.toml").write_text(TABLE.replace("since = 2018-01-02", "since = 2019-01-02"))
    told = "b.toml: 1 office, 2 tenures, 0 errors, 1 note"
    assert run(capsys, "facts", "check", "b.toml")[:2] == (0, f"{told} (-v lists them)\n")
    note, last = run(capsys, "facts", "check", "-v", "b.toml")[1].splitlines()
    assert note.startswith("note   springfield/sheriff: nobody for 365 days") and last == told


CORRECTION = """\
[sources.desk]
name = "Our desk"
licence = "own"
as-of = 2026-11-01

[[office]]
id = "gb/pm"
holders = [
    { name = "Tony Blair", since = 1997-05-02, until = 2007-06-20 },
    { name = "Pat Roe", since = 2026-09-20 },
]
"""


def test_two_lines_correct_our_table(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "pm.toml").write_text(CORRECTION, "utf-8")
    (folder / "copydesk.toml").write_text('facts = ["pm.toml"]\n', "utf-8")
    status, out, _ = run(capsys, "facts", "show", "gb/pm")
    assert status == 0 and "Margaret Thatcher" in out and "Pat Roe" in out
    assert "confirmed: Tony Blair, 1997-05-02 to 2007-06-27 (" in out
    assert "and 1997-05-02 to 2007-06-20 (Our desk)" in out
    assert "added: Pat Roe, nothing → 2026-09-20 to … (Our desk)" in out
    assert "ended: " in out
    assert "  gb/pm: confirmed: Tony Blair" in run(capsys, "facts", "show", "Tony Blair")[1]
    assert run(capsys, "facts", "check", "pm.toml")[0] == 0
    (folder / "new.toml").write_text(CORRECTION.replace("gb/pm", "gb/piper"), "utf-8")
    status, _, err = run(capsys, "facts", "check", "new.toml")
    assert status == 2 and "new.toml: office gb/piper needs titles" in err


def test_a_story_is_judged_by_the_correction(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    row = '{ name = "Sam Poe", since = 2018-01-02, until = 2023-01-02 }'
    own = CORRECTION[: CORRECTION.index("holders")].replace("gb/pm", "springfield/sheriff")
    (folder / "own.toml").write_text(f"{own}holders = [{row}]\n", "utf-8")
    (folder / "a.txt").write_text("Former Springfield Sheriff Samuel Poe spoke.\n", "utf-8")
    words = ("check", "-q", "--date", "2025-04-15", "a.txt")
    assert run(capsys, *words)[0] == 1
    (folder / "copydesk.toml").write_text('facts = ["sheriffs.toml", "own.toml"]\n', "utf-8")
    assert run(capsys, *words)[0] == 0


def test_expiring_lists_what_was_last_checked_too_long_ago(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    open_end = TABLE.replace(", until = 2101-01-02", "").replace(
        "[[office]]", "[[office]]\nhalf-life = 1200"
    )
    (folder / "sheriffs.toml").write_text(open_end, "utf-8")
    out = run(capsys, "facts", "expiring", "--before", "2126-10-01")[1]
    told = "Sam Poe  Springfield Sheriff  [springfield/sheriff]  last checked 2026-09-01"
    assert f"2126-09-01  {told}" in out
    assert "Sam Poe" not in run(capsys, "facts", "expiring", "--before", "2126-09-01")[1]


def test_as_of_and_expiring(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "facts", "as-of")
    assert status == 0 and "2026-09-01       2  City Hall (public record)" in out
    assert out.startswith("copydesk-facts 20")
    status, out, _ = run(capsys, "facts", "expiring", "--before", "2102-01-01")
    assert status == 0 and "2101-01-02  Sam Poe  Springfield Sheriff  [springfield/sheriff]" in out
    status, out, _ = run(capsys, "facts", "expiring", "--before", "2101-01-02")
    assert "Sam Poe" not in out
    status, _, err = run(capsys, "facts", "expiring", "--before", "soon")
    assert status == 2 and "'soon' is not a date" in err


def test_import_of_something_else(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "x.json").write_text('{"a": 1}', "utf-8")
    status, _, err = run(capsys, "facts", "import", "x.json")
    assert status == 2 and "x.json: not the JSON result of the documented query" in err
