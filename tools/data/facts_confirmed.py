"""What further lists confirm of the tenures in our tables: for ``build_facts.py``.

Run: python -m tools.data.facts_confirmed LIST.csv … [--deaths LIST.csv …]

The lists are those of others that are not in the repository. Nothing of them is taken over but
their word: for a tenure that our lists have, which of them give the same start, within some
weeks, and which the same end. ``facts_confirmed.psv`` says so, one tenure a line.

A list has the columns office (our id) or jurisdiction and office (as in ``facts_listed.csv``),
holder, since or start, until or end, source, as_of; a list of deaths has name, day, source.
"""

from __future__ import annotations

import argparse
import csv
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import regex as re

from tools.data.facts_claims import OWN, Claim, Span, days, source_named, sources, span_of
from tools.data.facts_deaths import CONFIRMED, deaths
from tools.data.facts_names import alike, fold
from tools.data.folders import HERE, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tools.data.facts_merge import Term
    from tools.data.facts_offices import Office

NAME = "facts_confirmed.psv"
AGREE = 31  # days between two lists’ dates of one event
_HEAD = """\
# What further lists confirm: office|holder|start|end|lists with that start|lists with that
# end, or with none if there is none. Of each family of lists that take from each other, one.
# Written by tools/data/facts_confirmed.py.
"""

_DEATHS = """\
# Deaths that further lists confirm: name|day|lists. Written by tools/data/facts_confirmed.py.
"""


class Other(NamedTuple):
    """A tenure as a list of others gives it; ``until`` is None if it is open or not known."""

    holder: str
    since: Span
    until: Span | None
    source: str
    is_open: bool


def confirmed() -> dict[str, list[Claim]]:
    """Claims for what further lists confirm, by office: each says what our own row says."""
    found: dict[str, list[Claim]] = defaultdict(list)
    for line in lines_of(NAME):
        office, holder, start, end, starts, ends = line.split("|")
        since, until = _span(start), _span(end) if end else None
        for source in filter(None, dict.fromkeys((*starts.split(","), *ends.split(",")))):
            known, closed = since.last, None
            if source in ends.split(","):
                known = until.first if until else sources()[source].as_of
                closed = until
            found[office].append(Claim(holder, source, since, closed, max(known, since.last)))
    return found


def _span(text: str) -> Span:
    first, _, last = text.partition("/")
    return Span(first, last or first)


def _text(span: Span | None) -> str:
    if span is None:
        return ""
    return span.first if span.first == span.last else f"{span.first}/{span.last}"


def read(paths: list[Path]) -> dict[tuple[str, str], list[Other]]:
    """The tenures in lists of others, by place and office, or by our id and nothing."""
    found: dict[tuple[str, str], list[Other]] = defaultdict(list)
    for path in paths:
        with path.open(encoding="utf-8") as handle:
            for row in csv.DictReader(handle):
                source = source_named(row["source"])
                since = span_of(row.get("since") or row.get("start") or "")
                if since is not None and source not in ("", OWN):
                    key = (row.get("jurisdiction", ""), row["office"])
                    end = row.get("until") or row.get("end") or ""
                    found[key].append(Other(row["holder"], since, span_of(end), source, not end))
    return found


def lines(offices: list[tuple[Office, list[Term]]], paths: list[Path]) -> Iterator[str]:
    """The lines of the file, by office."""
    others = read(paths)
    for office, terms in offices:
        here = list(others.get(("", office.id), []))
        for place, pattern in office.wanted:
            for (jurisdiction, title), listed in others.items():
                if jurisdiction == place and re.fullmatch(pattern, title):
                    here += listed
        for term in terms:
            starts, ends = _agreeing(term, here)
            if starts or ends:
                parts = (office.id, term.name, _text(term.since), _text(term.until))
                yield "|".join((*parts, ",".join(starts), ",".join(ends)))


def _agreeing(term: Term, others: list[Other]) -> tuple[list[str], list[str]]:
    """The lists that give the start of a tenure as we do, and those that give its end so."""
    same = [one for one in others if _is_same(one.holder, term.name)]
    same = [one for one in same if _agree(one.since, term.since)] or same
    starts = [one.source for one in same if _agree(one.since, term.since)]
    until = None if term.inferred else term.until
    ends = [one.source for one in same if one.until and until and _agree(one.until, until)]
    if term.until is None:
        still = [one.source for one in same if one.is_open and one.source in starts]
        return _families(starts, term.starts), _newer(still, term.starts)
    return _families(starts, term.starts), _families(ends, term.ends)


def _newer(found: list[str], known: tuple[str, ...]) -> list[str]:
    """The lists that had somebody in office last, if another family has so too."""
    families = {sources()[key].family for key in known}
    kept = [key for key in sorted(set(found), key=lambda key: sources()[key].as_of)
            if families - {sources()[key].family}]  # fmt: skip
    return kept[-1:]


def _is_same(one: str, other: str) -> bool:
    return fold(one) == fold(other) or alike(one, other)


def _agree(one: Span, other: Span) -> bool:
    """Whether two ranges meet, or lie within some weeks of each other."""
    if one.first <= other.last and other.first <= one.last:
        return True
    return min(abs(days(one.first, other.last)), abs(days(other.first, one.last))) <= AGREE


def _families(found: list[str], known: tuple[str, ...]) -> list[str]:
    """The best of each family of lists that is not among the sources known."""
    taken, kept = {sources()[key].family for key in known}, []
    for key in sorted(set(found), key=lambda key: sources()[key].rank):
        if sources()[key].family not in taken:
            taken.add(sources()[key].family)
            kept.append(key)
    return kept


def death_lines(paths: list[Path]) -> Iterator[str]:
    """The deaths of our list that lists of others give on the same day, and which do."""
    listed: dict[str, list[tuple[Span, str]]] = defaultdict(list)
    for path in paths:
        with path.open(encoding="utf-8") as handle:
            for row in csv.DictReader(handle):
                day, source = span_of(row["day"]), source_named(row["source"])
                if day is not None and source not in ("", OWN):
                    listed[fold(row["name"])].append((day, source))
    for name, death in sorted(deaths().items()):
        found = [source for day, source in listed.get(fold(name), [])
                 if day.first <= death.day.last and death.day.first <= day.last]  # fmt: skip
        if kept := _families(found, (OWN,)):
            yield f"{name}|{_text(death.day)}|{','.join(kept)}"


def main() -> None:
    """Write the file."""
    from tools.data.build_facts import Builder
    from tools.data.facts_offices import offices

    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("lists", nargs="+", type=Path, metavar="LIST")
    parser.add_argument("--deaths", nargs="*", type=Path, default=[], metavar="LIST")
    given = parser.parse_args()
    builder = Builder(confirm=False)
    listed = [(office, builder.terms(office)[0]) for office in offices()]
    text = _HEAD + "".join(f"{line}\n" for line in lines(listed, given.lists))
    (HERE / NAME).write_text(text, encoding="utf-8")
    if given.deaths:
        text = _DEATHS + "".join(f"{line}\n" for line in death_lines(given.deaths))
        (HERE / CONFIRMED).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
