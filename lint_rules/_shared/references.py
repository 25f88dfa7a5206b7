"""Entries of lists of sources: their titles are as the author or the publisher wrote them."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Slot, pattern

_ENTRY = 500  # code points of a longer paragraph, which is no entry of a list of sources
_AUTHORS = pattern(
    r"\W{0,4}(?:\d{1,3}\W{1,3})?(?:[A-Z][\w’'-]+,? (?:[A-Z]\.[ ,-]{0,2}){1,3}"
    r"|(?:[A-Z]\.[ -]?){1,3}[A-Z][\w’'-]+, |(?:[A-Z][\w’'.-]* ){1,4}et al\b)"
)
_SOURCE = pattern(
    r"\bet al\b|(?i:\bdoi\b)|arXiv:|\bISBN\b|\b(?:19|20)\d\d[a-z]?\)|\bpp?\. ?\d|\bvol\. ?\d"
    r"|\b\d+ ?\(\d+\): ?\d"
)
# The title of a page in quotation marks, after its author: Poe, Ann. “Boats.” The Quay, 2019
_TITLED = pattern(
    r"\W{0,4}(?:[A-Z][^.“”\"\n]{2,100}\. ?)?[“\"‘][^“”\"\n]{6,220}[”\"’]"
    r"[^“”\"\n]{0,100}?\b(?:19|20)\d\d\b"
)
_ADDRESS = pattern(r"https?://|\bwww\.|\b(?i:accessed)\b|\b[a-z][\w-]*\.(?:com|org|edu|net|gov)/")


@lru_cache(maxsize=4)
def is_reference(doc: Document, slot: Slot) -> bool:
    """Whether a paragraph is an entry of a list of sources: authors, title, year or address."""
    text = doc[slot.span]
    if _TITLED.match(text) is not None and len(text) <= 2 * _ENTRY:
        start, end = doc.to_source(slot.span)
        rest = doc.source[end : end + _ENTRY].partition("\n")[0]  # the address of a link
        return _ADDRESS.search(doc.source, (start, end + len(rest))) is not None
    if len(text) > _ENTRY or _AUTHORS.match(text) is None:
        return False
    return _SOURCE.search(text) is not None
