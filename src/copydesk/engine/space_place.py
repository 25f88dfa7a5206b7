"""Where a space that a fix adds goes in the source: after the markup that it follows."""

from __future__ import annotations

from copydesk.model.findings import Span
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document import Document

_WIDEST = 2_000  # code points of markup between two letters
_AGO = 2_000  # code points in which the start of an emphasis is looked for
# What ends or belongs to the words before it: end tags, the address of a link, notes, attributes.
_ENDING = compiled(
    r"</[^<>]*>|\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)|\]\[[^\[\]\n]*\]|\]|\[\^[^\[\]\n]*\]"
    r"|\{[:.#][^{}\n]*\}|<sup\b[^<>]*>|<!--(?:[^-]|-(?!->))*-->"
)
_EMPHASIS = compiled(r"\*{1,3}|_{1,3}|~~|==")


def space_place(doc: Document, offset: int) -> Span:
    """The empty span of the source in which a space at an offset of the text belongs.

    Between a full stop and the next word there may be the end of a link, a note or an
    emphasis, which belongs to the words before the space, and the start of another, which
    belongs to those after it.
    """
    place = doc.to_source(Span(offset, offset))
    if not 0 < offset < len(doc.text):
        return place
    after = doc.to_source(Span(offset, offset + 1)).start
    if not place.start < after <= place.start + _WIDEST:
        return place
    at = place.start
    while at < after:
        found = _ENDING.match(doc.source, at, after)
        if found is None and (mark := _EMPHASIS.match(doc.source, at, after)):
            found = mark if _is_open(doc.source, mark[0], at) else None
        if found is None:
            break
        at = found.end()
    return Span(at, at)


def _is_open(source: str, mark: str, at: int) -> bool:
    """Whether an emphasis with that mark was begun in the paragraph and not ended."""
    start = max(0, at - _AGO, source.rfind("\n\n", 0, at))
    return source.count(mark, start, at) % 2 == 1
