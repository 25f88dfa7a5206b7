"""Open a draft for review."""

from __future__ import annotations

from copydesk.files.read import draft_bytes
from copydesk.fixing.draft import encoded
from copydesk.fixing.outcome import Examined
from copydesk.review.state import Story

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.files.discover import Draft
    from copydesk.run.linter import Linter


def open_story(linter: Linter, draft: Draft) -> Story:
    """Read and check a draft.

    Raises:
        OSError, DecodeError, PluginError, DataError: the draft cannot be read, or
            cannot be written back byte for byte.
    """
    data = draft_bytes(draft.file, draft.bounds)
    decoded, parse, spec = linter.open(draft.path, data)
    if spec.load_bytes is not None:
        told = f"review works on text files only, not {spec.name}; use copydesk check"
        raise OSError(None, told)
    if encoded(decoded.text, decoded) != data:
        raise OSError(
            None, f"{decoded.encoding} cannot be written back byte for byte; save the file as UTF-8"
        )

    def examine(text: str) -> Examined:
        return Examined(*linter.examine(draft.path, parse, text, bool(decoded.mark)))

    return Story(draft.path, draft.file, decoded, examine(decoded.text), examine)
