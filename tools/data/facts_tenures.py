"""Tenures as several lists give them, made one list: for ``build_facts.py``."""

from __future__ import annotations

import re
from datetime import date
from typing import NamedTuple

CURATED, CIA, WIKIDATA, CONGRESS, STATES = "own", "cia", "wikidata", "congress", "openstates"
RANK = {CURATED: 0, CONGRESS: 1, STATES: 2, WIKIDATA: 3, CIA: 4}
SOURCES = {
    CURATED: ("copydesk’s own list", "CC0", "2026-10-01"),
    CIA: ("CIA World Factbook", "public domain", "2026-01-22"),
    CONGRESS: ("congress-legislators", "public domain", "2026-06-15"),
    STATES: ("openstates", "CC0", "2026-08-05"),
    WIKIDATA: ("Wikidata", "CC0", "2022-08-01"),
}
SHORTEST = 45  # days; shorter tenures are mostly stand-ins
SAME = 170  # days between the starts of one term in two lists
GAP = 31  # days between two terms that are one tenure


class Row(NamedTuple):
    """One tenure as a list gives it.

    ``until`` is empty for an open or unsure end; ``known`` is the last day for
    which the list vouches. ``about`` is an end that the list inferred, ``least``
    a bound before which it does not lie, ``due`` the end of a term to come.
    """

    name: str
    since: str
    until: str
    known: str
    source: str
    sure: bool = True
    about: str = ""
    least: str = ""
    due: str = ""


def row_of(name: str, since: str, until: str, source: str, sure: bool) -> Row:
    """A row with its dates judged."""
    as_of = SOURCES[source][2]
    exact = bool(re.fullmatch(r"\d{4}-\d\d-\d\d", since)) and sure
    if re.fullmatch(r"\d{4}-\d\d-\d\d", until):
        if until > as_of:  # the end of a term to come
            return Row(name, since, "", as_of, source, exact, due=until)
        return Row(name, since, until, until, source, exact)
    if not until:
        return Row(name, since, "", as_of, source, exact)
    if re.fullmatch(r"\d{4}-\d\d", until):
        return Row(name, since, "", f"{until}-01", source, exact)
    day = re.search(r"\d{4}-\d\d-\d\d", until)
    if until.startswith(">"):
        return Row(name, since, "", "", source, exact, least=day[0] if day else "")
    return Row(name, since, "", "", source, exact, about=day[0] if day else "")


def days(a: str, b: str) -> int:
    """How many days lie between two days."""
    return (date.fromisoformat(b) - date.fromisoformat(a)).days


def tenures(rows: list[Row]) -> list[Row]:
    """One row for each tenure, in order: the lists merged, terms in a row joined."""
    rows = [row for row in rows if row.sure and row.known and _trusted(row, rows)]
    rows = [row for row in rows if days(row.since, row.known) >= SHORTEST]
    found: list[Row] = []
    for name in sorted({row.name for row in rows}):
        terms = _terms(sorted(row for row in rows if row.name == name))
        for term in terms:
            if found and found[-1].name == name and days(found[-1].known, term.since) <= GAP:
                found[-1] = term._replace(since=found[-1].since)
            else:
                found.append(term)
    return _cut(sorted(found, key=lambda row: (row.since, row.name)))


def unsure(rows: list[Row], found: list[Row]) -> list[Row]:
    """Tenures of people who are not in ``found``: low confidence, inferred ends and bounds."""
    known = {row.name for row in found}
    best: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (RANK[row.source], row.since, row.about, row.least)):
        day = re.fullmatch(r"\d{4}-\d\d-\d\d", row.since)
        if row.name not in known and day and (row.about or row.least or row.known):
            end = row.about or row.least or row.known
            if end >= row.since:
                best[row.name] = row
    return sorted(best.values(), key=lambda row: (row.since, row.name))


def bounded(rows: list[Row]) -> list[Row]:
    """Ends that openstates gives are often those of a term: a bound, unless somebody followed."""
    starts = [row.since for row in rows if re.fullmatch(r"\d{4}-\d\d-\d\d", row.since)]
    found = []
    for row in rows:
        if row.source == STATES and row.until and row.sure:
            near = any(abs(days(row.until, start)) <= 60 for start in starts if start > row.since)
            if not near:
                row = row._replace(until="", known=row.until)
        found.append(row)
    return found


def _trusted(row: Row, rows: list[Row]) -> bool:
    """Whether the CIA's open tenures are open: nobody came into the office since."""
    if row.source != CIA or row.until:
        return True
    as_of = SOURCES[CIA][2]
    return not any(
        other.name != row.name and len(other.since) == 10
        and row.since <= other.since <= as_of
        for other in rows
    )  # fmt: skip


def _terms(rows: list[Row]) -> list[Row]:
    """The rows of one person, those of one term as one."""
    groups: list[list[Row]] = []
    for row in rows:
        if groups and days(groups[-1][0].since, row.since) <= SAME:
            groups[-1].append(row)
        else:
            groups.append([row])
    return [_one(group) for group in groups]


def _one(rows: list[Row]) -> Row:
    """The rows of one term as one: the better source, else the safer date."""
    by_source: dict[str, Row] = {}
    for row in sorted(rows, key=lambda row: (row.known, row.until)):
        by_source[row.source] = row  # the longest of each source
    best = min(by_source.values(), key=lambda row: RANK[row.source])
    if best.source == CURATED and best.until:
        return best
    since = best.since if best.source == CURATED else max(row.since for row in rows)
    ends = [row for row in by_source.values() if row.until]
    if ends:
        end = min(ends, key=lambda row: row.until)
        return best._replace(since=since, until=end.until, known=end.until)
    last = max(by_source.values(), key=lambda row: (row.known, -RANK[row.source]))
    return last._replace(since=since)


def _cut(rows: list[Row]) -> list[Row]:
    """The rows, none reaching into the next."""
    found = []
    for index, row in enumerate(rows):
        later = [other.since for other in rows[index + 1 :] if other.since > row.since]
        known = min([row.known, *later])
        found.append(row._replace(until=row.until and known, known=known))
    return [row for row in found if days(row.since, row.known) >= SHORTEST]
