"""Helpers for the rules on marks: the slots they check, and one finding for all places."""

from __future__ import annotations

from typing import NamedTuple

from copydesk import Edit, Finding, Fix, Related, Rule, Sequence, SlotKind, Span

_MOST = 200  # places in one fix whose text may be markup in the draft's format
_PLAIN = " ,;?!()—–“”‘’…"
CLEARLY = 2  # a form used this many times as often as the others is the story's own

PROSE: tuple[SlotKind, ...] = (
    "headline", "deck", "heading", "paragraph", "block-quote", "list-item", "caption", "credit",
    "alt", "note",
)  # fmt: skip
"""The slots in which marks are checked."""


class Place(NamedTuple):
    """One place of a fault and the edits that fix it; without edits, no fix is offered."""

    span: Span
    edits: tuple[Edit, ...] = ()


def summary(
    rule: Rule,
    places: Sequence[Place],
    message: str,
    evidence: str,
    title: str,
    witness: str = "also here",
    *,
    safe: bool = True,
) -> Finding:
    """One finding at the first place, the others related, with one fix for all.

    ``witness`` labels the other places. No fix is offered if a place has none, or
    if so many marks would change that writing them safely (each is read back in
    the draft's format) would take too long.
    """
    edits = tuple(edit for place in places for edit in place.edits)
    fixes = (Fix(title, edits, "safe" if safe else "suggested"),) if _can_be_written(places) else ()
    related = tuple(Related(place.span, witness) for place in places[1:])
    return rule.find(places[0].span, message, evidence=evidence, related=related, fixes=fixes)


def _can_be_written(places: Sequence[Place]) -> bool:
    marked = sum(any(not _is_plain(edit.text) for edit in place.edits) for place in places)
    return marked <= _MOST and all(place.edits for place in places)


def _is_plain(text: str) -> bool:
    return all(char.isalnum() or char in _PLAIN for char in text)


def times(count: int) -> str:
    """How often, in words: once, twice, 3 times."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def house(rule: Rule) -> str:
    """The evidence for a finding that follows from the house style."""
    return f"House style: {rule.style.name}."
