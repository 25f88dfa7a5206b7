"""Builds the facts of the titles rules: who holds which office, since when.

Run: python -m bench.build_facts offices-curated.psv offices.csv > FILE

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
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from bench.facts_tenures import CIA, CONGRESS, CURATED, SOURCES, WIKIDATA, row_of, tenures

if TYPE_CHECKING:
    from bench.facts_tenures import Row

HERE = Path(__file__).parent
FIRST_YEAR = "1990"
ALSO_YEAR = "1970"


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


def read_roles() -> dict[str, tuple[tuple[str, ...], str]]:
    """The roles: the titles that news copy gives each, and how the lists call it."""
    rows = (line.split("#") for line in _lines("facts_roles.psv"))
    return {role: (tuple(titles.split(";")), pattern) for role, titles, pattern in rows}


def read_offices() -> list[Office]:
    """The offices of places and of organisations."""
    found, known = [], read_roles()
    for line in _lines("facts_places.psv"):
        key, names, adjectives, cia, wikidata, roles, lacks = line.split("|")
        for role in roles.split(","):
            titles, pattern = known[role]
            places = tuple(filter(None, (cia, wikidata, names.split(";")[0])))
            found.append(
                Office(
                    f"{key}/{role}", tuple(names.split(";")), tuple(adjectives.split(";")),
                    titles, pattern, places, _missing(lacks, known),
                )
            )  # fmt: skip
    for line in _lines("facts_bodies.psv"):
        key, names, heads, pattern, place, lacks = line.split("|")
        found.append(
            Office(
                key, tuple(names.split(";")), (), tuple(heads.split(";")), pattern,
                (place, "world"), _missing(lacks, known),
            )
        )  # fmt: skip
    return found


def _missing(lacks: str, known: dict[str, tuple[tuple[str, ...], str]]) -> tuple[str, ...]:
    """The titles of offices that a place does not have."""
    titles: list[str] = []
    for role in filter(None, lacks.split(",")):
        titles += known[role][0] if role in known else (role,)
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
            found[key].append(row_of(row["holder"], row["start"], row["end"], CURATED,
                                   row["conf"] != "L"))  # fmt: skip
    with offices.open(encoding="utf-8") as handle:
        for row in csv.DictReader(handle):
            source = _source(row["source"])
            if source:
                office = re.sub(r" \[(chief of state|head of government)\]$", "", row["office"])
                found[row["jurisdiction"], office].append(
                    row_of(row["holder"], row["start"], row["end"], source, True)
                )
    return found


def _source(text: str) -> str:
    if text.startswith("CIA"):
        return CIA
    if text.startswith("every-politician"):
        return WIKIDATA
    return CONGRESS if text.endswith("executive.yaml") else ""


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
