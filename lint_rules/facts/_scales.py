"""One sum of money that is said in millions here and in billions there."""

from __future__ import annotations

from copydesk import Document, Iterator, Quantity, Slot, pattern, quantities
from lint_rules.facts._ties import digits, is_set_apart, near, slip

_SCALE = pattern(r"(?i)(?:million|billion|trillion|bn|mn|tn|mill?|[mbt])\Z")
_OF = pattern(r"(?i)\s[a-z-]+\s(?:of|at|in)\b")
_SLOTS = ("headline", "deck", "caption", "paragraph", "list-item", "table-cell")
_TOPS = ("headline", "deck", "caption")
_LARGE = 100_000  # the last digit of a sum in millions
_LONG = 0.3  # of the words near a sum that must be near the other


def scales(doc: Document) -> Iterator[tuple[Quantity, Quantity]]:
    """Sums with the same digits and another scale, of one thing: the first, and the later one."""
    slots = doc.parsed.slots
    sums: dict[str, list[Quantity]] = {}
    for one in quantities(doc):
        is_large = one.kind == "money" and one.number.unit >= _LARGE and not one.is_quoted
        if is_large and slots[one.slot].kind in _SLOTS and _SCALE.search(doc[one.span]):
            sums.setdefault(one.unit + digits(one).rstrip("0"), []).append(one)
    for group in sums.values():
        if len({one.value for one in group}) > 1:
            found = _pair(doc, group)
            if found is not None:
                yield found


def _pair(doc: Document, group: list[Quantity]) -> tuple[Quantity, Quantity] | None:
    """The first two of some sums that are one; None if both are said more than once."""
    values = [one.value for one in group]
    if min(values.count(value) for value in set(values)) > 1:
        return None
    for index, one in enumerate(group):
        for other in group[index + 1 :]:
            if one.per == other.per and _is_one(doc, one, other):
                return one, other
    return None


def _is_one(doc: Document, one: Quantity, other: Quantity) -> bool:
    if slip(one, other) != "scale" or one.sentence == other.sentence:
        return False
    if _OF.match(doc.text, (other.span.end, other.sentence.end)) and _is_the(doc, other):
        return False  # “the $3 billion budget of the state”
    mine, its = near(doc, one), near(doc, other)
    both, least = len(mine & its), min(len(mine), len(its)) or 1
    is_top = _is_top(doc, one) or _is_top(doc, other)
    if not is_top and is_set_apart(doc, one, other):
        return False
    if len(digits(one).strip("0")) > 1:
        return both > 0
    return both > 1 and both >= _LONG * least


def _is_the(doc: Document, one: Quantity) -> bool:
    return doc.before(one.span, 4).lower() == "the "


def _is_top(doc: Document, one: Quantity) -> bool:
    slot: Slot = doc.parsed.slots[one.slot]
    return slot.kind in _TOPS
