"""What rules on the table of figures share: its sentences, its own voice, how to say a figure."""

from __future__ import annotations

from functools import lru_cache
from itertools import groupby

from copydesk import Document, Iterator, Quantity, Severity, Span, quantities
from lint_rules._shared.numbers import ONES, is_copy

_NUMBERS = frozenset((*ONES[1:], "half", "third", "quarter", "dozen", "twenty", "thirty", "forty"))
_BETWEEN = 3  # code points between two sentences
TIMES = frozenset(("year", "day", "time", "label", "age", "ordinal", "duration"))
"""Kinds that say when or which, not how many."""


@lru_cache(maxsize=2)
def by_sentence(doc: Document) -> tuple[tuple[Span, tuple[Quantity, ...]], ...]:
    """The sentences (or slots) that have several quantities, with them."""
    return tuple(one for one in every_sentence(doc) if len(one[1]) > 1)


@lru_cache(maxsize=2)
def every_sentence(doc: Document) -> tuple[tuple[Span, tuple[Quantity, ...]], ...]:
    """The sentences (or slots) that have a quantity, with theirs."""
    if not has_several(doc):
        return ()
    grouped = groupby(quantities(doc), key=_sentence)
    return tuple((sentence, tuple(group)) for sentence, group in grouped)


def with_before(
    doc: Document,
) -> Iterator[tuple[Span, tuple[Quantity, ...], tuple[Quantity, ...]]]:
    """Each sentence that has a quantity, its quantities, and those of the one right before it."""
    last = Span(0, 0)
    before: tuple[Quantity, ...] = ()
    for sentence, group in every_sentence(doc):
        yield sentence, group, before if are_neighbours(last, sentence) else ()
        last, before = sentence, group


def are_neighbours(one: Span, other: Span) -> bool:
    """Whether nothing but space is between two sentences of a paragraph."""
    return 0 <= other.start - one.end <= _BETWEEN


def has_several(doc: Document) -> bool:
    """Whether the words have two numbers at all; nothing is read for one."""
    words, figures = doc.words, len(doc.words.figures())
    if figures < 2:
        figures += sum(len(words.starts(word)) for word in words.among(_NUMBERS))
    return figures > 1


def _sentence(quantity: Quantity) -> Span:
    return quantity.sentence


def amounts(group: tuple[Quantity, ...]) -> list[Quantity]:
    """Those of some quantities that say how many or how much."""
    return [one for one in group if one.kind not in TIMES]


def is_own(doc: Document, *several: Quantity) -> bool:
    """Whether all of them are the story's own prose, outside quotations."""
    return not any(one.is_quoted for one in several) and all(
        is_copy(doc, one.span) for one in several
    )


def is_like(one: Quantity, other: Quantity) -> bool:
    """Whether two quantities are of one kind and unit."""
    return one.kind == other.kind and one.unit == other.unit


def grave(*several: Quantity) -> Severity:
    """``stop`` if all of them are exact, else ``ask``."""
    return Severity.STOP if all(one.is_exact for one in several) else Severity.ASK


def between(doc: Document, one: Quantity, other: Quantity) -> str:
    """The text from the end of one quantity to the start of a later one."""
    return doc.text[one.span.end : other.span.start]


def said(value: float, like: Quantity) -> str:
    """A value as copy writes it, in the unit of a quantity: $22 million, 20 percent, 1,200."""
    sign = like.unit if like.kind == "money" and len(like.unit) <= 3 else ""
    tail = "%" if like.kind in ("percent", "points") else ""
    for scale, word in ((10**9, " billion"), (10**6, " million")):
        if abs(value) >= scale:
            return f"{sign}{round(value / scale, 3):g}{word}{tail}"
    text = f"{value:,.0f}" if abs(value - round(value)) < 0.005 else f"{value:,.2f}".rstrip("0")
    return f"{sign}{text}{tail}"
