"""The facts of a run, set up when the first rule asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.facts.store import Facts
    from copydesk.files.data_file import PackFile


class FactsLater:
    """A way to the facts: called, it gives them, the same at every call.

    Args:
        files: the tables, ours first, the newsroom's last.
        cache: the folder for the compiled table; empty for none.
    """

    __slots__ = ("_cache", "_facts", "_files")

    def __init__(self, files: Sequence[PackFile], cache: str = "") -> None:
        self._files = files
        self._cache = cache
        self._facts: Facts | None = None

    def __call__(self) -> Facts:
        """The facts; nothing is read before the first question to them."""
        if self._facts is None:
            from copydesk.facts.store import Facts

            self._facts = Facts(self._files, self._cache)
        return self._facts
