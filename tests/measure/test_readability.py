"""How hard a story is to read."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.measure.readability import reading_of
from copydesk.testing.rule_examples import document

EASY = "The cat sat on the mat. It was a warm day. The dog ran to the red barn and slept."
HARD = (
    "The multinational administration subsequently acknowledged considerable irregularities "
    "concerning international procurement, necessitating comprehensive parliamentary "
    "investigations into governmental accountability."
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    def refuse(*args: object, **named: object) -> None:
        raise OSError("no network")

    monkeypatch.setattr(socket, "create_connection", refuse)
    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_hard_copy_is_harder_than_easy_copy(folder: Path) -> None:
    easy, hard = reading_of(document(EASY)), reading_of(document(HARD))
    assert easy is not None
    assert hard is not None
    assert easy.grade < 4 < 16 < hard.grade
    assert easy.fog < hard.fog
    assert easy.ease > 80 > 20 > hard.ease


def test_the_grade_is_kincaids() -> None:
    reading = reading_of(document("The cat sat on the mat. The dog ran to the barn."))
    assert reading is not None
    assert (reading.words, reading.sentences) == (12, 2)
    assert reading.grade == round(0.39 * 6 + 11.8 * 12 / 12 - 15.59, 1)


def test_our_sentences_count_not_textstats() -> None:
    reading = reading_of(
        document("The U.S. sent Mr. J. Doe to Washington, D.C. on Jan. 4. He left.")
    )
    assert reading is not None
    assert reading.sentences == 2
    assert [one.words for one in reading.longest] == [12, 2]


def test_headlines_captions_and_bylines_do_not_count() -> None:
    text = "# A very long headline that goes on and on\n\n![A picture of a cat on a mat](a.jpg)\n\nHe left.\n"
    reading = reading_of(document(text, "markdown"))
    assert reading is not None
    assert reading.words == 2


@pytest.mark.parametrize("text", ["", "\n\n", "# Only a headline\n", "…\n", "![](a.jpg)\n"])
def test_a_story_without_sentences(text: str) -> None:
    assert reading_of(document(text, "markdown")) is None


def test_one_story_is_told_at_length(folder: Path, capsys) -> None:
    (folder / "é.md").write_text(f"# Head\n\n{EASY}\n\n{HARD}\n", "utf-8")
    assert main(["readability", "é.md"]) == 0
    told = capsys.readouterr().out
    assert told.startswith("é.md\n  37 words in 4 sentences, about 0.2 minutes to read\n")
    assert "line 5, 17 words: The multinational administration" in told
    assert "years of schooling" in told


def test_limits_by_desk(folder: Path, capsys) -> None:
    (folder / "copydesk.toml").write_text(
        '[readability]\ngrade = 8\n[[override]]\npaths = ["law/"]\nreadability = {grade = 90, sentence = 5}\n'
    )
    (folder / "law").mkdir()
    for name in ("a.md", "law/b.md"):
        (folder / name).write_text(f"# Head\n\n{HARD}\n", "utf-8")
    assert main(["readability", "--format", "json"]) == 1
    a, b = json.loads(capsys.readouterr().out)["stories"]
    assert [one.partition(":")[0] for one in a["over"]] == ["grade"]
    assert [one.partition(":")[0] for one in b["over"]] == ["words in the longest sentence"]
    assert (a["longest"][0]["line"], a["longest"][0]["column"]) == (3, 1)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("[readability]\ngrad = 8\n", "copydesk.toml:2: unknown key 'grad'; did you mean 'grade'?"),
        ("[readability]\ngrade = 'x'\n", "copydesk.toml:2: grade must be a number"),
    ],
)
def test_wrong_limits_are_told(folder: Path, capsys, text: str, message: str) -> None:
    (folder / "copydesk.toml").write_text(text)
    (folder / "a.md").write_text(EASY)
    assert main(["readability"]) == 2
    assert message in capsys.readouterr().err


def test_many_stories_are_a_table(folder: Path, capsys) -> None:
    for number in range(5):
        (folder / f"{number}.md").write_text(f"# Head\n\n{EASY}\n" if number else "", "utf-8")
    assert main(["readability"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].split() == ["words", "sentences", "minutes", "grade", "fog", "ease", "longest"]
    assert lines[1] == "0.md  no sentences to measure"
    assert lines[-1].split()[:3] == ["all", "80", "12"]


def test_what_cannot_be_read_is_told_and_the_rest_is_measured(folder: Path, capsys) -> None:
    (folder / "a.md").write_text(EASY)
    (folder / "b.md").write_bytes(b"\xff\xfe\x00")
    assert main(["readability"]) == 2
    captured = capsys.readouterr()
    assert "a.md" in captured.out
    assert "b.md" in captured.err
    assert main(["readability", "nothing"]) == 2


def test_the_rule_is_off_unless_it_is_asked_for(folder: Path, capsys) -> None:
    (folder / "a.md").write_text("# Head\n\n" + f"{HARD}\n\n" * 8, "utf-8")
    words = ["check", "--format", "concise", "--no-cache"]
    main(words)
    assert "readability/grade" not in capsys.readouterr().out
    main([*words, "--select", "readability/grade"])
    assert "The story reads at grade" in capsys.readouterr().out


@pytest.mark.process
def test_a_check_does_not_import_textstat(folder: Path) -> None:
    (folder / "a.md").write_text(EASY)
    code = (
        "import sys; from copydesk.cli import main; main(['check', 'a.md', '-q']); "
        "sys.exit('textstat' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
