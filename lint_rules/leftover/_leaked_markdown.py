"""Markdown that readers of a page see as it was typed."""

from __future__ import annotations

from copydesk import Document, Slot, Span, ValueTuple, pattern, scan
from lint_rules.leftover._leaked_markup import Shown

MARKS = scan(
    r"(?<!\])!?\[[^\[\]\n]{1,300}\]\((?:https?://|/)[^()\s]{1,500}\)"
    r"|(?<![\w*\\])\*\*(?=[^\s*])[^*\n]{1,200}(?<=[^\s*])\*\*(?![\w*])"
    r"|(?<![^\n])#{1,6} (?=[A-Z])",
    at=("**", "[", "# "),
    before=6,
)
"""A link, strong words or a heading."""

_COUNTED = ("table-cell", "list-item", "caption", "alt", "credit")  # where “# Boats” is a number
# Signs that Markdown within HTML is read: by kramdown, MkDocs, MDX, or a script in the page.
_READ = pattern(
    r"<[a-zA-Z][^<>]{0,400}\s(?:data-)?markdown(?=[\s=>])|\{::options[^}\n]*parse_block_html"
    r"|(?<![^\n])(?:import\b[^\n]*[\"'];?|export (?:const|default|function)\b)"
    r"|<(?:zero-md|md-block|mark-?down)\b"
    r"|\b(?:marked|markdown-it|showdown|remarkable|docsify|reveal)(?:\.min)?\.js"
)


class Marks(ValueTuple):
    """The Markdown in a slot: links, whose address must not be lost, and other marks."""

    links: list[Shown]
    others: list[Shown]


def may_stand(doc: Document) -> bool:
    """Whether a draft with HTML has signs of Markdown that nothing reads."""
    if not MARKS.anchors(doc) or "</" not in doc.source or doc.parsed.is_layout:
        return False
    if not doc.parsed.is_page and doc.path.endswith((".mdx", ".html", ".htm")):
        return False  # a page with template tags may be filled with Markdown
    return _READ.search(doc.source) is None


def find(doc: Document, slot: Slot) -> Marks:
    """The Markdown in a slot; what is escaped, or a number sign, is meant as it is."""
    marks = Marks([], [])
    for match in MARKS.finditer(doc, slot.span):
        span = Span(*match.span())
        if doc.is_code(span) or not _is_typed(doc, span):
            continue
        if match[0][0] in "![":
            marks.links.append(Shown(span, ""))
        elif not (match[0] == "# " and slot.kind in _COUNTED):
            marks.others.append(Shown(span, match[0].strip("*").lstrip("# ")))
    return marks


def _is_typed(doc: Document, span: Span) -> bool:
    """Whether the marks are in the file as they are read, not as escapes or references."""
    start, end = doc.to_source(span)
    return doc.source[start:end].startswith(doc.text[span.start : span.start + 2])
