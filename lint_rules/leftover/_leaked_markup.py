"""Markup that leaked into the copy: tags, character references, Markdown."""

from __future__ import annotations

from copydesk import Document, Iterator, Match, Slot, Span, ValueTuple, pattern, scan

_NAMES = (
    r"p|br|div|span|a|b|i|em|strong|u|s|h[1-6]|ul|ol|li|img|iframe|blockquote|table|tbody|thead|tr"
    r"|td|th|font|hr|section|article|aside|figure|figcaption|script|style|sup|sub|block|o:p|video"
    r"|audio|source|center|small|html|head|body|meta|link|cite|q|del|ins|button|form|input|svg|path"
)
_TAG = scan(rf"</?(?i:{_NAMES})(?:\s[^<>\n]{{0,500}})?/?>|<!--[^\n]{{0,300}}?-->", at="<")
_BREAKS = ("<br", "<BR", "</p", "</P", "</li", "</div")
_REFERENCE = scan(
    r"&(?:amp;)*(?:#\d{2,6}|#[xX][0-9a-fA-F]{2,5}|[a-zA-Z][a-zA-Z0-9]{1,7});"
    r"|&(?:nbsp|rsquo|lsquo|rdquo|ldquo|quot|mdash|ndash|hellip)\b"
    r"|(?<![\w&#;])#(?:39|8217|8220|8221|8211|8212);|(?<![\w&])(?:amp|nbsp|quot|rsquo|#039);",
    at=("&", "#", "amp", "nbsp", "quot", "rsquo"),
)
SCANS = (_TAG, _REFERENCE)
_BEFORE = (" a", " an", " the", " one", " and", " or", " of", " with", " no", " use", " each")
_BARE = pattern(r"</?\w+ ?/?>")
_JOINED = pattern(r"(?: (?:and|or|to|with|then)|[,/…]|\.{3}){1,2} ?")
_OWN_NAME = pattern(  # words of text about code
    r"\b(?:X?HTML5?|CSS|XML|SGML|JavaScript|JSX|[Mm]arkup|[Ww]ebmasters?)\b"
)


class Shown(ValueTuple):
    """A piece of code, and what should replace it."""

    span: Span
    text: str


def may_stand(doc: Document) -> bool:
    """A quick check: whether the text has signs of code; a template in plain text may be HTML."""
    if doc.parsed.is_layout and not doc.parsed.has_marks:
        return False
    return bool(_TAG.anchors(doc) or _REFERENCE.anchors(doc))


def is_about_code(doc: Document) -> bool:
    """Whether the story is about code, so that a tag in it may be an example."""
    return _OWN_NAME.search(doc.text) is not None


def tags(doc: Document, slot: Slot) -> list[Shown]:
    """The tags in a slot; code, and a tag that the story names, are left alone."""
    spans = list(_spans(doc, _TAG.finditer(doc, slot.span)))
    return [
        Shown(span, _room(doc.text, span, slot))
        for index, span in enumerate(spans)
        if not (_is_named(doc, span) or _is_spoken_of(doc, slot, spans, index))
    ]


def is_escaped(doc: Document, shown: list[Shown]) -> bool:
    """Whether tags are written with codes or backslashes, so that readers see them."""
    for one in shown:
        start, end = doc.to_source(one.span)
        if doc.source[start] != "<" or "\\" in doc.source[start:end]:
            return True
    return False


def references(doc: Document, slot: Slot) -> list[Shown]:
    """The character references in a slot that a browser would recognise."""
    found = []
    for span in _spans(doc, _REFERENCE.finditer(doc, slot.span)):
        read = _read(doc[span])
        if read is not None and not _is_named(doc, span):
            found.append(Shown(span, read))
    return found


def _spans(doc: Document, matches: Iterator[Match[str]]) -> Iterator[Span]:
    """The spans of matches that are not the story's own code."""
    for match in matches:
        span = Span(*match.span())
        if not any(span.meets(other) for other in doc.parsed.verbatim):
            yield span


def _read(code: str) -> str | None:
    """The character that a reference encodes; None if it is not a valid one."""
    from html import unescape

    text = code if code.startswith("&") else f"&{code}"
    text = text if text.endswith(";") else f"{text};"
    for _ in range(3):
        before, text = text, unescape(text)
        if text == before or len(text) == 1:
            break
    return text if len(text) == 1 else None


def _room(text: str, span: Span, slot: Slot) -> str:
    """What replaces a tag: a space if it separated two words or sentences."""
    if not text.startswith(_BREAKS, span.start) or span.end == slot.span.end:
        return ""
    if span.start == slot.span.start or text[span.start - 1].isspace():
        return ""
    return "" if text[span.end].isspace() or text[span.end] == "<" else " "


def _is_named(doc: Document, span: Span) -> bool:
    """Whether the story mentions the code: in quotation marks, or with “tag” after it."""
    before, after = doc.before(span, 1), doc.after(span, 1)
    if before in tuple("\"'“‘`") and after in tuple("\"'”’`,."):
        return True
    return doc.text.startswith((" tag", " element", " entity", " code", " reference"), span.end)


def _is_spoken_of(doc: Document, slot: Slot, spans: list[Span], index: int) -> bool:
    """Whether a bare tag stands in its sentence like a word: “and the <a> entry”."""
    span = spans[index]
    if not _BARE.fullmatch(doc[span]) or not _is_set_off(doc, slot, span):
        return False
    before = doc.text[max(slot.span.start, span.start - 20) : span.start].rstrip()
    name = _name(doc, span)
    if not before or before[-1] in '.!?…”"' or (name == "br" and not before.endswith(_BEFORE)):
        return False
    partners = [one for one in spans[max(0, index - 3) : index + 4] if _name(doc, one) == name]
    return all(one == span or _are_joined(doc, span, one) for one in partners)


def _name(doc: Document, span: Span) -> str:
    return doc[span].strip("</> ").lower()


def _is_set_off(doc: Document, slot: Slot, span: Span) -> bool:
    """Whether there is a space or a bracket before a tag, and the like or a mark after it."""
    before, after = doc.before(span, 1), doc.after(span, 1)
    ends = span.end == slot.span.end or after in " )],.;:?!\n/…"
    return ends and before in tuple(" ([/\n…")


def _are_joined(doc: Document, one: Span, other: Span) -> bool:
    """Whether only “and” or the like is between two tags: “between <b> and </b>”."""
    first, last = sorted((one, other))
    return _JOINED.fullmatch(doc.text, (first.end, last.start)) is not None
