"""Opens a pack of facts: a folder, an archive, or one that a mirror serves."""

from __future__ import annotations

import os
from functools import partial

from copydesk.config.source import shown
from copydesk.facts.pack import CONTENTS
from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from zipfile import ZipFile

LARGEST = 32_000_000  # bytes, of an archive and of each file in it


def opened(source: str) -> Callable[[str], bytes]:
    """The function that reads a file of the pack, given its name.

    The function raises ``KeyError`` or ``OSError`` if there is no such file.

    Args:
        source: a folder, a zip archive such as a wheel, or an address.

    Raises:
        DataError: there is no pack.
    """
    if source.startswith(("https://", "http://")):
        from copydesk.cli.packs.fetched import fetched

        return _in_archive(fetched(source, LARGEST), source)
    if os.path.isdir(source):
        return partial(_in_folder, source)
    try:
        return _in_archive(_limited(source), shown(source))
    except OSError as error:
        raise DataError(f"{shown(source)}: cannot be read: {error.strerror or error}") from None


def _in_folder(folder: str, name: str) -> bytes:
    return _limited(os.path.join(folder, name))


def _limited(path: str) -> bytes:
    with open(path, "rb") as handle:
        return within(handle.read(LARGEST + 1), shown(path))


def within(content: bytes, where: str) -> bytes:
    """The content, unless it is too large."""
    if len(content) > LARGEST:
        raise DataError(f"{where}: larger than {LARGEST // 1_000_000} MB")
    return content


def _in_archive(content: bytes, where: str) -> Callable[[str], bytes]:
    """Reads the files beside the contents in an archive."""
    from io import BytesIO
    from zipfile import BadZipFile, ZipFile

    try:
        archive = ZipFile(BytesIO(content))
    except (BadZipFile, ValueError, NotImplementedError):
        raise DataError(f"{where}: not a pack of facts: neither a folder nor a zip file") from None
    found = [one for one in archive.namelist() if one.rpartition("/")[2] == CONTENTS]
    if len(found) != 1:
        raise DataError(f"{where}: not a pack of facts: it holds {len(found)} files {CONTENTS}")
    return partial(_unpacked, archive, found[0].removesuffix(CONTENTS), where)


def _unpacked(archive: ZipFile, folder: str, where: str, name: str) -> bytes:
    from zipfile import BadZipFile
    from zlib import error

    try:
        with archive.open(f"{folder}{name}") as handle:
            return within(handle.read(LARGEST + 1), f"{where}: {name}")
    except (BadZipFile, NotImplementedError, RuntimeError, error, EOFError) as fault:
        raise DataError(f"{where}: {name} is damaged: {fault}") from None
