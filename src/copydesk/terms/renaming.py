"""Whether copy has an old name because it tells of the new one: Swaziland became Eswatini.

It does if the two names are joined by a word of naming or by little else, or if a sentence
with both speaks of names or spellings.
"""

from __future__ import annotations

from bisect import bisect_left

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document import Document
    from copydesk.model.findings import Span

_APART = 80  # code points, at most, between two names that are joined
_AROUND = 300  # code points on either side, in the sentence, that are looked at
_MARKS = "“”\"‘’'()*_, "
_TO_NEW = compiled(
    r"(?:[\w’'-]+,? ){0,4}?(?:became|becomes?|becoming|turned into|g[ai]ve way to)"
    r"(?: (?:now|simply|officially|just|plain|the))?"
    r"|(?:is |was )?(?:changed |shortened |altered )?(?:to|into|for|in favou?r of)|(?:is|was) now"
    r"|or|versus|vs\.?|out|[/→–—]|->|="
)
_TO_OLD = compiled(
    r"(?:for|not|never|instead of|rather than|in place of|or|versus|vs\.?|over|[/←–—]"
    r"|(?:[\w’'-]+ )?replac(?:e[ds]?|ing))(?: (?:the|its|old|former|name|spelling))*"
)
_NAMING = compiled(
    r"(?i)\b(?:renam(?:e[ds]?|ing)|rechristen\w*|restyl\w+|rebrand\w*|stylebooks?|style ?guides?"
    r"|house style|spell(?:s|ed|ing|ings)?|spelt|transliterat\w+|romani[sz]\w+|name[- ]changes?"
    r"|(?:its|old|new|former) names?)\b"
)


def is_told(doc: Document, span: Span, use: str) -> bool:
    """Whether the sentence with an old name also has the new one, and is about the change.

    Args:
        doc: the draft.
        span: the old name.
        use: the new name.
    """
    starts = doc.words.starts(use.split()[0].lower())
    if not starts:
        return False
    sentence = doc.sentence_at(span.start)
    first, last = max(0, span.start - _AROUND), min(len(doc.text), span.end + _AROUND)
    if sentence is not None:
        first, last = max(first, sentence.start), min(last, sentence.end)
    places = starts[bisect_left(starts, first) : bisect_left(starts, last)]
    if not places:
        return False
    if sentence is not None and _NAMING.search(doc.text, first, last):
        return True
    return any(_is_joined(doc.text, span, at, at + len(use)) for at in places)


def _is_joined(text: str, old: Span, start: int, end: int) -> bool:
    """Whether a word of naming, or little else, is between the old name and the new."""
    if old.end <= start <= old.end + _APART:
        return _TO_NEW.fullmatch(text[old.end : start].strip(_MARKS)) is not None
    if end <= old.start <= end + _APART:
        return _TO_OLD.fullmatch(text[end : old.start].strip(_MARKS)) is not None
    return False
