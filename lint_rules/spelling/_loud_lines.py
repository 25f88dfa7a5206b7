"""Lines in which capitals show no name: headlines in title case, and lines all in capitals."""

from __future__ import annotations

from collections import Counter

from copydesk import Document, Iterator, Slot, Span, pattern
from lint_rules._shared.names import Name, folded, without_possessive
from lint_rules.spelling._known_names import Known

_LINES = ("headline", "kicker", "heading", "deck")
_WORD = pattern(r"[^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*")
_LONG = 4  # letters of a word that title case gives a capital
_MOST_SMALL = 4  # of so many long words at most one has no capital


def unjoined(doc: Document, found: dict[str, Known]) -> dict[str, Known]:
    """The names; in lines in title case without their neighbours, which tell nothing there.

    A given name that is before one of the names elsewhere, too, stays.
    """
    lines = [
        slot.span
        for slot in doc.parsed.slots
        if slot.kind in _LINES and _is_in_title_case(doc[slot.span])
    ]
    if not lines:
        return found
    befores = Counter(folded(one.before) for known in found.values() for one in known.places)
    return {
        text: Known([_unjoined(one, lines, befores) for one in known.places])
        for text, known in found.items()
    }


def _unjoined(place: Name, lines: list[Span], befores: Counter[str]) -> Name:
    if not any(line.holds(place.span) for line in lines):
        return place
    before = place.before if befores[folded(place.before)] > 1 else ""
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
