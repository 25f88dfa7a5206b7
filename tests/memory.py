"""The most memory that a process of its own takes."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

# Between the two a small process: a child begins with the peak of the process that it is forked
# from, and this one may be large.
_WATCH = (
    "import resource, subprocess, sys; done = subprocess.run(sys.argv[2:], check=False); "
    "peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss; "
    "open(sys.argv[1], 'w').write(str(peak)); sys.exit(done.returncode)"
)


def watched(
    line: list[str], note: Path, **settings: Any
) -> tuple[subprocess.CompletedProcess[str], int]:
    """Run a command; what came of it, and the most memory it held at once.

    Args:
        line: the command.
        note: a file for the number.
        settings: further arguments of ``subprocess.run``.

    Returns:
        The finished process, and its peak of resident memory in MiB (on Linux).
    """
    note.unlink(missing_ok=True)
    watch = [sys.executable, "-I", "-S", "-c", _WATCH, str(note), *line]
    done = subprocess.run(watch, text=True, check=False, **settings)
    return done, int(note.read_text("utf-8")) // 1024 if note.exists() else 0
