"""What a run did not check, although nobody asked to leave it out; most runs have none."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

EMPTY = "empty"
UNREAD = "unread"
STET_OFF = "stet-off"
TRACKED = "tracked"
FORMAT = "format"
FOLDER = "folder"


class Gap(ValueTuple):
    """Something that was not checked.

    Attributes:
        path: the draft, file or folder.
        kind: one of the kinds of this module.
        message: what was not checked and why, in one line.
        line: where it begins in the draft, from 1; 0 if that means nothing.
    """

    path: str
    kind: str
    message: str
    line: int = 0
