"""What was not checked is said: in the summary, in JSON, and with --strict by the exit status."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest

from copydesk import check_paths, check_text
from copydesk.cli import main
from copydesk.model.gaps import EMPTY, FOLDER, FORMAT, STET_OFF, TRACKED, UNREAD
from copydesk.report import Report
from tests.gitting import git

COPY = "The the minister said in Kiev that TKTK was recieved by the town council on the old road."
GOOD = "The crane swung over the quay at noon, the foreman said.\n"
P = f"<p>{COPY}</p>"


@pytest.fixture(autouse=True)
def _here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def told(report: Report) -> list[tuple[str, str, int]]:
    return [(gap.kind, gap.path, gap.line) for gap in report.gaps]


UNSEEN = [
    ("a.md", f"Fine.\n\n```\n{COPY}\n", UNREAD, 3),
    ("a.md", f"Fine.\n\n    {COPY}\n", UNREAD, 3),
    ("a.html", f"<p>Fine.</p>\n<script>\n{P}\n", UNREAD, 3),
    ("a.html", f"<p>Fine.</p>\n<style>\n{P}\n", UNREAD, 3),
    ("a.html", f"<p>Fine.</p>\n<textarea>\n{P}\n</textarea>", UNREAD, 3),
    ("a.html", f"<p>Fine.</p>\n<svg>\n{P}\n</svg>", UNREAD, 3),
    ("a.html", f"<template>{P}</template>", UNREAD, 1),
    ("a.html", f"<p hidden>{COPY}</p>", UNREAD, 1),
    ("a.html", f"<article hidden>{P}</article>", UNREAD, 1),
    ("a.html", f"<article></article>\n{P}", UNREAD, 2),
    *[("a.html", f"<{name}>{P}</{name}>", UNREAD, 1) for name in ("nav", "aside", "form")],
    ("a.html", "<article></article>", EMPTY, 0),
    ("a.html", "<img src=x>", EMPTY, 0),
    ("a.txt", "", EMPTY, 0),
    ("a.md", " \n\n\t\n", EMPTY, 0),
    ("a.txt", "\ufeff", EMPTY, 0),
    ("a.txt", "* * *\n\n—\n", EMPTY, 0),
    ("a.md", "---\ntitle: Pier shut\n---\n", EMPTY, 0),
    ("a.md", "---\nlayout: page\n---\n", EMPTY, 0),
    ("a.md", f"<!-- {COPY} -->\n", EMPTY, 0),
    ("a.md", f"<!-- stet-off -->\n\n{GOOD}", STET_OFF, 1),
    ("a.html", f"<p>One.</p>\n<!-- stet-off: quote -->\n<p>{GOOD}</p>", STET_OFF, 2),
]


@pytest.mark.parametrize(("name", "text", "kind", "line"), UNSEEN)
def test_a_draft_that_was_not_read_says_so(
    name: str, text: str, kind: str, line: int, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_text(text, "utf-8")
    assert told(check_paths([name])) == [(kind, name, line)]
    assert main(["check", name]) == 0
    said = capsys.readouterr().out
    assert f"{name}:{line}" in said if line else f"{name}." in said
    assert main(["check", "--strict", name]) == 2
    assert f"copydesk: {name}" in capsys.readouterr().err
    assert main(["check", "--format", "json", name]) == 0
    report = json.loads(capsys.readouterr().out)
    gap = {key: report["gaps"][0][key] for key in ("kind", "path", "line")}
    assert gap == {"kind": kind, "path": name, "line": line or None}
    assert report["summary"]["gaps"] == 1


READ = [
    ("a.txt", GOOD),
    ("a.txt", "Ja."),
    ("_index.md", "---\ntitle: All the news\n---\n"),
    ("a.md", f"{GOOD}\n```sh\n" + "ls -l | sort\n" * 50 + "```\n"),
    ("a.md", f"---\ntags: [{', '.join(['old'] * 90)}]\n---\n{GOOD}"),
    ("a.md", f"{GOOD}\n<!-- {COPY} -->\n"),
    ("a.md", f"<!-- stet-off -->\n\n{GOOD}\n<!-- stet-on -->\n"),
    ("a.html", f"<article><p>{GOOD}</p></article><script>{'var the = old + road; ' * 40}</script>"),
    ("a.html", f"<ul>{'<li><a href=x>News</a>' * 60}</ul><p>{GOOD}</p>"),
]


@pytest.mark.parametrize(("name", "text"), READ)
def test_a_draft_that_was_read_says_nothing(name: str, text: str) -> None:
    Path(name).write_text(text, "utf-8")
    assert told(check_paths([name])) == []


def test_a_layout_is_no_story_without_words() -> None:
    Path("templates").mkdir()
    Path("templates/a.md").write_text("---\ntitle: x\n---\n")
    assert told(check_paths(["templates/a.md"])) == []


def test_words_are_counted(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.md").write_text("---\ntitle: Two words\n---\nThree more words.\n")
    Path("b.txt").write_text("One-two 3.\n")
    assert main(["check", "."]) == 0
    assert "7 words read." in capsys.readouterr().out
    main(["check", "--format", "json", "."])
    report = json.loads(capsys.readouterr().out)
    assert report["files"] == [{"path": "a.md", "words": 5}, {"path": "b.txt", "words": 2}]
    assert report["summary"]["words"] == 7
    assert check_text("One two.").words == 2


def test_words_and_gaps_are_the_same_from_the_cache(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    Path("a.txt").write_text("")
    Path("b.md").write_text(f"<!-- stet-off -->\n\n{GOOD}")
    said = []
    for _ in range(2):
        main(["check", "-v", "a.txt", "b.md"])
        said.append(capsys.readouterr().out)
    assert said[0] == said[1] and "11 words read." in said[0] and "b.md:1" in said[0]


def test_a_fixed_draft_counts_too(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.md").write_text(f"<!-- stet-off -->\n\n{GOOD}")
    main(["check", "--fix", "a.md"])
    said = capsys.readouterr().out
    assert "11 words read." in said and "a.md:1" in said


def test_what_lies_beside_the_drafts(capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a.txt", "b.rst", "c.storyx", "d.png", "e.py", "Makefile", ".hidden.txt"):
        Path(name).write_text(GOOD)
    Path("code").mkdir()
    Path("code/f.storyx").write_text(GOOD)
    for folder in (".held", "venv", ".github", "env.d"):
        Path(folder).mkdir()
        Path(folder, "g.txt").write_text(GOOD)
    Path(".held/README.md").write_text(GOOD)
    Path(".real").mkdir()
    Path(".real/pyvenv.cfg").write_text("")
    Path("copydesk.toml").write_text('exclude = ["env.d/"]\n')
    assert told(check_paths(["."])) == [
        (FOLDER, ".held", 0), (FORMAT, "b.rst", 0), (FORMAT, "c.storyx", 0), (FOLDER, "venv", 0),
    ]  # fmt: skip
    assert main(["check"]) == 0
    said = capsys.readouterr().out
    assert "2 files are in formats that copydesk does not read: b.rst, c.storyx." in said
    assert "2 folders were not searched: .held, venv." in said
    assert main(["check", "--strict"]) == 2
    assert main(["check", "--format", "concise"]) == 0
    assert "2 folders were not searched" in capsys.readouterr().err
    assert main(["check", "--format", "concise", "-q"]) == 0
    assert capsys.readouterr().err == ""


def test_many_are_counted_and_listed_when_asked(capsys: pytest.CaptureFixture[str]) -> None:
    for number in range(3):
        Path(f"{number}.txt").write_text("")
        Path(f"{number}.rst").write_text(GOOD)
    main(["check"])
    said = capsys.readouterr().out
    assert "3 drafts have no words to check (-v lists them)." in said
    assert "copydesk does not read: 3 .rst." in said and "2.txt" not in said
    main(["check", "-v"])
    assert "2.txt: nothing to check: the draft is empty." in capsys.readouterr().out


def test_a_linked_folder(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "out").mkdir()
    Path("in/a.txt").write_text(GOOD)
    Path("in/more").symlink_to("../out")
    Path("in/up").symlink_to("..")
    assert told(check_paths(["in"])) == [(FOLDER, "in/more", 0)]


def test_strict_can_be_set_in_the_config(capsys: pytest.CaptureFixture[str]) -> None:
    Path("copydesk.toml").write_text("strict = true\n")
    Path("a.txt").write_text("")
    assert main(["check", "a.txt"]) == 2
    assert "nothing to check: the draft is empty" in capsys.readouterr().err
    main(["config"])
    assert "strict = true" in capsys.readouterr().out
    Path("copydesk.toml").write_text("strict = 1\n")
    assert main(["check", "a.txt"]) == 2
    assert "strict must be true or false" in capsys.readouterr().err


def test_strict_names_the_documents_that_were_not_read(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(GOOD)
    Path("b.docx").write_bytes(b"PK\x03\x04")
    assert main(["check"]) == 0
    assert main(["check", "--strict"]) == 2
    assert "b.docx: not read: a Word document" in capsys.readouterr().err


class _Stdin:
    def __init__(self, data: bytes) -> None:
        self.buffer = io.BytesIO(data)


@pytest.mark.parametrize("words", [["-"], ["--batch"], ["-", "--diff"]])
@pytest.mark.parametrize("data", [b"", b"\n \n"])
def test_nothing_on_standard_input_is_an_error(
    words: list[str], data: bytes, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setattr("sys.stdin", _Stdin(data))
    assert main(["check", *words]) == 2
    assert "standard input" in capsys.readouterr().err
    monkeypatch.setattr("sys.stdin", _Stdin(data))
    assert main(["check", "--allow-empty", *words]) == 0


def test_a_batch_says_how_much_was_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [json.dumps({"text": text, "format": "markdown"}) for text in ("One two.", "```\n")]
    monkeypatch.setattr("sys.stdin", _Stdin("\n".join(lines).encode()))
    assert main(["check", "--batch"]) == 0
    first, second = map(json.loads, capsys.readouterr().out.splitlines())
    assert (first["words"], first["gaps"]) == (2, [])
    assert (second["words"], second["gaps"][0]["kind"]) == (0, EMPTY)


SHEET = "sheet.html"


def test_a_proof_sheet_is_not_checked(capsys: pytest.CaptureFixture[str]) -> None:
    Path("a.txt").write_text(COPY)
    assert main(["check", "--format", f"html={SHEET}", "--format", "text"]) == 1
    assert main(["check", "--format", f"html={SHEET}", "--format", "text"]) == 1
    said = capsys.readouterr().out
    assert "1 document not read: 1 proof sheet." in said and "1 file, " in said
    assert main(["check", SHEET]) == 2
    assert f"{SHEET}: a proof sheet that copydesk wrote, not a draft" in capsys.readouterr().err


@pytest.mark.parametrize(
    "words",
    [
        ["--output", "a.txt", "a.txt"],
        ["--output", "b.md", "a.txt"],
        ["--format", "html=b.md", "a.txt"],
        ["--format", "html=c.html", "a.txt"],
        ["--format", "text", "--format", "json=d.copy", "a.txt", "d.copy"],
        ["--output", "link", "a.txt"],
        ["--format", "concise=./a.txt"],
    ],
)
def test_a_report_is_never_written_over_a_draft(
    words: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("a.txt", "b.md", "c.html", "d.copy"):
        Path(name).write_text(GOOD)
    Path("link").symlink_to("a.txt")
    assert main(["check", *words]) == 2
    assert "not overwritten: it may be a draft" in capsys.readouterr().err
    assert all(Path(name).read_text() == GOOD for name in ("a.txt", "b.md", "c.html", "d.copy"))


def test_nor_is_the_summary_of_the_job_added_to_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.md").write_text(GOOD)
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", "./a.md")
    assert main(["check", "--format", "github", "a.md"]) == 2
    assert "not overwritten" in capsys.readouterr().err
    assert Path("a.md").read_text() == GOOD


@pytest.mark.parametrize("text", ["", GOOD, COPY])
def test_a_report_may_be_written_again(text: str) -> None:
    Path("a.md").write_text(text)
    for file in ("report.txt", "report.html", "report.json"):
        name = {"report.txt": "text", "report.html": "html", "report.json": "json"}[file]
        for _ in range(2):
            assert main(["check", "a.md", "--format", name, "--output", file]) < 2


@pytest.mark.process
@pytest.mark.parametrize("words", [["--changed-since", "HEAD"], ["--staged"]])
@pytest.mark.parametrize("how", ["exclude", "gitignore", "folder"])
def test_nothing_to_check_is_an_error_behind_a_change_filter(
    words: list[str], how: str, capsys: pytest.CaptureFixture[str]
) -> None:
    git("init", "-q")
    Path("a.md").write_text(GOOD)
    Path("code").mkdir()
    git("add", "-A")
    git("commit", "-qm", "x")
    Path("a.md").write_text(COPY)
    git("add", "-A")
    if how == "exclude":
        Path("copydesk.toml").write_text('exclude = ["*"]\n')
    elif how == "gitignore":
        Path(".gitignore").write_text("*.md\n")
    where = ["code"] if how == "folder" else []
    assert main(["check", *words, *where]) == 2
    said = "the config excludes every draft" if how == "exclude" else "no drafts found"
    assert said in capsys.readouterr().err
    assert main(["check", "--allow-empty", *words, *where]) == 0


@pytest.mark.process
def test_no_change_is_no_error() -> None:
    git("init", "-q")
    Path("a.md").write_text(COPY)
    git("add", "-A")
    git("commit", "-qm", "x")
    assert main(["check", "--staged"]) == 0
    assert main(["check", "--changed-since", "HEAD"]) == 0


@pytest.mark.process
def test_a_tracked_draft_that_git_ignores(capsys: pytest.CaptureFixture[str]) -> None:
    git("init", "-q")
    Path("old").mkdir()
    for name in ("a.md", "b.md", "old/c.md", "untracked.md", "d.py", "e.md"):
        Path(name).write_text(GOOD)
    Path(".gitignore").write_text("b.md\nold/\nuntracked.md\nd.py\ne.md\n")
    Path("copydesk.toml").write_text('exclude = ["e.md"]\n')
    git("add", "-f", "a.md", "b.md", "old/c.md", "d.py", "e.md")
    assert main(["check"]) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "2 tracked drafts are ignored by git and were not checked: b.md, old/c.md." in said
    assert main(["check", "--strict"]) == 2
    capsys.readouterr()
    main(["check", "--format", "json"])
    gaps = json.loads(capsys.readouterr().out)["gaps"]
    assert [(gap["kind"], gap["path"]) for gap in gaps] == [
        (TRACKED, "b.md"),
        (TRACKED, "old/c.md"),
    ]
