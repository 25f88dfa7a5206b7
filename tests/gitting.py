"""git for tests, with a name of its own."""

from __future__ import annotations

import subprocess
from pathlib import Path

WHO = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false")


def git(*words: str, cwd: Path | None = None) -> str:
    """What git prints."""
    done = subprocess.run(
        ["git", *WHO, *words], cwd=cwd, check=True, capture_output=True, text=True
    )
    return done.stdout
