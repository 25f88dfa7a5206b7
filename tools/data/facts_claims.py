"""What lists say of who held an office, and when: for ``build_facts.py``."""

from __future__ import annotations

import re
from calendar import monthrange
from collections import defaultdict
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from tools.data.folders import lines_of

OWN, WIKIDATA, CIA, STATES = "own", "wikidata", "cia", "openstates"
NEAR = 45  # days between two lists’ dates of one event
LONGEST = 6 * 365  # days for which an open row of a list that is not kept up is believed
_FEW, _MANY = 4, 0.3  # a list is mixed if it has so many people, so many of them side by side
_DAY, _MONTH = re.compile(r"\d{4}-\d\d-\d\d"), re.compile(r"\d{4}-\d\d")


class ListSource(NamedTuple):
    """A source of facts; ``rank`` is 0 for the best."""

    key: str
    name: str
    licence: str
    as_of: str
    record: bool
    prefixes: tuple[str, ...]
    family: str
    rank: int


class Span(NamedTuple):
    """The first and the last day on which something may have been."""

    first: str
    last: str

    def __or__(self, other: object) -> Span:
        """The narrower of the two if one lies in the other, else both together."""
        assert isinstance(other, Span)
        for one, wide in ((self, other), (other, self)):
            if wide.first <= one.first and one.last <= wide.last:
                return Span(*one)
        return Span(min(self.first, other.first), max(self.last, other.last))


class Claim(NamedTuple):
    """One tenure as a list gives it.

    ``until`` is None for one without an end; ``known`` is the last day for which the
    list vouches. ``inferred`` is whether the end is only the successor’s start, ``due``
    the end of a term to come, ``person`` the id in Wikidata, if the list has it.
    """

    name: str
    source: str
    since: Span
    until: Span | None
    known: str
    sure: bool = True
    inferred: bool = False
    due: str = ""
    person: str = ""

    @property
    def end(self) -> str:
        """The last day for which it says anything."""
        return self.until.last if self.until else self.known


@lru_cache(maxsize=1)
def sources() -> dict[str, ListSource]:
    """All sources by key, the best first."""
    rows = [line.split("|") for line in lines_of("facts_sources.psv")]
    return {
        row[0]: ListSource(
            row[0],
            row[1],
            row[2],
            row[3],
            row[4] == "record",
            tuple(row[5].casefold().split(";")),
            row[6],
            rank,
        )
        for rank, row in enumerate(rows)
    }


def rank(source: str) -> int:
    """The rank of a source, 0 for the best."""
    return sources()[source].rank


def source_named(text: str) -> str:
    """The key of the source that a list names; empty if it is not used."""
    told = text.casefold()
    return next(
        (one.key for one in sources().values() if told.startswith(one.prefixes)), ""
    )  # fmt: skip


def days(one: str, other: str) -> int:
    """How many days lie between two days."""
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def later(day: str, count: int) -> str:
    """The day so many days later."""
    return (date.fromisoformat(day) + timedelta(days=count)).isoformat()


def span_of(text: str) -> Span | None:
    """The range of a day or a month; None for anything less exact."""
    if _DAY.fullmatch(text):
        return Span(text, text)
    if _MONTH.fullmatch(text) and text[5:] <= "12":
        return Span(f"{text}-01", f"{text}-{monthrange(int(text[:4]), int(text[5:]))[1]}")
    return None


def claim_of(
    name: str, since: str, until: str, source: str, sure: bool = True, person: str = ""
) -> Claim | None:  # fmt: skip
    """A line of a list; None if its start is not known to the month."""
    begins, as_of = span_of(since), sources()[source].as_of
    if begins is None or begins.first > as_of:
        return None
    known = min(as_of, later(begins.first, LONGEST)) if source == WIKIDATA else as_of
    ends = span_of(until)
    if ends is not None and ends.last < begins.first:
        return None
    if ends is not None and ends.first > as_of:
        return Claim(name, source, begins, None, as_of, sure, due=ends.last, person=person)
    if ends is not None:
        return Claim(name, source, begins, ends, ends.first, sure, person=person)
    found = _DAY.search(until)
    if until.startswith(">"):
        known = max(found[0] if found else "", begins.last)
        return Claim(name, source, begins, None, known, sure, person=person)
    if until:
        last = found[0] if found else ""
        if last < begins.last:
            return None
        ends = Span(begins.last, last)
        return Claim(name, source, begins, ends, begins.last, sure, True, person=person)
    return Claim(name, source, begins, None, max(known, begins.last), sure, person=person)


def unmixed(claims: list[Claim]) -> list[Claim]:
    """The claims; unsure are those of a list that has two offices under one name."""
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_source[claim.source].append(claim)
    mixed = {source for source, listed in by_source.items() if source != OWN and _is_mixed(listed)}
    return [one._replace(sure=False) if one.source in mixed else one for one in claims]


def _is_mixed(claims: list[Claim]) -> bool:
    """Whether many of the people in one list were in the office at the same time as others."""
    over = sum(
        any(
            one.name != other.name
            and one.since.first < other.end and other.since.first < one.end
            and days(max(one.since.first, other.since.first), min(one.end, other.end)) > NEAR
            for other in claims
        )
        for one in claims
    )  # fmt: skip
    return len(claims) >= _FEW and over >= _MANY * len(claims)
