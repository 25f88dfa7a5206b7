"""Photo credits and agency captions that slipped into the story."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Edit,
    Finding,
    Fix,
    Good,
    Iterator,
    Related,
    Rule,
    Severity,
    Slot,
    Span,
)
from lint_rules._shared.candidates import candidates, openings
from lint_rules.leftover import _captions, _credits

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk import SlotKind

_RUNNING: tuple[SlotKind, ...] = ("paragraph", "list-item", "heading", "deck")
# Proper places for credits, except in plain text.
_PICTURES: tuple[SlotKind, ...] = ("caption", "credit")

_LINE = 240  # code points: a longer paragraph is not a credit
_HINTS = ("/", "hoto", " via ", "redit", "icture", "| ")
_LABELS = ("Image", "Media ", "Pictured", "Caption:", "Photo caption")
_ALONE_STARTS = (
    "phot", "pict", "imag", "mand", "cred", "grap", "illu", "gett", "ap ph", "© ", "afp v", "shut",
)  # fmt: skip
# But for the sign ©, which counts anywhere.
_OPENINGS = openings(one for one in (*_LABELS, *_ALONE_STARTS, *_captions.STARTS) if one != "© ")


class PhotoCredit(Rule):
    """No photo credits or agency captions in the text of the story.

    A credit belongs under its picture, in the field the system has for it. In
    running text it only shows readers that a caption was pasted there. Captions
    and credits of Markdown and HTML drafts are left alone.
    """

    id = "leftover/photo-credit"
    severity = Severity.STOP
    furniture = True
    scans = (_credits.BRACKETED, _credits.LAST, _credits.SIGNS)
    triggers = (
        "photo", "photos", "photograph", "photographs", "picture", "pictures", "image", "images",
        "screenshot", "credit", "handout", "courtesy", "ap", "afp", "epa", "efe", "upi", "pa",
        "dpa", "reuters", "getty", "shutterstock", "alamy", "bloomberg", "xinhua", "media",
        "file", "pictured", "caption", "©", "left", "right", ", 20", ", 19",
    )  # fmt: skip
    examples = (
        Good("She sold the photo by the yard. It was taken in May."),
        Good("The Associated Press (AP) and Agence France-Presse (AFP) reported it."),
        Good("The bill (House/Senate) passed on Monday, and so it went (picture by picture)."),
        Good("He spoke in Erie (Pennsylvania/PA), the memo (seen via Reuters) says."),
        Good("He thanked Getty Images for the loan of the picture."),
        Good("---\ntitle: Harbour opens\nimage-credit: Photo by Ann Poe / AFP\n---\n\nIt is open.",
             format="markdown"),
        Good("<figure><img src='h.jpg'><figcaption>The pier. (Photo by Ann Poe / AFP)</figcaption>"
             "</figure><p>The harbour is open.</p>", format="html"),
        Good("It is shut.\n\nThe crew got to work at 1 p.m. on March 18, 2019.\n\nIt is old."),
        Good("It is old.\n\nWatch the video of the talk, first shown on Oct. 20, 2015.\n\nBye."),
        Good("It is old.\n\nIf the storm sits there, it is the worst since May 3, 2001.\n\nBye."),
        Good("It is old.\n\nFriends may gather at the pier on Friday, May 3, 2031, and all pass "
             "the hall.\n\nBye."),
        Good("It is old.\n\nThe firm had plans to leave the town on Monday, May 3, 2027.\n\nBye."),
        Bad("The mayor opened the pier on Monday. [[(Photo by ANN POE / AFP)]]",
            "The mayor opened the pier on Monday."),
        Bad("The pier is open.\n\nBoats lie in the harbour in May. [[REUTERS/Ann Poe]]\n\nIt is "
            "the first of three, the mayor said.",
            "The pier is open.\n\nBoats lie in the harbour in May.\n\nIt is "
            "the first of three, the mayor said."),
        Bad("The pier is open.\n\n[[FILE PHOTO: Boats lie in the harbour at dawn on Monday.]]\n",
            "The pier is open.\n"),
        Bad("The pier is open.\n\n[[Mayor Ann Poe, left, waves from the pier in Oslo, Monday, "
            "May 5, 2031.]]\n\nIt is old.", "The pier is open.\n\nIt is old."),
        Bad("The council met.\n\nThe pier costs three million, the mayor said, and opens in May."
            "\n\nNobody spoke, and it was over in a minute.\n\n[[Caption:]] ANN POE\n\nMayor Ann "
            "Poe, left, waves, Monday, May 5, 2031.\n"),
        Bad("The council met.\n\nThe pier costs three million, the mayor said, and opens in May."
            "\n\nNobody spoke.\n\n[[Photo captions:]]\n\nThe pier. (Photo by ANN POE / AFP)\n"),
        Bad("The pier is open.\n\n[[Credit: Getty Images]]\n", "The pier is open.\n"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Check running text, and in plain text captions and credits too."""
        plain = _is_plain(doc)
        slots = doc.parsed.slots
        filed = _captions.filed(doc) if plain else None
        if filed is not None:
            yield self._filed(doc, filed[1])
            slots = slots[: filed[0]]
        found = candidates(doc, _OPENINGS, _credits.SIGNS.anchors(doc))
        before = (index - 1 for index in found if index)  # a caption above a credit
        for index in sorted({*found, *before}):
            if index >= len(slots):
                break
            slot = slots[index]
            if slot.kind not in _RUNNING and not (plain and slot.kind in _PICTURES):
                continue
            if plain and _is_alone(doc, slot):
                yield self._credit(doc, slot, slot.span)
                continue
            credited = plain and index + 1 < len(slots) and _is_alone(doc, slots[index + 1])
            if _captions.is_labelled(doc, slot):
                yield self._caption(slot, Severity.STOP)
            elif doc.text.startswith(_LABELS, slot.span.start) and (label := _label(doc, slot)):
                yield self._page_label(doc, label)
                yield from self._in_text(doc, slot)
            elif _captions.is_caption(doc, slot, credited):
                inside = list(self._in_text(doc, slot, caption=True))
                yield from inside or (self._caption(slot, Severity.FIX),)
            else:
                yield from self._in_text(doc, slot)

    def _caption(self, slot: Slot, severity: Severity) -> Finding:
        return self.delete(
            slot.span,
            "Photo caption in the text of the story.",
            title="Delete the caption",
            evidence="It reads like one: present tense, with a date, a label or a credit.",
            severity=severity,
        )

    def _filed(self, doc: Document, label: Span) -> Finding:
        return self.find(
            label,
            "Captions are filed below the story.",
            evidence=f"“{doc[label]}” opens the end of the file: move them to the pictures.",
            severity=Severity.ASK,
        )

    def _page_label(self, doc: Document, label: Span) -> Finding:
        return self.find(
            label,
            "Caption label left in.",
            evidence=f"“{doc[label]}” opens captions on web pages.",
            severity=Severity.FIX,
        )

    def _in_text(self, doc: Document, slot: Slot, caption: bool = False) -> Iterator[Finding]:
        end = slot.span.start
        for span in _places(doc, slot):
            if span.start >= end and doc.quote_at(span) is None:
                end = span.end
                yield self._credit(doc, slot, span, caption)

    def _credit(self, doc: Document, slot: Slot, span: Span, caption: bool = False) -> Finding:
        start = slot.span.start
        start += len(doc[start : span.start].rstrip())
        related = [Related(slot.span, "the whole paragraph is a caption")] if caption else []
        fixes = [Fix("Delete the credit", (Edit(Span(start, span.end), ""),))]
        if caption:
            fixes.append(Fix("Delete the caption", (Edit(slot.span, ""),)))
        return self.find(
            span,
            "Photo credit in the text of the story.",
            evidence="A credit belongs with its picture.",
            related=related,
            fixes=fixes,
        )


def _label(doc: Document, slot: Slot) -> Span | None:
    """The caption label of a web page that opens the slot."""
    label = _credits.LABEL.match(doc.text, slot.span)
    return None if label is None else Span(label.start(), label.start() + len(label[0].rstrip()))


def _places(doc: Document, slot: Slot) -> Iterator[Span]:
    """Credits in brackets, and a bare one at the end."""
    for match in _credits.BRACKETED.finditer(doc, slot.span):
        yield Span(*match.span())
    tail = doc[slot.span][-_credits.LAST.before :]
    if any(part in tail for part in _HINTS):
        for match in _credits.LAST.finditer(doc, slot.span):
            yield Span(*match.span())


def _is_alone(doc: Document, slot: Slot) -> bool:
    """Whether the whole slot is a credit."""
    if slot.span.end - slot.span.start >= _LINE:
        return False
    head = doc.after(slot.span.start, 5).lstrip("(").lower()
    return head.startswith(_ALONE_STARTS) and bool(_credits.ALONE.fullmatch(doc.text, slot.span))


def _is_plain(doc: Document) -> bool:
    """Whether the file is plain text, which has no field for a credit."""
    return not doc.metadata and "</" not in doc.source and "](" not in doc.source
