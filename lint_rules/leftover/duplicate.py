"""Repeated text: paragraphs, sentences, and a deck that is also the first paragraph."""

from __future__ import annotations

from functools import lru_cache

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Option,
    Related,
    Rule,
    Severity,
    Slot,
    SlotKind,
    Span,
    pattern,
)

_BODY: tuple[SlotKind, ...] = ("paragraph", "block-quote", "caption", "note")
_TOP: tuple[SlotKind, ...] = ("headline", "deck", "heading")
_PARAGRAPH = 40  # code points: a shorter paragraph may well be repeated (a refrain, a label)
_IN_A_ROW = 20  # code points: the same, for one repeated in a row
_SENTENCE = 44
_WORDS = 8
_GIST = 70  # code points: sentences alike up to here count as the same
_REFRAIN = 4  # a line repeated this often is meant to be
_GLANCE = _SENTENCE
_LISTINGS = 4  # lines of a calendar that make a story one
_STOPS = (". ", ".” ", "? ", "! ", ",” ", ": ")
_TAG = pattern(r"</?\w[^<>]{0,300}>")
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\n": " "})
# A line of a calendar, a directory or a price list.
_LISTING = pattern(
    r"[^.!?]{0,160}\b\d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b|to \d{1,2}(?::\d\d)? ?(?:[ap]\.?m\b|noon))"
    r"|[^\n]{0,400}\b(?:Info(?:rmation)?|Tickets|Admission|Register|RSVP|Call|Contact|Cost|Fee|Free)\b"
    r"[^.!?\n]{0,60}(?:\d{3}[-. ]\d{4}|\$\d|\w\.(?:org|com|net)\b|@)"
    r"|[A-Z][A-Z’'&-]+ (?:[A-Z’'&-]+ ){0,8}[A-Z’'&-]+[,:]"
    r"|[^.!?\n]{0,80}\b\d{2,5} [A-Z]\w+ (?:[A-Z]\w+ )?"
    r"(?:St|Street|Road|Rd|Ave|Avenue|Drive|Lane|Boulevard|Blvd)\b[^\n]{0,40}\Z"
)
_ASKED = ("?", "?”", '?"', "?’")
_ENDS = (".", "!", "”", '"', ")", "’", "'", "…")
_PROMO = pattern(
    r"(?i:(?:please )?(?:sign up|subscribe|find out more|learn more|support|donate|follow|read more"
    r"|click|this (?:story|article|guide) (?:is|was)|send)\b)"
)


class Duplicate(Rule):
    """No repeated paragraphs or sentences.

    A paragraph is copied instead of moved; a pull quote or a caption is pasted
    with the text. Short lines, questions, verse, lines of calendars and lists,
    and anything that appears four times or more (a refrain) are left alone. Many
    sites make the deck from the first paragraph; if yours prints both, set the
    option ``deck``.
    """

    id = "leftover/duplicate"
    severity = Severity.ASK
    spares_sic = False
    furniture = True
    yields_to = (
        "leftover/embed",
        "leftover/photo-credit",
        "leftover/agency-signoff",
        "leftover/agency-tag",
        "leftover/dateline",
    )
    options = (Option("deck", False, "also report a paragraph that repeats the deck"),)
    examples = (
        Good("Everyone can help.\n\nShe left.\n\nEveryone can help."),
        Good("The pier opened in May after a year of work.\n\nThe pier closed in May."),
        Good("---\ntitle: Pier opens\ndescription: The pier opened in May after a long year.\n"
             "---\n\nThe pier opened in May after a long year.\n\nIt is old.", format="markdown"),
        Bad("The pier opened in May after a year of hard work.\n\n"
            "[[The pier opened in May after a year of hard work.]]\n\nIt is old.",
            "The pier opened in May after a year of hard work.\n\nIt is old."),
        Bad("The pier opened in May after a year of hard work.\n\nIt is old.\n\n"
            "[[The pier opened in May after a year of hard work.]]\n"),
        Bad("It is old. The pier opened in May after a long year of hard work. It leaks.\n\n"
            "She said so. [[The pier opened in May after a long year of hard work.]]"),
        Good("---\nexcerpt: The pier opened in May after a long year.\n---\n\n"
             "The pier opened in May after a long year.\n\nIt is old.", format="markdown"),
        Good("Two run\n\nWhat would you do first if the voters elect you?\n\nANN: Rest.\n\n"
             "What would you do first if the voters elect you?\n\nBOB: Run."),
        Good("Oh, the boats go out at noon, my love,\n\nAnd the boats stay out all night.\n\n"
             "Oh, the boats go out at noon, my love,"),
        Bad("---\ntitle: Pier opens\ndeck: The pier opened in May after a long year.\n---\n\n"
            "[[The pier opened in May after a long year.]]\n\nIt is old.", format="markdown",
            options={"deck": True}),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare paragraphs with each other, then the sentences of the others."""
        if not _may_repeat(doc):
            return
        seen: dict[str, list[Slot]] = {}
        before = ""
        again: set[Span] = set()
        for slot in doc.parsed.slots:
            if not _counts(slot):
                before = ""
                continue
            text = _folded(doc[slot.span])
            if text and (_is_long(text, _PARAGRAPH, _WORDS - 2) or text == before):
                earlier = seen.setdefault(text, [])
                if earlier and slot.kind != "headline" and not slot.name:
                    again.add(slot.span)
                    row = text == before
                    often = len(earlier) >= _REFRAIN - 1
                    if not often and self._is_fault(doc, slot, earlier[0], row):
                        yield self._paragraph(slot, earlier[0], row)
                earlier.append(slot)
            elif _is_long(text, _IN_A_ROW, 3):
                seen.setdefault(text, []).append(slot)
            before = text if _is_long(text, _IN_A_ROW, 3) else ""
        yield from self._sentences(doc, again)

    def _is_fault(self, doc: Document, slot: Slot, first: Slot, row: bool) -> bool:
        """Whether it is a fault that a paragraph repeats an earlier one."""
        if first.kind == "deck":
            return bool(self.settings["deck"])
        if row or first.kind in _TOP:
            return True
        return _is_told(doc[slot.span]) and not _is_calendar(doc)

    def _paragraph(self, slot: Slot, first: Slot, in_a_row: bool) -> Finding:
        related = [Related(first.span, "the first time")]
        if first.kind in _TOP:
            return self.find(
                slot.span,
                f"This repeats the {first.kind} word for word.",
                evidence="If the page shows both, readers see the same words twice.",
                related=related,
            )
        if in_a_row:
            short = slot.span.end - slot.span.start < _PARAGRAPH
            return self.delete(
                slot.span,
                "The same paragraph appears twice in a row.",
                title="Delete the second",
                evidence="Copied instead of moved, or pasted twice.",
                related=related,
                severity=Severity.ASK if short else Severity.STOP,
            )
        return self.find(
            slot.span,
            "This paragraph appears earlier in the story, word for word.",
            evidence="Either it was copied instead of moved, or it is a caption or pull quote.",
            related=related,
        )

    def _sentences(self, doc: Document, again: set[Span]) -> Iterator[Finding]:
        """Repeated sentences, outside repeated paragraphs."""
        seen: dict[str, list[Span]] = {}
        for sentence in doc.sentences:
            if sentence.end - sentence.start < _SENTENCE:
                continue
            slot = doc.slot_at(sentence.start)
            if slot is None or slot.kind not in _BODY or slot.span in again:
                continue
            gist = _folded(doc[sentence])[:_GIST]
            seen.setdefault(gist, []).append(sentence)
        for text, places in seen.items():
            if 1 < len(places) < _REFRAIN and _is_long(text, _SENTENCE, _WORDS):
                if not _is_told(doc[places[0]]) or _is_calendar(doc):
                    continue
                first = _folded(doc[places[0]])
                for place in places[1:]:
                    same = _folded(doc[place]) == first
                    yield self.find(
                        place,
                        "This sentence appears earlier in the story, word for word."
                        if same
                        else "This sentence begins with the same words as an earlier one.",
                        evidence="Either it was copied instead of moved, or it is a pull quote.",
                        related=[Related(places[0], "the first time")],
                    )


def _is_told(text: str) -> bool:
    """Whether a paragraph or sentence is told once: no question, verse, label, listing or promo."""
    if text.endswith(_ASKED) or not text.endswith(_ENDS):
        return False
    return not _LISTING.match(text) and not _PROMO.match(text)


@lru_cache(maxsize=2)
def _is_calendar(doc: Document) -> bool:
    """Whether the story lists events, places or offers, whose words are repeated."""
    slots = doc.slots_of("paragraph", "list-item")
    found = sum(_LISTING.match(doc.text, slot.span) is not None for slot in slots)
    return found >= _LISTINGS and found * 4 >= len(slots)


def _counts(slot: Slot) -> bool:
    """Whether readers see the slot as text, unlike a description for search engines."""
    return slot.kind in _BODY or (slot.kind in _TOP and "description" not in slot.name.lower())


def _may_repeat(doc: Document) -> bool:
    """A quick check: whether two stretches between stops begin alike."""
    seen: set[str] = set()
    count = 0
    for slot in doc.parsed.slots:
        text = doc[slot.span].replace("“", "").replace('"', "")
        for stop in _STOPS:
            text = text.replace(stop, "\n")
        starts = [part[:_GLANCE] for part in text.split("\n") if len(part) >= _IN_A_ROW]
        seen.update(starts)
        count += len(starts)
        if len(seen) < count:
            return True
    return False


def _folded(text: str) -> str:
    """A text as it is compared: straight marks, single spaces, no quotation marks around it."""
    text = text.translate(_MARKS)
    if "  " in text:
        text = " ".join(text.split())
    if "<" in text:
        text = _TAG.compiled.sub("", text)
    return text.strip(" \"',.").casefold()


def _is_long(text: str, least: int, words: int) -> bool:
    return len(text) >= least and text.count(" ") >= words - 1
