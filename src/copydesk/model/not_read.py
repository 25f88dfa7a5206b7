"""Files that were passed over; a module of its own, since most runs have none."""

from __future__ import annotations

from typing import NamedTuple


class NotRead(NamedTuple):
    """A file in a folder that was passed over because it is no text.

    ``path`` is the file, ``kind`` what it is in a word (``Word``, ``PDF``), and
    ``message`` the same in one line.
    """

    path: str
    kind: str
    message: str
