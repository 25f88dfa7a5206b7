"""Converts the result of a Wikidata query to a table of facts.

Run the query at https://query.wikidata.org, with the offices of your choice in
VALUES, and save the result as JSON (Download, JSON file). Wikidata’s facts are CC0.
"""

from __future__ import annotations

import json

from copydesk.facts.wikidata.rows import LeftOut, Statement, statements
from copydesk.facts.wikidata.words import forms_of, key_of, title_of
from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from copydesk.facts.model import Office

QUERY = """\
SELECT ?office ?officeLabel ?placeLabel ?demonym ?person ?personLabel ?personAltLabel
       ?start ?startPrecision ?end ?endPrecision ?rank ?referenced WHERE {
  VALUES ?office { wd:Q11696 wd:Q14211 }   # U.S. president, UK prime minister, …
  ?person p:P39 ?held .
  ?held ps:P39 ?office ;
        wikibase:rank ?rank ;
        pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision ] .
  OPTIONAL { ?held pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision ] }
  OPTIONAL { ?office wdt:P1001 ?place .
             OPTIONAL { ?place wdt:P1549 ?demonym FILTER(LANG(?demonym) = "en") } }
  BIND(EXISTS { ?held prov:wasDerivedFrom ?reference } AS ?referenced)
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en" }
}"""
_SOURCE = (
    "[sources.wikidata]", 'name = "Wikidata"', 'licence = "CC0"', "as-of = {}",
    "record = false  # two sources prove a fact",
)  # fmt: skip


def to_toml(
    text: str, as_of: str, path: str, ids: Mapping[str, str], known: Iterable[Office]
) -> tuple[str, LeftOut]:
    """The table, as TOML in a stable order, and what was left out.

    An office that our tables know is given by its id alone, so that the words for it are ours.

    Args:
        text: a result in the JSON format of SPARQL 1.1.
        as_of: the day of the query, in ISO format.
        path: the file's name in messages.
        ids: our ids of offices, such as ``gb/pm``, by those of Wikidata.
        known: the offices of our tables.

    Raises:
        DataError: it is not such a result, or lacks variables of the query.
    """
    left_out = LeftOut()
    try:
        data = json.loads(text)
        rows = data["results"]["bindings"] if isinstance(data, dict) else data
        found = statements(rows, as_of, left_out)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        told = f"not the JSON result of the documented query: {error!r}"
        raise DataError(f"{path}: {told}") from None
    offices = {one.id: one for one in known}
    by_office: dict[str, list[Statement]] = {}
    for one in found:
        name = ids.get(one.office) or f"{key_of(one.place or 'x')}/{key_of(one.label)}"
        by_office.setdefault(name, []).append(one)
    out = [line.format(as_of) for line in _SOURCE]
    for name in sorted(by_office):
        out += ["", *_written(name, by_office[name], offices)]
    return "\n".join(out) + "\n", left_out


def _written(name: str, held: list[Statement], offices: Mapping[str, Office]) -> Iterator[str]:
    first = held[0]
    yield "[[office]]"
    yield f"id = {_quoted(name)}"
    if first.office:
        yield f"wikidata = {_quoted(first.office)}"
    if name not in offices:
        yield from _words(name, first, held, offices.values())
    yield "holders = ["
    ordered = sorted(held, key=lambda one: (one.since, one.name, one.person))
    yield from dict.fromkeys(f"    {{ {', '.join(_fields(one))} }}," for one in ordered)
    yield "]"


def _words(
    name: str, first: Statement, held: list[Statement], offices: Iterable[Office]
) -> Iterator[str]:
    """The words for an office that our tables do not know; those for its place may be known."""
    demonyms = {one.demonym for one in held} - {""}
    of, adjectives = forms_of(name.partition("/")[0], first.place, demonyms, offices)
    if of:
        yield f"of = {_list(of)}"
    if adjectives:
        yield f"adjectives = {_list(adjectives)}"
    yield f"titles = {_list(title_of(first.label, (*of, *adjectives)))}"


def _fields(one: Statement) -> Iterator[str]:
    yield f"name = {_quoted(one.name)}"
    if one.forms:
        yield f"forms = {_list(one.forms)}"
    if one.person:
        yield f"person = {_quoted(one.person)}"
    yield f"since = {_day(one.since)}"
    if one.until:
        yield f"until = {_day(one.until)}"
    if not one.referenced:
        yield 'conf = "M"'


def _day(day: str) -> str:
    """A day as TOML; a month or a year is a text."""
    return day if len(day) == len("2025-04-15") else _quoted(day)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(items: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, items))}]"
