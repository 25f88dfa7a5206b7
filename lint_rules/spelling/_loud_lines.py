"""Lines in which capitals show no name: headlines in title case, and lines all in capitals."""

from __future__ import annotations

from copydesk import Document, Iterator, Slot, Span, pattern
from lint_rules._shared.names import Name, folded, without_possessive
from lint_rules.spelling._known_names import Known

_LINES = ("headline", "kicker", "heading", "deck")
_WORD = pattern(r"[^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*")
_LONG = 4  # letters of a word that title case gives a capital
_MOST_SMALL = 4  # of so many long words at most one has no capital


def unjoined(doc: Document, rare: Known, usual: Known) -> tuple[Known, Known]:
    """Two names; in lines in title case without their neighbours, which tell nothing there.

    What is before both of them stays, and all of what is beside the one that is there more often.
    """
    lines = [
        slot.span
        for slot in doc.parsed.slots
        if slot.kind in _LINES and _is_in_title_case(doc[slot.span])
    ]
    if not lines:
        return rare, usual
    less = _unjoined(rare, usual, lines)
    is_tie = len(rare.places) == len(usual.places)
    return less, _unjoined(usual, rare, lines) if is_tie else usual


def _unjoined(known: Known, other: Known, lines: list[Span]) -> Known:
    befores = {folded(one.before) for one in other.places}
    return Known([_alone(one, befores) if _is_in(one, lines) else one for one in known.places])


def _is_in(place: Name, lines: list[Span]) -> bool:
    return any(line.holds(place.span) for line in lines)


def _alone(place: Name, befores: set[str]) -> Name:
    before = place.before if folded(place.before) in befores else ""
    return place._replace(before=before, after="", opens=False)


def _is_in_title_case(line: str) -> bool:
    long = [word for word in _WORD.compiled.findall(line) if len(word) >= _LONG]
    small = sum(word[0].islower() for word in long)
    return len(long) > 2 and small * _MOST_SMALL <= len(long)


def in_capitals(doc: Document) -> Iterator[Name]:
    """The words of headings that are all in capitals, as a name is written."""
    for slot in doc.parsed.slots:
        if slot.kind in _LINES and is_in_capitals(doc, slot):
            for match in _WORD.finditer(doc.text, slot.span):
                word = without_possessive(match[0])
                start = match.start()
                yield Name(Span(start, start + len(word)), word.capitalize())


def is_in_capitals(doc: Document, slot: Slot) -> bool:
    """Whether a line of several words has no small letter."""
    line = doc[slot.span]
    return line.isupper() and " " in line
