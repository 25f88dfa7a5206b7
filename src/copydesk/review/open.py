"""Opens a draft for review, through the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.draft_bytes import draft_bytes
from copydesk.fixing.draft import encoded
from copydesk.fixing.outcome import Examined
from copydesk.review.state import Story

if TYPE_CHECKING:
    from copydesk.desk import Desk
    from copydesk.discover import Draft


def open_story(desk: Desk, draft: Draft) -> Story:
    """The draft with what is found in it.

    Raises:
        OSError, DecodeError, PluginError, DataError: it cannot be read, or
            could not be written back byte by byte.
    """
    data = draft_bytes(draft.file, draft.bounds)
    decoded, parse = desk.opened(draft.path, data)
    if encoded(decoded.text, decoded) != data:
        raise OSError(None, f"{decoded.encoding} cannot be written back as it was; use UTF-8")

    def examine(text: str) -> Examined:
        return Examined(*desk.examined(draft.path, parse, text, bool(decoded.mark)))

    return Story(draft.path, draft.file, decoded, examine(decoded.text), examine)
