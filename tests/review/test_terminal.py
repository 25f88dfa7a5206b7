"""The review on a real screen: keys, colours, sizes, Ctrl-C."""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path

import pytest

from copydesk.cli import main

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(sys.platform == "win32", reason="platform: needs a pseudo-terminal"),
]
DAY = "2025-04-15"
STORY = (Path(__file__).parent / "story.txt").read_text("utf-8")
PATIENCE = 180  # seconds: a net for what never comes, not a bound


class Terminal:
    """copydesk review in a real pseudo-terminal, and what a person would see of it."""

    def __init__(
        self, *words: str, columns: int = 80, lines: int = 24, term: str = "xterm"
    ) -> None:
        import pexpect  # not on every platform
        import pyte

        self._timeout, self._end = pexpect.TIMEOUT, pexpect.EOF
        self.screen = pyte.Screen(columns, lines)
        self._stream = pyte.Stream(self.screen)
        self.raw = ""
        env = {
            **os.environ,
            "TERM": term,
            "PYTHONPATH": os.pathsep.join(sys.path),
            "PROMPT_TOOLKIT_NO_CPR": "1",
        }
        self.child = pexpect.spawn(
            sys.executable, ["-m", "copydesk", "review", "--date", DAY, *words],
            dimensions=(lines, columns), env=env, encoding="utf-8",
        )  # fmt: skip

    @property
    def shown(self) -> str:
        return "\n".join(self.screen.display)

    def until(self, text: str) -> None:
        end = time.monotonic() + PATIENCE
        while text not in self.shown and time.monotonic() < end:
            if not self.read() and not self.child.isalive():
                break
        assert text in self.shown, self.shown

    def read(self) -> bool:
        """Take in what came within a moment; False if nothing did, or nothing will."""
        try:
            got = self.child.read_nonblocking(65536, 0.2)
        except (self._timeout, self._end):
            return False
        self.raw += got
        self._stream.feed(got)
        return True

    def press(self, keys_: str, until: str) -> None:
        """Press keys as people do: when nothing moves any more."""
        while self.read():
            pass
        self.child.send(keys_)
        self.until(until)

    def end(self) -> int:
        self.child.expect(self._end, timeout=PATIENCE)
        self.child.close()
        status = self.child.exitstatus
        assert status is not None
        return int(status)


def test_a_session_in_a_real_terminal() -> None:
    terminal = Terminal("a.txt")
    terminal.until("a accept")
    assert "»Kiev«" in terminal.shown and "q quit" in terminal.shown
    before = int(terminal.shown.split(" of ")[1].split()[0])
    terminal.press("a", "Write “Kyiv”: done.")
    assert f"1 of {before - 1}" in terminal.shown and "(changed)" in terminal.shown
    terminal.press("u", "Undone.")
    assert f"1 of {before}" in terminal.shown and "(changed)" not in terminal.shown
    terminal.press("a", "Write “Kyiv”: done.")
    terminal.press("e", "Change to:")
    terminal.press("\x15", "Enter: OK")  # Ctrl-U empties the line
    terminal.press("They met in the town of Kyiv.\r", "Edited.")
    terminal.press("s", "Reason to let it stand?")
    terminal.press("the dish is called so\r", "Let stand.")
    terminal.press("\x03", "Nothing lost")
    terminal.press("?", "any other key: back")
    terminal.press("x", "a accept")
    assert Path("a.txt").read_text("utf-8") == STORY and not Path(".copydesk").exists()
    terminal.press("q", "Save 3 changes?")
    terminal.child.send("y")
    assert terminal.end() == 0
    text = Path("a.txt").read_text("utf-8")
    assert text == STORY.replace("talks in Kiev", "talks in Kyiv").replace(
        "They met in Kiev.", "They met in the town of Kyiv."
    )
    ledger = Path(".copydesk/stet.toml").read_text("utf-8")
    assert ledger.count("[[stet]]") == 1
    assert 'words = "Kiev"' in ledger and 'why = "the dish is called so"' in ledger
    assert main(["check", "--date", DAY, "--select", "spelling/house-form"]) == 0


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), (60, 20)])
def test_without_colour_nothing_is_coloured(columns: int, lines: int) -> None:
    terminal = Terminal("--color", "never", columns=columns, lines=lines)
    terminal.until("q quit")
    terminal.press("q", " ")
    assert terminal.end() == 0
    import re

    codes = {
        code for found in re.findall(r"\x1b\[([\d;]*)m", terminal.raw) for code in found.split(";")
    }
    assert not any(
        code.isdigit() and 30 <= int(code) <= 49 and code != "39" and code != "49" for code in codes
    )


def test_a_long_page_can_be_scrolled_and_a_dumb_terminal_gets_the_dialogue() -> None:
    terminal = Terminal("a.txt", lines=12)
    terminal.until("arrow down: more")
    assert "a/1" not in terminal.shown
    terminal.press("\x1b[B" * 9, "a/1  Write “Kyiv”")
    terminal.child.send("q")
    assert terminal.end() == 0
    dumb = Terminal("a.txt", term="dumb", lines=200)
    dumb.until("Next?")
    dumb.child.send("q\r")
    assert dumb.end() == 0


def test_plain_in_a_terminal_survives_ctrl_c() -> None:
    terminal = Terminal("--plain", "a.txt", lines=200)
    terminal.until("Next?")
    terminal.press("a\r", "Write “Kyiv”: done.")
    terminal.press("\x03", "Nothing lost")
    terminal.press("w\r", "Saved: 1 change.")
    terminal.child.send("q\r")
    assert terminal.end() == 0
    assert Path("a.txt").read_text("utf-8") == STORY.replace("talks in Kiev", "talks in Kyiv")


def test_a_closed_terminal_loses_no_decision(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    terminal = Terminal("a.txt")
    terminal.until("a accept")
    terminal.press("a", "1 change not saved")
    terminal.press("s", "Reason to let it stand?")
    terminal.press("the dish is called so\r", "2 changes not saved")
    terminal.child.kill(signal.SIGHUP)
    assert terminal.end() == 128 + signal.SIGHUP
    assert Path("a.txt").read_text("utf-8") == STORY
    (kept,) = (tmp_path / "cache").glob("review-*")
    assert kept.stat().st_mode & 0o777 == 0o600
    again = Terminal("a.txt")
    again.until("Take up its decisions?")
    again.press("y", "2 changes not saved")
    assert not kept.exists()
    again.press("q", "Save 2 changes?")
    again.child.send("y")
    assert again.end() == 0
    assert Path("a.txt").read_text("utf-8") != STORY
    assert 'why = "the dish is called so"' in Path(".copydesk/stet.toml").read_text("utf-8")
