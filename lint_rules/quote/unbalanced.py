"""A quotation mark without its partner."""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Quote,
    Related,
    Rule,
    Severity,
    Slot,
    Span,
    pattern,
)
from lint_rules._shared import RESIDUE
from lint_rules.quote import _verse

_KINDS = ("paragraph", "list-item", "deck", "caption", "headline")
_SURE = frozenset({'"', "“", "”", "„", "''", "’’", "‘‘", "``"})
_NEAR = 1000  # code points on either side in which code is looked for
_APART = 3  # paragraphs after an open quotation in which its closing mark may come
_TAG = 400  # code points of a tag before the mark, at most
_TAG_NAME = pattern(r"[a-z][a-z0-9-]*[\s\"]")
_ATTRIBUTE = pattern(r"\b[a-z-]+=\"[^\"\n]*\Z")
_STRAIGHT = pattern(r"\"")
_GAP = 4  # code points between two lines, at most
_TAIL = 100  # code points at the end of a line in which its speaker is looked for
_SAID = pattern(
    r"[,?!] (?:[\w.’'-]+ ){1,4}?(?:said|says|added|told|wrote)\b|\b(?:said|says|added) [A-Z]"
)
_SHOWN = 60  # code points of the word next to its mark, at most


class Unbalanced(Rule):
    """Quotation marks come in pairs.

    If one is missing, readers cannot know whose words they are. A quotation that
    continues in the next paragraph, with a new opening mark there, is correctly
    left open.
    """

    id = "quote/unbalanced"
    severity = Severity.FIX
    spares_sic = False
    yields_to = RESIDUE
    triggers = ('"', "“", "”", "„", "''", "``", "’’")
    examples = (
        Good("“We are open,” she said.\n\n“We stay open.”"),
        Good("“We are open.\n\n“We stay open,” she said."),
        Good('"The board finds that “boats at sea” are a “huge concern” to us," Ms. Poe said.'),
        Good('"We call the "old pier" a quay, and the "new pier" a pier," Ms. Poe said.'),
        Good("The 6'2\" sailor has a 27\" screen."),
        Bad("She said: [[“We]] are open all summer.\n\nThe boats came back on Monday."),
        Bad("She said: [[“We]] are open.\n\nThe boats come at noon.\n\nWe stay open.” She left."),
        Bad('We are open all [[summer,"]] she said.\n\nThe boats came back on Monday.'),
        Bad("She said: [[“We]] are open. He said: “We are not,” and left."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at every quotation that lacks one of its marks."""
        broken = [quote for quote in doc.quotes if _is_broken(doc, quote)]
        if len(broken) > 1:
            broken = _verse.without_verse(doc, broken)
        done = -1
        for place, quote in enumerate(broken):
            if place == done:
                continue
            after = broken[place + 1] if place + 1 < len(broken) else None
            if after is not None and _runs_on(doc, quote, after):
                done = place + 1
                yield self._run_on(doc, quote, after)
            else:
                yield self._finding(doc, quote)

    def _finding(self, doc: Document, quote: Quote) -> Finding:
        if quote.opening:
            fault = "The closing quotation mark is missing."
            evidence = f"The opening mark ({quote.opening}) is never closed in this paragraph."
        else:
            fault = "The opening quotation mark is missing."
            evidence = f"The closing mark ({quote.closing}) has no opening mark in this paragraph."
        return self.find(_with_word(doc.text, quote), fault, evidence=evidence)

    def _run_on(self, doc: Document, quote: Quote, after: Quote) -> Finding:
        return self.find(
            _with_word(doc.text, quote),
            "The quotation continues in the next paragraph without a new opening mark.",
            evidence=f"The quotation does not close until “{_last_word(doc.text, after)}”.",
            related=(Related(_with_word(doc.text, after), "closed here"),),
            severity=Severity.STYLE,
        )


def _is_broken(doc: Document, quote: Quote) -> bool:
    """Whether a double mark has no partner in running text that is not code."""
    mark = quote.opening or quote.closing
    if quote.kind == "block" or quote.continues or (quote.opening and quote.closing):
        return False
    slot = doc.slot_at(quote.span.start)
    if slot is None or slot.kind not in _KINDS or mark not in _SURE:
        return False
    start = quote.span.start
    if _is_paired_by_shape(doc, slot) or _goes_on_below(doc, quote):
        return False
    near = doc.text[max(slot.span.start, start - _NEAR) : min(slot.span.end, start + _NEAR)]
    if doc.before(start, 1) == "=" or "</" in near or _is_markup(doc, quote, slot):
        return False
    return not doc.is_verbatim(_with_word(doc.text, quote))


def _goes_on_below(doc: Document, quote: Quote) -> bool:
    """Whether the next line of the source opens with the mark again: a paragraph of one line."""
    end = quote.span.end
    if not quote.opening or doc.text[end - 1] not in ".!?…":
        return False
    if doc.after(end, _GAP).lstrip()[: len(quote.opening)] != quote.opening:
        return False
    start, after = doc.to_source(Span(end - 1, end + 1))
    if "\n" not in doc.source[start : after + _GAP]:
        return False
    return _SAID.search(doc.text, (max(quote.inner.start, end - _TAIL), end)) is None


def _is_markup(doc: Document, quote: Quote, slot: Slot) -> bool:
    """Whether a straight mark is that of an attribute, in a tag or what is left of one."""
    at = quote.span.start if quote.opening else quote.span.end - 1
    if doc.text[at] != '"':
        return False
    before = doc.text[max(slot.span.start, at - _TAG) : at]
    if doc.text[at + 1 : at + 2] == ">" or before.endswith("=") or _ATTRIBUTE.search(before):
        return True
    tag = before.rfind("<")
    return tag >= 0 and ">" not in before[tag:] and _TAG_NAME.match(before[tag + 1 :]) is not None


@lru_cache(maxsize=2)
def _is_paired_by_shape(doc: Document, slot: Slot) -> bool:
    """Whether straight marks pair with each other, and curly ones within them: "a “b” c"."""
    text = doc[slot.span]
    straight = [match.start() for match in _STRAIGHT.finditer(text)]
    if not straight or len(straight) % 2 or not 0 < text.count("“") == text.count("”"):
        return False
    for first, last in zip(straight[::2], straight[1::2], strict=True):
        if text[first + 1].isspace() or text[max(0, first - 1) : first].isalnum():
            return False  # no opening mark
        if text[last - 1].isspace() or text[last + 1 : last + 2].isalnum():
            return False
        inner = text[first:last]
        if inner.count("“") != inner.count("”") or inner.find("”") < inner.find("“"):
            return False
    return True


def _runs_on(doc: Document, quote: Quote, after: Quote) -> bool:
    """Whether the mark that closes ``quote`` comes a few paragraphs later."""
    if not quote.opening or not after.closing:
        return False
    slots = [slot.span for slot in doc.parsed.slots]
    first = bisect_right(slots, (quote.span.start, len(doc.text)))
    last = bisect_right(slots, (after.span.end - 1, len(doc.text)))
    return 0 < last - first <= _APART


def _last_word(text: str, quote: Quote) -> str:
    """The word before a closing mark."""
    return text[_with_word(text, quote).start : quote.inner.end]


def _with_word(text: str, quote: Quote) -> Span:
    """The mark and the word next to it."""
    if quote.opening:
        words = text[quote.inner.start : quote.inner.start + _SHOWN].split()
        end = quote.inner.start + len(words[0]) if words else quote.inner.start
        return Span(quote.span.start, min(end, quote.span.end))
    before = text[max(0, quote.inner.end - _SHOWN) : quote.inner.end]
    start = quote.inner.end - len(before.split()[-1]) if before.split() else quote.inner.end
    return Span(max(start, quote.span.start), quote.span.end)
