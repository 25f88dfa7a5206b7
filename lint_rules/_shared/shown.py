"""What a page shows between its paragraphs: pictures, players, embeds and lines of links."""

from __future__ import annotations

from copydesk import Document, Slot, pattern

_OPEN = 1500  # code points before a line in which a link around it may open
_ABOVE = 600  # code points of markup before a line that are looked at
_MEDIA_TEXT = (
    r"(?:<(?:iframe|video|audio|embed|object|img|picture|figure|svg|canvas|form|input|button"
    r"|blockquote|table|pre|code|ul|ol|dl|amp-[\w-]+|\w+-[\w-]+|[A-Z]\w*)\b"
    r"|<script[^<>]{0,300}(?:embed|twitter|instagram|tiktok|datawrapper|flourish|infogram)"
    r"|\{\{|\{%|<%|!\[|\[\[|```|~~~|\$\$|:::|\[/?[a-z_-]+(?: [^\]\n]*)?\])"
)
_MEDIA = pattern(_MEDIA_TEXT)
# The same directly after a paragraph, with only the ends and beginnings of blocks before it.
_MEDIA_NEXT = pattern(
    r"(?:\s|[*_~`>\\]|<!--[^>]{0,400}-->|(?i:</?(?:p|div|span|strong|em|b|i|u|h[1-6]|br|hr|center"
    r"|section|a|li|font|small)\b[^<>]{0,400}>)){0,400}" + _MEDIA_TEXT
)
_AFTER_LINK = pattern(r"(?:</\w{1,8}>|[*_~`\"'”’)\s]){0,6}\](?:\(|\[|: )")
_LINK = pattern(r"\]\(|<a\s|://|\bwww\.|\]\[")
_BRACKET = pattern(r"(?<![!\\])\[(?![\^\]])")
_LINES = ("paragraph", "heading", "block-quote", "note")
_LINE = 300  # code points: a longer paragraph is not a line of links


def is_linked(doc: Document, slot: Slot) -> bool:
    """Whether a line has a link in the file, or is part of one, whatever marks are between."""
    start, end = doc.to_source(slot.span)
    source = doc.source
    if _LINK.search(source, (start, end)) or _AFTER_LINK.match(source, (end, len(source))):
        return True
    if source[start - 1 : start] == "[" and source[end : end + 1] == "]":
        return True  # its address is elsewhere, or the brackets would be part of the text
    return _has_reference(doc, slot, source[start:end]) or _is_in_anchor(source, start)


def _has_reference(doc: Document, slot: Slot, source: str) -> bool:
    """Whether brackets of the file are not in the text: a link whose address is elsewhere."""
    marks = sum(1 for _ in _BRACKET.finditer(source))
    return marks > 0 and marks > sum(1 for _ in _BRACKET.finditer(doc[slot.span]))


def is_whole_link(doc: Document, slot: Slot) -> bool:
    """Whether all of a line is one link: a headline that leads to another story."""
    start, end = doc.to_source(slot.span)
    source = doc.source
    if source[start - 1 : start] == "[" and source[end : end + 1] == "]":
        return True
    return _is_in_anchor(source, start) and "</a" not in source[start:end]


def _is_in_anchor(source: str, start: int) -> bool:
    before = source[max(0, start - _OPEN) : start]
    return before.rfind("<a ") > before.rfind("</a")


def is_media_next(doc: Document, slot: Slot, after: Slot | None) -> bool:
    """Whether the file shows a picture, player, table or embed directly after a slot.

    ``after`` is the next slot; None at the end of the story.
    """
    start = doc.to_source(slot.span).end
    end = len(doc.source) if after is None else doc.to_source(after.span).start
    return start < end and bool(_MEDIA_NEXT.match(doc.source, (start, end)))


def is_media_before(doc: Document, slot: Slot, before: Slot | None) -> bool:
    """Whether the file shows a picture, player, table or embed between two slots.

    ``before`` is the slot before; None at the beginning of the file.
    """
    end = doc.to_source(slot.span).start
    start = 0 if before is None or before.name else doc.to_source(before.span).end
    return start < end and bool(_MEDIA.search(doc.source, (max(start, end - _ABOVE), end)))


def links_follow(doc: Document, slots: tuple[Slot, ...], place: int) -> bool:
    """Whether a list with links, or a line that is mainly a link, follows a slot."""
    for after in slots[place + 1 : place + 4]:
        if after.kind in ("embed", "table-cell"):
            return True
        if after.kind == "list-item":
            if is_linked(doc, after):
                return True
            continue  # the link may be in the next item
        short = after.span.end - after.span.start <= _LINE
        return short and after.kind in _LINES and _is_line_of_link(doc, after)
    return False


def _is_line_of_link(doc: Document, slot: Slot) -> bool:
    """Whether a paragraph is a link, perhaps with a label, and not a sentence with a link in it."""
    if not is_linked(doc, slot):
        return False
    start, _ = doc.to_source(slot.span)
    if "[" in doc.source[max(0, start - 3) : start + 1] or _is_in_anchor(doc.source, start):
        return True
    return doc.text[slot.span.end - 1] not in '.!?”"'
