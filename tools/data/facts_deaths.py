"""Days of death of office-holders: for ``build_facts.py``."""

from __future__ import annotations

from typing import NamedTuple

from tools.data.facts_claims import NEAR, OWN, Span, days, rank, sources, span_of
from tools.data.folders import lines_of

CONFIRMED = "facts_died_confirmed.psv"


class Death(NamedTuple):
    """A death, the range of days of it, and the sources, the best first."""

    name: str
    day: Span
    sources: tuple[str, ...]


def deaths() -> dict[str, Death]:
    """All deaths by name: own list, and those of others, which vouch for it or add to it."""
    found: dict[str, Death] = {}
    for name, text, source in sorted(_rows(), key=lambda row: (rank(row[2]), row)):
        day, known = span_of(text), found.get(name)
        if day is None:
            continue
        if known is None:
            found[name] = Death(name, day, (source,))
        elif source not in known.sources and abs(days(known.day.first, day.first)) <= NEAR:
            both = day if known.day.first != known.day.last else known.day
            found[name] = Death(name, both, (*known.sources, source))
    return found


def _rows() -> list[tuple[str, str, str]]:
    rows = []
    for line in lines_of("facts_died.psv"):
        name, day, source = [*line.split("|"), OWN][:3]
        rows.append((name, day, source if source in sources() else OWN))
    for line in lines_of(CONFIRMED):
        name, day, listed = line.split("|")
        rows += [(name, day, source) for source in listed.split(",")]
    return rows
