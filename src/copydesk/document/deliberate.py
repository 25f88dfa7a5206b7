"""Words that are misspelled on purpose: marked [sic], or in copy about their spelling."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from copydesk.regexes.compiled import compiled

if TYPE_CHECKING:
    import re

    from copydesk.document import Document
    from copydesk.model.findings import Span

_REACH = 48  # code points after a word in which its [sic] may be
_QUOTED = 4  # words, at most, of a quotation that names a spelling
_ABOUT = 160  # code points before and after a quotation in which the copy may speak of spelling
_NOTE = (
    "orrect",
    "larif",
    "isspel",
    "isstat",
    "isident",
    "arlier",
    "revious",
    "riginally",
    "pell",
    "typo",
)


def is_deliberate(doc: Document, span: Span) -> bool:
    """Whether the copy shows that the words are given as somebody wrote them.

    ``recieve [sic]`` and ``[t]hrough``; “recieve” in a sentence about spelling; a note
    that corrects an earlier version of the story.
    """
    after = doc.text[span.end : span.end + _REACH]
    if doc.text[span.start - 1 : span.start] == "]" or after[:1] == "[":
        return True
    if "sic" in after and _sic().match(after):
        return True
    sentence = doc.sentence_at(span.start)
    if sentence is None:
        return False
    start, end = max(sentence.start, span.start - _ABOUT), min(sentence.end, span.end + _ABOUT)
    around = f"{doc.text[start : span.start]} {doc.text[span.end : end]}"
    if not any(part in around for part in _NOTE):
        return False
    if _corrects().search(around):
        return True
    quote = doc.quote_at(span)
    if quote is None or doc.text[slice(*quote.inner)].count(" ") >= _QUOTED:
        return False
    return _spells().search(around) is not None


@cache
def _sic() -> re.Pattern[str]:
    return compiled(r"(?:[”\"’',.!?]*(?: [\w’'-]+){0,2}[”\"’',.!?]*) ?[\[(](?i:sic)[\])!.]")


@cache
def _corrects() -> re.Pattern[str]:
    return compiled(
        r"(?i)\b(?:(?:an|the) (?:earlier|previous) version|misspell(?:ed|ing)|misspelt|misstated"
        r"|misidentified|originally (?:gave|named|said|spelled|misspelled)|(?:was|were) (?:wrongly"
        r"|incorrectly)"
        r" (?:given|spelled|named)|spelled (?:wrong|wrongly|incorrectly))\b"
    )


@cache
def _spells() -> re.Pattern[str]:
    return compiled(r"(?i)\b(?:mis)?spell(?:s|ed|ing|ings)?\b|\bspelt\b|\btypos?\b")
