"""Words that introduce a quotation, and no quotation after them."""

from __future__ import annotations

from copydesk import (
    SLOT_END,
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Rule,
    Severity,
    Slot,
    pattern,
    scan,
)
from lint_rules._shared.shown import is_media_next

_REACH = 90  # code points at the end of a paragraph in which the attribution is looked for
_LEADS = scan(
    r"(?P<words>\b(?:said|says|added|adds|wrote|writes|tweeted|stated|told (?:reporters|the "
    r"[a-z]+|[A-Z]\w+)|continued|declared|replied|noted|explained|asked|insisted|warned)"
    r"(?: (?:on|in|at|to) [^,.:;“”\"]{2,40})?(?P<mark>[,:]))\Z",
    at=SLOT_END,
    before=_REACH,
)
_COLON = scan(r"(?P<words>[A-Za-z’'-]+(?P<mark>:))\Z", at=SLOT_END, before=_REACH)
_FURNITURE = pattern(
    r"(?i:read|more|related|see|watch|listen|click|here|contact|source|photo|video|follow|note|also"
    r"|update|correction|by|tags?|share|this story|link)"
)
_SHOWN = 4  # words of what comes next that the evidence quotes
# What a page shows above a player or post, left as a line of text.
_PLAYER = pattern(
    r"(?i:youtube|vimeo|twitter|x|tweet|facebook|instagram|tiktok|video|watch|image|photo"
    r"|advertisement|media|embed|post|soundcloud|spotify|truth social|getty images)"
)
_ENDS = ("heading", "credit", "byline", "note", "kicker")
_SPEECH = "“\"‘'«„"


class HangingAttribution(Rule):
    """Words that introduce a quotation are followed by one.

    “Ms. Poe tweeted,” and then a paragraph of the paper's own, or nothing: the
    quotation was lost when the copy was moved, or a post was not embedded. A
    list, a post, a block quote or a transcript counts as well, and so does whatever
    the page shows next: a picture, a video, a map, a form or code.
    """

    id = "quote/hanging-attribution"
    severity = Severity.FIX
    spares_sic = False
    scans = (_LEADS, _COLON)
    triggers = (",", ":")
    examples = (
        Good("Ms. Poe said:\n\n“We are open all summer.”\n\nShe left."),
        Good(
            "Ms. Poe tweeted,\n\nBack at the pier with @harbour_poe\n\n— Ann Poe (@poe) May 2, 2031"
        ),
        Good("Three towns are in the plan:\n\nOslo, Bergen and Moss.\n\nThe mayor said so."),
        Good("She showed a map of the plan:\n\n![The map](m.png)\n", format="markdown"),
        Good('Ms. Poe said:\n\n{% include quote.html id="7" %}\n', format="markdown"),
        Good('Here is what the mayor said:\n\n<iframe src="/v"></iframe>\n', format="markdown"),
        Good(
            '<p>She put it in a chart and wrote:</p><figure><img src="c.png"></figure>',
            format="html",
        ),
        Good("The model is simple, she said:\n\n```\ny = a * x\n```\n", format="markdown"),
        Good(
            "Watch all that she said below:\n\n{{< youtube a1b2 >}}\n\n## Boats", format="markdown"
        ),
        Good("The town council will decide on three of these plans:"),
        Bad("The pier is open.\n\nTaking it to her page, Ms. Poe [[tweeted,]]"),
        Bad("The pier is open, and Ms. Poe [[said:]]\n\n## The boats", format="markdown"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at how paragraphs end, and at what follows them."""
        slots = [slot for slot in doc.parsed.slots if slot.kind not in ("caption", "alt", "credit")]
        for place, slot in enumerate(slots):
            if slot.kind != "paragraph" or doc.text[slot.span.end - 1] not in ",:":
                continue
            if doc.is_shown_after(slot):
                continue
            match = _LEADS.search(doc, slot.span)
            after = _next(doc, slots, place)
            if match is None and after is None and place:  # one paragraph alone is an excerpt
                match = _COLON.search(doc, slot.span)
                head = doc.after(slot.span.start, _REACH)
                if match is not None and (_FURNITURE.match(head) or head.count(" ") < 4):
                    match = None
            if match is None or not _is_hanging(doc, after, match["mark"]):
                continue
            if not is_media_next(doc, slot, after):
                yield self.find(
                    match.span("words"),
                    f"The quotation or list after “{match['words']}” is missing.",
                    evidence=_evidence(doc, after),
                )


def _next(doc: Document, slots: list[Slot], place: int) -> Slot | None:
    """What comes next, without the label of a player between the two."""
    for slot in slots[place + 1 : place + 3]:
        if _PLAYER.fullmatch(doc.text, slot.span) is None:
            return slot
    return slots[place + 1] if place + 1 < len(slots) else None


def _is_hanging(doc: Document, after: Slot | None, mark: str) -> bool:
    """Whether what comes next is not a quotation, post, list or statement."""
    if after is None or after.kind in _ENDS:
        return True
    if after.kind != "paragraph" or mark == ":":
        return False
    text = doc[after.span]
    if text[0] in _SPEECH or not text[0].isupper() or "@" in text or "#" in text:
        return False
    return any(one.span.meets(after.span) and one.opening for one in doc.quotes) or " said" in text


def _evidence(doc: Document, after: Slot | None) -> str:
    if after is None:
        return "The story ends here."
    words = " ".join(doc[after.span].split()[:_SHOWN])
    return f"The next {after.kind} begins “{words}”."
