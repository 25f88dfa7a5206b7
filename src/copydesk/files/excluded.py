"""What the config excludes, counted."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


class Excluded:
    """What the config excludes, and how often it did.

    Args:
        excluded: whether the config excludes a path; the path of a folder ends in a slash.
    """

    def __init__(self, excluded: Callable[[str], bool]) -> None:
        self._excluded = excluded
        self.number = 0

    def __call__(self, path: str) -> bool:
        """Whether the config excludes a path."""
        found = self._excluded(path)
        self.number += found
        return found

    def within(self, path: str) -> bool:
        """Whether the config excludes a file, or a folder that it is in.

        The folders are those of the path as it is spelled.
        """
        folder = os.path.dirname(os.path.normpath(path))
        above = []
        while folder not in ("", os.sep, os.pardir) and os.path.dirname(folder) != folder:
            above.append(folder + "/")
            folder = os.path.dirname(folder)
        return any(self(one) for one in (*reversed(above), path))
