"""Reads a table of facts, built-in or a newsroom's: TOML, checked key by key.

A table names its sources, each with a licence and an as-of date, and lists offices
with their holders::

    [sources.hall]
    name = "City Hall directory"
    licence = "public record"
    as-of = 2026-09-01

    [[office]]
    id = "springfield/mayor"
    of = ["Springfield"]
    titles = ["Mayor"]
    holders = [
        { name = "Pat Roe", forms = ["Patricia Roe"], since = 2022-01-04, source = "hall" },
    ]
"""

from __future__ import annotations

from datetime import date

from copydesk.facts.model import Office, Source
from copydesk.files.toml import Source as TomlSource
from copydesk.files.toml import did_you_mean
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_KEYS = ("sources", "office", "names", "died")
_SOURCE_KEYS = ("name", "licence", "as-of")
_OFFICE_KEYS = ("id", "of", "adjectives", "titles", "lacks", "several", "household", "holders",
                "also")  # fmt: skip
_HOLDER_KEYS = ("name", "forms", "since", "until", "at-least", "until-about", "acting", "source",
                "conf")  # fmt: skip
_ID = compiled(r"[a-z0-9-]+/[a-z0-9-]+")


class Row(ValueTuple):
    """One holder in a table; ``office`` is the index of the office in the table."""

    office: int
    name: str
    since: str
    until: str
    known: str
    source: str
    sure: bool
    acting: bool
    due: str = ""


class FactTable(ValueTuple):
    """The content of a table of facts.

    ``also`` lists people who held an office at some time, with uncertain dates;
    ``names`` has other forms of names; ``died`` has days of death.
    """

    path: str
    sources: dict[str, Source]
    offices: list[Office]
    rows: list[Row]
    also: list[tuple[int, str]]
    names: dict[str, tuple[str, ...]]
    died: dict[str, str]


def read_table(path: str, text: str) -> FactTable:
    """Read a table of facts from the text of a TOML file.

    Args:
        path: the file's name in messages.
        text: its content.

    Raises:
        DataError: it is not TOML or violates the schema; the message has the file,
            the line and a suggestion.
    """
    source = TomlSource(path, text)
    data = source.data
    source.check_keys(data, _KEYS)
    table = FactTable(path, _sources(source), [], [], [], {}, {})
    for index, raw in enumerate(_tables(source, data, "office")):
        table.offices.append(_office(source, raw, index))
        for number, holder in enumerate(_list(source, raw, "holders", dict, index)):
            table.rows.append(_row(source, table, holder, index, number))
            forms = _texts(source, holder, "forms", index)
            if forms:
                table.names[holder["name"]] = (*table.names.get(holder["name"], ()), *forms)
        table.also.extend((index, name) for name in _texts(source, raw, "also", index))
    names = _section(source, data, "names")
    for name in names:
        table.names[name] = (*table.names.get(name, ()), *_texts(source, names, name))
    for name, day in _section(source, data, "died").items():
        table.died[name] = _day(source, day, "died", name)
    return table


def _sources(source: TomlSource) -> dict[str, Source]:
    found: dict[str, Source] = {}
    tables = source.data.get("sources")
    if not isinstance(tables, dict) or not tables:
        source.fail("say where the facts come from: [sources.NAME] with name, licence and as-of")
    for key, table in tables.items():
        if not isinstance(table, dict):
            source.fail(f"write a source as [sources.{key}]", "sources", key)
        source.check_keys(table, _SOURCE_KEYS, "sources", key)
        for needed in _SOURCE_KEYS:
            if not table.get(needed):
                source.fail(f"source {key!r} needs {needed}", "sources", key)
        day = _day(source, table["as-of"], "sources", key)
        found[key] = Source(str(table["name"]), str(table["licence"]), day)
    return found


def _office(source: TomlSource, raw: dict[str, Any], index: int) -> Office:
    source.check_keys(raw, _OFFICE_KEYS, "office", index)
    name = raw.get("id", "")
    if not isinstance(name, str) or not _ID.fullmatch(name):
        message = "an office needs an id such as “springfield/mayor”: a-z, 0-9, - and one /"
        source.fail(message, "office", index, "id")
    titles = _texts(source, raw, "titles", index)
    if not titles:
        source.fail(f"office {name} needs titles", "office", index)
    return Office(
        name, _texts(source, raw, "of", index), _texts(source, raw, "adjectives", index), titles,
        _texts(source, raw, "lacks", index), bool(raw.get("several")), bool(raw.get("household")),
    )  # fmt: skip


def _row(
    source: TomlSource, table: FactTable, raw: dict[str, Any], index: int, number: int
) -> Row:  # fmt: skip
    where = ("office", index)
    office = table.offices[index].id
    raw = {key if key in _HOLDER_KEYS else key.replace("_", "-"): raw[key] for key in raw}
    for key in raw:
        if key not in _HOLDER_KEYS:
            hint = did_you_mean(key, _HOLDER_KEYS)
            source.fail(f"{office}: holder {number + 1} has an unknown key {key!r}{hint}", *where)
    name = raw.get("name")
    if not isinstance(name, str) or not name.strip():
        source.fail(f"{office}: holder {number + 1} has no name", *where)
    said = f"{office}: {name}"
    key = raw.get("source") or next(iter(table.sources))
    if key not in table.sources:
        source.fail(f"{said}: there is no source {key!r}", *where)
    conf = raw.get("conf", "H")
    if conf not in ("H", "M", "L"):
        source.fail(f"{said}: conf is H, M or L, not {conf!r}", *where)
    since = _day(source, raw.get("since"), *where, said=f"{said}: since")
    ends = [one for one in ("until", "at-least", "until-about") if raw.get(one)]
    if len(ends) > 1:
        source.fail(f"{said}: give one of until, at-least and until-about", *where)
    end = _day(source, raw[ends[0]], *where, said=f"{said}: {ends[0]}") if ends else ""
    if end and end < since:
        source.fail(f"{said}: ends ({end}) before it begins ({since})", *where)
    as_of = table.sources[key].as_of
    due = end if ends == ["until"] and end > as_of else ""  # a term that ends in the future
    if due:
        ends, end = [], ""
    known = end if end and ends != ["until-about"] else as_of
    until = "" if ends == ["at-least"] else end
    sure = conf == "H" and ends != ["until-about"]
    return Row(index, name, since, until, known, key, sure, bool(raw.get("acting")), due)


def _tables(source: TomlSource, data: dict[str, Any], key: str) -> Iterator[dict[str, Any]]:
    tables = data.get(key, [])
    if not isinstance(tables, list) or not all(isinstance(one, dict) for one in tables):
        source.fail(f"write [[{key}]] with two brackets", key)
    yield from tables


def _list(source: TomlSource, raw: dict[str, Any], key: str, kind: type, index: int) -> list[Any]:
    found = raw.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, kind) for one in found):
        source.fail(f"{key} must be a list", "office", index, key)
    return found


def _section(source: TomlSource, data: dict[str, Any], key: str) -> dict[str, Any]:
    found = data.get(key, {})
    if not isinstance(found, dict):
        source.fail(f"{key} must be a table: [{key}]", key)
    return found


def _texts(
    source: TomlSource, raw: dict[str, Any], key: str, index: int | None = None
) -> tuple[str, ...]:
    found = raw.get(key, [])
    where: tuple[str | int, ...] = ("names",) if index is None else ("office", index)
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
        source.fail(f'{key} must be a list of texts, such as ["…"]', *where, key)
    return tuple(found)


def _day(source: TomlSource, value: object, *where: str | int, said: str = "") -> str:
    """A day as an ISO string; both TOML dates and strings are accepted."""
    if isinstance(value, date):
        return value.isoformat()[:10]
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        lead = f"{said} " if said else ""
        source.fail(f"{lead}must be a day, such as 2025-04-15, not {value!r}", *where)
