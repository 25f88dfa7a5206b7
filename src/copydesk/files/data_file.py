"""A data file, identified by its name and a digest of its content."""

from __future__ import annotations

import os
from contextlib import suppress

from copydesk.cache.digest import digest_of
from copydesk.files.tree import WorkingTree

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.files.tree import Tree


def files_in(
    tree: Tree, files: Iterable[tuple[str, str]], named: str = ""
) -> list[DataFile]:  # fmt: skip
    """The data files that a config lists.

    Args:
        tree: where they are read from.
        files: for each, its name in messages and its path.
        named: the path that the user named on the command line, if any.
    """
    return [DataFile(shown, file=file, tree=tree, named=named) for shown, file in files]


class DataFile:
    """A data file: its name in messages, its content, and a digest of the content.

    Args:
        path: its name in messages.
        content: its bytes; None to read them from ``file`` on first use.
        file: the path to read.
        digest: the digest of the content, if known without reading it.
        own: whether it comes with copydesk.
        tree: where it is read from; None for a file that comes with copydesk or a plugin.
        named: the file that the user named on the command line, if any.
        sha256: what its content must have; empty if nothing is known of it.
    """

    def __init__(
        self,
        path: str,
        content: bytes | None = None,
        *,
        file: str = "",
        digest: str = "",
        own: bool = False,
        tree: Tree | None = None,
        named: str = "",
        sha256: str = "",
    ) -> None:
        self.path = path
        self.own = own
        self.file = file
        self._tree = tree
        self._named = named
        self._content = content
        self._digest = digest
        self._sha256 = sha256

    @property
    def content(self) -> bytes:
        """The file's bytes.

        Raises:
            DataError: it cannot be read, or is not what it must be.
        """
        if self._content is None:
            try:
                self._content = self._read()
            except OSError as error:
                from copydesk.model.errors import DataError

                told = f"{self.path}: cannot read: {error.strerror}"
                raise DataError(told) from None
            self._check(self._content)
        return self._content

    def _check(self, content: bytes) -> None:
        if self._sha256:
            from hashlib import sha256

            if sha256(content).hexdigest() != self._sha256:
                from copydesk.model.errors import DataError

                told = "not the file of its pack: it is damaged, or somebody changed it"
                raise DataError(f"{self.file}: {told}")

    def _read(self) -> bytes:
        if self._tree is not None:
            return self._tree.read(self.file, self.file == self._named)
        with open(self.file, "rb") as handle:
            return handle.read()

    def again(self) -> DataFile:
        """The same file, to be read again."""
        return DataFile(self.path, file=self.file, own=self.own, tree=self._tree, named=self._named)

    def beside(self, path: str) -> DataFile | None:
        """A file in the same folder and tree, by its name for messages; None if it is missing."""
        file = os.path.join(os.path.dirname(self.file), os.path.basename(path))
        tree = self._tree
        if not (tree.has(file) if tree is not None else os.path.isfile(file)):
            return None
        named = file if self.file == self._named else ""
        return DataFile(path, file=file, own=self.own, tree=tree, named=named)

    @property
    def digest(self) -> str:
        """A digest of the content."""
        if not self._digest:
            self._digest = self._found_digest()
        return self._digest

    def _found_digest(self) -> str:
        if self._content is None and isinstance(self._tree, WorkingTree):
            from copydesk.files.kept_digest import kept_digest

            with suppress(OSError):
                return kept_digest(self.file, lambda: self.content)
        return digest_of(self.content).hex()
