"""Where the stet ledger of a draft lies."""

from __future__ import annotations

from functools import lru_cache

from copydesk.files.find_up import find_up

LEDGER = (".copydesk", "stet.toml")


@lru_cache(maxsize=4096)
def find_ledger(folder: str) -> str | None:
    """The nearest stet ledger upward from a folder (absolute)."""
    return find_up(folder, *LEDGER)
