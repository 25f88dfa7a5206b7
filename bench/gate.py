"""The gate's speed: a thousand drafts cold and warm, beside the peers, and the hook's run.

Run: python -m bench.gate [--peers DIR] [--runs N] [--stories DIR]

Prints medians of the wall time, of runs that take turns, each as a part of the slowest
peer's; and the most memory that a process took. The hook's run is one draft beside a
repository of 5,000 whose index is warm; its target is 0.4 s with Python's start.
"""

from __future__ import annotations

import argparse
import compileall
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from statistics import median

from bench.drafts import draft
from bench.timing import find, run

DRAFTS = 1000
STORIES = 5000
PEERS = {"proselint": ["check"], "harper": ["lint"]}
SAMPLE = 100  # drafts that a slow peer is given; its time is scaled
DAY = ("--date", "2025-04-15")


def seconds(words: list[str], folder: Path, cache: Path) -> float:
    """The wall time of one run."""
    return timed(words, folder, cache)[0]


def timed(words: list[str], folder: Path, cache: Path) -> tuple[float, float]:
    """The wall time of one run in seconds, and the most memory of a process in megabytes."""
    used = run(words, {"COPYDESK_CACHE_DIR": str(cache)}, str(folder))
    return used.wall, used.memory


def fill(folder: Path, count: int, size: int) -> list[str]:
    """Write drafts; their names."""
    names = []
    for number in range(count):
        part = folder / f"{number % 50:02}"
        part.mkdir(parents=True, exist_ok=True)
        path = part / f"{number:04}.md"
        head = "---\ndate: 2025-04-15\n---\n\n# "
        text = head + draft(number, size + number % 7 * 600)
        path.write_text(f"{text}\n\nVolodymyr Zelenskyy spoke.\n", "utf-8")
        os.utime(path, (1_700_000_000,) * 2)
        names.append(str(path.relative_to(folder)))
    return names


def copied(folder: Path, stories: str) -> list[str]:
    """Copy the first real stories of a folder; their names."""
    folder.mkdir()
    files = sorted(path for path in Path(stories).iterdir() if path.suffix == ".txt")[:DRAFTS]
    for path in files:
        shutil.copy(path, folder)
    return [path.name for path in files]


def row(name: str, times: list[float], target: str = "") -> None:
    """Print a line of the table."""
    print(f"{name:<46} {median(times) * 1000:>10,.0f} ms   {target}", flush=True)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", help="a folder with the peers' commands")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument(
        "--stories", help="a folder of real stories to take instead of made-up ones"
    )
    arguments = parser.parse_args()
    command = [sys.executable, "-m", "copydesk", "check", *DAY]
    for folder in ("src", "lint_rules"):
        compileall.compile_dir(folder, quiet=1)
    with tempfile.TemporaryDirectory() as made:
        home = Path(made)
        many, cache = home / "many", home / "cache"
        names = copied(many, arguments.stories) if arguments.stories else fill(many, DRAFTS, 2200)
        size = sum((many / name).stat().st_size for name in names)
        print(f"{len(names):,} drafts, {size / 1e6:.1f} MB; medians of {arguments.runs}")
        _, tables = timed([*command, names[0]], many, cache)
        memory: list[float] = []
        peers: dict[str, list[float]] = {}
        cold: list[float] = []
        alone: list[float] = []
        warm: list[float] = []
        for _ in range(arguments.runs):
            for path in cache.glob("results*"):
                path.unlink()
            took, used = timed([*command, "."], many, cache)
            cold.append(took)
            memory.append(used)
            warm.append(seconds([*command, "."], many, cache))
            alone.append(seconds([*command, "--jobs", "1", "--no-cache", "."], many, cache))
            for name, words in PEERS.items():
                found = find(name, arguments.peers)
                if found is not None:
                    took = seconds([found, *words, *names[:SAMPLE]], many, cache)
                    peers.setdefault(name, []).append(took * len(names) / SAMPLE)
        row("cold: no results kept, tables built", cold)
        row("cold, one process, --no-cache", alone)
        row("warm", warm, "target 500")
        for name, times in peers.items():
            part = median(cold) / median(times)
            row(f"{name} ({SAMPLE} drafts, scaled)", times, f"ours, cold: 1/{1 / part:.1f} of it")
        hook(home / "stories", home / "cache-hook", command, arguments.runs)
    print(f"most memory of a process: {max(memory):.0f} MB, {tables:.0f} MB on the first run "
          "of all, which builds the tables; target 150")  # fmt: skip


def hook(folder: Path, cache: Path, command: list[str], runs: int) -> None:
    """Time the hook in a repository of stories, with an index that is cold and then warm."""
    names = fill(folder, STORIES, 1000)
    subprocess.run(["git", "init", "-q", str(folder)], check=True)
    time.sleep(2.1)  # what was written a moment ago is read again
    words = [*command, "--beside", ".", names[7]]
    seconds([*command, names[7]], folder, cache)
    row(f"hook, {STORIES:,} stories, first run", [seconds(words, folder, cache)])
    row("hook, index warm", [seconds(words, folder, cache) for _ in range(2 * runs + 1)],
        "target 400")  # fmt: skip
    row("one draft, nothing beside", [seconds(words[:-3] + words[-1:], folder, cache)
                                      for _ in range(2 * runs + 1)])  # fmt: skip


if __name__ == "__main__":
    main()
