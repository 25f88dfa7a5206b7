"""A figure without its million beside one that has it."""

from __future__ import annotations

import itertools

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Quantity,
    Related,
    Rule,
    Severity,
    pattern,
)
from lint_rules.facts._quantities import between, every_sentence, is_like, is_own

_SCALE = pattern(r"(?i)(?:thousand|million|billion|trillion|bn|mn|m)\Z")
_FROM = pattern(
    r"(?i)[^.;:]{0,60}?,?\s(?:up|down|compared|an?\s(?:increase|rise|drop|fall))\s(?:from|with|to)"
    r"\s(?:the\s)?(?:about\s)?"
)
_TO = pattern(r"(?i)[^.;:,]{0,30}?\s(?:to|from)\s(?:about\s)?")
_RATE = pattern(
    r"(?i)\b(?:per|each|apiece|a\s(?:share|barrel|person|head|month|ton|unit)|shares?|price)\b"
)
_LENT = pattern(r"[A-Z$£€¥]+[\d.,]+(?:\Z|\s(?:and|to)\s)")
_LARGEST = 1000


class Scale(Rule):
    """A figure has its million if the one it is compared with has it.

    “Worth $110, up from $90 million” leaves a word out. The rule asks about sums of money in
    one sentence that are compared with “from”, “to” or “compared with”, one under a thousand
    and without a scale, the other in millions or billions.
    """

    id = "facts/scale"
    severity = Severity.ASK
    triggers = ("million", "billion", "trillion", "thousand", "bn")
    examples = (
        Good("The tower is worth $110 million, up from $90 million last year."),
        Good("Each share is worth $110, and the firm $90 million, up from $80 million."),
        Good("The hospital will cost $26 million to $31 million."),
        Bad("The tower is worth [[$110]], the county said, up from $90 million last year."),
        Bad("The hospital will cost between [[$26 and $31 million]]."),
        Bad("Sales rose from [[$1.2]] last year to $1.4 billion."),
    )  # fmt: skip

    def _between(self, doc: Document, one: Quantity) -> Iterator[Finding]:
        if _is_lent(doc, one) and is_own(doc, one):
            first = doc[one.span].split()[0]
            yield self.find(
                one.span,
                f"{first} has no million or billion of its own.",
                evidence="Write the word after both figures, or the first is a small sum.",
            )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the scales of two figures that are compared."""
        for _, group in every_sentence(doc):
            sums = [one for one in group if one.kind == "money"]
            for one in sums:
                yield from self._between(doc, one)
            for one, two in itertools.pairwise(sums):
                lost = _lost(doc, one, two)
                if lost is not None and is_own(doc, one, two):
                    other = two if lost is one else one
                    word = doc[other.span].split()[-1]
                    yield self.find(
                        lost.span,
                        f"{doc[lost.span]} is compared with {doc[other.span]}: "
                        f"is “{word}” missing?",
                        related=(Related(other.span),),
                    )


def _is_lent(doc: Document, one: Quantity) -> bool:
    """Whether a sum has its scale only from the next: “between $26 and $31 million”."""
    if one.kind != "money" or one.number.unit < _LARGEST or one.lead != "between":
        return False
    return _LENT.match(doc[one.span]) is not None


def _lost(doc: Document, one: Quantity, two: Quantity) -> Quantity | None:
    """Which of two sums that are compared lacks a scale; None if neither does."""
    first, second = (_SCALE.search(doc[each.span]) is not None for each in (one, two))
    if first == second or not is_like(one, two):
        return None
    lost, other = (two, one) if first else (one, two)
    text = between(doc, one, two)
    leads = (one.lead, two.lead)
    is_pair = leads in (("from", "to"), ("to", "from")) and _TO.fullmatch(text)
    is_pair = is_pair or _FROM.fullmatch(text)
    if not is_pair or lost.per or other.per or lost.value >= _LARGEST or "," in doc[lost.span]:
        return None
    near = lost.value * (other.number.value / _plain(doc, other)) / other.value
    return lost if 0.05 <= near <= 20 and not _RATE.search(text) else None


def _plain(doc: Document, quantity: Quantity) -> float:
    """The number of a sum without its scale: 90 in “$90 million”."""
    digits = "".join(char for char in doc[quantity.span] if char.isdecimal() or char == ".")
    return float(digits.strip(".") or 1) or 1
