"""A revision in git as a place that settings are read from."""

from __future__ import annotations

import os
from functools import lru_cache

from copydesk.files.tree import WORKING_TREE, check_size
from copydesk.gate.git import blob, listing
from copydesk.model.value_tuple import ValueTuple

_MOST_LINKS = 8


class File(ValueTuple):
    """A file of a revision: its object in git, its size in bytes, and whether it is a link."""

    object: str
    size: int
    is_link: bool


class Revision(ValueTuple):
    """The files of a revision in git.

    Attributes:
        top: the real top folder of the repository.
        commit: the full name of the commit.
    """

    top: str
    commit: str

    def has(self, path: str) -> bool:
        """Whether the revision has a file at ``path``."""
        inside = self._inside(path)
        return WORKING_TREE.has(path) if inside is None else inside in self._files

    def state(self, path: str) -> object:
        """The object of a file in the revision."""
        inside = self._inside(path)
        return WORKING_TREE.state(path) if inside is None else self._files.get(inside)

    def read(self, path: str, named: bool = False) -> bytes:
        """The content of a file in the revision; outside the repository, the file itself."""
        inside = self._inside(path)
        if inside is None:
            return WORKING_TREE.read(path, named)
        for _ in range(_MOST_LINKS):
            found = self._files.get(inside)
            if found is None:
                raise FileNotFoundError(None, f"not in {self.commit[:12]}")
            if not found.is_link:
                check_size(found.size)
                return blob(self.top, found.object)
            inside = self._target(inside, found.object)
        raise OSError(None, "the link points to itself")

    def _target(self, inside: str, name: str) -> str:
        to = os.fsdecode(blob(self.top, name))
        target = os.path.normpath(os.path.join(os.path.dirname(inside), to))
        if os.path.isabs(target) or target.split(os.sep)[0] == os.pardir:
            raise OSError(None, f"a link leads outside {self.top}")
        return target.replace(os.sep, "/")

    @property
    def _files(self) -> dict[str, File]:
        return _files_of(self.top, self.commit)

    def _inside(self, path: str) -> str | None:
        """The path relative to the top folder, with slashes; None if it is outside."""
        folder, name = os.path.split(os.path.abspath(path))
        relative = os.path.relpath(os.path.join(os.path.realpath(folder), name), self.top)
        if os.path.isabs(relative) or relative.split(os.sep)[0] == os.pardir:
            return None
        return relative.replace(os.sep, "/")


@lru_cache(maxsize=4)
def _files_of(top: str, commit: str) -> dict[str, File]:
    return {path: File(name, size, is_link) for path, name, size, is_link in listing(top, commit)}
