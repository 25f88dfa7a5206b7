"""Who says what a story quotes: each quotation with the words that name its speaker."""

from __future__ import annotations

from functools import lru_cache

from copydesk.model.findings import Span
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    import regex

    from copydesk.document import Document
    from copydesk.document.quotation import Quote

_SAID = (
    r"(?:said|says|added|adds|stated|states|wrote|writes|tweeted|posted|continued|told|tells"
    r"|noted|notes|explained|explains|declared|declares|announced|insisted|stressed|remarked"
    r"|commented|recalled|recalls|joked|warned|warns|asked|asks|argued|argues|testified|replied)"
)
_PART = r"(?:al|bin|da|de|del|der|di|du|el|la|le|van|von|[A-Z][\w’'-]*\.?)"
_NAME = rf"(?:[A-Z][\w’'-]*\.?(?:[ \u00a0]{_PART}){{0,4}})"
_PRONOUN = r"(?:[Hh]e|[Ss]he|[Tt]hey)"
_WHO = rf"(?P<who>{_PRONOUN}\b|{_NAME})"
# “…,” Ann Poe, the mayor, said; “…,” said Ann Poe.
_AFTER = (
    pattern(rf",?[ \u00a0](?:also |then )?{_WHO}(?:, [^,.;“”\"]{{2,60}},)? (?:\w+ly )?{_SAID}\b"),
    pattern(
        rf",?[ \u00a0]{_SAID} (?:(?:the |an? )?[a-z][\w’'-]*(?: [a-z][\w’'-]*){{0,4}},? )??{_WHO}"
    ),
)
# Ann Poe said on Monday: “…”; According to Ann Poe, “…”
_BEFORE = (
    pattern(
        rf"{_WHO}(?:, [^,.;“”\"]{{2,60}},)? (?:\w+ly |also )?{_SAID}"
        r"(?:\s[^.!?;:“”\"]{1,80})?[:,]?\s\Z"
    ),
    pattern(rf"\b[Aa]ccording to {_WHO}(?:, [^.;“”\"]{{2,60}})?, \Z"),
    pattern(rf"(?:\A|\n)\W*{_WHO}:\s\Z"),
)
# “…” — Ann Poe, mayor
_SIGNED = pattern(
    rf"\s{{0,3}}(?:</?\w+>\s?)?[—–-]{{1,2}}[ \u00a0]?(?:[a-z]+ ){{0,2}}{_WHO}(?=[,.\n<(]|\s*\Z)"
)
_REACH = 180  # code points beside a quotation in which its speaker is looked for


class Attribution(ValueTuple):
    """A quotation and the words that name its speaker.

    Attributes:
        quote: the quotation.
        speaker: a name or a pronoun; ``None`` if the copy next to the quotation names nobody.
        is_shared: whether the words belong to the quotation before it, which the same
            speaker goes on with in the same paragraph or in the next.
    """

    quote: Quote
    speaker: Span | None
    is_shared: bool = False


@lru_cache(maxsize=1)
def attributions(doc: Document) -> tuple[Attribution, ...]:
    """Every quotation that is in no other one but a block quote, with its speaker, in order.

    Only the sentence around a quotation is read, and the paragraph before a quotation that
    begins one. A pronoun is given as it stands.
    """
    return tuple(_all(doc))


def _all(doc: Document) -> Iterator[Attribution]:
    last: Attribution | None = None
    held = -1
    for quote in doc.quotes:
        if quote.span.start < held or quote.kind == "block":
            continue
        held = quote.span.end
        speaker = _named(doc, quote)
        shared = speaker is None and last is not None and _goes_on(doc, last.quote, quote)
        if shared and last is not None:
            speaker = last.speaker
        last = Attribution(quote, speaker, shared)
        yield last


def _named(doc: Document, quote: Quote) -> Span | None:
    """The words beside a quotation that name its speaker."""
    slot = doc.slot_at(quote.span.start)
    if slot is None:
        return None
    end = min(slot.span.end, quote.span.end + _REACH)
    start = max(slot.span.start, quote.span.start - _REACH)
    for form in _AFTER if quote.closing else ():
        match = form.match(doc.text, (quote.span.end, end))
        if match is not None and not _begins_sentence(doc, quote, match):
            return Span(*match.span("who"))
    signed = _SIGNED.match(doc.text, (quote.span.end, end)) if quote.closing else None
    if signed is not None:
        return Span(*signed.span("who"))
    for form in _BEFORE:
        found = _last(doc, form.search(doc.text, (start, quote.span.start)))
        if found is not None:
            return found
    return None


def _begins_sentence(doc: Document, quote: Quote, match: regex.Match[str]) -> bool:
    """Whether the words after a quotation are a sentence of their own: “… done.” Poe said it …"""
    is_closed = doc.text[quote.inner.end - 1 : quote.inner.end] == "."
    return is_closed and match[0].lstrip()[:1].isupper()


def _last(doc: Document, match: regex.Match[str] | None) -> Span | None:
    return None if match is None or doc.quote_at(match.span("who")) else Span(*match.span("who"))


def _goes_on(doc: Document, before: Quote, quote: Quote) -> bool:
    """Whether a quotation goes on with the words of the one before it."""
    if before.continues:
        return True
    one, other = doc.slot_at(before.span.start), doc.slot_at(quote.span.start)
    return one is not None and one == other and quote.kind == "direct"
