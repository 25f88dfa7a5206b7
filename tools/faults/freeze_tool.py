"""The copydesk that is recorded: how it is called, in a scratch folder with nothing of a user."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

DAY = "2025-04-15"
TIMED_OUT = -1
_HERE = Path(__file__).parent
_AUTHOR = {"NAME": "Ana Lindqvist", "EMAIL": "ana@example.org", "DATE": f"{DAY}T08:00:00Z"}


class Outcome(NamedTuple):
    """What a command gave: its exit status (``TIMED_OUT``: it was ended), and what it wrote."""

    status: int
    out: bytes
    err: bytes


class Tool(NamedTuple):
    """A copydesk, and the scratch folder in which it is run.

    ``command``: the words that call it. ``python``: the interpreter that has it.
    ``scratch``: an empty folder. ``jobs``: the number of processes.
    """

    command: tuple[str, ...]
    python: str
    scratch: Path
    jobs: int = 1

    def run(
        self, words: Sequence[str], folder: Path, *, stdin: bytes = b"", seconds: int = 1200,
        more: Mapping[str, str] | None = None,
    ) -> Outcome:  # fmt: skip
        """Run copydesk with ``words`` in ``folder``; ``more`` are environment variables."""
        line = (*self.command, *words)
        return run(line, folder, stdin, seconds, {**environment(self.scratch), **(more or {})})

    def python_run(self, words: Sequence[str], folder: Path, seconds: int = 1200) -> Outcome:
        """Run Python, the one that has copydesk, with ``words`` in ``folder``."""
        line = (self.python, "-P", *words)
        return run(line, folder, b"", seconds, environment(self.scratch))

    def rules(self) -> list[dict[str, Any]]:
        """The rules that it lists, as its JSON tells them.

        Raises:
            SystemExit: it does not run.
        """
        done = self.run(["rules", "--format", "json"], self.scratch)
        if done.status:
            raise SystemExit(f"freeze: {' '.join(self.command)}: {done.err.decode()}")
        found: list[dict[str, Any]] = json.loads(done.out)["rules"]
        return found

    def walk(self) -> dict[str, Any]:
        """What ``freeze_walk`` says of the rules, in the interpreter that has them."""
        done = self.python_run([str(_HERE / "freeze_walk.py")], self.scratch)
        if done.status:
            raise SystemExit(f"freeze: the rules cannot be read: {done.err.decode()}")
        told: dict[str, Any] = json.loads(done.out)
        return told


def tool_at(path: str, scratch: Path, jobs: int) -> Tool:
    """The copydesk whose console script is at ``path``; with no path, this interpreter's.

    Raises:
        SystemExit: there is no such script, or it does not name its interpreter.
    """
    for name in ("home", "cache"):
        (scratch / name).mkdir(exist_ok=True)
    if not path:
        return Tool((sys.executable, "-P", "-m", "copydesk"), sys.executable, scratch, jobs)
    script = Path(path).absolute()
    try:
        head = script.read_bytes()[:2000].decode("utf-8", "replace")
    except OSError as error:
        raise SystemExit(f"freeze: --copydesk {path}: {error.strerror}") from None
    found = re.match(r"#!(?:/bin/sh\n'''exec' \"?)?([^\s\"]*python[^\s\"]*)", head)
    if not found:
        raise SystemExit(f"freeze: --copydesk {path}: it is no console script of Python")
    return Tool((str(script),), found[1], scratch, jobs)


def environment(scratch: Path) -> dict[str, str]:
    """The environment of every command: the same on every machine."""
    fixed = {
        "PATH": os.environ.get("PATH", os.defpath),
        "HOME": str(scratch / "home"),
        "COPYDESK_CACHE_DIR": str(scratch / "cache"),
        "LANG": "C.UTF-8",
        "TZ": "UTC",
        "TERM": "dumb",
        "GIT_CONFIG_NOSYSTEM": "1",
    }
    for who in ("AUTHOR", "COMMITTER"):
        fixed |= {f"GIT_{who}_{key}": value for key, value in _AUTHOR.items()}
    return fixed


def run(
    line: Sequence[str], folder: Path, stdin: bytes, seconds: int, variables: Mapping[str, str]
) -> Outcome:
    """Run a command in a process group of its own, which ends with it."""
    with subprocess.Popen(
        line, cwd=folder, env=dict(variables), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, start_new_session=True,
    ) as process:  # fmt: skip
        try:
            out, err = process.communicate(stdin, timeout=seconds)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, signal.SIGKILL)
            process.communicate()
            return Outcome(TIMED_OUT, b"", b"")
    return Outcome(process.returncode, out, err)


def progress(text: str) -> None:
    """Say on standard error how far it is."""
    print(f"freeze: {text}", file=sys.stderr, flush=True)
