"""The nearest of something, upward from a folder."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def folders_up(folder: str) -> Iterator[str]:
    """A folder (made absolute, as it is spelled) and those above it, the nearest first."""
    folder = os.path.abspath(folder)
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above


def find_up(folder: str, *names: str) -> str | None:
    """The nearest file of that relative path upward from a folder; None where there is none."""
    for above in folders_up(folder):
        path = os.path.join(above, *names)
        if os.path.isfile(path):
            return path
    return None
