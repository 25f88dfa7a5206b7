"""What a report holds beyond its findings, for formats that want it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk.model.findings import Severity, Span

if TYPE_CHECKING:
    from copydesk.document.slots import Slot
    from copydesk.document.textmap import TextMap
    from copydesk.model.placed import Range


class Story(NamedTuple):
    """The text of a file, for formats that show it.

    Attributes:
        source: the decoded file, without a byte order mark.
        marked: whether the file begins with a byte order mark.
        map: the prose as a reader sees it, and its map to the source.
        slots: the parts of the story, in spans of the prose.
        day: the story's date, ISO, and ``origin`` where it was found.
        metadata: front matter and the like, as they stand.
    """

    source: str
    marked: bool
    map: TextMap
    slots: tuple[Slot, ...]
    day: str
    origin: str
    metadata: tuple[tuple[str, str], ...] = ()

    @property
    def text(self) -> str:
        """The prose as a reader sees it; the slots are spans of it."""
        return self.map.text

    def place(self, found: Range) -> Span | None:
        """Where in the prose a range of the file stands; None if it gives no prose."""
        start, end = found.start.offset, found.end.offset
        if start < end:
            return self.map.to_prose(Span(start, end))
        before = self.map.to_prose(Span(start - 1, start)) if start else None
        return Span(before.end, before.end) if before is not None else None


class RuleHelp(NamedTuple):
    """What a rule wants and why, as ``explain`` tells it: plain and as Markdown."""

    id: str
    severity: Severity
    summary: str
    text: str
    markdown: str
    default: bool = True
    own: bool = True  # comes with copydesk, so that its page is there
