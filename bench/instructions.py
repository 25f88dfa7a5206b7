"""Counts the instructions of a check, which noise does not change, and holds them to a record.

Run: python -m bench.instructions [check | write | against REV]

Valgrind's callgrind counts. Every figure is a multiple of what Python needs to start and do
nothing, so it holds for one minor version of Python on any machine of one kind.

* ``check`` (the default) compares with ``bench/instructions.toml`` and fails, with status 1, if
  a figure has grown by more than 5 %. Without Valgrind, or for a Python without a record, it
  says so and passes.
* ``write`` records today's figures.
* ``against REV`` installs that revision in an environment of its own and compares with it.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tempfile
import tomllib
import venv
from collections.abc import Mapping
from pathlib import Path

from bench.drafts import draft

RECORD = Path(__file__).with_name("instructions.toml")
ROOT = RECORD.parents[1]
MOST = 1.05
FEW, MANY = 10, 30
_SEVERAL = ("--isolated", "--jobs", "1")
FAULTS = "Mr Brannock said said the the board would recieve it on Monday.Nobody spoke.\n"
_KEPT = ("HOME", "LD_LIBRARY_PATH", "PATH", "TMPDIR")  # CI, above all, makes a check do more
_COUNTED = re.compile(rb"Collected : (\d+)")


def kind() -> str:
    """The Python and the machine that figures are for."""
    return f"{sys.implementation.cache_tag}-{sysconfig.get_platform()}"


class Counter:
    """Counts instructions of the copydesk of one environment.

    Args:
        python: the interpreter of the environment.
        room: an empty folder for drafts and cache.
    """

    def __init__(self, python: str, room: Path) -> None:
        self._python = python
        self._program = str(Path(python).with_name("copydesk"))
        self._room = room
        kept = {name: os.environ[name] for name in _KEPT if name in os.environ}
        self._env = {
            **kept, "PYTHONHASHSEED": "0", "LC_ALL": "C.UTF-8",
            "COPYDESK_CACHE_DIR": str(room / "cache"),
        }  # fmt: skip

    def figures(self) -> dict[str, float]:
        """Each figure as a multiple of a bare start of Python."""
        bare = self._count("-c", "pass")
        for name in ("warm", "warmer"):  # the second compiles what only warm tables need
            self._plain(*_SEVERAL, self._folder(name, MANY))
        few, many = (
            self._run("check", *_SEVERAL, self._folder(name, count))
            for name, count in (("few", FEW), ("many", MANY))
        )
        counts = {
            "version": self._run("--version"),
            "draft": self._check(draft(1, 3000)),
            "draft-with-faults": self._check(draft(2, 3000) + FAULTS),
            "story": (many - few) / (MANY - FEW),
        }
        return {name: round(count / bare, 3) for name, count in counts.items()}

    def _check(self, text: str) -> float:
        path = self._room / "draft.txt"
        path.write_text(text, "utf-8")
        for _ in range(2):  # so that tables, patterns and byte code are there
            self._plain(str(path))
        return self._run("check", str(path))

    def _folder(self, name: str, count: int) -> str:
        """A folder with drafts, the same ones under any name, so that no report is reused."""
        folder = self._room / name
        folder.mkdir()
        for number in range(count):
            (folder / f"{number}.txt").write_text(draft(number, 4000), "utf-8")
        return str(folder)

    def _plain(self, *words: str) -> None:
        line = [self._python, self._program, "check", *words]
        subprocess.run(line, env=self._env, cwd=self._room, capture_output=True, check=False)

    def _run(self, *words: str) -> float:
        return self._count(self._program, *words)

    def _count(self, *words: str) -> float:
        line = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null"]
        done = subprocess.run(
            [*line, self._python, *words],
            env=self._env, cwd=self._room, capture_output=True, check=False,
        )  # fmt: skip
        found = _COUNTED.search(done.stderr)
        if found is None:
            raise SystemExit(f"valgrind counted nothing: {done.stderr[-500:].decode()}")
        return int(found[1])


def today() -> dict[str, float]:
    """The figures of the copydesk that is installed here."""
    with tempfile.TemporaryDirectory() as room:
        return Counter(sys.executable, Path(room)).figures()


def of_revision(revision: str) -> dict[str, float]:
    """The figures of another revision of the repository."""
    with tempfile.TemporaryDirectory() as made:
        room = Path(made)
        git = ["git", "-C", str(ROOT), "worktree"]
        subprocess.run([*git, "add", "-q", "--detach", str(room / "tree"), revision], check=True)
        try:
            venv.create(room / "venv", with_pip=True)
            python = str(room / "venv" / "bin" / "python")
            install = [python, "-m", "pip", "install", "-q", "-e", str(room / "tree")]
            subprocess.run(install, check=True)
            (room / "counted").mkdir()
            return Counter(python, room / "counted").figures()
        finally:
            subprocess.run([*git, "remove", "--force", str(room / "tree")], check=True)


def grown(now: Mapping[str, float], before: Mapping[str, float]) -> list[str]:
    """Prints both, and gives the figures that have grown too much."""
    print(f"{'':<20} {'before':>9} {'now':>9} {'now / before':>13}")
    for name, count in now.items():
        was = before[name]
        print(f"{name:<20} {was:>9.2f} {count:>9.2f} {count / was:>13.3f}")
    return [name for name, count in now.items() if count > before[name] * MOST]


def records() -> dict[str, dict[str, float]]:
    """The recorded figures, by kind of Python."""
    return tomllib.loads(RECORD.read_text("utf-8")) if RECORD.exists() else {}


def write(figures: dict[str, float]) -> None:
    """Record figures for this kind of Python."""
    lines = ["# Instructions as multiples of a bare start of Python: python -m bench.instructions"]
    for name, values in sorted((records() | {kind(): figures}).items()):
        lines += ["", f'["{name}"]', *(f"{key} = {value}" for key, value in values.items())]
    RECORD.write_text("\n".join(lines) + "\n", "utf-8")


def main(words: list[str]) -> int:
    """Count and compare; the exit status."""
    if shutil.which("valgrind") is None:
        print("instructions: valgrind is not here, so nothing was counted")
        return 0
    task = words[0] if words else "check"
    if task == "write":
        write(today())
        return 0
    before = of_revision(words[1]) if task == "against" else records().get(kind())
    if before is None:
        print(f"instructions: there is no record for {kind()}")
        return 0
    if over := grown(today(), before):
        print(f"More than {MOST - 1:.0%} slower: {', '.join(over)}.")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
