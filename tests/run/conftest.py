"""A newsroom with drafts good and bad, for tests of whole runs."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from typing import NamedTuple

import pytest

from copydesk.cli import main
from tests.memory import watched

SECONDS = 300  # a net for what never ends, not a bound
MEMORY = 4 << 30
PACK = """
[rule]
id = "test/house"
summary = "The form of the house."
severity = "stop"
[forms]
Kyiv = ["Kiev"]
"""
STORY = "Talks in Kiev went on.\n"
GOOD = {"a good.txt": [9], "z good.txt": [9]}


class Outcome(NamedTuple):
    status: int
    found: dict[str, list[int]]  # where “Kiev” was found: offsets, or lines of a run apart
    errors: list[str]
    out: str
    memory: int = 0  # MiB at the most, of a run apart


class Newsroom:
    """A folder with two good drafts, one before and one behind the bad ones."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys
        self.write("house.toml", PACK)
        self.write("copydesk.toml", 'terms = ["house.toml"]\ndate = "2025-04-15"\n')
        for name in GOOD:
            self.write(name, STORY)

    def write(self, name: str | bytes, content: str | bytes) -> None:
        data = content.encode() if isinstance(content, str) else content
        Path(os.path.join(self.folder, os.fsdecode(name))).write_bytes(data)

    def check(self, *words: str) -> Outcome:
        """Check the folder; what must hold of every run is looked at here."""
        status = main(["check", "--format", "json", *words])
        out, err = self.capsys.readouterr()
        report = json.loads(out)
        errors = [f"{one['path']}: {one['rule']}: {one['message']}" for one in report["errors"]]
        graver = any(one["severity"] in ("stop", "fix") for one in report["findings"])
        assert status == (2 if errors else int(graver)), err
        assert err.count("\n") == len(errors), err
        found: dict[str, list[int]] = {}
        for one in report["findings"]:
            if one["rule"] == "test/house":
                found.setdefault(one["path"], []).append(one["start"]["offset"])
        assert {name: found.pop(name, []) for name in GOOD} == GOOD
        return Outcome(status, found, errors, out)

    def check_apart(self, *words: str) -> Outcome:
        """Check the folder in a process of its own, with a limit of time and of memory."""
        line = [sys.executable, "-m", "copydesk", "check", "--format", "concise", *words]
        done, memory = watched(
            line, self.folder / "peak.number", capture_output=True, timeout=SECONDS,
            cwd=self.folder, preexec_fn=_limit_memory if sys.platform == "linux" else None,
        )  # fmt: skip
        assert "Traceback" not in done.stderr, done.stderr[-2000:]
        assert done.returncode == (2 if done.stderr else 1), done.stderr[-2000:]
        found: dict[str, list[int]] = {}
        for path, number in re.findall(r"(?m)^(.+?):(\d+):\d+: stop test/house", done.stdout):
            found.setdefault(path, []).append(int(number))
        assert {name: found.pop(name, []) for name in GOOD} == {name: [1] for name in GOOD}
        return Outcome(done.returncode, found, done.stderr.splitlines(), done.stdout, memory)


def _limit_memory() -> None:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


@pytest.fixture
def room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Newsroom:
    monkeypatch.chdir(tmp_path)
    return Newsroom(tmp_path, capsys)
