"""What commands print: no line is a command of a CI service, no character is unseen."""

from __future__ import annotations

import sys
from contextlib import contextmanager

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any, TextIO


class Guarded:
    """A text stream that makes harmless what is written to it.

    Names and words of drafts, config files and packs are somebody else's. What knows
    what it writes (a format, colours, a full screen) takes the stream itself, ``raw``.

    Args:
        raw: the stream that everything is passed on to.
    """

    def __init__(self, raw: TextIO) -> None:
        self.raw = raw
        self._is_start = True

    def write(self, text: str) -> int:
        """Write a text, made harmless; returns its length."""
        from copydesk.formats.inert import inert, visible

        self.raw.write(inert(visible(text), self._is_start))
        last = text[max(text.rfind("\n"), text.rfind("\r")) + 1 :]
        self._is_start = not last.strip() and (last != text or self._is_start)
        return len(text)

    def writelines(self, lines: list[str]) -> None:
        """Write several texts, made harmless."""
        for line in lines:
            self.write(line)

    def __getattr__(self, name: str) -> Any:
        """Everything else is that of the stream."""
        return getattr(self.raw, name)


def raw(stream: Any) -> Any:
    """A stream itself, without its guard."""
    return stream.raw if isinstance(stream, Guarded) else stream


@contextmanager
def guarded_streams() -> Iterator[None]:
    """Guard standard output and standard error in the block."""
    before = sys.stdout, sys.stderr
    guarded = [raw(one) and Guarded(raw(one)) for one in before]
    sys.stdout, sys.stderr = guarded
    try:
        yield
    finally:
        sys.stdout, sys.stderr = before
