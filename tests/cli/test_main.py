from __future__ import annotations

import io
import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

from copydesk import __version__
from copydesk.cli import main

STORY = "Talks resume in the east\n\nTalks in Kiev went on until late on Tuesday, they said.\n"
CLEAN = "Talks resume in the east\n\nTalks in Kyiv went on until late on Tuesday, they said.\n"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def concise(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, list[str], str]:
    status = main(["check", "--date", "2025-04-15", "--format", "concise", *words])
    captured = capsys.readouterr()
    return status, captured.out.splitlines(), captured.err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == f"copydesk {__version__}\n"


def test_a_bad_draft_fails_and_a_clean_one_passes(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.txt").write_text(STORY)
    (folder / "good.txt").write_text(CLEAN)
    status, lines, _ = concise(capsys)
    assert status == 1
    assert [line[:14] for line in lines] == ["bad.txt:3:10: "]
    assert "stop spelling/house-form" in lines[0]
    assert concise(capsys, "good.txt") == (0, [], "")


@pytest.mark.parametrize(
    ("level", "status"), [("stop", 1), ("fix", 1), ("style", 1), ("ask", 1), ("never", 0)]
)
def test_fail_on(folder: Path, capsys: pytest.CaptureFixture[str], level: str, status: int) -> None:
    (folder / "bad.txt").write_text(STORY)
    assert concise(capsys, "--fail-on", level)[0] == status


def test_fail_on_and_severity_in_the_config(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "bad.txt").write_text(STORY)
    (folder / "copydesk.toml").write_text('[severity]\n"spelling/house-form" = "style"\n')
    status, lines, _ = concise(capsys)
    assert (status, len(lines)) == (0, 1)
    assert " style spelling/house-form " in lines[0]
    assert concise(capsys, "--fail-on", "style")[0] == 1


def test_select_and_ignore(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.txt").write_text(STORY)
    assert concise(capsys, "--ignore", "spelling")[:2] == (0, [])
    assert concise(capsys, "--select", "titles,leftover")[:2] == (0, [])
    assert concise(capsys, "--select", "spelling/house-form")[0] == 1


def test_one_bad_file_never_loses_the_findings_of_the_others(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "a.txt").write_bytes(b"caf\xe9")
    (folder / "b.txt").write_text(STORY)
    status, lines, err = concise(capsys)
    assert status == 2
    assert len(lines) == 1
    assert err.startswith("copydesk: a.txt: not UTF-8: byte 0xe9 on line 1")


@pytest.mark.parametrize(
    ("words", "message"),
    [
        ([], "no drafts found; copydesk reads .htm, .html"),
        (["none.txt"], "none.txt: no such file or folder"),
        (["--format", "jsn"], "--format: unknown format 'jsn'; did you mean 'json'?"),
        (["--format-in", "docx"], "--format-in: unknown parser 'docx'; choose from html"),
        (["--fromat", "json"], "unknown option --fromat; did you mean '--format'?"),
        (["--zzz"], "unknown option --zzz; copydesk check --help lists the options"),
        (["--date", "15/4/25"], "--date 15/4/25: not a date; write it as 2025-04-15"),
        (["--config", "none.toml"], "--config none.toml: no such file"),
        (["--select", "speling"], "unknown rule or group 'speling'; did you mean 'spelling'?"),
        (["--style", "rueters"], "unknown house style 'rueters'; did you mean 'reuters'?"),
        (["--ignore", "all"], "no rules selected"),
        (["-", "x.txt"], "- reads one draft from standard input"),
    ],
)
def test_what_goes_wrong_is_said_and_exits_2(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    assert main(["check", *words]) == 2
    captured = capsys.readouterr()
    assert message in captured.err
    assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["chek"], "unknown command 'chek'. Did you mean: copydesk check?"),
        (["-q", "check"], "options of check come after it"),
        (["check", "--fail-on", "x"], "invalid choice"),
    ],
)
def test_wrong_words_exit_2(
    capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    assert message in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "meant"),
    [
        (["draft.md"], "Did you mean: copydesk check draft.md?"),
        (["my draft.md", "-q"], "Did you mean: copydesk check 'my draft.md' -q?"),
        (["--fix", "draft.md"], "Did you mean: copydesk check --fix draft.md?"),
        (["--fix"], "Did you mean: copydesk check --fix?"),
        (["fix", "draft.md"], "Did you mean: copydesk check --fix draft.md?"),
        (["lint", "draft.md"], "Did you mean: copydesk check draft.md?"),
        (["explian", "titles"], "Did you mean: copydesk explain titles?"),
        (["help", "chek"], "Did you mean: copydesk check?"),
        (["--nope"], "no command given. Commands: check, review,"),
        (["xyzzy"], "unknown command 'xyzzy'. Commands: check, review,"),
    ],
)
def test_a_first_word_that_is_no_command_says_what_was_meant(
    folder: Path, capsys: pytest.CaptureFixture[str], words: list[str], meant: str
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 2
    assert meant in capsys.readouterr().err


def test_a_draft_without_a_suffix_is_known_by_its_file(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "story").write_text(STORY)
    with pytest.raises(SystemExit):
        main(["story"])
    assert "Did you mean: copydesk check story?" in capsys.readouterr().err


def test_no_words_at_all_show_the_help_and_exit_2(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main([])
    assert stopped.value.code == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "commands:\n  check " in captured.err


@pytest.mark.parametrize("words", [["help", "stet"], ["help", "stet", "--all"], ["help"]])
def test_help_is_a_command_too(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 0
    shown = "usage: copydesk stet" if "stet" in words else "usage: copydesk COMMAND"
    assert capsys.readouterr().out.startswith(shown)


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["rules", "-h"]])
def test_help_exits_0(capsys: pytest.CaptureFixture[str], words: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(words)
    assert stopped.value.code == 0
    assert "copydesk" in capsys.readouterr().out


def test_standard_input_is_read_as_its_name_says(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def feed(text: str) -> None:
        monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO(text.encode())))

    feed(STORY)
    status, lines, _ = concise(capsys, "-")
    assert (status, lines[0].split(":")[0]) == (1, "<standard input>")
    feed("<p>Talks in <b>Ki</b>ev went on.</p>")
    status, lines, _ = concise(capsys, "-", "--stdin-filename", "desk/x.html")
    assert lines[0].startswith("desk/x.html:1:16: ")


def test_output_goes_to_a_file(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.txt").write_text(STORY)
    assert concise(capsys, "--output", "out.txt") == (1, [], "")
    assert (folder / "out.txt").read_text("utf-8").startswith("bad.txt:3:10: stop")
    assert concise(capsys, "--output", "no/out.txt")[0] == 2


def test_json_gives_every_position(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.txt").write_text(STORY)
    assert main(["check", "--format", "json", "--date", "2025-04-15"]) == 1
    (found,) = json.loads(capsys.readouterr().out)["findings"]
    start, end = found["start"]["offset"], found["end"]["offset"]
    assert STORY[start:end] == found["text"] == "Kiev"
    assert found["start"] == {"offset": 35, "line": 3, "column": 10}
    assert found["fixes"][0]["edits"][0]["text"] == "Kyiv"
    assert found["fixes"][0]["safety"] == "suggested"


def test_text_for_a_person(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "bad.txt").write_text(STORY)
    assert main(["check", "--date", "2025-04-15"]) == 1
    out = capsys.readouterr().out
    assert "bad.txt" in out
    assert "Kyiv" in out
    assert "1 finding" in out
    assert "\x1b" not in out


def test_rules_and_explain(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    listed = capsys.readouterr().out.splitlines()
    ids = [line.split()[0] for line in listed]
    assert ids == sorted(ids)
    for group in ("leftover/", "quote/", "sentence/", "spelling/", "titles/"):
        assert sum(name.startswith(group) for name in ids) >= 2
    assert_explained(capsys, ids[0])
    assert main(["explain", "hose-form"]) == 2
    assert "unknown rule 'hose-form'; " in capsys.readouterr().err


def assert_explained(capsys: pytest.CaptureFixture[str], name: str) -> None:
    assert main(["explain", name, "--all"]) == 0
    told = capsys.readouterr().out
    assert told.startswith(f"{name}: ")
    assert "To turn it off" in told


@pytest.mark.slow
def test_every_rule_is_explained(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules"]) == 0
    for line in capsys.readouterr().out.splitlines():
        assert_explained(capsys, line.split()[0])


def test_rules_as_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rules", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)["rules"]
    assert {"id", "severity", "default", "summary", "options", "from"} <= set(rows[0])


def test_config_says_what_is_in_force_and_from_where(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "copydesk.toml").write_text('fail-on = "stop"\nignore = ["titles"]\n')
    assert main(["config"]) == 0
    out = capsys.readouterr().out
    assert 'fail-on = "stop"  # copydesk.toml' in out
    assert 'ignore = ["titles"]  # copydesk.toml' in out
    assert 'style = ""  # default' in out
    assert "titles/" not in out.split("rules run:")[1]


@pytest.mark.process
def test_output_is_the_same_across_hash_seeds_jobs_and_order(folder: Path) -> None:
    for number in range(8):
        (folder / f"s{number}.txt").write_text(STORY * (number + 1))
    outputs = set()
    names = [f"s{number}.txt" for number in range(8)]
    for seed, jobs, order in (("0", "1", names), ("1", "2", names[::-1]), ("7", "2", ["."])):
        done = subprocess.run(
            [sys.executable, "-m", "copydesk", "check", "--format", "json", "--jobs", jobs,
             "--date", "2025-04-15", *order],
            capture_output=True, env={**os.environ, "PYTHONHASHSEED": seed}, check=False,
        )  # fmt: skip
        assert done.returncode == 1, done.stderr
        outputs.add(done.stdout)
    assert len(outputs) == 1


@pytest.mark.process
def test_a_closed_pipe_is_no_traceback(folder: Path) -> None:
    (folder / "bad.txt").write_text(STORY * 3000)
    done = subprocess.run(
        f"{sys.executable} -m copydesk check --format json | head -c 10",
        shell=True, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr
