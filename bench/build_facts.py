"""Builds the facts of the titles rules: who holds which office, since when.

Run: python bench/build_facts.py offices-curated.psv offices.csv > FILE

Places, roles and other names of people stand in the three lists beside this script. Only rows
with exact dates go in. Rows of low confidence, and ends that were inferred from the successor
or are mere bounds, go in only as `also`: names that held the office at some time, for which a
rule must be silent. Where lists differ, the own compilation counts before Wikidata, and that
before the CIA list. The output is in a stable order.
"""

from __future__ import annotations

import csv
import re
import sys
import unicodedata
from collections import defaultdict
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

HERE = Path(__file__).parent
CURATED, CIA, WIKIDATA, CONGRESS = "own", "cia", "wikidata", "congress"
RANK = {CURATED: 0, CONGRESS: 1, WIKIDATA: 2, CIA: 3}
SOURCES = {
    CURATED: ("copydesk’s own list", "CC0", "2026-10-01"),
    CIA: ("CIA World Factbook", "public domain", "2026-01-22"),
    CONGRESS: ("congress-legislators", "public domain", "2026-06-15"),
    WIKIDATA: ("Wikidata", "CC0", "2022-08-01"),
}
FIRST_YEAR = "1990"
ALSO_YEAR = "1970"
SHORTEST = 45  # days; shorter tenures are mostly stand-ins
SAME = 170  # days between the starts of one term in two lists
GAP = 31  # days between two terms that are one tenure

# Role: the titles that news copy gives it, and how the lists call it.
ROLES: dict[str, tuple[tuple[str, ...], str]] = {
    "president": (("President",), r"(Interim |Federal )?President"),
    "vice": (("Vice President", "Vice-President"), r"Vice President"),
    "pm": (("Prime Minister", "Premier", "PM"), r"Prime Minister|Premier"),
    "premier": (
        ("Premier", "Prime Minister"),
        r"Premier|Premier of the State Council|Prime Minister",
    ),
    "taoiseach": (("Taoiseach", "Prime Minister", "Premier", "PM"), r"Taoiseach|Prime Minister"),
    "chancellor": (("Chancellor",), r"(Federal )?Chancellor"),
    "first": (("First Minister",), r"First Minister"),
    "state": (("Secretary of State",), r"Secretary of State"),
    "defence": (
        ("Defense Secretary", "Secretary of Defense", "Defence Secretary"),
        r"Secretary of Defense",
    ),
    "treasury": (("Treasury Secretary", "Secretary of the Treasury"), r"Secretary of the Treasury"),
    "attorney": (("Attorney General",), r"Attorney General"),
    "exchequer": (
        ("Chancellor of the Exchequer", "Chancellor", "Finance Minister"),
        r"Chancellor of the Exchequer",
    ),
    "foreign": (
        ("Foreign Secretary", "Foreign Minister"),
        r"Foreign Secretary|Secretary of State for Foreign(, | and )Commonwealth.*Affairs",
    ),
    "home": (
        ("Home Secretary", "Interior Minister"),
        r"Home Secretary|Secretary of State for the Home Department",
    ),
    "defmin": (
        ("Defence Secretary", "Defense Secretary", "Defence Minister", "Defense Minister"),
        r"Defence Secretary|Secretary of State for Defence",
    ),
}


class Row(NamedTuple):
    """One tenure as a list gives it.

    ``until`` is empty for an open or unsure end; ``known`` is the last day for
    which the list vouches.
    """

    name: str
    since: str
    until: str
    known: str
    source: str
    sure: bool = True


class Office(NamedTuple):
    """An office, and where to look for it in the lists."""

    id: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    titles: tuple[str, ...]
    pattern: str
    places: tuple[str, ...]
    lacks: tuple[str, ...]


def fold(name: str) -> str:
    """A name without accents and marks, in lower case."""
    letters = name.replace("ł", "l").replace("đ", "d").replace("ø", "o").replace("ı", "i")
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z ]", "", plain.lower().replace("-", " ")).strip()


def read_names(path: Path) -> tuple[dict[str, str], dict[str, tuple[str, ...]]]:
    """How a list calls a person, to the name used here; and that name's other forms."""
    called: dict[str, str] = {}
    variants: dict[str, tuple[str, ...]] = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line.strip() or line.startswith("#"):
            continue
        name, others, listed = ([*line.split("|"), "", ""])[:3]
        forms = tuple(form.strip() for form in others.split(";") if form.strip())
        variants[name] = forms
        for form in (name, *forms, *(part.strip() for part in listed.split(";"))):
            if form:
                called[fold(form)] = name
    return called, variants


def read_offices() -> list[Office]:
    """The offices of places and of organisations."""
    found = []
    for line in _lines("facts_places.psv"):
        key, names, adjectives, cia, wikidata, roles, lacks = line.split("|")
        for role in roles.split(","):
            titles, pattern = ROLES[role]
            places = tuple(filter(None, (cia, wikidata, names.split(";")[0])))
            found.append(
                Office(
                    f"{key}/{role}", tuple(names.split(";")), tuple(adjectives.split(";")),
                    titles, pattern, places, _missing(lacks),
                )
            )  # fmt: skip
    for line in _lines("facts_bodies.psv"):
        key, names, heads, pattern, place, lacks = line.split("|")
        found.append(
            Office(
                key, tuple(names.split(";")), (), tuple(heads.split(";")), pattern,
                (place, "world"), _missing(lacks),
            )
        )  # fmt: skip
    return found


def _missing(lacks: str) -> tuple[str, ...]:
    """The titles of offices that a place does not have."""
    titles: list[str] = []
    for role in filter(None, lacks.split(",")):
        titles += ROLES[role][0] if role in ROLES else (role,)
    return tuple(titles)


def _lines(name: str) -> list[str]:
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]


def read_rows(curated: Path, offices: Path) -> dict[tuple[str, str], list[Row]]:
    """All rows by place and office."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    with curated.open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle, delimiter="|"):
            key = (row["jurisdiction"], row["office"])
            found[key].append(_row(row["holder"], row["start"], row["end"], CURATED,
                                   row["conf"] != "L"))  # fmt: skip
    with offices.open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            source = _source(row["source"])
            if source:
                office = re.sub(r" \[(chief of state|head of government)\]$", "", row["office"])
                found[row["jurisdiction"], office].append(
                    _row(row["holder"], row["start"], row["end"], source, True)
                )
    return found


def _source(text: str) -> str:
    if text.startswith("CIA"):
        return CIA
    if text.startswith("every-politician"):
        return WIKIDATA
    return CONGRESS if text.endswith("executive.yaml") else ""


def _row(name: str, since: str, until: str, source: str, sure: bool) -> Row:
    """A row with its dates judged."""
    as_of = SOURCES[source][2]
    exact = bool(re.fullmatch(r"\d{4}-\d\d-\d\d", since)) and sure
    if re.fullmatch(r"\d{4}-\d\d-\d\d", until):
        if until > as_of:  # the end of a term to come
            return Row(name, since, "", as_of, source, exact)
        return Row(name, since, until, until, source, exact)
    if not until:
        return Row(name, since, "", as_of, source, exact)
    if re.fullmatch(r"\d{4}-\d\d", until):
        return Row(name, since, "", f"{until}-01", source, exact)
    return Row(name, since, "", "", source, exact)  # inferred, or a bound


def _days(a: str, b: str) -> int:
    return (date.fromisoformat(b) - date.fromisoformat(a)).days


def tenures(rows: list[Row]) -> list[Row]:
    """One row for each tenure, in order: the lists merged, terms in a row joined."""
    rows = [row for row in rows if row.sure and row.known and _trusted(row, rows)]
    rows = [row for row in rows if _days(row.since, row.known) >= SHORTEST]
    found: list[Row] = []
    for name in sorted({row.name for row in rows}):
        terms = _terms(sorted(row for row in rows if row.name == name))
        for term in terms:
            if found and found[-1].name == name and _days(found[-1].known, term.since) <= GAP:
                found[-1] = term._replace(since=found[-1].since)
            else:
                found.append(term)
    return _cut(sorted(found, key=lambda row: (row.since, row.name)))


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
        if groups and _days(groups[-1][0].since, row.since) <= SAME:
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
    return [row for row in found if _days(row.since, row.known) >= SHORTEST]


def write(offices: list[Office], rows: dict[tuple[str, str], list[Row]],
          called: dict[str, str], variants: dict[str, tuple[str, ...]]) -> str:  # fmt: skip
    """The facts as TOML."""
    out = [(HERE / "facts_header.txt").read_text(encoding="utf-8").rstrip(), ""]
    for key, (name, licence, as_of) in SOURCES.items():
        out += [f"[sources.{key}]", f'name = "{name}"', f'licence = "{licence}"',
                f'as_of = "{as_of}"', ""]  # fmt: skip
    used: set[str] = set()
    for office in offices:
        out += _office(office, rows, called, used)
    out.append('names = """')
    out += [f"{name}: {_list(variants[name])}" for name in sorted(used) if variants.get(name)]
    tables = out.index("[sources.own]")
    return "\n".join([*out[:tables], *out[out.index('names = """') :], '"""', "",
                      *out[tables : out.index('names = """')]]).rstrip() + "\n"  # fmt: skip


def _office(office: Office, rows: dict[tuple[str, str], list[Row]],
            called: dict[str, str], used: set[str]) -> list[str]:  # fmt: skip
    named = []
    for (place, title), listed in rows.items():
        if place in office.places and re.fullmatch(office.pattern, title):
            named += [row._replace(name=_name(row.name, called)) for row in listed]
    named = _one_spelling([row for row in named if row.name])
    found = [row for row in tenures(named) if row.known >= FIRST_YEAR]
    also = {row.name for row in named if row.since >= ALSO_YEAR} | _earlier(office.id)
    also -= {row.name for row in found}
    used |= {row.name for row in found} | also
    lines = ["[[office]]", f'id = "{office.id}"', f'of = "{_list(office.names)}"']
    if office.adjectives:
        lines.append(f'adjectives = "{_list(office.adjectives)}"')
    lines.append(f'titles = "{_list(office.titles)}"')
    lines.append('holders = """')
    lines += [
        f"{row.since} {row.until or '>' + row.known} {row.source} {row.name}" for row in found
    ]
    lines.append('"""')
    if also:
        lines.append(f'also = "{_list(sorted(also))}"')
    if office.lacks:
        lines.append(f'lacks = "{_list(office.lacks)}"')
    return [*lines, ""]


def _earlier(office: str) -> set[str]:
    """People who held an office before the lists begin."""
    for line in _lines("facts_earlier.psv"):
        key, names = line.split("|")
        if key == office:
            return set(names.split(";"))
    return set()


def _one_spelling(rows: list[Row]) -> list[Row]:
    """The rows with each name in one spelling, that with the most accents."""
    best: dict[str, str] = {}
    for name in sorted({row.name for row in rows}):
        other = best.get(fold(name), "")
        if sum(map(ord, name)) > sum(map(ord, other)):
            best[fold(name)] = name
    return [row._replace(name=best[fold(row.name)]) for row in rows]


def _name(listed: str, called: dict[str, str]) -> str:
    """The name used here; empty where the list says more than a name."""
    name = re.sub(
        r"\s*\(.*?\)|, (Baron|Lord|Jr\.?).*$|^(Sir|Dr\.?|Sheikh) | serving as.*$", "", listed
    )
    name = " ".join(word.title() if word.isupper() and len(word) > 2 else word
                    for word in name.split())  # fmt: skip
    known = called.get(fold(listed)) or called.get(fold(name))
    if known:
        return "" if known == "-" else known
    return "" if re.search(r"\d|,| and | of the |previously", name) or " " not in name else name


def _list(items: tuple[str, ...] | list[str]) -> str:
    return "; ".join(items)


def main(curated: str, offices: str) -> None:
    """Write the facts to standard output."""
    called, variants = read_names(HERE / "facts_names.psv")
    sys.stdout.write(
        write(read_offices(), read_rows(Path(curated), Path(offices)), called, variants)
    )


if __name__ == "__main__":
    main(*sys.argv[1:])
