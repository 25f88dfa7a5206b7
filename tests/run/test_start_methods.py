"""Several processes, however Python starts them: the same bytes as from one."""

from __future__ import annotations

import multiprocessing
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.process
METHODS = ("fork", "spawn", "forkserver")
START_METHODS = multiprocessing.get_all_start_methods()
FORMS = ("json", "concise", "text", "sarif")
# A whole run in a Python of its own; on the error stream, how many processes it started.
PROGRAM = """
import multiprocessing, multiprocessing.process, sys
started, start = [], multiprocessing.process.BaseProcess.start
def counted(process):
    started.append(process)
    start(process)
multiprocessing.process.BaseProcess.start = counted
multiprocessing.set_start_method(sys.argv[1])
from copydesk.cli import main
status = main(sys.argv[2:])
print("started", len(started), file=sys.stderr)
sys.exit(status)
"""
SETTINGS = """
terms = ["house.toml"]
style = "ap"
date = "2025-04-15"
[severity]
"spelling/typo" = "style"
[rule."sentence/run-on"]
max_words = 50
[readability]
grade = 12
[[override]]
paths = ["*.md"]
ignore = ["typography"]
style = "guardian"
[profile.night]
ignore = ["style"]
"""
HOUSE = """
[rule]
id = "test/house"
summary = "The form of the house."
severity = "stop"
[forms]
Kyiv = ["Kiev"]
"""
STORY = "The goverment met in Kiev on Tuesday, they said.\n\nVolodymyr {} spoke. “We are open.\n"


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """Twelve drafts of three formats, one that cannot be read, settings and a pack."""
    folder = tmp_path / "drafts"
    folder.mkdir()
    (folder / "house.toml").write_text(HOUSE, "utf-8")
    (folder / "copydesk.toml").write_text(SETTINGS, "utf-8")
    for number in range(12):
        form = ("txt", "md", "html")[number % 3]
        story = STORY.format("Zelensky" if number % 2 else "Zelenskyy")
        (folder / f"draft {number}.{form}").write_text(f"{number}\n\n{story}", "utf-8")
    (folder / "draft bad.txt").write_bytes(b"Kiev \xff\n")
    return folder


def checked(folder: Path, method: str, *words: str) -> tuple[int, bytes, list[str]]:
    """The status, the output, and the lines of the error stream."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, method, "check", "--no-cache", *words],
        cwd=folder, capture_output=True, timeout=300, check=False,
    )  # fmt: skip
    return done.returncode, done.stdout, done.stderr.decode().splitlines()


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("method", METHODS)
def test_the_same_bytes_however_processes_are_started(method: str, form: str, drafts: Path) -> None:
    if method not in START_METHODS:
        pytest.skip(f"platform: no {method} here")
    alone = checked(drafts, method, "--format", form, "--jobs", "1")
    together = checked(drafts, method, "--format", form, "--jobs", "2")
    assert alone[0] == 2  # a draft that cannot be read
    assert alone[2].pop() == "started 0"
    assert together[2].pop() in ("started 1", "started 2")
    assert together == alone
    assert b"test/house" in alone[1] or form == "text"


@pytest.mark.parametrize("method", METHODS)
def test_fixes_are_the_same_however_processes_are_started(method: str, drafts: Path) -> None:
    if method not in START_METHODS:
        pytest.skip(f"platform: no {method} here")
    words = ("--diff", "--suggested")
    alone = checked(drafts, method, *words, "--jobs", "1")
    together = checked(drafts, method, *words, "--jobs", "2")
    assert alone[2].pop() == "started 0"
    assert together[2].pop() in ("started 1", "started 2")
    assert together == alone
    assert b"+The government met in " in alone[1]
