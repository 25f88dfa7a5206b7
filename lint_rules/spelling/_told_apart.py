"""Whether a story tells two people of nearly one name apart."""

from __future__ import annotations

from copydesk import Document, NamedPerson, NameUse, pattern
from lint_rules._shared import posts
from lint_rules._shared.kin import has_kin

_RUNNING = ("paragraph", "list-item")
_NEAR = 300  # code points before and after a name in which a relative tells of a second person
_BACK = 60  # the same in the paragraph before
_NO_RELATION = pattern(r"\b(?:no|any) relation\b|\bnot related\b")
_TOLD_AFTER = pattern(r",? (?:\(|who\b|\d)|, (?:an?|the|his|her|whose|of|from|[a-z]+ing)\b")
_OTHER_BEFORE = pattern(
    r"(?:\b(?:[Aa]nother|other|different|second|unrelated)(?: [a-z]+,?)?|\b(?:named|or)|[^,] and"
    r"|\b(?:[Hh]is|[Hh]er|[Tt]heir)(?: [a-z-]+){1,3},?)"
    r" \Z"
)


def are_told_apart(doc: Document, place: NameUse, usual: NamedPerson) -> bool:
    """Whether the story shows that somebody named once is not the person of the other name."""
    if is_kin_near(doc, place) or posts.is_in_post(doc, place.span):
        return True
    text = doc.text
    is_second = any(
        use.is_full and use.slot in _RUNNING and use.span < place.span for use in usual.uses
    )
    if is_second and _TOLD_AFTER.match(text, (place.span.end, len(text))):
        return True
    if _OTHER_BEFORE.search(doc.before(place.span, 40)) or doc.is_deliberate(place.span):
        return True
    sentence = doc.sentence_at(place.span.start)
    return sentence is not None and any(
        use.is_full and sentence.holds(use.span) for use in usual.uses
    )


def is_kin_near(doc: Document, use: NameUse) -> bool:
    """Whether a word for a relative is in the same paragraph or line, or it says there is none."""
    slot = doc.slot_at(use.span.start)
    start, end = (use.span.start, use.span.end) if slot is None else slot.span
    text = doc.text[max(start - _BACK, 0, use.span.start - _NEAR) : min(end, use.span.end + _NEAR)]
    return has_kin(text) or _NO_RELATION.search(text) is not None
