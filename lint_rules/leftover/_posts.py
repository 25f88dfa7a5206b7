"""What is left of a post from a social network when it is pasted as text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk import Span, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Document, Slot

SIGNS = ("pic.twitter.com/", "pic.x.com/", "t.co/", "(@")
"""One of these stands in every rest of a post."""

_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan\.?|Feb\.?|Mar\.?|Apr\.?|Jun\.?|Jul\.?|Aug\.?|Sept?\.?|Oct\.?|Nov\.?|Dec\.?|\d{1,2} \w+)"
)
_SIGNATURE = (
    r"(?:(?<=[\w\s.,!?…”\"’):])[—–]|(?<![^\n])[—–-]{1,2}|(?<= )-{1,2}) ?[^()\n—–]{1,60}"
    rf" \(@\w{{1,15}}\) ?{_MONTH} ?\d{{0,2}},? 20\d\d"
)
_LINK = r"(?:https?://)?pic\.(?:twitter|x)\.com/ ?\w{4,}|(?:https?://|\b)t\.co/ ?\w{4,}"
_PIECES = pattern(rf"(?:{_LINK}|{_SIGNATURE})(?:\s*(?:{_LINK}|{_SIGNATURE}))*")
_LINKED = pattern(_LINK)
_SIGNED = pattern(_SIGNATURE)


class Post(NamedTuple):
    """A rest of a post: its links and signature, and the words of the post before them.

    ``linked`` tells whether it holds a link, not a signature alone.
    """

    rest: Span
    words: Span | None
    linked: bool
    slot: Slot


def find(doc: Document) -> Iterator[Post]:
    """Every rest of a post in the prose; real embeds are left alone."""
    if not any(sign in doc.text for sign in SIGNS):
        return
    before: Span | None = None
    for slot in doc.parsed.slots:
        if slot.kind != "embed":
            at = slot.span.start
            for match in _PIECES.finditer(doc.text, slot.span):
                rest = Span(*match.span())
                words = _words(doc.text, at, rest.start) or (before if at == rest.start else None)
                yield Post(rest, words, bool(_LINKED.search(doc.text, rest)), slot)
                at = rest.end
        before = slot.span


def _words(text: str, start: int, end: int) -> Span | None:
    """The words between two places, without the blanks around them."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if end > start else None
