"""Looks for one person under two names, or with two dates, in one office."""

from __future__ import annotations

import re

from copydesk.facts.days import days_between
from copydesk.facts.merged import CLOSE
from copydesk.facts.model import fold
from copydesk.facts.overlay import NEAR
from copydesk.facts.survey.remark import Remark, begins, ends, span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from copydesk.facts.holders import Row
    from copydesk.facts.model import Office

_SHORT, _LONG = 8, 14  # letters of a name; the more, the more may differ
# Letters that are transcribed in several ways.
_WAYS = (
    ("kh", "h"), ("ph", "f"), ("ou", "u"), ("oo", "u"), ("ee", "i"), ("iy", "i"), ("ii", "i"),
    ("y", "i"), ("j", "i"), ("q", "k"), ("w", "v"), ("'", ""), (" ", ""),
)  # fmt: skip
_TWICE = re.compile(r"(.)\1")


def of_doubles(
    office: Office, rows: list[Row], names: Mapping[str, tuple[str, ...]]
) -> Iterator[Remark]:  # fmt: skip
    """Remarks on people who are in an office twice at a time.

    Args:
        office: the office.
        rows: its tenures in the order of their starts.
        names: the other forms of names, by name.
    """
    plain = {row.name: letters(row.name) for row in rows}
    for number, one in enumerate(rows):
        for other in rows[number + 1 :]:
            if not _is_near(one, other) or (
                one.person and other.person and one.person != other.person
            ):
                continue
            if one.name == other.name:
                yield from _dates(office.id, one, other)
            elif _is_one(one, other, plain, names, office.several):
                said = f"one person twice: {span(one)}; {span(other)}"
                yield Remark(office.id, one.name, said)


def _is_near(one: Row, other: Row) -> bool:
    """Whether two tenures overlap or begin within a year."""
    return ends(one) > other.since or days_between(one.since, other.since) <= NEAR


def _dates(office: str, one: Row, other: Row) -> Iterator[Remark]:
    """One person with two tenures at a time, or with starts that sources give differently."""
    apart = days_between(begins(one), other.since)
    if ends(one) > other.since:
        what = "twice at a time" if one.sure and other.sure else "sources differ"
        if apart > CLOSE or (one.sure and other.sure):
            yield Remark(office, one.name, f"{what}: {span(one)}; {span(other)}")


def _is_one(
    one: Row, other: Row, plain: Mapping[str, str], names: Mapping[str, tuple[str, ...]],
    several: bool,
) -> bool:  # fmt: skip
    """Whether two names may be ways to write one."""
    first, second = plain[one.name], plain[other.name]
    forms = {*map(letters, names.get(one.name, ()))} | {first}
    if second in forms or first in map(letters, names.get(other.name, ())):
        return True
    if several:
        return False
    words, others = set(fold(one.name).split()), set(fold(other.name).split())
    if min(len(words), len(others)) > 1 and (words <= others or others <= words):
        return True
    size = min(len(first), len(second))
    if days_between(other.since, ends(one)) < CLOSE:
        return False  # one followed the other
    return size >= _SHORT and is_within(first, second, 2 if size >= _LONG else 1)


def letters(name: str) -> str:
    """The letters of a name, with one way to write each sound."""
    found = fold(name)
    for one, other in _WAYS:
        found = found.replace(one, other)
    return _TWICE.sub(r"\1", found)


def is_within(one: str, other: str, most: int) -> bool:
    """Whether one text becomes another by at most so many letters added, left out or changed."""
    if abs(len(one) - len(other)) > most:
        return False
    row = list(range(len(other) + 1))
    for at, char in enumerate(one, 1):
        above, row[0] = row[0], at
        for place, letter in enumerate(other, 1):
            changed = above + (char != letter)
            above = row[place]
            row[place] = min(changed, above + 1, row[place - 1] + 1)
    return row[-1] <= most
