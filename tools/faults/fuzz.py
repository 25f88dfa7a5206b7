"""Inputs that nobody would write: drafts, configs, names, links, devices, FIFOs.

    python -m tools.faults.fuzz [--inputs N] [--seed N]

Each input is drawn from the seed and its number, and handed to the command in this process;
no other is started. What is the same for all inputs is made once: the packs of terms, and the
linter of drafts that have no config.
Whatever it is, the run must end within a minute with exit status 0, 1 or 2, without a
traceback; with 2 there must be a line that says why, and what lies outside the folder stays as
it is. A secret outside must not be in the output.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import shutil
import signal
import tempfile
import time
from collections import Counter
from contextlib import ExitStack, redirect_stderr, redirect_stdout
from functools import cache
from pathlib import Path
from unittest.mock import patch

from copydesk.cli import main
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from copydesk.terms.pack import read_pack

DAY = "2025-04-15"
SECONDS = 60  # a net for what never ends
SECRET = "the the hunter2hunter2 recieved Kiev\n"
SEEDS = (
    "Pier opens\n\nBRANNOCK (HN) — The the pier opened in “May”, they’re told.\n",
    "---\ntitle: Pier\n---\n\n# A *b*\n\n- [x](y) <b>c</b>\n\n<!-- stet: quote: r -->\n\n“a",
    "<html lang=en><title>a</title><body><article><p>The the &amp; &#38; <a href='x'>b",
    "{{< fig src='a' >}} {% if a %} $x$ ```\ncode\n``` | a | b |\n|---|---|\n[^1]: note\n",
)
CONFIG = (
    'ignore = ["spelling"]\nfail-on = "fix"\nexclude = ["a*"]\nmax-size = 1\n'
    '[severity]\n"quote/unclosed" = "stop"\n[[override]]\npaths = ["*.md"]\nignore = ["style"]\n'
)
BITS = (
    "“", "”", "'", '"', "<", ">", "<!--", "-->", "[", "](", "{{", "}}", "{%", "\n\n", "\r", "\0",
    "\u202e", "\u200b", "\ufeff", "\ud800", "&#", "`", "```", "---\n", "+++\n", "stet-off", "[CQ]",
    "the the ", "[[", "= ", '"""', "1979-05-27", "nan", "\U0001f600", "e\u0301", "::add-mask::",
)  # fmt: skip
NAMES = (
    "a.txt", "--fix", "-", "--config=x.md", "a\nb.md", "::set-output name=r::x.txt", "\udcff.txt",
    "\u202ea.md", ".hidden.md", "a b.html", "x" * 200 + ".txt", "copydesk.toml", "*.md", "~",
    "$HOME.md",
)  # fmt: skip


def mutated(text: str, rng: random.Random) -> bytes:
    """A text with bits put in, cut out, repeated, and at times bytes changed."""
    for _ in range(rng.randrange(1, 8)):
        at, to = sorted(rng.randrange(len(text) + 1) for _ in range(2))
        bit = rng.choice(BITS) * rng.choice((1, 1, 1, 2, 30))
        piece = text[at:to]
        text = text[:at] + rng.choice((bit, bit + piece, "", piece * 2)) + text[to:]
        text = text[:4000]
    data = bytearray(text.encode("utf-8", "surrogatepass"))
    if data and rng.random() < 0.2:
        data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
    return bytes(data)


class Fuzz:
    """The folder that is checked, and what lies outside it.

    Attributes:
        seen: how often each kind ran and each exit status came.
        bad: what must not be, with the number of the input.
    """

    def __init__(self, home: Path, seed: int) -> None:
        self.home, self.seed = home, seed
        self.work, self.secret = home / "work", home / "secret.txt"
        self.secret.write_text(SECRET, "utf-8")
        self.work.mkdir()
        self.seen: Counter[str] = Counter()
        self.bad: list[str] = []
        self.kind = ""
        self._linters: list[Linter] = []

    def linter(self, settings: RunSettings) -> Linter:
        """The linter with these settings; for drafts without a config the same every time."""
        if self.kind not in ("draft", "name") or (self.work / "copydesk.toml").exists():
            return Linter(settings)
        found = next((one for one in self._linters if one.settings == settings), None)
        if found is None:
            found = Linter(settings)
            self._linters.append(found)
        return found

    def one(self, number: int) -> None:
        """Make one input and check it."""
        rng = random.Random(f"{self.seed}:{number}")
        self._clear()
        kind = rng.choice((self.draft, self.draft, self.draft, self.config, self.place, self.name))
        words = kind(rng)
        self.kind = kind.__name__
        self.seen[kind.__name__] += 1
        self._run(f"{kind.__name__} {number}", words)

    def draft(self, rng: random.Random) -> list[str]:
        """A draft of no sense, checked or fixed."""
        name = f"x.{rng.choice(('txt', 'md', 'html'))}"
        (self.work / name).write_bytes(mutated(rng.choice(SEEDS), rng))
        return [*rng.choice(([], [], ["--fix"], ["--diff"], ["--final"])), name]

    def config(self, rng: random.Random) -> list[str]:
        """A config, a pattern for files, a ledger or a baseline of no sense."""
        (self.work / "a.txt").write_text(SEEDS[0], "utf-8")
        places = ("copydesk.toml", ".gitignore", "stet.toml", ".copydesk/baseline.json")
        path = self.work / rng.choice(places)
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(mutated(CONFIG, rng))
        return ["."]

    def place(self, rng: random.Random) -> list[str]:
        """Links, devices and FIFOs where drafts and settings are looked for."""
        (self.work / "a.txt").write_text(SEEDS[0], "utf-8")
        for name in rng.sample(("x.txt", "y.md", "copydesk.toml", ".gitignore", ".copydesk"), 2):
            path = self.work / name
            if rng.random() < 0.25:
                os.mkfifo(path)
            else:
                targets = (self.secret, self.home, "/dev/zero", "/dev/stdin", "/proc/self/environ")
                path.symlink_to(rng.choice((*targets, "/dev/full", path, "no", self.work)))
        return [*rng.choice(([], ["--fix"])), "."]

    def name(self, rng: random.Random) -> list[str]:
        """Files with names that mean something elsewhere."""
        for name in rng.sample(NAMES, 3):
            Path(os.path.join(self.work, name)).write_bytes(mutated(SEEDS[0], rng))
        return [*rng.choice(([], ["--fix"], ["--format", "github"], ["--format", "html"])), "."]

    def _clear(self) -> None:
        """Empty the folder; to make it anew, and to enter it, would take as long as a check."""
        for entry in os.scandir(self.work):
            if entry.is_dir(follow_symlinks=False):
                shutil.rmtree(entry.path)
            else:
                os.unlink(entry.path)

    def _run(self, what: str, words: list[str]) -> None:
        out, err = io.StringIO(), io.StringIO()
        signal.alarm(SECONDS)
        try:
            with redirect_stdout(out), redirect_stderr(err):
                status = main(["check", "--date", DAY, "--jobs", "1", *words])
        except SystemExit as ended:  # how argparse refuses what it was given
            status = ended.code if isinstance(ended.code, int) else -1
        except BaseException as error:
            status = -1
            self.bad.append(f"{what}: {words}: {error!r}")
        finally:
            signal.alarm(0)
        self.seen[f"exit {status}"] += 1
        said = out.getvalue() + err.getvalue()
        wrong = {
            "no line says why": status == 2 and not err.getvalue().strip(),
            "a fault of ours": "Traceback" in said or "copydesk failed" in said,
            "a rule crashed": "crashed" in said,
            "the secret is out": "hunter2hunter2" in said,
            "changed outside": self.secret.read_text("utf-8") != SECRET,
        }
        self.bad += [f"{what}: {words}: {name}" for name, is_so in wrong.items() if is_so]


def _too_long(number: int, frame: object) -> None:
    raise TimeoutError(f"no end after {SECONDS} s")


def fuzz(home: Path, inputs: int, seed: int = 7, first: int = 0) -> Fuzz:
    """Check so many inputs; what was seen and what was bad."""
    found, before, here = Fuzz(home, seed), signal.signal(signal.SIGALRM, _too_long), os.getcwd()
    try:
        with ExitStack() as stack:
            stack.enter_context(patch("copydesk.cli.commands.check.Linter", found.linter))
            stack.enter_context(patch("copydesk.terms.pack.read_pack", cache(read_pack)))
            os.chdir(found.work)
            for number in range(first, first + inputs):
                found.one(number)
    finally:
        os.chdir(here)
        signal.signal(signal.SIGALRM, before)
    return found


def run() -> int:
    """Fuzz and print the figures; 1 if anything was bad."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--inputs", type=int, default=200_000)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--first", type=int, default=0, help="the number of the first input")
    arguments = parser.parse_args()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        found = fuzz(Path(folder), arguments.inputs, arguments.seed, arguments.first)
    print(f"{arguments.inputs:,} inputs in {time.perf_counter() - start:.0f} s")
    for what, times in sorted(found.seen.items()):
        print(f"{times:9,}  {what}")
    print("\n".join(found.bad) or "        0  bad")
    return 1 if found.bad else 0


if __name__ == "__main__":
    raise SystemExit(run())
