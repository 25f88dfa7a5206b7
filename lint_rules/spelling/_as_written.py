"""Words that stand as somebody else wrote them: quoted writing, songs and poems."""

from __future__ import annotations

from copydesk import Document, Span, pattern

_WRITTEN = pattern(
    r"(?i)\b(?:wr(?:ote|ites|itten)|tweet(?:s|ed)?|posted|texted|letter|memo|e-?mail(?:s|ed)?"
    r"|motions?|complaint|lawsuit|filings?|petition|affidavit|indictment)\b"
)
_VERSE, _LINES, _SHORT = 2000, 4, 56  # code points of verse, its fewest lines, its longest line
_BREAKS = ("<br>", "<br/>", "<br />", "  ", "\\")
_BESIDE = 160  # code points on either side of a quotation in which such a word counts
_LONG = 6  # words of a quotation that is more than a phrase


def is_verbatim(doc: Document, span: Span) -> bool:
    """Whether the words are in a longer quotation from a letter, a post or a lawsuit."""
    quote, slot = doc.quote_at(span), doc.slot_at(span.start)
    if quote is None or slot is None:
        return False
    if (
        len(doc.after(quote.inner.start, min(_BESIDE, quote.inner.end - quote.inner.start)).split())
        < _LONG
    ):
        return False
    start = max(slot.span.start, quote.inner.start - _BESIDE)
    end = min(slot.span.end, quote.inner.end + _BESIDE)
    return any(
        doc.quote_at(match.span()) is None for match in _WRITTEN.finditer(doc.text, (start, end))
    )


def is_verse(doc: Document, span: Span) -> bool:
    """Whether the words are in a paragraph of short lines with line breaks: a song or a poem."""
    slot = doc.slot_at(span.start)
    if slot is None or slot.span.end - slot.span.start > _VERSE:
        return False
    lines = doc.source[slice(*doc.to_source(slot.span))].split("\n")
    return len(lines) >= _LINES and all(
        len(line) < _SHORT or (line.endswith(_BREAKS) and len(line) < _SHORT + 20) for line in lines
    )
