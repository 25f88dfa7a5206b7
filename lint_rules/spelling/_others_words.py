"""Words whose spelling is not the paper's choice: references, agencies' captions, old speech."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Slot, Span, pattern
from lint_rules._shared import references

_ARCHAIC = pattern(r"(?i:\b(?:thou|thee|thy|thine|hath|doth|shalt|whilom|forsooth)\b)")
_AGENCY = pattern(
    r"[A-Z][\w’'-]+ ?/ ?(?:AFP|AP|EPA|Reuters|REUTERS|Getty|NurPhoto|Xinhua|Anadolu|Bloomberg|PA)\b"
)
_CAPTION = 220  # code points after a word in which the credit of its caption comes
_LABEL = pattern(r"\W{0,3}[A-Z][^.!?:\n]{6,90}[:?]\W{0,4} (?=[A-Z])")
_FIRST_PERSON = pattern(r"\b(?:I|my|me|I[’'](?:m|ve|d|ll))\b")

_BEER = 40  # code points on either side in which beer makes “draught” a word of both sides
_DRINKS = pattern(
    r"(?i:\b(?:beers?|ales?|lagers?|stouts?|ciders?|pints?|kegs?|tap|taps|bottled?|bottles|brews?"
    r"|Guinness)\b)"
)
# A drug or a salt, whose international name has an f: hydroxychloroquine sulfate.
_COMPOUND = pattern(
    r"(?i:\b(?:[a-z]{3,}(?:ine|in|ium|ol|one|ide|gen)|copper|zinc|iron|nickel|silver|lead|hydrogen"
    r"|ammonia|\([ivx]+\)) )\Z"
)


def is_others(doc: Document, span: Span, slot: Slot) -> bool:
    """Whether a word is spelled as a source, an agency or an old text spells it."""
    if references.is_reference(doc, slot) or _is_archaic(doc, slot) or _is_term(doc, span):
        return True
    sentences = doc.after(span, _CAPTION)
    credit = _AGENCY.search(sentences)
    return credit is not None and sentences[: credit.start()].count(". ") <= 1


@lru_cache(maxsize=2)
def is_statement(doc: Document, slot: Slot) -> bool:
    """Whether a paragraph is an answer to a question or label before it, in the first person."""
    label = _LABEL.match(doc.text, slot.span)
    if label is None or doc.quote_at((label.start(), label.end())) is not None:
        return False
    return any(
        doc.quote_at(match.span()) is None
        for match in _FIRST_PERSON.finditer(doc.text, (label.end(), slot.span.end))
    )


@lru_cache(maxsize=2)
def _is_archaic(doc: Document, slot: Slot) -> bool:
    """Whether a paragraph plays on the English of old Bibles."""
    return _ARCHAIC.search(doc.text, slot.span) is not None


def _is_term(doc: Document, span: Span) -> bool:
    """Whether a word is the same on both sides here: draught beer, a drug’s sulfate."""
    word = doc[span].lower()
    if word == "draught":
        return _DRINKS.search(doc.before(span, _BEER) + " " + doc.after(span, _BEER)) is not None
    return word.startswith("sulf") and _COMPOUND.search(doc.before(span, _BEER)) is not None
