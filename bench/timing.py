"""Runs whole processes in turn (A B A B …) and gives the medians of CPU, wall time and memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from statistics import median
from typing import NamedTuple

Make = Callable[[int], Sequence[str]]
"""Makes the command for a round, so that each round may have a text of its own."""


class Usage(NamedTuple):
    """What a process used: CPU and wall time in seconds, its most memory in megabytes."""

    cpu: float
    wall: float
    memory: float


def find(name: str, folder: str | None) -> str | None:
    """A command in a folder of peers, or on the path."""
    return shutil.which(name, path=folder) or shutil.which(name)


def run(command: Sequence[str], env: Mapping[str, str] | None = None, cwd: str = ".") -> Usage:
    """What one run used, with all its processes; what it prints is thrown away."""
    whole = {**os.environ, **(env or {})}
    whole.pop("PYTHONDONTWRITEBYTECODE", None)  # with it, our modules are compiled at every start
    start = time.perf_counter()
    child = subprocess.Popen(
        command,
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=whole,
    )
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss / unit)


def in_turn(
    commands: Mapping[str, Make], rounds: int, env: Mapping[str, str] | None = None, cwd: str = "."
) -> dict[str, Usage]:
    """The medians of each command; the first round is not counted."""
    taken: dict[str, list[Usage]] = {name: [] for name in commands}
    for number in range(rounds + 1):
        for name, make in commands.items():
            used = run(make(number), env, cwd)
            if number:
                taken[name].append(used)
    return {
        name: Usage(*(median(values) for values in zip(*uses, strict=True)))
        for name, uses in taken.items()
    }


def table(medians: Mapping[str, Usage], ours: str) -> str:
    """The medians as a Markdown table, with our CPU as a part of each command's."""
    lines = ["| command | CPU ms | wall ms | MB | our CPU / its |", "|---|--:|--:|--:|--:|"]
    for name, used in medians.items():
        part = f"{medians[ours].cpu / used.cpu:.2f}" if used.cpu else ""
        cells = [f"{used.cpu * 1000:,.0f}", f"{used.wall * 1000:,.0f}", f"{used.memory:,.0f}", part]
        lines.append(f"| {name} | {' | '.join(cells)} |")
    return "\n".join(lines)
