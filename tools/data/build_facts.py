"""Builds the tables of facts: who holds which office, since when, and who says so.

Run: python -m tools.data.build_facts [--root FOLDER]

Two raw lists lie beside this script. ``facts_curated.psv`` is copydesk's own compilation;
``facts_listed.csv`` joins the CIA World Factbook (github.com/factbook/factbook.json, its history),
Wikidata (github.com/tmtmtmtm/*, every-politician-scrapers), congress-legislators and
openstates/people, as one line for each tenure: jurisdiction, office, holder, start, end, source.
Places, roles, bodies, states, other names, earlier holders and deaths stand in the other lists.
``copydesk facts import`` makes such a table from a fresh Wikidata query.

Where lists differ, the own compilation counts before congress and openstates, those before
Wikidata, and that before the CIA. Rows of low confidence, and ends that were inferred from the
successor or are mere bounds, are marked: no rule may say “wrong” on them alone. Ministers whose
dates come from Wikidata alone are marked ``M``. The output is in a stable order.
"""

from __future__ import annotations

import csv
import json
import re
from collections import defaultdict
from typing import TYPE_CHECKING

from tools.data.facts_names import Names, fold
from tools.data.facts_offices import HOUSEHOLD, Office, offices
from tools.data.facts_tenures import (
    CIA,
    CONGRESS,
    CURATED,
    RANK,
    SOURCES,
    STATES,
    WIKIDATA,
    bounded,
    days,
    row_of,
    tenures,
    unsure,
)  # fmt: skip
from tools.data.folders import FACTS, HERE, lines_of, root_given

if TYPE_CHECKING:
    from pathlib import Path

    from tools.data.facts_tenures import Row

FIRST_YEAR = "1990"
ALSO_YEAR = "1970"
TABLES = ("heads", "ministers", "us", "gb", "bodies", "companies")

Rows = dict[tuple[str, str], list["Row"]]


def read_rows(curated: Path, others: Path) -> Rows:
    """All rows by place and office."""
    found: Rows = defaultdict(list)
    with curated.open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle, delimiter="|"):
            key = (row["jurisdiction"], row["office"])
            sure = row["conf"] != "L"
            found[key].append(row_of(row["holder"], row["start"], row["end"], CURATED, sure))
    with others.open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            source = _source(row["source"])
            if source:
                office = re.sub(r" \[(chief of state|head of government)\]$", "", row["office"])
                found[row["jurisdiction"], office].append(
                    row_of(row["holder"], row["start"], row["end"], source, True)
                )
    return found


def _source(text: str) -> str:
    starts = {"CIA": CIA, "every-politician": WIKIDATA, "openstates": STATES,
              "unitedstates": CONGRESS}  # fmt: skip
    return next((key for start, key in starts.items() if text.startswith(start)), "")


def earlier() -> tuple[dict[str, set[str]], dict[str, list[Row]]]:
    """People who held an office before the lists begin: without days, and with them."""
    undated = {line.split("|")[0]: set(line.split("|")[1].split(";"))
               for line in lines_of("facts_earlier.psv")}  # fmt: skip
    dated: dict[str, list[Row]] = defaultdict(list)
    for line in lines_of("facts_own.psv"):
        key, name, since, until = line.split("|")
        dated[key].append(row_of(name, since, until, CURATED, True))
    return undated, dated


class Builder:
    """Writes tables, one for each part of the world of offices."""

    def __init__(self, rows: Rows) -> None:
        self.rows = rows
        self.names = Names()
        self.undated, self.dated = earlier()
        self.out: dict[str, list[str]] = {table: [] for table in TABLES}
        self.used: dict[str, set[str]] = {table: set() for table in TABLES}
        self.taken: set[tuple[str, str]] = set()

    def add(self, office: Office) -> None:
        """Write one office, if anybody is known to have held it."""
        listed = [row for place, pattern in office.wanted
                  for row in self._rows_of(place, pattern)]  # fmt: skip
        listed += self.dated.get(office.id, [])
        named = [row._replace(name=self._name(row)) for row in listed]
        named = _one_spelling([row for row in named if row.name])
        same = _one_person(named)
        for other, name in sorted(same.items()):
            known = (name, *self.names.forms.get(name, ()))
            if fold(other) not in map(fold, known):
                self.names.forms[name] = (*known[1:], other)
        named = bounded([row._replace(name=same.get(row.name, row.name)) for row in named])
        if office.several:
            found = sorted((row for row in named if row.sure and row.known), key=_order)
        else:
            found = tenures(named)
        found = [row for row in found if row.known >= FIRST_YEAR]
        doubtful = [row for row in unsure(named, found) if _end(row) >= FIRST_YEAR]
        also = {row.name for row in named if row.since >= ALSO_YEAR}
        also |= self.undated.get(office.id, set())
        also -= {row.name for row in (*found, *doubtful)}
        if found or doubtful:
            self.used[office.table] |= {row.name for row in (*found, *doubtful)} | also
            self.out[office.table] += _office(office, found, doubtful, sorted(also))

    def _name(self, row: Row) -> str:
        """The name used here; that of the own compilation stands as it is."""
        return self.names.of(row.name) or (row.name if row.source == CURATED else "")

    def _rows_of(self, place: str, pattern: str) -> list[Row]:
        found: list[Row] = []
        for key, listed in self.rows.items():
            if key[0] == place and re.fullmatch(pattern, key[1]):
                self.taken.add(key)
                found += listed
        return found

    def rest(self) -> list[Office]:
        """Offices of the own compilation that no role speaks of: chief executives, banks."""
        found = []
        for place, title in sorted(self.rows):
            own = any(row.source == CURATED for row in self.rows[place, title])
            if not own or (place, title) in self.taken:
                continue
            table = "companies" if title in ("CEO", "Co-CEO") else "bodies"
            role = re.sub(r"[^a-z]+", "-", fold(title)).strip("-")
            key = re.sub(r"[^a-z]+", "-", fold(place)).strip("-") or "x"
            names: tuple[str, ...] = (place,)
            titles: tuple[str, ...] = (title,)
            if table == "companies":
                titles = ("CEO", "Chief Executive", "Chief Executive Officer", "chief")
            elif " of " in title:
                head, _, body = title.partition(" of ")
                names, titles = (re.sub("^the ", "", body),), (head, "chief")
            found.append(
                Office(f"{key}/{role}", table, names, (), titles, ((place, re.escape(title)),))
            )
        return found

    def text(self, table: str, died: dict[str, str]) -> str:
        """One table as TOML."""
        used = self.used[table]
        keys = [key for key in SOURCES if f'source = "{key}"' in "\n".join(self.out[table])]
        out = [(HERE / "facts_header.txt").read_text(encoding="utf-8").rstrip()]
        for key in keys:
            name, licence, as_of = SOURCES[key]
            out += ["", f"[sources.{key}]", f"name = {_quoted(name)}",
                    f"licence = {_quoted(licence)}", f"as-of = {as_of}"]  # fmt: skip
        out += ["", *self.out[table]]
        forms = [(name, self.names.forms[name]) for name in sorted(used)
                 if self.names.forms.get(name)]  # fmt: skip
        out += ["[names]", *(f"{_quoted(name)} = {_list(other)}" for name, other in forms), ""]
        out += ["[died]", *(f"{_quoted(name)} = {day}" for name, day in sorted(died.items())
                            if name in used)]  # fmt: skip
        return "\n".join(out) + "\n"


def _order(row: Row) -> tuple[str, str]:
    return (row.since, row.name)


def _end(row: Row) -> str:
    return row.about or row.least or row.known


def _one_spelling(rows: list[Row]) -> list[Row]:
    """The rows with each name in one spelling, that with the most accents."""
    best: dict[str, str] = {}
    for name in sorted({row.name for row in rows}):
        other = best.get(fold(name), "")
        if sum(map(ord, name)) > sum(map(ord, other)):
            best[fold(name)] = name
    return [row._replace(name=best[fold(row.name)]) for row in rows]


def _one_person(rows: list[Row]) -> dict[str, str]:
    """For “John F. Kelly”, “John Kelly”: the name that the better list gives.

    They are one where surname and first letter agree and both came in within some weeks.
    """
    names: dict[str, str] = {}
    exact = [row for row in rows if re.fullmatch(r"\d{4}-\d\d-\d\d", row.since)]
    for row in sorted(exact, key=lambda row: (RANK[row.source], row.name)):
        for other in exact:
            if (
                other.name != row.name
                and RANK[other.source] >= RANK[row.source]
                and _alike(row, other)
            ):
                names.setdefault(other.name, names.get(row.name, row.name))
    return names


def _alike(one: Row, other: Row) -> bool:
    first, second = fold(one.name).split(), fold(other.name).split()
    if not first or not second or first[-1] != second[-1] or first[0][0] != second[0][0]:
        return False
    return abs(days(one.since, other.since)) <= 45


def _office(office: Office, found: list[Row], doubtful: list[Row], also: list[str]) -> list[str]:
    lines = ["[[office]]", f"id = {_quoted(office.id)}", f"of = {_list(office.names)}"]
    if office.adjectives:
        lines.append(f"adjectives = {_list(office.adjectives)}")
    lines.append(f"titles = {_list(office.titles)}")
    if office.lacks:
        lines.append(f"lacks = {_list(office.lacks)}")
    for flag, said in (("several", office.several), ("household", office.id in HOUSEHOLD)):
        if said:
            lines.append(f"{flag} = true")
    lines.append("holders = [")
    lines += [_holder(row, "" if office.sure or row.source != WIKIDATA else "M") for row in found]
    lines += [_holder(row, "L") for row in doubtful]
    lines.append("]")
    if also:
        lines.append(f"also = {_list(also)}")
    return [*lines, ""]


def _holder(row: Row, conf: str) -> str:
    end = ""
    if row.until:
        end = f", until = {row.until}"
    elif row.about or row.least:
        end = f", until-about = {row.about}" if row.about else f", at-least = {row.least}"
    elif row.due:
        end = f", until = {row.due}"
    elif row.known < SOURCES[row.source][2]:
        end = f", at-least = {row.known}"
    low = f', conf = "{conf}"' if conf else ""
    return (f"    {{ name = {_quoted(row.name)}, since = {row.since}{end}, "
            f'source = "{row.source}"{low} }},')  # fmt: skip


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(items: tuple[str, ...] | list[str]) -> str:
    return f"[{', '.join(map(_quoted, items))}]"


def main() -> None:
    """Write the tables."""
    folder = root_given(__doc__) / FACTS
    builder = Builder(read_rows(HERE / "facts_curated.psv", HERE / "facts_listed.csv"))
    for office in offices():
        builder.add(office)
    for office in builder.rest():
        builder.add(office)
    died = dict(line.split("|") for line in lines_of("facts_died.psv"))
    for table in TABLES:
        (folder / f"{table}.toml").write_text(builder.text(table, died), encoding="utf-8")


if __name__ == "__main__":
    main()
