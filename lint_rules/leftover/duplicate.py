"""Repeated text: paragraphs, sentences, and a deck that is also the first paragraph."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
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
    Span,
    pattern,
)
from lint_rules._shared.notices import is_notices
from lint_rules.leftover._as_compared import GIST, SENTENCE, folded, is_long, may_be_alike
from lint_rules.leftover._calendars import LISTING, is_calendar

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk import SlotKind

_BODY: tuple[SlotKind, ...] = ("paragraph", "block-quote", "caption", "note")
_TOP: tuple[SlotKind, ...] = ("headline", "deck", "heading")
_PARAGRAPH = 40  # code points: a shorter paragraph may well be repeated (a refrain, a label)
_IN_A_ROW = 20  # code points: the same, for one repeated in a row
_WORDS = 8
_PASSAGE = 3  # sentences that a caption shares with the text and that were hardly meant to be
_BESIDE = 600  # code points between a quotation and the caption that gives it again
_SPEECH = '“"'
_CUTS = frozenset({"more", "excerpt", "read more", "truncate", "end excerpt"})  # after a teaser
_STANDFIRST = 2  # sentences of a standfirst, and of those that the body repeats
_FAR_BELOW = 500  # code points from a standfirst to the sentence from which it was made
_REFRAIN = 4  # a line repeated this often is meant to be
_GLANCE = SENTENCE
_STOPS = (". ", ".” ", "? ", "! ", ",” ", ": ")
_ASKED = ("?", "?”", '?"', "?’")
_ENDS = (".", "!", "”", '"', ")", "’", "'", "…")
_PROMO = pattern(
    r"(?i:(?:please )?(?:sign up|subscribe|find out more|learn more|support|donate|follow|read more"
    r"|click|this (?:story|article|guide) (?:is|was)|send|read (?:his|her|their|the|our|about))\b"
    r"|(?:(?:please )?note|nb|n\.b\.|tip|hint|reminder|disclaimer|sources?):)"
)


class Duplicate(Rule):
    """No repeated paragraphs or sentences.

    A paragraph is copied instead of moved; a pull quote is pasted with the text.
    Short lines, questions, verse, legal notices, lines of calendars and lists, a
    teaser above the cut, and anything that appears four times or more (a refrain)
    are left alone; so are a caption, unless it repeats three sentences or the
    quotation beside it, and a standfirst that the body says again. Many sites make
    the deck from the first paragraph; if yours prints both, set the option ``deck``.
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
        if not may_be_alike(doc) or not _may_repeat(doc):
            return
        seen: dict[str, list[Slot]] = {}
        before = ""
        again: set[Span] = set()
        for slot in doc.parsed.slots:
            if not _counts(slot):
                before = ""
                continue
            text = folded(doc[slot.span])
            if text and (is_long(text, _PARAGRAPH, _WORDS - 2) or text == before):
                earlier = seen.setdefault(text, [])
                if earlier and slot.kind != "headline" and not slot.name:
                    again.add(slot.span)
                    row = text == before and not _is_cut(doc, earlier[-1], slot)
                    often = len(earlier) >= _REFRAIN - 1
                    if not often and self._is_fault(doc, slot, earlier[0], row):
                        yield self._paragraph(slot, earlier[0], row)
                earlier.append(slot)
            elif is_long(text, _IN_A_ROW, 3):
                seen.setdefault(text, []).append(slot)
            before = text if is_long(text, _IN_A_ROW, 3) else ""
        yield from self._sentences(doc, again)

    def _is_fault(self, doc: Document, slot: Slot, first: Slot, row: bool) -> bool:
        """Whether it is a fault that a paragraph repeats an earlier one."""
        if first.kind == "deck":
            return bool(self.settings["deck"])
        if row or (first.kind in _TOP and not doc[slot.span].endswith(_ASKED)):
            return True
        if _is_meant(doc, first, slot) and not _is_passage(doc, slot.span):
            return False
        return _is_told(doc[slot.span]) and not _is_list(doc)

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
            if sentence.end - sentence.start < SENTENCE:
                continue
            slot = doc.slot_at(sentence.start)
            if slot is None or slot.kind not in _BODY or slot.span in again:
                continue
            gist = folded(doc[sentence])[:GIST]
            seen.setdefault(gist, []).append(sentence)
        pairs = [
            (places[0], place)
            for text, places in seen.items()
            if 1 < len(places) < _REFRAIN and is_long(text, SENTENCE, _WORDS)
            if _is_told(doc[places[0]]) and not _is_list(doc)
            for place in places[1:]
        ]
        for first, place in _without_standfirst(doc, list(_without_meant(doc, pairs))):
            same = folded(doc[place]) == folded(doc[first])
            yield self.find(
                place,
                "This sentence appears earlier in the story, word for word."
                if same
                else "This sentence begins with the same words as an earlier one.",
                evidence="Either it was copied instead of moved, or it is a pull quote.",
                related=[Related(first, "the first time")],
            )


def _without_meant(doc: Document, pairs: list[tuple[Span, Span]]) -> Iterator[tuple[Span, Span]]:
    """The repeated sentences, but few of those in captions, and none in teasers and questions."""
    meant: dict[Slot, list[tuple[Span, Span]]] = {}
    for pair in pairs:
        first, slot = doc.slot_at(pair[0].start), doc.slot_at(pair[1].start)
        if first is None or slot is None or doc[slot.span].endswith(_ASKED):
            continue
        if _is_given_in_full(doc, pair, (first, slot)):
            continue
        if _is_meant(doc, first, slot) and not _is_said_beside(doc, *pair):
            meant.setdefault(slot, []).append(pair)
        else:
            yield pair
    for kept in meant.values():
        if len(kept) >= _PASSAGE:
            yield from kept


def _without_standfirst(doc: Document, pairs: list[tuple[Span, Span]]) -> list[tuple[Span, Span]]:
    """The repeated sentences without those of the first two that the body says again far below."""
    body = doc.slots_of("paragraph")
    if not body or len(pairs) > _STANDFIRST:
        return pairs
    top = [one for one in doc.sentences if one.start >= body[0].span.start][:_STANDFIRST]
    return [
        (first, place)
        for first, place in pairs
        if first not in top or place.start - first.end < _FAR_BELOW
    ]


def _is_meant(doc: Document, first: Slot, slot: Slot) -> bool:
    """Whether two parts of a story may say the same: a caption, a field, a teaser and the text."""
    if "caption" in (first.kind, slot.kind) or first.name or slot.name:
        return True
    return _is_cut(doc, first, slot)


def _is_cut(doc: Document, first: Slot, slot: Slot) -> bool:
    """Whether a story is cut between two of its parts: what comes first is the teaser."""
    cuts = _cuts(doc)
    return bisect_left(cuts, first.span.end) < bisect_right(cuts, slot.span.start)


@lru_cache(maxsize=2)
def _cuts(doc: Document) -> list[int]:
    """Where a site cuts the story after its teaser, in order."""
    return sorted(one.offset for one in doc.comments if one.body.strip().lower() in _CUTS)


def _is_given_in_full(doc: Document, pair: tuple[Span, Span], slots: tuple[Slot, Slot]) -> bool:
    """Whether a sentence is quoted in the text and stands in a message that is given in full."""
    kinds = [slot.kind for slot in slots]
    if kinds.count("block-quote") != 1:
        return False
    said = pair[kinds.index("block-quote") ^ 1]
    return doc.quote_at((said.start + 1, said.end - 1)) is not None


def _is_said_beside(doc: Document, first: Span, place: Span) -> bool:
    """Whether a quotation is repeated word for word a few lines later."""
    near = place.start - first.end < _BESIDE and doc.text[place.start] in _SPEECH
    return near and folded(doc[place]) == folded(doc[first])


def _is_passage(doc: Document, span: Span) -> bool:
    """Whether a paragraph has several sentences."""
    first = bisect_left(doc.sentences, span)
    return bisect_left(doc.sentences, (span.end, span.end)) - first >= _PASSAGE


def _is_list(doc: Document) -> bool:
    """Whether a story is a calendar or a page of legal notices, whose words are repeated."""
    return is_calendar(doc) or is_notices(doc)


def _is_told(text: str) -> bool:
    """Whether a paragraph or sentence is told once: no question, verse, label, listing or promo."""
    if text.endswith(_ASKED) or not text.endswith(_ENDS):
        return False
    return not LISTING.match(text) and not _PROMO.match(text)


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
