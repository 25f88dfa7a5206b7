"""Lines in which capitals show no name: headlines in title case, and lines all in capitals."""

from __future__ import annotations

from copydesk import Document, Iterator, Slot, Span, pattern
from lint_rules._shared.names import Name, folded, forms, is_one_edit, kinds, without_possessive
from lint_rules.spelling import _endings
from lint_rules.spelling._known_names import Known

_LINES = ("headline", "kicker", "heading", "deck")
_WORD = pattern(r"[^\W\d_]+(?:['’\-‐‑][^\W\d_]+)*")
_SHORTEST = 5  # letters of a name in a line of capitals
_OFTEN = 2  # times that the story has the right form
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


def slips_in_capitals(doc: Document) -> Iterator[tuple[Name, str]]:
    """Names in lines of capitals that are one edit from a name of the story, and that name."""
    shouted = [name for name in in_capitals(doc) if _may_be_slip(doc, name)]
    if not shouted:
        return
    for name in shouted:
        low = folded(name.text)
        near = [form for form in _near(doc, name.text) if _is_usual(doc, form)]
        if len(near) == 1 and not _endings.are_forms(low, folded(near[0])):
            yield name, near[0]


def slips_in_headlines(doc: Document) -> Iterator[tuple[Name, str]]:
    """Surnames in headlines that come nowhere else but for a letter, and the story’s own one."""
    slots = [slot for slot in doc.parsed.slots if slot.kind == "headline"]
    words = [name for slot in slots for name in _surnames(doc, slot)]
    if not words:
        return
    for name in words:
        near = [form for form in _near(doc, name.text) if _is_told(doc, form)]
        if len(near) == 1 and not _endings.are_forms(folded(name.text), folded(near[0])):
            yield name, near[0]


def _near(doc: Document, name: str) -> list[str]:
    """The capitalised words of the story that are one edit from a name, with its first letter."""
    least, most = len(name) - 1, len(name) + 1
    return [
        form
        for form in forms(doc)
        if form[0] == name[0] and least <= len(form) <= most and is_one_edit(name, form)
    ]


def _surnames(doc: Document, slot: Slot) -> Iterator[Name]:
    """The words of a headline that are surnames, no common words, and come nowhere else."""
    if is_in_capitals(doc, slot):
        return
    for match in _WORD.finditer(doc.text, slot.span):
        word = without_possessive(match[0])
        if word[0].isupper() and not word.isupper() and len(word) >= _SHORTEST:
            if len(doc.words.starts(word.lower())) > 1:
                continue
            known, start = kinds(folded(word)), match.start()
            if "s" in known and not set(known) & {"w", "g"}:
                yield Name(Span(start, start + len(word)), word)


def _is_told(doc: Document, form: str) -> bool:
    """Whether a surname is there three times or more, always with a capital."""
    if len(form) < _SHORTEST or "s" not in kinds(folded(form)):
        return False
    starts = doc.words.starts(form.lower())
    return len(starts) > _OFTEN and all(doc.text[start].isupper() for start in starts)


def _may_be_slip(doc: Document, name: Name) -> bool:
    """Whether a word is there once and is no known word or name, but perhaps a surname."""
    low = folded(name.text)
    if len(low) < _SHORTEST or set(kinds(low)) & {"w", "n", "g"}:
        return False
    return len(doc.words.starts(name.text.lower())) == 1 and not doc.is_verbatim(name.span)


def _is_usual(doc: Document, form: str) -> bool:
    """Whether a word always has a capital, is no word, and is there more than once."""
    if len(form) < _SHORTEST or not form.isalpha() or form.isupper():
        return False
    starts = doc.words.starts(form.lower())
    if len(starts) < _OFTEN or "w" in kinds(folded(form)):
        return False
    return all(doc.text[start].isupper() for start in starts)


def is_in_capitals(doc: Document, slot: Slot) -> bool:
    """Whether a line of several words has no small letter."""
    line = doc[slot.span]
    return line.isupper() and " " in line
