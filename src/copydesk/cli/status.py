"""Exit statuses, and messages on standard error."""

from __future__ import annotations

import sys

FOUND_NOTHING, FOUND, WENT_WRONG = 0, 1, 2


def say(message: str) -> None:
    """Print an error message on one line, safe for any terminal."""
    from copydesk.formats.inert import inert
    from copydesk.formats.summary import one_line

    if sys.stderr is None:  # closed by the caller
        return
    print(inert(f"copydesk: {one_line(message)}"), file=sys.stderr)
