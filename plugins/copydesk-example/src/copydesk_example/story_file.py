"""The format ``story``: a zip archive with the copy in ``story.txt`` and other files beside it."""

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
    """The copy in a file. What goes wrong may be raised: copydesk tells it of the draft."""
    with ZipFile(BytesIO(data)) as archive:
        return Unpacked(archive.read(_COPY).decode("utf-8"), parse)


def parse(source: str) -> Parsed:
    """A headline on the first line, and a paragraph on every other."""
    builder = Builder(source)
    at = 0
    for number, line in enumerate(source.splitlines(keepends=True)):
        builder.open("paragraph" if number else "headline")
        builder.add_source(at, at + len(line.rstrip()))
        builder.close()
        at += len(line)
    return builder.finish()


def write(data: bytes, edits: Sequence[Edit]) -> bytes:
    """The file after edits of its copy, all else as it was."""
    source = unpack(data).source
    for (start, end), text in reversed(edits):  # from the end, so that offsets hold
        source = source[:start] + text + source[end:]
    after = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(after, "w") as new:
        for item in old.infolist():
            new.writestr(item, source if item.filename == _COPY else old.read(item))
    return after.getvalue()
