"""Link lines that lost their link, and invitations to newsletters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Finding, Fix, Good, Rule, Severity, Span, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Document, Slot
    from copydesk.document.slots import SlotKind

_KINDS: tuple[SlotKind, ...] = ("paragraph", "list-item", "heading", "block-quote", "deck", "note")
_LONGEST = 300  # code points: a longer paragraph is no line of links

_SHOUTS = ("READ MORE", "READ ALSO", "ALSO READ", "SEE ALSO", "RELATED")
_STARTS = (
    "read", "also", "see ", "rela", "don'", "don’", "sign", "subs", "clic", "plea", "want", "like",
    "get ", "rece",
)  # fmt: skip
_LABEL = pattern(
    r"(?:(?:READ (?:MORE|ALSO)|ALSO READ|SEE ALSO|RELATED(?: (?:STORY|STORIES|COVERAGE|ARTICLES?))?"
    r"|Read (?:[Mm]ore|[Aa]lso)|Also [Rr]ead|See [Aa]lso|Related(?: [a-z]+)?|Don[’']t [Mm]iss) ?: ?"
    r"|see also )(?=\S)"
)
_PICTURE = pattern(r"(?:https?://)?\bpic\.(?:twitter|x)\.com/ ?\w{4,}")
_SHOUTED = pattern(r"(?<=[.!?”\"’)…]\s)(?:READ (?:MORE|ALSO)|ALSO READ|SEE ALSO|RELATED): ?(?=\S)")
_INVITES = pattern(
    r"(?:(?:Click here to |Please )?(?:[Ss]ign up|SIGN UP|[Ss]ubscribe|SUBSCRIBE)"
    r"(?: here| now| today)? (?:for|to|TO|FOR)\b"
    r"|(?:Want|Like) (?:more|this|to (?:get|read|receive))\b[^\n?]{0,120}\? (?:Sign up|Subscribe)\b"
    r"|(?:Get|Receive) (?:the |our |all )[^\n.]{3,90}\b(?:in|to) your (?:inbox|email)\b)"
)
_POST = pattern(r"(?i)\b(?:newsletters?|inbox|e-?mails?|alerts?|bulletins?|briefings?|podcasts?)\b")


class Embed(Rule):
    """No rest of a tweet, an advertisement, a gallery or a button in the copy.

    A page that is copied as text brings along what stood around the story: the
    address of a tweet's picture, “Advertisement”, the codes of galleries, lines
    that were links and link to nothing now. A line with its link is left alone.
    """

    id = "leftover/embed"
    severity = Severity.STOP
    triggers = ("pic", "read", "see", "related", "sign", "subscribe", "inbox", "miss")
    examples = (
        Good("The harbour is open again. Read more books, she said."),
        Good("Sign up for the swim by Friday, the club says. It costs nothing."),
        Good("READ MORE: [The harbour is open again](https://example.org/h)", format="markdown"),
        Good("He put the pic on Twitter, and the link led to twitter.com/harbour."),
        Good("Related: the price of bread went up. So did rents, the office said on Monday."),
        Bad("The harbour is open again.\n\n[[READ MORE: Boats come back after the storm]]\n",
            "The harbour is open again.\n"),
        Bad("We are open again, the harbour wrote [[pic.twitter.com/AbCdEf12]]",
            "We are open again, the harbour wrote"),
        Bad("The harbour is open again.\n\n[[Sign up for our newsletter.]]\n",
            "The harbour is open again.\n"),
        Bad("Boats came back at noon. [[READ MORE:]] Storm closes harbour The mayor was glad."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at short paragraphs, and for shouted labels within long ones."""
        yield from self._pictures(doc)
        shouted = any(label in doc.text for label in _SHOUTS)
        for slot in doc.slots_of(*_KINDS):
            length = slot.span.end - slot.span.start
            if length <= _LONGEST and _is_promotion(doc, slot):
                if not _is_linked(doc, slot):
                    yield self._line(slot)
            elif shouted:
                yield from self._in_text(doc, slot)

    def _pictures(self, doc: Document) -> Iterator[Finding]:
        if "pic.twitter.com/" not in doc.text and "pic.x.com/" not in doc.text:
            return
        for slot in doc.parsed.slots:
            for match in _PICTURE.finditer(doc.text, slot.span) if slot.kind != "embed" else ():
                start = match.start()
                while start > slot.span.start and doc.text[start - 1].isspace():
                    start -= 1
                yield self.find(
                    match.span(),
                    "The address of a tweet's picture stands in the copy.",
                    evidence="A tweet pasted as text brings it along; readers see no picture.",
                    fixes=(Fix("Delete it", (Edit(Span(start, match.end()), ""),), "safe"),),
                )

    def _in_text(self, doc: Document, slot: Slot) -> Iterator[Finding]:
        for match in _SHOUTED.finditer(doc.text, slot.span):
            yield self.find(
                (match.start(), match.start() + len(match[0].rstrip())),
                "A line of links runs on in the text.",
                evidence="The page set it apart from the story; here nothing does.",
                severity=Severity.FIX,
            )

    def _line(self, slot: Slot) -> Finding:
        return self.find(
            slot.span,
            "A line that sends readers elsewhere has no link.",
            evidence="The page linked it; as text it leads nowhere.",
            fixes=(Fix("Delete the line, or link it", (Edit(slot.span, ""),)),),
            severity=Severity.FIX,
        )


def _is_promotion(doc: Document, slot: Slot) -> bool:
    """Whether all of a short paragraph is a pointer to another story or a newsletter."""
    if not doc.text[slot.span.start : slot.span.start + 4].lower().startswith(_STARTS):
        return False
    label = _LABEL.match(doc.text, slot.span)
    if label is not None:
        return _is_title(doc.text[label.end() : slot.span.end])
    if _INVITES.match(doc.text, slot.span) is None:
        return False
    return _POST.search(doc.text, slot.span) is not None


def _is_title(rest: str) -> bool:
    """Whether the words after a label name a story: a capital, and no full stop at the end."""
    first = rest.lstrip("\"'“‘([")[:1]
    return (first.isupper() or first.isdigit()) and ". " not in rest


def _is_linked(doc: Document, slot: Slot) -> bool:
    """Whether the line holds a link in the file, as Markdown or HTML writes it."""
    start, end = doc.to_source(slot.span)
    line = doc.source[start : end + 2]
    before = doc.source[max(0, start - 300) : start]
    return (
        "](" in line or "<a" in line or "://" in line or before.rfind("<a ") > before.rfind("</a")
    )
