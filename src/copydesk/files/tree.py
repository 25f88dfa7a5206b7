"""Where settings are read from: the working tree, a revision in git, or nowhere.

Config, packs, tables of facts, ignore files, the stet ledger and the baseline are all
read here, so that one place decides what a repository may make copydesk read: regular
files of ordinary size, never through a link that leads outside.
"""

from __future__ import annotations

import os

from copydesk.files.bounds import resolved
from copydesk.files.regular import content
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Hashable
    from typing import Protocol

    class Tree(Hashable, Protocol):
        """A place that settings are read from; trees are hashable and can be pickled."""

        def has(self, path: str) -> bool:
            """Whether there is something at ``path`` that is not a folder."""

        def state(self, path: str) -> object:
            """What changes when the file changes.

            Raises:
                OSError: there is no such file.
            """

        def read(self, path: str, named: bool = False) -> bytes:
            """The content of a file.

            Args:
                path: the file.
                named: whether the user named it on the command line, so that a link may
                    lead anywhere.

            Raises:
                OSError: it cannot be read, is not a regular file or too large, or a link
                    leads out of bounds.
            """


LARGEST = 32 * 1024 * 1024  # bytes of a file with settings; the largest pack of ours has 2 MB


class WorkingTree(ValueTuple):
    """The files as they are."""

    name: str = "working tree"

    def has(self, path: str) -> bool:
        """Whether there is something at ``path`` that is not a folder."""
        return os.path.lexists(path) and not os.path.isdir(path)

    def state(self, path: str) -> object:
        """The file's time, size and identity."""
        found = os.stat(path)
        return found.st_mtime_ns, found.st_size, found.st_ino

    def read(self, path: str, named: bool = False) -> bytes:
        """The content of a file; see ``Tree.read``."""
        data = content(path if named else resolved(path), LARGEST, follow=named)
        check_size(len(data))
        return data


class Nowhere(ValueTuple):
    """No settings at all, for ``--isolated``; only what the user names is read."""

    name: str = "nowhere"

    def has(self, path: str) -> bool:
        """Whether there is a file; there is none."""
        return False

    def state(self, path: str) -> object:
        """The state of a file that the user named."""
        return WORKING_TREE.state(path)

    def read(self, path: str, named: bool = False) -> bytes:
        """The content of a file that the user named."""
        return WORKING_TREE.read(path, named)


WORKING_TREE = WorkingTree()
NOWHERE = Nowhere()


def check_size(size: int) -> None:
    """Raise an OSError if a file with settings is too large; ``size`` is in bytes."""
    if size > LARGEST:
        raise OSError(None, f"larger than {LARGEST // 1024 // 1024} MB")
