"""What rules on headline, deck and caption share: the slots, their words, what the body gives."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Quantity, Slot, Span, pattern, quantities

TOPS = ("headline", "deck", "caption")
BODY = ("paragraph", "list-item", "block-quote", "table-cell")
LEAD = 3  # opening paragraphs that carry the headline's news
_NUMBERS = (
    r"two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen"
    r"|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|dozen"
)
_HAS_NUMBER = pattern(rf"(?i)\d|\b(?:{_NUMBERS})\b")
_WORD = pattern(r"[A-Za-z][a-z’']{3,}|[A-Z]{2,}")
_STEM = 5  # letters by which two words are taken for one: spend, spending
PLAIN = frozenset((
    "this", "that", "with", "from", "will", "have", "been", "were", "they", "their", "more", "than",
    "after", "over", "into", "says", "said", "year", "years", "percent", "million", "billion",
    "about", "some", "most", "last", "next", "would", "could", "when", "what", "which", "while",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "first", "where",
    "amid", "other", "also", "least", "nearly", "almost", "week", "month", "just", "people",
))  # fmt: skip


def tops(doc: Document) -> list[Slot]:
    """The headline, decks and captions that have a number."""
    text = doc.text
    return [
        slot
        for slot in doc.parsed.slots
        if slot.kind in TOPS and _HAS_NUMBER.search(text, slot.span) is not None
    ]


def lead_of(doc: Document) -> Span:
    """The opening paragraphs; empty if there are none."""
    first = [slot.span for slot in doc.parsed.slots if slot.kind == "paragraph"][:LEAD]
    return Span(first[0].start, first[-1].end) if first else Span(0, 0)


@lru_cache(maxsize=2)
def in_body(doc: Document) -> tuple[Quantity, ...]:
    """The quantities of the body."""
    slots = doc.parsed.slots
    return tuple(one for one in quantities(doc) if slots[one.slot].kind in BODY)


def stems(doc: Document, span: Span) -> frozenset[str]:
    """The words of a span that carry its sense, cut to their first letters."""
    words = (match[0].lower() for match in _WORD.finditer(doc.text, span))
    return frozenset(stem(word) for word in words if word not in PLAIN)


def stem(word: str) -> str:
    """The letters by which two words in lower case are taken for one: spend, spending."""
    return word.removesuffix("s")[:_STEM]


def is_same_news(doc: Document, top: Slot, sentence: Span) -> bool:
    """Whether a sentence shares two words of sense with a headline, or all if it has fewer."""
    mine = stems(doc, top.span)
    return bool(mine) and len(mine & stems(doc, sentence)) >= min(2, len(mine))
