"""Bad files, full disks and closed streams: the run ends, says why, and keeps the rest."""

from __future__ import annotations

import builtins
import os
import re
import subprocess
import sys
from concurrent import futures
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from copydesk.cli import main
from copydesk.run import linter as desk

if TYPE_CHECKING:
    from tests.run.conftest import Newsroom


STORY = "Talks in Kiev went on.\n"
GOOD = {"a good.txt": [9], "z good.txt": [9]}


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
class TestFiles:
    @pytest.mark.parametrize(
        "content", [b"", b" \t\n\n \r\n", b"\xef\xbb\xbf", b"\n" * 9, "\u3000"]
    )
    def test_nothing_in_it(self, room: Newsroom, suffix: str, content: str | bytes) -> None:
        room.write(f"x.{suffix}", content)
        outcome = room.check()
        assert (outcome.found, outcome.errors) == ({}, [])

    @pytest.mark.parametrize(
        ("content", "message"),
        [
            (b"Talks in\nKi\0ev.", "a NUL byte on line 2 (offset 11)"),
            (b"Talks in\nKiev, caf\xe9.", "not UTF-8: byte 0xe9 on line 2"),
            (b"Kiev \xed\xa0\x80 \xf5", "not UTF-8: byte 0xed on line 1"),
            ("Talks in Kiev.".encode("utf-16-le"), "looks like UTF-16 without a byte order"),
            ("Talks in Kiev.".encode("utf-16-be"), "looks like UTF-16 without a byte order"),
            (b"\xff\xfeK\0i\0e", "not UTF-16-LE: byte 0x65 on line 1"),
        ],
    )
    def test_no_text(self, room: Newsroom, suffix: str, content: bytes, message: str) -> None:
        room.write(f"x.{suffix}", content)
        outcome = room.check()
        assert outcome.found == {}
        (error,) = outcome.errors
        assert error.startswith(f"x.{suffix}: : {message}")

    @pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32"])
    def test_a_byte_order_mark(self, room: Newsroom, suffix: str, encoding: str) -> None:
        room.write(f"x.{suffix}", "Die Größe: talks in Kiev.".encode(encoding))
        assert room.check().found == {f"x.{suffix}": [20]}

    @pytest.mark.process
    @pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
    def test_line_ends(self, room: Newsroom, suffix: str, end: str) -> None:
        room.write(f"x.{suffix}", f"Talks in the east{end}{end}Talks in Kiev.{end}")
        assert room.check_apart().found == {f"x.{suffix}": [3]}

    @pytest.mark.parametrize(
        "head",
        ["<!-- ", "<p title='", "---\ntitle: x\n\n", "+++\nt = 1\n\n", "<b>", "<q>“", "[x]("],
    )
    def test_what_is_opened_and_never_closed(self, room: Newsroom, suffix: str, head: str) -> None:
        room.write(f"x.{suffix}", f"{head}Kiev.\n\nTalks in Kiev.\n")
        outcome = room.check()
        front = suffix != "txt" and head[0] in "-+"
        assert (outcome.status == 2) == front, outcome.errors
        if front:
            assert outcome.errors[0].startswith(f"x.{suffix}: : front matter, line 1: no closing ")
            assert outcome.found[f"x.{suffix}"][-1] == len(f"{head}Kiev.\n\nTalks in ")


@pytest.mark.parametrize(
    ("fence", "field", "line"),
    [("---", "tags: [a, b", 3), ("---", "a: 'b", 3), ("---", "\tx: y", 3), ("---", "a: b: c", 3),
     ("+++", "tags = [1,", 3), ("+++", "x y = 1", 3), ("+++", "a = Kiev", 3)],
)  # fmt: skip
def test_broken_front_matter(room: Newsroom, fence: str, field: str, line: int) -> None:
    title = "title: x" if fence == "---" else 'title = "x"'
    head = f"{fence}\n{title}\n{field}\n{fence}\n\n"
    room.write("x.md", f"{head}Talks in Kiev.\n")
    outcome = room.check()
    assert outcome.found["x.md"][-1] == len(head) + 9
    (error,) = outcome.errors
    assert re.match(rf"x\.md: : front matter, line {line}\b", error), error


class TestPlaces:
    def test_a_file_that_is_gone_when_it_is_read(
        self, room: Newsroom, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        room.write("x.md", STORY)
        found = desk.draft_bytes

        def read(path: str, *more: object) -> bytes:
            Path("x.md").unlink(missing_ok=True)
            return found(path, *more)  # type: ignore[arg-type]

        monkeypatch.setattr(desk, "draft_bytes", read)
        assert room.check().errors == ["x.md: : no such file (a broken link, or moved meanwhile)"]

    def test_a_file_that_may_not_be_read(
        self, room: Newsroom, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        room.write("x.md", STORY)
        real = builtins.open

        def refuse(file: Any, *rest: Any, **more: Any) -> Any:
            if str(file).endswith("x.md"):
                raise PermissionError(13, "Permission denied", file)
            return real(file, *rest, **more)

        monkeypatch.setattr(builtins, "open", refuse)
        assert room.check().errors == ["x.md: : no permission to read the file"]

    @pytest.mark.process
    def test_links_folders_and_pipes(self, room: Newsroom) -> None:
        Path("one.txt").symlink_to("two.txt")
        Path("two.txt").symlink_to("one.txt")
        Path("gone.txt").symlink_to("nowhere.txt")
        Path("x.md").mkdir()
        room.write("x.md/y.md", STORY)
        Path("x.md/loop").symlink_to("..")
        os.mkfifo("pipe.txt")
        for jobs in ("1", "2"):
            outcome = room.check_apart("--jobs", jobs)
            assert outcome.found == {"x.md/y.md": [1]}
            assert [line.split(": ")[1:3] for line in outcome.errors] == [
                ["gone.txt", "no such file (a broken link, or moved meanwhile)"],
                ["one.txt", "the link points to itself"],
                ["pipe.txt", "cannot read"],
                ["two.txt", "the link points to itself"],
            ]

    @pytest.mark.parametrize("form", ["json", "text", "concise"])
    def test_names_and_copy_that_act_on_a_terminal(self, room: Newsroom, form: str) -> None:
        names = [b"\x1b[2J.txt", b"caf\xe9.md", b"new\nline.txt", b"\x9b31m.html", "‮x.txt".encode()]
        for name in names:
            room.write(name, "\x1b[31mKiev\x1b]0;title\x07 \x9b2J\u202e in Kiev \x08\x08.\n")
            room.write(b"bad" + name, b"\xff")
        assert len(room.check().errors) == 5
        assert main(["check", "--format", form, "--color", "never"]) == 2
        written = "".join(room.capsys.readouterr())
        assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e\ud800-\udfff]", written)
        assert written.count("Kiev") >= 5

    @pytest.mark.process
    def test_bad_files_among_good_ones_in_two_processes(self, room: Newsroom) -> None:
        for number in range(9):
            room.write(f"bad {number}.txt", b"Kiev \xff")
            room.write(f"fine {number}.html", STORY)
        outcome = room.check("--jobs", "2")
        assert outcome == room.check("--jobs", "1")
        assert (len(outcome.errors), len(outcome.found)) == (9, 9)

    def test_no_more_processes_than_drafts(
        self, room: Newsroom, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        asked = []

        class Pool(futures.ThreadPoolExecutor):
            def __init__(self, workers: int, **more: Any) -> None:
                asked.append(workers)
                super().__init__(min(workers, 2), **more)

        monkeypatch.setattr(futures, "ProcessPoolExecutor", Pool)
        room.check("--jobs", "5000")
        assert asked == [len(GOOD)]


@pytest.mark.process
@pytest.mark.parametrize("end", ["> /dev/full", ">&-", "2>&-", "- <&-"])
def test_a_full_disk_and_closed_streams(room: Newsroom, end: str) -> None:
    room.write("b.txt", b"\xff")
    done = subprocess.run(
        f"{sys.executable} -m copydesk check {end}", shell=True, capture_output=True, text=True,
        timeout=300, check=False, cwd=room.folder,
    )  # fmt: skip
    assert "Traceback" not in done.stderr
    assert done.returncode == 2


@pytest.mark.parametrize("encoding", ["undefined", "punycode", "hex", "no such", "ascii"])
def test_encodings_that_cannot_serve(room: Newsroom, encoding: str) -> None:
    status = main(["check", "--encoding", encoding, "--", "a good.txt"])
    out, err = room.capsys.readouterr()
    assert (status, "Kiev" in out) == ((1, True) if encoding == "ascii" else (2, False))
    assert "failed on this draft" not in err
