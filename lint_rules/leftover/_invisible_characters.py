"""Characters that nobody typed: invisible, control and private-use ones, and misread bytes.

Sets from the Unicode Character Database (categories Cc, Cf, Co). Misread bytes
are detected and fixed by ftfy (Apache-2.0), whose heuristics were built on real text.
"""

from __future__ import annotations

from functools import cache

from copydesk import Document, Iterator, Slot, Span, pattern, scan

_INVISIBLE = pattern("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u2028\u2029]+")
_CONTROL = pattern(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ue000-\uf8ff\ufff9-\ufffc\ufdd0-\ufdef\ufffe\uffff]+"
)
_LOST = "\ufffd"
LOST = scan("\ufffd+", at=_LOST)
"""The replacement mark of a character that could not be read."""

_MISREAD = pattern(
    "[\u00c2\u00c3\u00c4\u00c5\u00ce\u00cf\u00d0\u00d1\u00e2\u00e3\u00f0]"
    "(?=[\u0080-\u00bf\u20ac\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152"
    "\u017d\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\u017e\u0178"
    "\u00c2\u00e2])[^\x00-\x7f]+"
)
_LEADS = "ÂÃÄÅÎÏÐÑâãð"
_RIGHT_TO_LEFT = pattern("[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufeff]")
_SOFT_HYPHEN = "\u00ad"
_JOINERS = "\u200c\u200d"
_DIRECTIONS = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def may_stand(doc: Document) -> bool:
    """A quick check: whether the text has unprintable or replacement characters."""
    signs = doc.words.marks.replace("\n", "").replace("\xa0", "")
    return not signs.isprintable() or _LOST in signs


def may_be_misread(doc: Document) -> bool:
    """A quick check: whether the text has a letter that misread bytes begin with."""
    return not doc.text.isascii() and any(lead in doc.text for lead in _LEADS)


def invisible(doc: Document, slot: Slot) -> list[Span]:
    """Zero-width characters, soft hyphens and direction marks that serve no purpose.

    Joiners between letters of other scripts and in emoji, and direction marks
    next to Hebrew or Arabic, are left alone. So are soft hyphens in HTML, and
    those written as &shy;, which are typesetting; in other copy they come with words from a PDF.
    """
    found = []
    text, span = doc.text, slot.span
    to_left = cache(lambda: _RIGHT_TO_LEFT.search(text, span) is not None)
    is_page = doc.parsed.has_marks and doc.source.lstrip()[:1] == "<"
    for match in _INVISIBLE.finditer(text, span):
        if not match[0].strip(_SOFT_HYPHEN) and (is_page or _is_reference(doc, match.start())):
            continue
        if any(char in _JOINERS for char in match[0]) and _joins(doc, match.span()):
            continue
        if any(char in _DIRECTIONS for char in match[0]) and to_left():
            continue
        found.append(Span(*match.span()))
    return found


def _is_reference(doc: Document, at: int) -> bool:
    """Whether a character is written as a reference in the file: &shy;"""
    start = doc.to_source(Span(at, at + 1)).start
    return doc.source[start : start + 1] == "&"


def control(doc: Document, slot: Slot) -> list[tuple[Span, str]]:
    """Runs of control and private-use characters, and what should replace each.

    A C1 character is usually a misread character of Windows-1252.
    """
    found = []
    for match in _CONTROL.finditer(doc.text, slot.span):
        read = "".join(_windows(char) for char in match[0])
        found.append((Span(*match.span()), read))
    return found


def lost(doc: Document, slot: Slot) -> list[Span]:
    """Runs of the replacement character, which marks characters that could not be read."""
    return [Span(*match.span()) for match in LOST.finditer(doc, slot.span)]


def misread(doc: Document, slot: Slot) -> Iterator[tuple[Span, str]]:
    """Stretches of UTF-8 that were read as another encoding, with the right text."""
    for match in _MISREAD.finditer(doc.text, slot.span):
        from ftfy import fix_encoding

        fixed = fix_encoding(match[0])
        while fixed != (again := fix_encoding(fixed)):
            fixed = again
        if fixed != match[0] and not _CONTROL.search(fixed):
            yield Span(*match.span()), fixed


def _windows(char: str) -> str:
    if not "\x80" <= char <= "\x9f":
        return ""
    try:
        return bytes([ord(char)]).decode("cp1252")
    except UnicodeDecodeError:
        return ""


def _joins(doc: Document, span: tuple[int, int]) -> bool:
    """Whether a joiner is next to a letter that needs it: one of another script, or an emoji."""
    around = doc.before(span, 1) + doc.after(span, 1)
    return any(char > "\u036f" and not 0x2000 <= ord(char) < 0x2070 for char in around)
