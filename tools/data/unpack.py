"""Unpacks the archives that inputs come in: Debian packages and tar files."""

from __future__ import annotations

import io
import tarfile
from pathlib import Path, PurePosixPath

_AR_HEAD = 60  # bytes before each file of an ar archive


def unpack(archive: Path, folder: Path) -> None:
    """Write the files of an archive into a folder; links are left out."""
    data = archive.read_bytes()
    if archive.suffix == ".deb":
        data = _data_of(data)
    with tarfile.open(fileobj=io.BytesIO(data)) as tar:
        for member in tar:
            name = PurePosixPath(member.name)
            file = tar.extractfile(member) if member.isfile() else None
            if file is not None and ".." not in name.parts and not name.is_absolute():
                target = folder / name
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(file.read())


def _data_of(deb: bytes) -> bytes:
    """The tar file in a Debian package that holds what is installed."""
    at = len(b"!<arch>\n")
    while at + _AR_HEAD <= len(deb):
        name = deb[at : at + 16].decode("ascii").strip()
        size = int(deb[at + 48 : at + 58])
        at += _AR_HEAD
        if name.startswith("data.tar"):
            return deb[at : at + size]
        at += size + size % 2
    raise ValueError("not a Debian package")
