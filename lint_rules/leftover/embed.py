"""Leftovers of social posts, link lines that lost their link, and newsletter promos."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Related,
    Rule,
    Severity,
    Slot,
    SlotKind,
)
from lint_rules.leftover import _posts, _promotions

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
    furniture = True
    scans = (_posts.PIECES, _promotions.SHOUTED, _promotions.ASIDE)
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
        for post in _posts.find(doc):
            yield self._post(doc, post)
        for slot in doc.slots_of(*_KINDS):
            length = slot.span.end - slot.span.start
            if length <= _LONGEST and _promotions.is_whole(doc.text, slot.span):
                if not _is_linked(doc, slot):
                    yield self._line(slot)
                continue
            yield from self._in_text(doc, slot)
            asides = _promotions.asides(doc, slot) if length <= _PROMOTION else ()
            for place in asides:
                if not _is_linked(doc, slot):
                    yield self.find(
                        place,
                        "Is this promo part of the story?",
                        evidence="Web pages put lines like this between the paragraphs.",
                        severity=Severity.ASK,
                    )

    def _post(self, doc: Document, post: _posts.Post) -> Finding:
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

    def _line(self, slot: Slot) -> Finding:
        return self.delete(
            slot.span,
            "Promo line (read more, watch, sign up) without a link: link it or cut it.",
            title="Delete the line",
            evidence="It was a link on the web page; as text it leads nowhere.",
        )


def _is_linked(doc: Document, slot: Slot) -> bool:
    """Whether the line has a link in the file, as Markdown or HTML writes it."""
    start, end = doc.to_source(slot.span)
    line = doc.source[start : end + 2]
    before = doc.source[max(0, start - 300) : start]
    if "](" in line or "<a" in line or "://" in line:
        return True
    return before.rfind("<a ") > before.rfind("</a")
