"""The format ``story``: a zip archive with the copy in ``story.txt``, and other files."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

from copydesk import Builder, Unpacked

if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk import Edit, Parsed

_COPY = "story.txt"


def unpack(data: bytes) -> Unpacked:
    """Extract the copy from a file; copydesk reports any exception as a problem of the draft."""
    with ZipFile(BytesIO(data)) as archive:
        return Unpacked(archive.read(_COPY).decode("utf-8"), parse)


def parse(source: str) -> Parsed:
    """Parse the first line as the headline, and every other line as a paragraph."""
    builder = Builder(source)
    at = 0
    for number, line in enumerate(source.splitlines(keepends=True)):
        builder.open("paragraph" if number else "headline")
        builder.add_source(at, at + len(line.rstrip()))
        builder.close()
        at += len(line)
    return builder.finish()


def write(data: bytes, edits: Sequence[Edit]) -> bytes:
    """Apply edits to the copy in a file, and keep everything else as it is."""
    source = unpack(data).source
    for (start, end), text in reversed(edits):  # from the end, so that offsets stay valid
        source = source[:start] + text + source[end:]
    after = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(after, "w") as new:
        for item in old.infolist():
            new.writestr(item, source if item.filename == _COPY else old.read(item))
    return after.getvalue()
