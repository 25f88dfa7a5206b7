"""Converts the result of a Wikidata query to a table of facts.

Run the query at https://query.wikidata.org, with the offices of your choice in
VALUES, and save the result as JSON (Download, JSON file). Wikidata’s facts are CC0.
"""

from __future__ import annotations

import json
import re

from copydesk.model.errors import DataError
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

QUERY = """\
SELECT ?office ?officeLabel ?placeLabel ?demonym ?personLabel ?personAltLabel
       ?start ?startPrecision ?end ?endPrecision WHERE {
  VALUES ?office { wd:Q11696 wd:Q14211 }   # U.S. president, UK prime minister, …
  ?person p:P39 ?held .
  ?held ps:P39 ?office ;
        pqv:P580 [ wikibase:timeValue ?start ; wikibase:timePrecision ?startPrecision ] .
  OPTIONAL { ?held pqv:P582 [ wikibase:timeValue ?end ; wikibase:timePrecision ?endPrecision ] }
  OPTIONAL { ?office wdt:P1001 ?place .
             OPTIONAL { ?place wdt:P1549 ?demonym FILTER(LANG(?demonym) = "en") } }
  SERVICE wikibase:label { bd:serviceParam wikibase:language "en" }
}"""
_DAY = "11"  # Wikidata’s code for a date with the precision of a day
_NEEDED = ("office", "officeLabel", "personLabel", "start")


class _Office(ValueTuple):
    """An office of the result, under construction."""

    label: str
    place: str
    demonyms: set[str]
    holders: dict[tuple[str, str], str]
    also: set[str]
    forms: dict[str, set[str]]


def to_toml(text: str, as_of: str, path: str) -> str:
    """The table, as TOML in a stable order.

    Args:
        text: a result in the JSON format of SPARQL 1.1.
        as_of: the day of the query, in ISO format.
        path: the file's name in messages.

    Raises:
        DataError: it is not such a result, or lacks variables of the query.
    """
    try:
        data = json.loads(text)
        rows = data["results"]["bindings"] if isinstance(data, dict) else data
        offices = _gathered(rows)
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        needed = ", ".join(_NEEDED)
        told = f"not the JSON result of the documented query (it needs {needed}): {error!r}"
        raise DataError(f"{path}: {told}") from None
    out = ["[sources.wikidata]", 'name = "Wikidata"', 'licence = "CC0"', f"as-of = {as_of}"]
    for key in sorted(offices):
        out += ["", *_written(key, offices[key])]
    return "\n".join(out) + "\n"


def _gathered(rows: Iterable[dict[str, Any]]) -> dict[str, _Office]:
    found: dict[str, _Office] = {}
    for raw in rows:
        row = {key: one["value"] if isinstance(one, dict) else one for key, one in raw.items()}
        for key in _NEEDED:
            if key not in row:
                raise KeyError(key)
        place, name = row.get("placeLabel", ""), row["personLabel"]
        key = f"{_key(place or 'x')}/{_key(row['officeLabel'])}"
        office = found.setdefault(key, _Office(row["officeLabel"], place, set(), {}, set(), {}))
        if row.get("demonym"):
            office.demonyms.add(row["demonym"])
        if row.get("startPrecision", _DAY) != _DAY:
            office.also.add(name)
            continue
        end = _end(row)
        office.holders[row["start"][:10], name] = end
        forms = {form.strip() for form in row.get("personAltLabel", "").split(",")}
        office.forms.setdefault(name, set()).update(form for form in forms if " " in form)
    return found


def _end(row: dict[str, str]) -> str:
    """The end as a key of a holder; if not known to the day, as ``until-about``."""
    if not row.get("end"):
        return ""
    key = "until" if row.get("endPrecision", _DAY) == _DAY else "until-about"
    return f", {key} = {row['end'][:10]}"


def _written(key: str, office: _Office) -> list[str]:
    title = re.sub(rf"\s+(of|for)\s+(the\s+)?{re.escape(office.place)}$", "", office.label)
    out = ["[[office]]", f"id = {_quoted(key)}"]
    if office.place:
        out.append(f"of = [{_quoted(office.place)}]")
    if office.demonyms:
        out.append(f"adjectives = {_list(office.demonyms)}")
    out += [f"titles = [{_quoted(title[:1].upper() + title[1:])}]", "holders = ["]
    for (since, name), end in sorted(office.holders.items()):
        forms = office.forms.get(name)
        more = f", forms = {_list(forms)}" if forms else ""
        out.append(f"    {{ name = {_quoted(name)}, since = {since}{end}{more} }},")
    out.append("]")
    also = office.also - {name for _, name in office.holders}
    if also:
        out.append(f"also = {_list(also)}")
    return out


def _key(text: str) -> str:
    from copydesk.facts.model import fold

    return re.sub(r"[^a-z0-9]+", "-", fold(text)).strip("-") or "x"


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(items: Iterable[str]) -> str:
    return f"[{', '.join(map(_quoted, sorted(items)))}]"
