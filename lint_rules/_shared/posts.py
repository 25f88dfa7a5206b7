"""Posts from social networks: what is left of one that is pasted as text, and its words."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from copydesk import Document, Iterator, Slot, Span, ValueTuple, pattern, scan

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?|\d{1,2} \w+)"
)
_SIGNATURE = (
    r"(?:(?<=[\w\s.,!?…”\"’):])[—–]|(?<![^\n])[—–-]{1,2}|(?<= )-{1,2}) ?[^()\n—–]{1,60}"
    rf" \(@\w{{1,15}}\) ?{_MONTH} ?\d{{0,2}},? 20\d\d"
)
_LINK = r"(?:https?://)?pic\.(?:twitter|x)\.com/ ?\w{4,}|(?:https?://|\b)t\.co/ ?\w{4,}"
PIECES = scan(
    rf"(?:{_LINK}|{_SIGNATURE})(?:\s*(?:{_LINK}|{_SIGNATURE}))*",
    at=("pic.twitter.com/", "pic.x.com/", "t.co/", "(@"),
    before=80,
)
"""What is left of a post: its links and its signature."""

_LINKED = pattern(_LINK)


class Post(ValueTuple):
    """What is left of a post: its links and signature, and the post's words before them.

    ``linked``: whether it has a link, not just a signature.
    """

    rest: Span
    words: Span | None
    linked: bool
    slot: Slot


def find(doc: Document) -> Iterator[Post]:
    """The remains of posts in the prose; real embeds are left alone."""
    if not PIECES.anchors(doc):
        return
    before: Span | None = None
    for slot in doc.parsed.slots:
        if slot.kind != "embed":
            at = slot.span.start
            for match in PIECES.finditer(doc, slot.span):
                rest = Span(*match.span())
                words = _words(doc, at, rest.start) or (before if at == rest.start else None)
                yield Post(rest, words, bool(_LINKED.search(doc.text, rest)), slot)
                at = rest.end
        before = slot.span


def is_in_post(doc: Document, span: Span) -> bool:
    """Whether words are in a post, embedded or pasted: they are as somebody else wrote them."""
    slot = doc.slot_at(span.start)
    if slot is not None and slot.kind == "embed":
        return True
    places = _posts(doc)
    place = bisect_right(places, (span.start, len(doc.text))) - 1
    return place >= 0 and span.start < places[place].end


@lru_cache(maxsize=2)
def _posts(doc: Document) -> list[Span]:
    """The words of all pasted posts, and what is left of each: its links and signature."""
    posts = list(find(doc))
    places = [post.words for post in posts if post.words is not None]
    return sorted(places + [post.rest for post in posts])


def _words(doc: Document, start: int, end: int) -> Span | None:
    """The words between two offsets, without the spaces around them."""
    words = doc[start:end].rstrip()
    end = start + len(words)
    start = end - len(words.lstrip())
    return Span(start, end) if end > start else None
