"""Read and write a list of accepted words on disk: never through a link that leads outside."""

from __future__ import annotations

import os

from copydesk.accepted.lists import text_of
from copydesk.files.data_file import DataFile
from copydesk.files.tree import WORKING_TREE
from copydesk.files.write import NotWritten, write
from copydesk.model.errors import DataError


def read_for_change(path: str, named: bool = False) -> str:
    """The text of a list with its byte order mark, if it has one; empty if there is no file.

    Args:
        path: the file.
        named: whether the user named it on the command line.

    Raises:
        DataError: it cannot be read, or is no text.
    """
    if not os.path.lexists(path):
        return ""
    shown = os.path.relpath(path).replace(os.sep, "/")
    return text_of(DataFile(shown, file=path, tree=WORKING_TREE, named=path if named else ""),
                   "utf-8")  # fmt: skip


def write_list(path: str, before: str, after: str) -> None:
    """Write a list; a new one is only written where there is nothing.

    Args:
        path: the file.
        before: its text when it was read; empty for a new one.
        after: its new text.

    Raises:
        DataError: it cannot be written, or has changed meanwhile.
    """
    try:
        if not os.path.lexists(path):
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666))
        write(path, before.encode("utf-8"), after.encode("utf-8"))
    except NotWritten as refused:
        raise DataError(f"{path}: {refused}") from None
    except OSError as error:
        raise DataError(f"{path}: cannot write: {error.strerror}") from None
