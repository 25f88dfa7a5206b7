"""Builds the tables of facts: who holds which office, since when, and who says so.

Run: python -m tools.data.build_facts [--root FOLDER]

The raw lists lie beside this script: ``facts_curated.psv`` and ``facts_own*.psv`` are copydesk's
own compilation; ``facts_listed.csv`` and the like join lists of others, as one line for each
tenure. Offices, roles, bodies, states, other names and deaths stand in the other lists.

Where lists differ, the order in ``facts_sources.psv`` decides; ``facts_merge.py`` says how they
are made one. What two lists say may be called wrong on sight, what one says only asked. The
output is in a stable order, and ``copydesk facts check`` must find nothing wrong in it.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from tools.data import facts_text
from tools.data.facts_claims import OWN, STATES, Claim, claim_of, days, rank, source_named, sources
from tools.data.facts_confirmed import confirmed
from tools.data.facts_deaths import deaths
from tools.data.facts_merge import Term, merged
from tools.data.facts_names import Names, alike, bare, fold
from tools.data.facts_offices import Office, offices
from tools.data.folders import FACTS, HERE, lines_of, root_given

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FIRST_YEAR = "1990"
ALSO_YEAR = "1970"
TABLES = ("heads", "ministers", "us", "gb", "bodies", "companies")
OWN_LISTS = ("facts_own.psv", "facts_own_more.psv", "facts_own_congress.psv")
LISTED = ("facts_listed.csv", "facts_listed_more.csv")
_KIND = re.compile(r" \[(chief of state|head of government)\]$")
_QID = re.compile(r"Q[0-9]+")

Key = tuple[str, str]


# One line of a list: name, start, end, source, whether sure, id of the person.
Line = tuple[str, str, str, str, bool, str]


def read_lists() -> dict[Key, list[Line]]:
    """The lines of the lists of others and of the curated list, by place and office."""
    found: dict[Key, list[Line]] = defaultdict(list)
    with (HERE / "facts_curated.psv").open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle, delimiter="|"):
            found[row["jurisdiction"], row["office"]].append(
                (row["holder"], row["start"], row["end"], OWN, row["conf"] != "L", "")
            )
    for name in LISTED:
        if not (HERE / name).exists():
            continue
        with (HERE / name).open(encoding="utf-8") as handle:
            for row in csv.DictReader(handle):
                source = source_named(row["source"])
                if source and source != OWN:
                    qid = row["note"] if _QID.fullmatch(row["note"]) else ""
                    found[row["jurisdiction"], _KIND.sub("", row["office"])].append(
                        (row["holder"], row["start"], row["end"], source, True, qid)
                    )
    return found


def own_rows() -> dict[str, list[Line]]:
    """The holders of the own lists, by office; a fifth column has the id of a namesake."""
    found: dict[str, list[Line]] = defaultdict(list)
    for name in OWN_LISTS:
        for line in lines_of(name):
            key, holder, since, until, person = [*line.split("|"), ""][:5]
            found[key].append((holder, since, until, OWN, True, person))
    return found


class Builder:
    """Writes tables, one for each part of the world of offices.

    Args:
        confirm: whether what other lists confirm counts.
    """

    def __init__(self, *, confirm: bool = True) -> None:
        self.lists = read_lists()
        self.names = Names()
        self.deaths = deaths()
        self.own = own_rows()
        self.left_out = {tuple(line.split("|")[:2]) for line in lines_of("facts_left_out.psv")}
        self.undated = {line.split("|")[0]: set(line.split("|")[1].split(";"))
                        for line in lines_of("facts_earlier.psv")}  # fmt: skip
        self.confirmed = confirmed() if confirm else {}
        self.out: dict[str, list[str]] = {table: [] for table in TABLES}
        self.used: dict[str, set[str]] = {table: set() for table in TABLES}
        self.taken: set[Key] = set()

    def add(self, office: Office) -> None:
        """Write one office, if anybody is known to have held it."""
        terms, also = self.terms(office)
        if terms:
            self.used[office.table] |= {term.name for term in terms} | also
            self.out[office.table] += facts_text.office(office, terms, sorted(also))

    def terms(self, office: Office) -> tuple[list[Term], set[str]]:
        """The tenures of an office since ``FIRST_YEAR``, and who held it at some time besides."""
        lines = [line for place, pattern in office.wanted for line in self._lines(place, pattern)]
        lines += self.own.get(office.id, [])
        claims, also = [], set(self.undated.get(office.id, set()))
        for listed, since, until, source, sure, qid in lines:
            if source != OWN and (office.id, listed) in self.left_out:
                continue
            name = self.names.of(listed) or (listed if source == OWN else "")
            claim = claim_of(name, since, until, source, sure, qid) if name else None
            if claim is not None:
                claims.append(claim)
            elif name and since >= ALSO_YEAR:
                also.add(name)
        claims = self._same_people(_one_spelling(claims), office.several)
        terms = merged([*_bounded(claims), *self.confirmed.get(office.id, [])], office.several)
        old = [term for term in terms if term.end < FIRST_YEAR]
        also |= {term.name for term in old if term.since.first >= ALSO_YEAR}
        terms = [term for term in terms if term.end >= FIRST_YEAR]
        return terms, also - {term.name for term in terms}

    def _same_people(self, claims: list[Claim], several: bool) -> list[Claim]:
        """The claims with one name for each person; the others become forms."""
        same = _one_person(claims, several)
        for other, name in sorted(same.items()):
            known = (name, *self.names.forms.get(name, ()))
            if fold(other) not in map(fold, known):
                self.names.forms[name] = (*known[1:], other)
        return [claim._replace(name=same.get(claim.name, claim.name)) for claim in claims]

    def _lines(self, place: str, pattern: str) -> Iterator[Line]:
        for key, listed in self.lists.items():
            if key[0] == place and re.fullmatch(pattern, key[1]):
                self.taken.add(key)
                yield from listed

    def rest(self) -> list[Office]:
        """Offices of the own compilation that no role speaks of: chief executives, banks."""
        found = []
        for place, title in sorted(self.lists):
            own = any(line[3] == OWN for line in self.lists[place, title])
            if own and (place, title) not in self.taken:
                found.append(_by_title(place, title))
        return found

    def text(self, table: str) -> str:
        """One table as TOML."""
        return facts_text.table(self.out[table], self.used[table], self.names, self.deaths)


def _called(body: str) -> tuple[str, ...]:
    """How copy calls a company or body of the own list."""
    called = _body_names().get(body, body)
    return tuple(called.split(";"))


@lru_cache(maxsize=1)
def _body_names() -> dict[str, str]:
    return dict(line.split("|") for line in lines_of("facts_body_names.psv"))


def _by_title(place: str, title: str) -> Office:
    """An office of which the list gives only the place and the title."""
    table = "companies" if title in ("CEO", "Co-CEO") else "bodies"
    role = re.sub(r"[^a-z]+", "-", fold(title)).strip("-")
    key = re.sub(r"[^a-z]+", "-", fold(place)).strip("-") or "x"
    names = _called(place)
    titles: tuple[str, ...] = (title,)
    if table == "companies":
        titles = ("CEO", "Chief Executive", "Chief Executive Officer", "chief")
    elif " of " in title:
        head, _, body = title.partition(" of ")
        names, titles = (re.sub("^the ", "", body),), (head, "chief")
    wanted = ((place, re.escape(title)),)
    return Office(f"{key}/{role}", table, names, (), titles, wanted)


def _one_spelling(claims: list[Claim]) -> list[Claim]:
    """The claims with each name in one spelling, that with the most accents."""
    best: dict[str, str] = {}
    for name in sorted({claim.name for claim in claims}):
        other = best.get(fold(name), "")
        if sum(map(ord, name)) > sum(map(ord, other)):
            best[fold(name)] = name
    return [claim._replace(name=best[fold(claim.name)]) for claim in claims]


def _one_person(claims: list[Claim], several: bool) -> dict[str, str]:
    """For “John F. Kelly”, “John Kelly”: the name that the better list gives.

    They are one where the names are alike and both came in within some weeks; where one
    person at a time is in the office, a surname is enough within some days.
    """
    names: dict[str, str] = {}
    together = {(claim.name, claim.source) for claim in claims}
    for one in sorted(claims, key=lambda claim: (rank(claim.source), claim.name)):
        for other in claims:
            if other.name == one.name or rank(other.source) < rank(one.source):
                continue
            if {(one.name, other.source), (other.name, one.source)} & together:
                continue  # one list has both names: two people
            if bare(one.name) == bare(other.name) and _at_one_time(one, other):
                names.setdefault(other.name, names.get(one.name, one.name))
                continue
            apart = abs(days(one.since.first, other.since.first))
            by_surname = not several and apart <= 10
            if apart <= 45 and (
                alike(one.name, other.name) or (by_surname and _surname(one) == _surname(other))
            ):
                names.setdefault(other.name, names.get(one.name, one.name))
    return names


def _at_one_time(one: Claim, other: Claim) -> bool:
    return one.since.first <= other.end and other.since.first <= one.end


def _surname(claim: Claim) -> str:
    words = [word for word in fold(claim.name).split() if word not in ("jr", "sr", "ii", "iii")]
    return words[-1] if words else ""


def _bounded(claims: list[Claim]) -> list[Claim]:
    """Ends that openstates gives are often those of a term: a bound, unless somebody followed."""
    starts = [claim.since.first for claim in claims]
    found = []
    for claim in claims:
        if claim.source == STATES and claim.until:
            end = claim.until.last
            if not any(abs(days(end, one)) <= 60 for one in starts if one > claim.since.first):
                claim = claim._replace(until=None, known=end)
        found.append(claim)
    return found


def main() -> None:
    """Write the tables."""
    folder = root_given(__doc__) / FACTS
    builder = Builder()
    for office in offices():
        builder.add(office)
    for office in builder.rest():
        builder.add(office)
    for table in TABLES:
        (folder / f"{table}.toml").write_text(builder.text(table), encoding="utf-8")
    _check(folder)


def _check(folder: Path) -> None:
    """Refuse tables in which something cannot be right; else write what the pack contains."""
    from copydesk.facts.pack import CONTENTS, read_contents
    from copydesk.facts.schema import read_table
    from copydesk.facts.survey import survey
    from tools.release.facts_pack import TABLES as SHIPPED
    from tools.release.facts_pack import write_contents

    wrong = []
    for path in sorted(folder.glob("*.toml")):
        table = read_table(path.name, path.read_text(encoding="utf-8"))
        wrong += [f"{one.office}: {one.said}" for one in survey(table, sources()[OWN].as_of)
                  if one.wrong]  # fmt: skip
    if wrong:
        raise SystemExit("these cannot be right:\n" + "\n".join(wrong))
    version = read_contents((SHIPPED / CONTENTS).read_bytes(), CONTENTS).version
    write_contents(folder, version)


if __name__ == "__main__":
    main()
