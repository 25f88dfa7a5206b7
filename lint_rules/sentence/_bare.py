"""Paragraphs of prose without a mark at their end, and sentences run together without one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk import Span, pattern
from lint_rules.sentence._running import prose, slot_text, words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Document, Slot

_FEWEST = 7  # words of a paragraph that is looked at
_HEAD = 3  # so many slots at the top may be headline, deck and byline
_LONG = 24  # words from which a line is prose whatever it holds
_ENDS = (".", "!", "?", "…", ":", ";", "—", "–", "-", ",", ")", "]", "*", "|", ">", "}")
_MARKS = "”\"’'»"
_CLOSED = tuple(f"{stop}{mark}" for stop in ".!?…" for mark in _MARKS)

# What news prose holds and headlines, labels and links seldom do.
_ARTICLE = pattern(r"\b(?:the|an?|its|their|his|her|that|this)\b")
_VERB = pattern(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|must|should|did|does|do|said"
    r"|told|can|says|\w+n[’']t|[a-z]{2,}ed|went|came|got|took|made|gave|saw|left|held|won|lost|met"
    r"|began|became|brought|found|knew|kept|led|ran|spoke|wrote|fell|grew|rose|sent|spent|stood"
    r"|remains?|includes?|means|makes|takes|gives|goes|comes|needs|wants)\b"
)
_SAID = pattern(r"\b(?:said|told|according to|added that|announced)\b")
_BEFORE_NAME = words(
    "in of for with by at to from the and near a an on as said says against between or mr ms mrs "
    "dr president minister senator between including over under into outside than after told"
)
# Furniture of pages, posts and credits, which ends as it likes.
_FURNITURE = pattern(
    r"(?i:read more|read:|more:|related:|watch:|just watched|must watch|image|photo|caption"
    r"|copyright|©|click|sign up|subscribe|newsletter|follow us|file - |source:|video|listen to"
    r"|this article|this story|edited by|reporting by|written by|additional reporting|contributed"
    r"|illustration|getty|reuters|privacy policy|share this|advertisement|by clicking|see also"
    r"|correction|update[ds]?\b|recaptcha|playback|related coverage|full story|inbox|this link"
    r"|to follow\b|find faqs|below is|published on|on this page|cookies)|[@#]\w|https?:|t\.co/|\.com\b|—\s?[A-Z]|:[A-Z]"
)


class Bare(NamedTuple):
    """A place where a full stop is missing: the last word before it, and what shows it."""

    span: Span
    evidence: str


def bare_paragraphs(doc: Document) -> Iterator[Bare]:
    """Paragraphs of prose among others that end with a stop, themselves without one."""
    bare = [slot for slot in doc.parsed.slots[_HEAD:] if _is_bare(doc, slot)]
    if not bare:
        return
    slots = [slot for slot in doc.parsed.slots if slot.kind not in ("caption", "alt", "credit")]
    places = {slot.span: place for place, slot in enumerate(slots)}
    for slot in prose(doc, "paragraph"):
        place = places.get(slot.span)
        if place is None or _is_ended(doc, slot):
            continue
        if not _is_prose(slot_text(doc, slot), len(bare) == 1):
            continue
        witness = _neighbours(doc, slots, place)
        if witness:
            end = slot.span.end
            start = doc.text.rfind(" ", slot.span.start, end) + 1
            yield Bare(Span(start, end), witness)


def _is_bare(doc: Document, slot: Slot) -> bool:
    """Whether a slot is a line without a stop: a cross-head, a link or a broken paragraph."""
    return slot.kind in ("paragraph", "heading") and not _is_ended(doc, slot)


def _is_ended(doc: Document, slot: Slot) -> bool:
    text = doc.text[max(slot.span.start, slot.span.end - 3) : slot.span.end].rstrip()
    return text.endswith(_ENDS) or text.endswith(_CLOSED)


def _is_prose(text: str, lonely: bool) -> bool:
    """Whether a paragraph is a sentence or several, no label, headline, link or credit.

    A short sentence may be a cross-head; it is none where no other line of the story
    lacks its stop (``lonely``), or where it says who said so.
    """
    count = text.count(" ") + 1
    words = text.rsplit(" ", 3)
    last = words[-1].strip(_MARKS)
    if count < _FEWEST or not text[0].isupper() or not last.isalnum() or _FURNITURE.search(text):
        return False
    if words[-2][:1].isupper() and last[0].isupper() and words[-3] not in _BEFORE_NAME:
        return False  # a quotation set large, with its speaker
    tail = text[max(map(text.rfind, (". ", "? ", ".” ", '." '))) + 1 :]
    if tail.count(" ") < _FEWEST - 2 or _is_titled(tail) or not _VERB.search(tail):
        return False
    several = tail != text
    if several or count >= _LONG or _SAID.search(text):
        return True
    return lonely and _ARTICLE.search(text) is not None


def _is_titled(text: str) -> bool:
    """Whether most words have capitals, as titles and names in lists have."""
    long = [word for word in text.split()[1:] if len(word) > 3]
    return 2 * sum(not word[0].islower() for word in long) > len(long)


def _neighbours(doc: Document, slots: list[Slot], place: int) -> str:
    """What shows that a stop is missing: the paragraphs before and behind end with one.

    Nothing where the paragraph leads to a list, a quotation or a table, opens
    the story under its headline, or stands among lines without stops.
    """
    before = slots[place - 1] if place else None
    after = slots[place + 1] if place + 1 < len(slots) else None
    sound = 0
    for other in (before, after):
        if other is None or other.kind in ("headline", "heading", "deck", "byline", "kicker"):
            continue
        if other.kind != "paragraph" or not _is_ended(doc, other):
            return ""
        sound += 1
    if after is not None and not _opens(doc.text[after.span.start]):
        return ""
    return "The paragraphs around it end with one." if sound else ""


def _opens(letter: str) -> bool:
    return letter.isupper() or letter in "“\"‘'" or letter.isdigit()


_RUN = pattern(
    r"[a-z]{3}( )(?:(?:He|She|They|It|However|Meanwhile|There)(?= (?:is|was|were|are|has|have|had"
    r"|said|says|told|also|will|would|could|did|does|added|may|made|took|went|came)\b)"
    r"|(?:The|This|These) (?=[a-z]+ (?:is|was|were|are|has|have|had|said|says|told|also|will"
    r"|would|could)\b))"
)
_BEFORE_TITLE = words("called titled named entitled play song film novel book series hymn poem")


def run_together(doc: Document, slots: frozenset[Slot]) -> Iterator[Bare]:
    """Where a sentence begins behind a word without a stop: “on the pier He said so.”"""
    for match in _RUN.finditer(doc.text):
        at = match.start(1)
        slot = doc.slot_at(at)
        word = doc.text[max(0, at - 24) : at].rpartition(" ")[2]
        if slot not in slots or word in _BEFORE_TITLE or doc.quote_at(Span(at, at + 2)):
            continue
        yield Bare(
            Span(at - len(word), match.end()),
            f"“{match[0][4:].split()[0]}” begins a new sentence.",
        )
