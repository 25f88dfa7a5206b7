"""The progress bar: late, only on a terminal, and gone at the end."""

from __future__ import annotations

import re
import subprocess
import sys
import threading
from io import StringIO

import pytest

from copydesk.run.progress import Progress

_STEP = re.compile(r"\x1b\[(\??[\d;]*)([A-Za-z])|([^\x1b])")


class Terminal(StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


class Clock:
    """A clock that goes on only when told to."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(autouse=True)
def _wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLUMNS", "80")
    for name in ("NO_COLOR", "JUPYTER_COLUMNS", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)


def screen_of(written: str) -> list[str]:
    """What a terminal shows after all that was written."""
    rows, row, column = [""], 0, 0
    for code, letter, char in _STEP.findall(written):
        if letter == "A":
            row = max(0, row - int(code or 1))
        elif letter == "K":
            rows[row] = "" if code == "2" else rows[row][:column]
        elif char == "\r":
            column = 0
        elif char == "\n":
            row += 1
            rows += [""] * (row + 1 - len(rows))
        elif char:
            rows[row] = rows[row][:column].ljust(column) + char + rows[row][column + 1 :]
            column += 1
        else:
            assert letter in "mhl", (code, letter)
    return [shown.rstrip() for shown in rows]


def test_shows_how_many_are_done_after_a_second(clock: Clock) -> None:
    stream = Terminal()
    with Progress(30, stream, True, clock) as progress:
        progress.advance()
        clock.now += 1.0
        progress.advance(11)
        shown = " ".join(screen_of(stream.getvalue()))
        assert re.fullmatch(r"Checking \S.* 12/30 files ?", shown)
        clock.now += 0.5
        progress.advance()
        assert "13/30 files" in " ".join(screen_of(stream.getvalue()))


def test_leaves_nothing_behind(clock: Clock) -> None:
    stream = Terminal()
    with Progress(3, stream, True, clock) as progress:
        clock.now += 2
        progress.advance()
        clock.now += 2
        progress.advance(2)
    assert "3/3" in stream.getvalue()
    assert "".join(screen_of(stream.getvalue())) == ""
    assert stream.getvalue().rfind("\x1b[?25h") > stream.getvalue().rfind("\x1b[?25l")


def test_leaves_nothing_behind_after_an_error(clock: Clock) -> None:
    stream = Terminal()

    def fail() -> None:
        with Progress(3, stream, True, clock) as progress:
            clock.now += 2
            progress.advance()
            raise RuntimeError("the disk is full")

    with pytest.raises(RuntimeError, match="disk"):
        fail()
    assert "1/3" in stream.getvalue()
    assert "".join(screen_of(stream.getvalue())) == ""


def test_short_run_shows_nothing(clock: Clock) -> None:
    stream = Terminal()
    with Progress(30, stream, True, clock) as progress:
        for _ in range(30):
            clock.now += 0.03
            progress.advance()
    assert stream.getvalue() == ""


def test_nothing_without_a_terminal(clock: Clock) -> None:
    stream = StringIO()
    with Progress(30, stream, False, clock) as progress:
        clock.now += 60
        progress.advance(30)
    assert stream.getvalue() == ""


def test_nothing_without_rich(clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("rich", "rich.console", "rich.progress"):
        monkeypatch.setitem(sys.modules, name, None)
    stream = Terminal()
    with Progress(30, stream, True, clock) as progress:
        clock.now += 60
        progress.advance()
        progress.advance()
    assert stream.getvalue() == ""


def test_draws_seldom(clock: Clock) -> None:
    stream = Terminal()
    with Progress(1000, stream, True, clock) as progress:
        clock.now += 1
        progress.advance()
        drawn = len(stream.getvalue())
        for _ in range(500):
            progress.advance()
        assert len(stream.getvalue()) == drawn
        clock.now += 0.2
        progress.advance()
        assert "502/1000" in stream.getvalue()


def test_takes_no_thread_and_leaves_the_streams_alone(clock: Clock) -> None:
    before, streams = threading.active_count(), (sys.stdout, sys.stderr)
    with Progress(30, Terminal(), True, clock) as progress:
        clock.now += 2
        progress.advance()
        assert threading.active_count() == before
        assert (sys.stdout, sys.stderr) == streams


def test_does_nothing_once_done(clock: Clock) -> None:
    stream = Terminal()
    with Progress(30, stream, True, clock) as progress:
        pass
    clock.now += 60
    progress.advance()
    assert stream.getvalue() == ""


@pytest.mark.process
def test_rich_is_imported_only_by_a_long_run() -> None:
    code = """if True:
        import sys
        from copydesk.run.progress import Progress
        now = [0.0]
        with Progress(9, sys.stderr, True, lambda: now[0]) as progress:
            progress.advance()
            print("rich" in sys.modules)
            now[0] = 2.0
            progress.advance()
            print("rich" in sys.modules)
    """
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=300
    )
    assert done.stdout.split() == ["False", "True"]
