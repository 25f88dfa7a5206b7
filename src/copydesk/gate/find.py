"""Where the baseline lies. By itself, since most runs have none and need no more of it."""

from __future__ import annotations

from copydesk.files.find_up import find_up

FILE = (".copydesk", "baseline.json")


def find_baseline(folder: str) -> str | None:
    """The baseline in the nearest folder upward that has one."""
    return find_up(folder, *FILE)
