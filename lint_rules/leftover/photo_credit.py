"""Photo credits and agencies' captions that slipped into the story."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Finding, Fix, Good, Rule, Severity, Span
from lint_rules.leftover import _credits

if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from copydesk import Document, Slot
    from copydesk.document.slots import SlotKind

_RUNNING: tuple[SlotKind, ...] = ("paragraph", "list-item", "heading", "deck")
_PICTURES: tuple[SlotKind, ...] = (
    "caption",
    "credit",
)  # a system's own places for credits; not so in plain text

_LINE = 240  # code points: a longer paragraph is no credit
_TAIL_REACH = 160
_HINTS = ("/", "hoto", " via ", "redit", "icture")
_LABELS = ("FILE ", "HANDOUT ", "File photo", "Image ", "Media ")
_ALONE_STARTS = ("phot", "pict", "imag", "mand", "cred", "grap", "illu")


class PhotoCredit(Rule):
    """No photo credit and no agency's caption among the words of the story.

    A credit belongs under its picture, in the field that the system has for it.
    In running text it tells the reader only that a caption was pasted there.
    Captions and credits of Markdown and HTML drafts are left alone.
    """

    id = "leftover/photo-credit"
    severity = Severity.STOP
    triggers = (
        "photo", "photos", "photograph", "photographs", "picture", "pictures", "image", "images",
        "screenshot", "credit", "handout", "courtesy", "ap", "afp", "epa", "efe", "upi", "pa",
        "dpa", "reuters", "getty", "shutterstock", "alamy", "bloomberg", "xinhua", "media",
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
        Bad("The mayor opened the pier on Monday. [[(Photo by ANN POE / AFP)]]",
            "The mayor opened the pier on Monday."),
        Bad("The pier is open.\n\nBoats lie in the harbour in May. [[REUTERS/Ann Poe]]\n\nIt is "
            "the first of three, the mayor said.",
            "The pier is open.\n\nBoats lie in the harbour in May.\n\nIt is "
            "the first of three, the mayor said."),
        Bad("The pier is open.\n\n[[FILE PHOTO:]] Boats lie in the harbour at dawn on Monday.\n"),
        Bad("The pier is open.\n\n[[Credit: Getty Images]]\n", "The pier is open.\n"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at running text, and in plain text at captions and credits too."""
        plain = _is_plain(doc)
        for slot in doc.slots_of(*_RUNNING, *(_PICTURES if plain else ())):
            if plain and slot.span.end - slot.span.start < _LINE and _is_alone(doc, slot):
                yield self._credit(slot.span, slot, doc, Severity.FIX)
                continue
            if doc.text.startswith(_LABELS, slot.span.start):
                yield from self._label(doc, slot)
            yield from self._in_text(slot, doc)

    def _label(self, doc: Document, slot: Slot) -> Iterator[Finding]:
        label = _credits.LABEL.match(doc.text, slot.span)
        if label is not None:
            yield self.find(
                (label.start(), label.start() + len(label[0].rstrip())),
                "An agency's caption stands in the copy.",
                evidence=f"“{label[0].strip()}” opens the captions of an agency or a page.",
                severity=Severity.FIX,
            )

    def _in_text(self, slot: Slot, doc: Document) -> Iterator[Finding]:
        end = slot.span.start
        for match in _matches(slot, doc):
            if match.start() >= end and doc.quote_at(Span(*match.span())) is None:
                end = match.end()
                yield self._credit(Span(*match.span()), slot, doc, Severity.STOP)

    def _credit(self, span: Span, slot: Slot, doc: Document, severity: Severity) -> Finding:
        start = span.start
        while start > slot.span.start and doc.text[start - 1].isspace():
            start -= 1
        return self.find(
            span,
            "A photo credit stands in the copy.",
            evidence="A credit belongs under its picture, not in the text.",
            fixes=(Fix("Delete the credit", (Edit(Span(start, span.end), ""),)),),
            severity=severity,
        )


def _matches(slot: Slot, doc: Document) -> Iterator[regex.Match[str]]:
    """The credits in brackets, and a bare one at the end."""
    if doc.text.find("(", *slot.span) >= 0:
        yield from _credits.BRACKETED.finditer(doc.text, slot.span)
    tail = Span(max(slot.span.start, slot.span.end - _TAIL_REACH), slot.span.end)
    words = doc.text[tail.start : tail.end]
    if any(part in words for part in _HINTS):
        last = _credits.LAST.search(doc.text, tail)
        if last is not None:
            yield last


def _is_alone(doc: Document, slot: Slot) -> bool:
    """Whether the whole slot is a credit."""
    head = doc.text[slot.span.start : slot.span.start + 5].lstrip("(").lower()
    return head.startswith(_ALONE_STARTS) and bool(_credits.ALONE.fullmatch(doc.text, slot.span))


def _is_plain(doc: Document) -> bool:
    """Whether the file is plain text, which has no field for a credit."""
    return not doc.metadata and "</" not in doc.source and "](" not in doc.source
