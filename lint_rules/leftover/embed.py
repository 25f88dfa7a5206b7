"""Leftovers of social posts, link lines that lost their link, and newsletter promos."""

from __future__ import annotations

from bisect import bisect_left

from copydesk import Bad, Document, Finding, Good, Iterator, Related, Rule, Severity, Slot
from lint_rules._shared import posts, shown
from lint_rules.leftover import _promotions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk import SlotKind

_KINDS: tuple[SlotKind, ...] = (
    "paragraph", "list-item", "heading", "block-quote", "deck", "note", "byline", "kicker",
)  # fmt: skip
_LONGEST = 300  # code points: a longer paragraph is not a line of links
_PROMOTION = 600  # code points: a longer paragraph is not a promotion


class Embed(Rule):
    """No leftovers of tweets, ads, galleries or buttons in the copy.

    A page copied as text brings along what was around the story: the address of
    a tweet's picture, “Advertisement”, gallery codes, lines that were links and
    now lead nowhere. A line that still has its link is left alone.
    """

    id = "leftover/embed"
    severity = Severity.STOP
    spares_sic = False
    furniture = True
    scans = (posts.PIECES, _promotions.SHOUTED, _promotions.ASIDE)
    triggers = (
        "pic", "t.co/", "(@", "read", "see", "related", "sign", "subscribe", "subscription",
        "inbox", "miss", "watch", "watched", "listen", "click", "continue", "download", "more",
        "video", "photos", "gallery", "follow", "recommended", "play", "keep", "like",
    )  # fmt: skip
    examples = (
        Good("The harbour is open again. Read more books, she said."),
        Good("Sign up for the swim by Friday, the club says. It costs nothing."),
        Good("READ MORE: [The harbour is open again](https://example.org/h)", format="markdown"),
        Good("He put the pic on Twitter, and the link led to twitter.com/harbour."),
        Good("Related: the price of bread went up. So did rents, the office said on Monday."),
        Good("Watch the video, the judge told the jury, and they did."),
        Good("The mayor (@mayor_poe) wrote on April 15, 2031, that she would go."),
        Good("[**READ MORE**](/news/harbour/)", format="markdown"),
        Good("## Read more\n\n- [Boats come back](https://example.org/b)", format="markdown"),
        Good("**Also read:**\n\n- The Quay: <a href=\"/q\">Pier opens</a>", format="markdown"),
        Good("[*Sign up for our newsletter.*](https://example.org/n)", format="markdown"),
        Good("<p><a href=\"/l\"><b>CLICK HERE TO SEE THE TIDES</b></a></p>", format="html"),
        Good("Watch the video below:\n\n{{< youtube a1b2 >}}\n\nIt is old.", format="markdown"),
        Good("<iframe src=\"/live\"></iframe>\n\n## Watch: the May 3 vote", format="markdown"),
        Good("The boats\n\nRelated stories\n\nThe pier: https://example.org/p\n\nIt is old."),
        Good("> It is old &mdash; Quay (@quay) <a href=\"https://x.com/quay/1\">May 3, 2031</a>",
             format="markdown"),
        Good("It is open.\n\n## Related links\n\n- The pier\n- The quay", format="markdown"),
        Good("<p>It is open.</p><h2>Read more</h2>", format="html"),
        Bad("## [[Read more]]\n\nIt is open.", format="markdown"),
        Bad("[[READ MORE: Boats come back]]\n\nThe mayor was [glad](/m) that they did.",
            "The mayor was [glad](/m) that they did.", format="markdown"),
        Bad("[[Read more:]]\n\nThe harbour is open, the [mayor](/m) said on Monday at noon.",
            "The harbour is open, the [mayor](/m) said on Monday at noon.", format="markdown"),
        Bad("The harbour is open again.\n\n[[CLICK HERE TO GET THE HARBOUR APP]]\n",
            "The harbour is open again.\n"),
        Bad("The harbour is open again.\n\n[[READ MORE: Boats come back after the storm]]\n",
            "The harbour is open again.\n"),
        Bad("We are open again, the harbour wrote [[pic.twitter.com/AbCdEf12]]",
            "We are open again, the harbour wrote"),
        Bad("We are open. [[https://t.co/AbC12 — Ann Poe (@harbour_poe) April 15, 2031]]",
            "We are open."),
        Bad("We are open again.\n\n[[— Ann Poe (@harbour_poe) April 15, 2031]]\n"),
        Bad("The harbour is open again.\n\n[[Sign up for our newsletter.]]\n",
            "The harbour is open again.\n"),
        Bad("The harbour is open again.\n\n[[Watch the video above]]\n",
            "The harbour is open again.\n"),
        Bad("The harbour is open again.\n\n[[Continue reading the main story]]\n",
            "The harbour is open again.\n"),
        Bad("Boats came back at noon. [[READ MORE:]] Storm closes harbour The mayor was glad."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Check for posts, short paragraphs, and labels in capitals within long ones."""
        for post in posts.find(doc):
            if post.linked or not _is_embedded(doc, post):
                yield self._post(doc, post)
        for slot in _promotions.suspects(doc):
            if slot.kind not in _KINDS:
                continue
            length = slot.span.end - slot.span.start
            if length <= _LONGEST and _promotions.is_whole(doc.text, slot.span):
                if slot.kind == "heading" and doc.parsed.has_marks:
                    yield from self._heading(doc, slot)
                elif not _leads_on(doc, slot):
                    yield self._line(slot)
                continue
            yield from self._in_text(doc, slot)
            asides = _promotions.asides(doc, slot) if length <= _PROMOTION else ()
            for place in asides:
                if not _leads_on(doc, slot):
                    yield self.find(
                        place,
                        "Is this promo part of the story?",
                        evidence="Web pages put lines like this between the paragraphs.",
                        severity=Severity.ASK,
                    )

    def _post(self, doc: Document, post: posts.Post) -> Finding:
        """What is left of a post, with the words of the post as related."""
        related = [] if post.words is None else [Related(post.words, "the words of the post")]
        if not post.linked:
            return self.find(
                post.rest,
                "Tweet signature left in: should the tweet be an embed?",
                evidence="A tweet pasted as text ends like this: — Name (@handle) date.",
                related=related,
                severity=Severity.ASK,
            )
        start = post.slot.span.start
        start += len(doc[start : post.rest.start].rstrip())
        return self.delete(
            (start, post.rest.end),
            "Leftover tweet link.",
            title="Delete it",
            safe=True,
            marked=post.rest,
            evidence="Left behind when a tweet is pasted as text; readers see only a bare link.",
            related=related,
        )

    def _in_text(self, doc: Document, slot: Slot) -> Iterator[Finding]:
        for place in _promotions.labels(doc, slot):
            yield self.find(
                place,
                "“Read more” line run into the text.",
                evidence="On the web page it was set apart from the story.",
            )

    def _heading(self, doc: Document, slot: Slot) -> Iterator[Finding]:
        """A heading: one with a section of its own, or at the end of the story, is the page's."""
        if not _promotions.is_section(doc.text, slot):
            if not _leads_on(doc, slot):
                yield self._line(slot)
        elif not _leads_on(doc, slot) and _is_over_prose(doc, slot):
            yield self.find(
                slot.span,
                "Is this heading the story’s own?",
                evidence="Web pages put a heading like this above links, and none follow.",
                severity=Severity.ASK,
            )

    def _line(self, slot: Slot) -> Finding:
        return self.delete(
            slot.span,
            "Promo line (read more, watch, sign up) without a link: link it or cut it.",
            title="Delete the line",
            evidence="It was a link on the web page; as text it leads nowhere.",
        )


def _leads_on(doc: Document, slot: Slot) -> bool:
    """Whether a line has a link, or leads to links, a player or an embed next to it."""
    if shown.is_linked(doc, slot) or _promotions.has_address(doc.text, slot.span):
        return True
    if _promotions.is_own_headline(doc, slot):
        return True
    slots, place = doc.parsed.slots, _place(doc, slot)
    after = slots[place + 1] if place + 1 < len(slots) else None
    if _promotions.is_open(doc.text, slot) and shown.links_follow(doc, slots, place):
        return True
    if not _promotions.is_pointer(doc.text, slot):
        return False
    before = slots[place - 1] if place else None
    return shown.is_media_next(doc, slot, after) or shown.is_media_before(doc, slot, before)


def _place(doc: Document, slot: Slot) -> int:
    """The index of a slot among those of the draft."""
    return bisect_left(doc.parsed.slots, slot.span.start, key=lambda one: one.span.start)


def _is_over_prose(doc: Document, slot: Slot) -> bool:
    """Whether a paragraph follows a slot, and not a list, another heading or the end."""
    slots, place = doc.parsed.slots, _place(doc, slot) + 1
    return place < len(slots) and slots[place].kind == "paragraph"


def _is_embedded(doc: Document, post: posts.Post) -> bool:
    """Whether the date of a post still has its link: the page shows the post itself."""
    start, end = doc.to_source(post.rest)
    return "<a " in doc.source[start:end] or "](" in doc.source[start : end + 3]
