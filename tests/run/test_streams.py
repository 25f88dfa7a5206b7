"""Reports stream: in the order of the paths, while the run goes on, and little is kept."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from copydesk.cli import main
from copydesk.files.discover import Draft
from copydesk.registry.own_formats import FORMATTERS
from copydesk.report import FileReport, Report
from copydesk.report.totals import CountedFiles
from copydesk.run import crew, file_shelf, shelf
from copydesk.run.crew import Crew
from copydesk.run.linter import Linter
from copydesk.run.options import RunOptions
from copydesk.run.runner import run
from copydesk.run.settings import RunSettings

TEXTS = {
    "a.txt": "Volodymyr Zelenskyy spoke on Tuesday, and the the hall was full, they said.\n",
    "b.txt": "Nobody else came to the hall on Tuesday, the organisers said at the door.\n",
    "c.txt": "Volodymyr Zelenskiy spoke on Tuesday, and and the hall was full, they said.\n",
    "d.txt": "The hall was closed on Tuesday, the the owners said. Zelenskyy did not come.\n",
}
CHECK = ["check", "--jobs", "1", "--date", "2025-04-15", "--fail-on", "never"]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        Path(name).write_text(text, "utf-8")
    return tmp_path


def lines(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str]]:
    rows = map(json.loads, capsys.readouterr().out.splitlines())
    return [(row.get("path", ""), row.get("rule", row["type"])) for row in rows]


ROWS = [
    ("a.txt", "sentence/doubled-word"),
    ("c.txt", "sentence/doubled-word"),
    ("d.txt", "sentence/doubled-word"),
    ("a.txt", "spelling/across-stories"),
    ("c.txt", "spelling/across-stories"),
    ("d.txt", "spelling/across-stories"),
    ("", "summary"),
]


def expected() -> list[tuple[str, str]]:
    """The rows, without those of the form that most drafts use."""
    return [row for row in ROWS if row[1] != "spelling/across-stories" or row[0] == "c.txt"]


@pytest.mark.parametrize(
    "words",
    [
        (),
        ("--no-cache",),
        pytest.param(("--jobs", "2", "--no-cache"), marks=pytest.mark.process),
    ],
)
def test_comparing_drafts_comes_last(folder: Path, capsys, words: tuple[str, ...]) -> None:
    for _ in range(2):  # checked, then from the cache
        assert main([*CHECK, *words, "--format", "jsonl"]) == 0
        assert lines(capsys) == expected()


def test_a_finding_is_written_before_the_next_draft_is_read(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    seen: list[int] = []
    read = Linter.check

    def checked(self: Linter, draft: Draft, *rest: object) -> FileReport:
        sys.stdout.flush()
        seen.append(len(lines(capsys)))
        return read(self, draft, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(Linter, "check", checked)
    assert main([*CHECK, "--no-cache", "--format", "jsonl"]) == 0
    assert seen == [0, 1, 0, 1]  # lines that came since the draft before


def test_a_file_gets_the_same(folder: Path, capsys) -> None:
    assert main([*CHECK, "--format", "jsonl"]) == 0
    shown = capsys.readouterr().out
    assert main([*CHECK, "--format", "jsonl=out.jsonl", "--format", "concise"]) == 0
    assert Path("out.jsonl").read_text("utf-8") == shown
    assert len(capsys.readouterr().out.splitlines()) == shown.count('"type": "finding"')


@pytest.mark.parametrize("name", [one.name for one in FORMATTERS])
@pytest.mark.parametrize("words", [(), ("--diff",), ("-v",)])
def test_on_a_shelf_or_in_memory(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys, name: str, words: tuple[str, ...]
) -> None:
    told = []
    for many in (1000, 1):
        monkeypatch.setattr(shelf, "MANY", many)
        main([*CHECK, *words, "--no-cache", "--format", name])
        told.append(capsys.readouterr())
    assert told[0] == told[1]
    assert len(told[0].out) > 100


def test_the_baseline_and_the_ledger_hold_on_a_shelf(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    assert main(["baseline", "--date", "2025-04-15"]) == 0
    capsys.readouterr()
    for many in (1000, 1):
        monkeypatch.setattr(shelf, "MANY", many)
        assert main([*CHECK, "--format", "jsonl"]) == 0
        (row,) = capsys.readouterr().out.splitlines()
        assert json.loads(row)["old"] == len(expected()) - 1


def test_what_is_passed_over_is_on_no_shelf(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    Path("b.txt").write_bytes(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    monkeypatch.setattr(shelf, "MANY", 1)
    assert main([*CHECK, "--format", "json"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert [one["path"] for one in report["files"]] == ["a.txt", "c.txt", "d.txt"]
    assert [one["path"] for one in report["not_read"]] == ["b.txt"]


def reports(folder: Path, **options: object) -> Report:
    drafts = [Draft(name, name) for name in sorted(TEXTS, reverse=True)]
    linter = Linter(RunSettings(date="2025-04-15"))
    return run(linter, drafts, RunOptions(1, cache=False, **options))  # type: ignore[arg-type]


def test_files_on_a_shelf_are_a_sequence(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept = reports(folder)
    monkeypatch.setattr(shelf, "MANY", 1)
    stored = reports(folder, shelve=True)
    assert isinstance(kept.files, tuple)
    assert isinstance(stored.files, CountedFiles)
    plain = [one._replace(sightings=()) for one in kept.files]
    assert list(stored.files) == plain
    assert stored.files[-1] == plain[-1]
    assert stored.files[1:3] == plain[1:3]
    assert [one.path for one in stored.files] == list(TEXTS)
    with pytest.raises(IndexError):
        stored.files[4]
    assert stored.findings == kept.findings
    assert stored.totals.rules == kept.totals.rules
    assert isinstance(reports(folder).files, tuple)  # the library never stores


def test_without_sqlite_they_are_kept_in_memory(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = reports(folder)
    monkeypatch.setattr(shelf, "MANY", 1)
    monkeypatch.setitem(sys.modules, "sqlite3", None)
    monkeypatch.delitem(sys.modules, "copydesk.run.file_shelf", raising=False)
    assert reports(folder, shelve=True) == kept


def test_a_full_disk_is_said(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    import sqlite3

    def full(*_: object) -> None:
        raise sqlite3.OperationalError("database or disk is full")

    monkeypatch.setattr(shelf, "MANY", 1)
    monkeypatch.setattr(file_shelf.FileShelf, "add", full)
    assert main([*CHECK, "--no-cache"]) == 2
    told = capsys.readouterr().err
    assert (
        told == "copydesk: reports cannot be kept in a temporary file: database or disk is full\n"
    )


def test_few_are_made_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    """However slowly reports are taken, processes make only a few more."""
    from concurrent import futures

    given: list[int] = []

    class Pool:
        def __init__(self, *_: object, **__: object) -> None:
            pass

        def __enter__(self) -> Pool:
            return self

        def __exit__(self, *_: object) -> None:
            pass

        def submit(self, _: object, drafts: Sequence[Draft]) -> futures.Future[list[FileReport]]:
            given.append(len(drafts))
            done: futures.Future[list[FileReport]] = futures.Future()
            done.set_result([FileReport(draft.path) for draft in drafts])
            return done

    monkeypatch.setattr(futures, "ProcessPoolExecutor", Pool)
    drafts = [Draft(f"{number:05}", "") for number in range(10_000)]
    made: Iterator[FileReport] = Crew(Linter(RunSettings()), 2).read(drafts)
    paths = []
    for number, report in enumerate(made, 1):
        paths.append(report.path)
        assert sum(given) <= number + crew._CHUNK * (crew._AHEAD * 2 + 1)
    assert paths == [draft.path for draft in drafts]


def test_a_broken_stream_is_a_broken_format(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys
) -> None:
    from copydesk.formats import jsonl_format

    def broken(self: object, file: FileReport) -> str:
        raise ZeroDivisionError("none")

    monkeypatch.setattr(type(jsonl_format.write), "of_file", broken)
    assert main([*CHECK, "--format", "jsonl"]) == 2
    assert "the format jsonl failed: ZeroDivisionError: none" in capsys.readouterr().err
