"""Markup that leaked into the copy: tags, character references, Markdown."""

from __future__ import annotations

from typing import NamedTuple

from copydesk import Document, Iterator, Match, Slot, Span, pattern, scan

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
    at=("&", "#39;", "#82", "amp;", "nbsp;", "quot;", "rsquo;", "#039;"),
)
_MARKDOWN = scan(
    r"(?<!\])!?\[[^\[\]\n]{1,300}\]\((?:https?://|/)[^()\s]{1,500}\)"
    r"|(?<![\w*\\])\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?![\w*])"
    r"|(?<![^\n])#{1,6} (?=[A-Z])",
    at=("**", "[", "# "),
    before=6,
)
SCANS = (_TAG, _REFERENCE, _MARKDOWN)
_LINK = pattern(r"!?\[([^\[\]\n]*)\]\([^()\s]*\)")


class Shown(NamedTuple):
    """A piece of code, and what should replace it."""

    span: Span
    text: str


def may_stand(doc: Document) -> bool:
    """A quick check: whether the text has signs of code."""
    return bool(_TAG.anchors(doc) or _REFERENCE.anchors(doc) or _is_marked(doc))


def tags(doc: Document, slot: Slot) -> list[Shown]:
    """The tags in a slot; code, and a tag named in quotation marks, are left alone."""
    return [
        Shown(span, _room(doc.text, span, slot))
        for span in _spans(doc, _TAG.finditer(doc, slot.span))
        if not _is_named(doc, span)
    ]


def references(doc: Document, slot: Slot) -> list[Shown]:
    """The character references in a slot that a browser would recognise."""
    found = []
    for span in _spans(doc, _REFERENCE.finditer(doc, slot.span)):
        read = _read(doc[span])
        if read is not None and not _is_named(doc, span):
            found.append(Shown(span, read))
    return found


def markdown(doc: Document, slot: Slot) -> list[Shown]:
    """Markdown in a slot of a draft that is HTML."""
    found: list[Shown] = []
    if not _is_marked(doc):
        return found
    for match in _MARKDOWN.finditer(doc, slot.span):
        if any(other.meets(Span(*match.span())) for other in doc.parsed.verbatim):
            continue
        link = _LINK.fullmatch(match[0])
        text = link[1] if link else match[0].strip("*").lstrip("# ")
        found.append(Shown(Span(*match.span()), text))
    return found


def _is_marked(doc: Document) -> bool:
    """Whether the text of an HTML page has signs of Markdown."""
    return bool(_MARKDOWN.anchors(doc)) and "</" in doc.source


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
