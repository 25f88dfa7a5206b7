"""The parts of a report that only some formats need: the story, and help on rules."""

from __future__ import annotations

from copydesk.model.findings import Severity, Span
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.slots import Slot
    from copydesk.document.textmap import TextMap
    from copydesk.model.placed import Range


class Story(ValueTuple):
    """The text of a file, for formats that show it.

    Attributes:
        source: the decoded file, without a byte order mark.
        marked: whether the file begins with a byte order mark.
        map: the prose as a reader sees it, mapped to the source.
        slots: the parts of the story, as spans of the prose.
        day: the story date, ISO.
        origin: where the story date was found.
        metadata: the unchanged values of front matter and the like.
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
        """The prose as a reader sees it; slots are spans of this text."""
        return self.map.text

    def place(self, found: Range) -> Span | None:
        """Convert a range of the file to a span of the prose; None if no prose comes from it."""
        start, end = found.start.offset, found.end.offset
        if start < end:
            return self.map.to_prose(Span(start, end))
        before = self.map.to_prose(Span(start - 1, start)) if start else None
        return Span(before.end, before.end) if before is not None else None


class RuleHelp(ValueTuple):
    """What a rule requires and why, as ``explain`` shows it: plain text and Markdown."""

    id: str
    severity: Severity
    summary: str
    text: str
    markdown: str
    default: bool = True
    own: bool = True  # comes with copydesk, and so has a page in its documentation
