"""How a field ends: with a stop, without one, cut off."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Iterator, Span, pattern
from lint_rules.fields._reading import Told, end_of, told

FAMILIES = (("blurb", "seo-description", "social-description"), ("caption",))
_ENDS = tuple(".!?…:")
_SOURCE = pattern(r"[.!?…][”’\"']?\s*(?:[(\[][^()\[\]]{1,80}[)\]]|[—–-]\s?\p{Lu}[\p{L}. ]{2,40})\Z")
_CLOSING = "”’\"')]"
_TAIL = 90  # code points in which the source of a quotation or a picture is
FEWEST = 6  # words in a field that can be a sentence
_VERB = pattern(
    r"\b(?:is|are|was|were|has|have|had|will|would|can|could|should|may|might|must|does|do|did"
    r"|says?|said|works?|plans?|wants?|makes?|made|took|takes?|gets?|got|shows?|faces?|began|left"
    r"|went|came|won|lost|told|gave|hugs?|holds?|held|speaks?|spoke|walks?|stands?|waits?|sits?"
    r"|isn’t|aren’t|wasn’t|weren’t|hasn’t|haven’t|hadn’t|won’t|can’t|don’t|didn’t|doesn’t|isn't"
    r"|don't|doesn't|didn't|won't|can't|hasn't|haven't|here’s|here's|urged|declined|accuses?"
    r"|approved?|rejected?|announced?|pledged?|promised?|voted?|sued?|signed)\b"
)
_NO_SENTENCE = pattern(
    r"(?i)\A(?:how|why|what|where|when|who|which|whether)\b|\A[^a-z]*\Z|[|/:]\s*\S+\s*\Z"
)


def is_closed(text: str) -> bool:
    """Whether words end in a stop, perhaps within marks."""
    if text.rstrip(_CLOSING).endswith(_ENDS) or text.endswith((*_ENDS, "—", "–", "\\")):
        return True
    tail = text[-_TAIL:]
    if not (tail.endswith((")", "]")) or any(dash in tail for dash in "—–-")):
        return False
    return _SOURCE.search(tail) is not None


def is_sentence(text: str) -> bool:
    """Whether words read as a sentence, but for the stop: there are enough, and a verb."""
    if len(text.split()) < FEWEST or (not text[0].isupper() and text[0] not in "“\"‘'"):
        return False
    return _VERB.search(text) is not None and not _NO_SENTENCE.search(text)


@lru_cache(maxsize=8)
def unstopped(doc: Document) -> tuple[tuple[Told, Told], ...]:
    """Sentences without a stop, each with another field of its kind that has one."""
    return tuple(pair for family in FAMILIES for pair in _unstopped(told(doc, *family)))


def _unstopped(fields: list[Told]) -> Iterator[tuple[Told, Told]]:
    closed = [is_closed(one.text) for one in fields]
    if len(set(closed)) < 2:
        return
    both = [*zip(fields, closed, strict=True)]
    stopped = [one for one, stop in both if stop and is_sentence(one.text)]
    for one, stop in both:
        if stopped and not stop and is_sentence(one.text):
            yield one, stopped[0]


def last_word(doc: Document, one: Told) -> Span:
    """The last word of a field in the source."""
    end = end_of(doc, one)
    start = max(doc.source.rfind(" ", *Span(one.source.start, end)) + 1, one.source.start)
    return Span(start, end)
