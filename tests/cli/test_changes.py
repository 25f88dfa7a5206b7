"""``copydesk changes``: what an upgrade makes new, gone or different, and what was not compared."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.model import __version__

FERRY = "Ferry back\n\nThe the ferry is back in Kiev, the port said on Monday.\n"
BRIDGE = "Bridge shut\n\nThe bridge is shut until May, the city said on Tuesday.\n"
DAY = ("--date", "2025-04-15")


@pytest.fixture
def archive(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "archive").mkdir()
    (tmp_path / "archive" / "ferry.txt").write_text(FERRY)
    (tmp_path / "archive" / "bridge.txt").write_text(BRIDGE)
    monkeypatch.chdir(tmp_path)
    return tmp_path / "archive"


def record(*words: str) -> dict[str, object]:
    assert main(["changes", "archive", "--record", "old.json", *DAY, *words]) == 0
    data: dict[str, object] = json.loads(Path("old.json").read_text())
    return data


def against(*words: str) -> int:
    return main(["changes", "archive", "--against", "old.json", *DAY, *words])


def rewrite(data: dict[str, object]) -> None:
    Path("old.json").write_text(json.dumps(data))


def test_the_same_version_finds_the_same(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = record()
    assert data["copydesk"] == __version__
    findings = data["drafts"]["archive/ferry.txt"][1]  # type: ignore[index]
    assert [row[:4] for row in findings] == [
        ["sentence/doubled-word", "fix", 12, 19],
        ["spelling/house-form", "stop", 37, 41],
    ]
    assert against() == 0
    out = capsys.readouterr().out
    assert "old.json: 2 findings in 2 drafts recorded." in out
    assert f"copydesk {__version__} → {__version__}: 2 drafts compared, no differences." in out


def test_new_gone_and_changed_findings(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = record()
    rows = data["drafts"]["archive/ferry.txt"][1]  # type: ignore[index]
    rows[0][1] = "style"
    del rows[1]
    bridge = data["drafts"]["archive/bridge.txt"][1]  # type: ignore[index]
    bridge.append(["titles/stale", "stop", 17, 23, 3, "bridge", ""])
    data["copydesk"], data["rules"]["titles/stale"] = "0.0.1", 7  # type: ignore[index]
    rewrite(data)
    capsys.readouterr()
    assert against() == 1
    out = capsys.readouterr().out
    table = [line.split() for line in out.splitlines()]
    assert ["sentence/doubled-word", "2", "0", "0", "1"] in table
    assert ["spelling/house-form", "1", "1", "0", "0"] in table
    assert ["titles/stale", "7", "→", "1", "0", "1", "0"] in table
    assert ["total", "1", "1", "1"] in table
    assert "1 draft would now fail the check: archive/ferry.txt." in out
    assert "1 draft would now pass the check: archive/bridge.txt." in out
    assert "  archive/ferry.txt:3: stop spelling/house-form “Kiev” should be “Kyiv”." in out
    assert "  archive/bridge.txt:3: stop titles/stale “bridge”" in out
    assert "  archive/ferry.txt:3: style → fix sentence/doubled-word “The” is repeated." in out


def test_a_finding_whose_words_moved_is_changed_not_new(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = record()
    rows = data["drafts"]["archive/ferry.txt"][1]  # type: ignore[index]
    rows[1][3] = 39
    rewrite(data)
    capsys.readouterr()
    assert against("--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    assert [one["kind"] for one in found["changes"]] == ["changed"]
    assert found["changes"][0]["before"]["end"] == 39
    assert found["changes"][0]["now"]["end"] == 41
    assert found["rules"] == [
        {"rule": "spelling/house-form", "version": [1, 1], "new": 0, "gone": 0, "changed": 1}
    ]


def test_a_draft_that_changed_is_named_and_not_compared(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record()
    (archive / "ferry.txt").write_text(FERRY.replace("Kiev", "Kyiv"))
    (archive / "new.txt").write_text(BRIDGE)
    assert against() == 0
    out = capsys.readouterr().out
    assert "1 draft compared" in out
    assert (
        "1 draft not compared, because the text has changed since the record: archive/ferry" in out
    )
    assert "1 draft not in the record: archive/new.txt." in out
    (archive / "bridge.txt").write_text(FERRY)
    assert against() == 0
    assert "0 drafts compared, no differences." in capsys.readouterr().out
    (archive / "bridge.txt").unlink()
    (archive / "ferry.txt").unlink()
    assert against() == 2
    assert "none of the drafts is in the record" in capsys.readouterr().err


def test_settings_and_rules_that_differ_are_said(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = record()
    del data["rules"]["facts/age"]  # type: ignore[attr-defined]
    data["rules"]["old/rule"] = 1  # type: ignore[index]
    rewrite(data)
    Path("copydesk.toml").write_text('ignore = ["spelling/house-form"]\n')
    assert against() == 1
    out = capsys.readouterr().out
    assert "The settings or the stet ledger have changed since the record was made" in out
    assert "1 rule now runs: facts/age." in out
    assert "2 rules no longer run: old/rule, spelling/house-form." in out
    assert "removed" in out.split("spelling/house-form")[2]


def test_drafts_without_a_date_are_read_as_of_the_record(archive: Path) -> None:
    (archive / "ferry.txt").write_text("Talks\n\nFormer President Donald Trump spoke.\n")
    assert main(["changes", "archive", "--record", "old.json"]) == 0
    data = json.loads(Path("old.json").read_text())
    data["today"] = "2022-04-15"
    rewrite(data)
    data["drafts"]["archive/ferry.txt"][1].clear()  # former he was, in 2022
    rewrite(data)
    assert main(["changes", "archive", "--against", "old.json"]) == 0


def test_ten_of_each_kind_are_listed_unless_all_are_wanted(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive / "ferry.txt").write_text("Ferry\n\n" + "The the ferry is back.\n\n" * 12)
    data = record("--select", "sentence/doubled-word")
    data["drafts"]["archive/ferry.txt"][1].clear()  # type: ignore[index]
    rewrite(data)
    capsys.readouterr()
    against("--select", "sentence/doubled-word")
    few = capsys.readouterr().out
    against("--select", "sentence/doubled-word", "--all")
    every = capsys.readouterr().out
    assert few.count("archive/ferry.txt:") == 10
    assert "… and 2 more; --all lists them" in few
    assert every.count("archive/ferry.txt:") == 12


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"version": 1, "findings": []}', '{"version": 1, "drafts": {"a": 1}}',
     '{"version": 1, "copydesk": "x", "today": "", "settings": "", "rules": {}, '
     '"drafts": {"a": ["00", [["r", "fix", "1", 2, 3, "w", ""]]]}}'],
)  # fmt: skip
def test_what_is_no_record_is_refused(
    archive: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("old.json").write_text(text)
    assert against() == 2
    assert "old.json: not a record; make one with copydesk changes" in capsys.readouterr().err


def test_another_form_of_record_is_named(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = record()
    data["version"] = 2
    rewrite(data)
    assert against() == 2
    assert "record version 2; this copydesk reads version 1" in capsys.readouterr().err


def test_nothing_is_recorded_if_a_draft_cannot_be_read(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (archive / "bridge.txt").write_bytes(b"\xff\xfe\xff")
    assert main(["changes", "archive", "--record", "old.json"]) == 2
    assert not Path("old.json").exists()
    assert "nothing recorded or compared" in capsys.readouterr().err


def test_a_result_from_the_cache_is_compared_too(archive: Path) -> None:
    record()
    record()
    data = json.loads(Path("old.json").read_text())
    assert all(len(draft[0]) == 32 for draft in data["drafts"].values())


def test_a_draft_is_not_overwritten(archive: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", "--record", "archive/ferry.txt"]) == 2
    assert "this file exists and is not a record" in capsys.readouterr().err
    assert (archive / "ferry.txt").read_text() == FERRY
    before = record()
    assert main(["changes", "archive", "--against", "old.json", "--output", "old.json"]) == 2
    assert "this is the record" in capsys.readouterr().err
    assert json.loads(Path("old.json").read_text()) == before
    assert record() == before, "a record may be written again"


@pytest.mark.process
def test_a_new_stet_entry_is_named_as_a_cause(
    archive: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record()
    words = ["archive/ferry.txt", "spelling/house-form", "Kiev", "--who", "A", "--why", "b"]
    assert main(["stet", "add", *words, *DAY]) == 0
    capsys.readouterr()
    assert against() == 1
    assert "the stet ledger have changed" in capsys.readouterr().out
