"""Where git is, so that a program of that name in the checkout is never run."""

from __future__ import annotations

import os
import sys
from functools import cache


@cache
def git_program() -> str:
    """The program to run as git.

    Windows looks in the current folder before it looks in ``PATH``, and the current folder
    belongs to the authors of the repository. So there the folders of ``PATH`` are searched
    here. Elsewhere the name is enough.
    """
    if sys.platform != "win32":
        return "git"
    return found_in(os.environ.get("PATH", ""), (".exe", ".cmd", ".bat")) or "git.exe not in PATH"


def found_in(path: str, endings: tuple[str, ...]) -> str:
    """The first git in the absolute folders of a search path; empty if there is none.

    Args:
        path: folders, separated as in ``PATH``.
        endings: the endings of programs, in order.
    """
    for folder in path.split(os.pathsep):
        if os.path.isabs(folder):
            for ending in endings:
                file = os.path.join(folder, f"git{ending}")
                if os.path.isfile(file):
                    return file
    return ""
