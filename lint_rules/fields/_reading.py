"""The fields of a story as readers see them: without markup, with their roles."""

from __future__ import annotations

from functools import lru_cache
from html import unescape

from copydesk import Document, Field, Iterator, Span, ValueTuple, pattern

_TAG = pattern(
    r"</?[a-zA-Z][^<>]{0,300}>|\\(?=[\"'\\])|(?<!\w)[*_]{1,3}(?=\w)|(?<=\w)[*_]{1,3}(?!\w)"
)
_SIGNS = ("<", "&", "\\", "*", "_")

HEADLINES = ("headline", "seo-title", "social-title", "short-headline")
DECKS = ("deck", "blurb", "seo-description", "social-description")


class Told(ValueTuple):
    """A field that holds words, and these without markup."""

    field: Field
    text: str
    source: Span

    @property
    def key(self) -> str:
        """Its key for messages."""
        return self.field.key


def told(doc: Document, *roles: str) -> list[Told]:
    """The fields of these roles that hold words and whose place is known, in order."""
    return [one for one in _all(doc) if one.field.role in roles]


@lru_cache(maxsize=8)
def _all(doc: Document) -> tuple[Told, ...]:
    return tuple(_told(doc))


def _told(doc: Document) -> Iterator[Told]:
    for field in doc.fields:
        if field.source is not None:
            text = words(field.text)
            if text and "{{" not in text and "{%" not in text:
                yield Told(field, text, field.source)


def words(text: str) -> str:
    """A value without its markup, on one line."""
    if any(sign in text for sign in _SIGNS):
        at, kept = 0, []
        for mark in _TAG.finditer(text):
            kept.append(text[at : mark.start()])
            at = mark.end()
        text = unescape("".join([*kept, text[at:]]))
    return " ".join(text.split())


def end_of(doc: Document, one: Told) -> int:
    """Where the words of a field end in the source, before blanks."""
    start, end = one.source
    return start + len(doc.source[start:end].rstrip())


def last_words(doc: Document, one: Told, count: int) -> Span:
    """The last code points of a field's value in the source."""
    end = end_of(doc, one)
    return Span(max(one.source.start, end - count), end)
