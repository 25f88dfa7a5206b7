"""Times whole processes side by side: A B A B …, medians and the ratio."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Mapping, Sequence
from statistics import median


def find(name: str, folder: str | None) -> str | None:
    """A command on the path, or in a folder of peers."""
    return shutil.which(name, path=folder) or shutil.which(name)


def seconds(command: Sequence[str], env: dict[str, str] | None = None) -> float:
    """The wall time of one run; what it prints is thrown away."""
    start = time.perf_counter()
    subprocess.run(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env={**os.environ, **(env or {})},
        check=False,
    )
    return time.perf_counter() - start


def side_by_side(
    commands: Mapping[str, Sequence[str]], runs: int, env: dict[str, str] | None = None
) -> dict[str, float]:
    """The median wall time of each command, in seconds; they take turns."""
    taken: dict[str, list[float]] = {name: [] for name in commands}
    for command in commands.values():
        seconds(command, env)  # not counted
    for _ in range(runs):
        for name, command in commands.items():
            taken[name].append(seconds(command, env))
    return {name: median(times) for name, times in taken.items()}


def table(medians: dict[str, float]) -> str:
    """The medians in milliseconds, and each as a part of the slowest peer's."""
    ours = next(iter(medians.values()))
    lines = [f"{'command':<34} {'ms':>8} {'ours / it':>10}"]
    lines += [
        f"{name:<34} {took * 1000:>8.1f} {ours / took:>10.2f}" for name, took in medians.items()
    ]
    return "\n".join(lines)
