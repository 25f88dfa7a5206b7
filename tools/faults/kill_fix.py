"""Kills ``copydesk check --fix`` at random times and looks at what it left.

    python -m tools.faults.kill_fix [RUNS]

Every draft must be the old one or the fixed one, whole; at most a hidden file may
lie beside it, which the next run takes over.
"""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter

from bench.drafts import draft

DRAFTS = 40
FAULTS = '\n\nThe goverment said the the road was “shut".\n'


def command(folder: str, jobs: int) -> list[str]:
    """The command that fixes a folder of drafts."""
    words = ["check", "--fix", "--date", "2025-04-15", "--jobs", str(jobs), folder]
    return [sys.executable, "-m", "copydesk", *words]


def content(folder: str) -> dict[str, bytes]:
    """The files of a folder."""
    found = {}
    for name in sorted(os.listdir(folder)):
        with open(os.path.join(folder, name), "rb") as file:
            found[name] = file.read()
    return found


def fill(folder: str, drafts: dict[str, bytes]) -> None:
    """Make a folder hold these drafts and nothing else."""
    for name in os.listdir(folder):
        os.unlink(os.path.join(folder, name))
    for name, data in drafts.items():
        with open(os.path.join(folder, name), "wb") as file:
            file.write(data)


def main() -> None:
    """Kill so many runs and print what they left."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    rng = random.Random(7)
    old = {f"{n:02}.txt": (draft(n, 3000) + FAULTS * 5).encode() for n in range(DRAFTS)}
    seen: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        fill(folder, old)
        subprocess.run(command(folder, 1), capture_output=True, check=False)  # fills the cache
        fill(folder, old)
        start = time.perf_counter()
        subprocess.run(command(folder, 1), capture_output=True, check=False)
        whole = time.perf_counter() - start
        new = content(folder)
        for _ in range(runs):
            seen += one_run(folder, old, new, rng, whole)
        print(f"{runs} runs killed within {whole:.2f} s, {DRAFTS} drafts each")
    for what, times in sorted(seen.items()):
        print(f"{times:7,}  {what}")
    if seen["HALF A DRAFT"] or seen["not fixed by the next run"]:
        raise SystemExit(1)


def one_run(
    folder: str, old: dict[str, bytes], new: dict[str, bytes], rng: random.Random, whole: float
) -> Counter[str]:
    """Kill one run, and count what it left."""
    fill(folder, old)
    running = subprocess.Popen(
        command(folder, rng.choice([1, 1, 2])), stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    time.sleep(rng.uniform(0.25 * whole, 1.1 * whole))
    os.killpg(running.pid, signal.SIGKILL)
    running.wait()
    seen: Counter[str] = Counter()
    for name, data in content(folder).items():
        if name.startswith(".copydesk-"):
            seen["hidden file left behind"] += 1
        elif data == old[name]:
            seen["draft as it was"] += 1
        else:
            seen["draft fixed" if data == new[name] else "HALF A DRAFT"] += 1
    if rng.random() < 0.1:
        subprocess.run(command(folder, 1), capture_output=True, check=False)
        seen[
            "fixed by the next run" if content(folder) == new else "not fixed by the next run"
        ] += 1
    return seen


if __name__ == "__main__":
    main()
