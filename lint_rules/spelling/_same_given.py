"""People with one given name and nearly one surname, who may be one person."""

from __future__ import annotations

from itertools import combinations

from copydesk import Document, Iterator, NamedPerson, NameUse, people
from lint_rules._shared import posts
from lint_rules._shared.names import folded, is_one_edit, is_written, kinds
from lint_rules.spelling import _endings
from lint_rules.spelling._full_names import full_names
from lint_rules.spelling._told_apart import are_told_apart

_RUNNING = ("paragraph", "list-item", "block-quote", "table-cell", "note")
_SHORTEST = 5  # letters of a surname
_BEGIN = 3  # letters with which surnames begin that one person may have
_SHARE = 0.55  # of the letters of the longer one that both have
_CROWD = 8  # surnames after one given name that are compared


def pairs(doc: Document) -> list[tuple[NameUse, NamedPerson]]:
    """A name that is there once, and the person whose name it may be, misspelled."""
    if not _may_be(doc):
        return []
    by_given: dict[str, list[NamedPerson]] = {}
    for person in people(doc):
        by_given.setdefault(folded(person.given).partition(" ")[0], []).append(person)
    found = []
    for group in by_given.values():
        for one, other in combinations(group[:_CROWD], 2):
            rare, usual = sorted((one, other), key=_weight)
            if _are_near(one.surname, other.surname) and _is_one(doc, rare, usual, len(group)):
                found.append((rare.uses[0], usual))
    return [*found, *_in_loud_lines(doc, by_given)]


def _in_loud_lines(
    doc: Document, by_given: dict[str, list[NamedPerson]]
) -> Iterator[tuple[NameUse, NamedPerson]]:
    """Names in headlines of which capitals tell nothing: the story has no such person."""
    for name in full_names(doc):
        group = by_given.get(folded(name.given), [])
        if len(group) != 1 or not _are_near(name.surname.title(), group[0].surname):
            continue
        slot = doc.slot_at(name.span.start)
        is_shown = slot is not None and slot.kind not in _RUNNING
        if is_shown and slot is not None and len(doc.words.starts(name.surname.lower())) == 1:
            use = NameUse(name.span, doc[name.span], slot.kind, "", is_full=True)
            if not are_told_apart(doc, use, group[0]) and not _is_noted(group[0], use):
                yield use, group[0]


def _is_noted(person: NamedPerson, use: NameUse) -> bool:
    return any(one.span.meets(use.span) for one in person.uses)


def _may_be(doc: Document) -> bool:
    by_given: dict[str, set[str]] = {}
    for one in full_names(doc):
        if len(one.surname) >= _SHORTEST:
            by_given.setdefault(one.given, set()).add(one.surname)
    return any(
        _are_near(*pair)
        for group in by_given.values()
        if len(group) > 1
        for pair in combinations(sorted(group)[:_CROWD], 2)
    )


def _are_near(one: str, other: str) -> bool:
    """Whether two surnames are one edit apart, or begin alike and have most letters in common."""
    if one[0] != other[0] or min(len(one), len(other)) < _SHORTEST:
        return False
    first, second = folded(one), folded(other)
    if first == second or first[:-1] == second or second[:-1] == first:
        return False
    if is_one_edit(first, second):
        return True
    if first[:_BEGIN] != second[:_BEGIN]:
        return False
    from difflib import SequenceMatcher

    return SequenceMatcher(None, first, second).ratio() >= _SHARE


def _is_one(doc: Document, rare: NamedPerson, usual: NamedPerson, number: int) -> bool:
    """Whether the story tells of no second person but this one mention."""
    use = rare.uses[0]
    if len(rare.uses) > 1 or rare.suffix != usual.suffix or _initials_differ(rare, usual):
        return False
    first, second = folded(rare.surname), folded(usual.surname)
    if _endings.are_forms(first, second) or len(first.split()) != len(second.split()):
        return False
    if _is_shown(rare) == _is_shown(usual) and not _may_be_slip(first, second):
        return False
    if not is_one_edit(first, second) and (number > 2 or _is_shown(rare) == _is_shown(usual)):
        return False
    if posts.is_in_post(doc, use.span) or is_written(doc, use.span):
        return False
    return not are_told_apart(doc, use, usual)


def _may_be_slip(first: str, second: str) -> bool:
    """Whether one of two surnames in running text, one edit apart, is on no list."""
    return is_one_edit(first, second) and not (kinds(first) and kinds(second))


def _is_shown(person: NamedPerson) -> bool:
    """Whether a name is in a headline or a caption only."""
    return all(use.slot not in _RUNNING for use in person.uses)


def _initials_differ(one: NamedPerson, other: NamedPerson) -> bool:
    first, second = (folded(person.given).split()[1:2] for person in (one, other))
    return bool(first and second) and first[0][0] != second[0][0]


def _weight(person: NamedPerson) -> tuple[int, bool, int]:
    """How much a story tells of somebody: running text counts more, then what comes first."""
    return len(person.uses), not _is_shown(person), -person.uses[0].span.start
