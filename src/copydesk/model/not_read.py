"""Files that were passed over; a module of its own, since most runs have none."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple


class NotRead(ValueTuple):
    """A file in a folder that was passed over because it is no text.

    ``path`` is the file, ``kind`` what it is in a word (``Word``, ``PDF``), and
    ``message`` the same in one line.
    """

    path: str
    kind: str
    message: str
