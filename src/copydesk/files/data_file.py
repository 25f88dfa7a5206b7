"""A data file, identified by its name and a digest of its content."""

from __future__ import annotations

from copydesk.cache.digest import digest_of


class DataFile:
    """A data file: its name in messages, its content, and a digest of the content.

    Args:
        path: its name in messages.
        content: its bytes; None to read them from ``file`` on first use.
        file: the path to read.
        digest: the digest of the content, if known without reading it.
        own: whether it comes with copydesk.
    """

    def __init__(
        self,
        path: str,
        content: bytes | None = None,
        *,
        file: str = "",
        digest: str = "",
        own: bool = False,
    ) -> None:
        self.path = path
        self.own = own
        self.file = file
        self._content = content
        self._digest = digest

    @property
    def content(self) -> bytes:
        """The file's bytes.

        Raises:
            DataError: it cannot be read.
        """
        if self._content is None:
            try:
                with open(self.file, "rb") as handle:
                    self._content = handle.read()
            except OSError as error:
                from copydesk.model.errors import DataError

                told = f"{self.path}: cannot read: {error.strerror}"
                raise DataError(told) from None
        return self._content

    @property
    def digest(self) -> str:
        """A digest of the content."""
        if not self._digest:
            self._digest = digest_of(self.content).hex()
        return self._digest
