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

An office that an earlier table has needs only an id; what is given is added to it.
"""

from __future__ import annotations

from copydesk.facts.days import day_of, range_of
from copydesk.facts.holders import Row, keys_of, read_holder
from copydesk.facts.model import Office, Source
from copydesk.files.toml import Source as TomlSource
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

_KEYS = ("sources", "office", "names", "avoid", "died", "checked")
_SOURCE_KEYS = ("name", "licence", "as-of", "record")
_NEEDED = ("name", "licence", "as-of")
_OFFICE_KEYS = ("id", "of", "adjectives", "titles", "lacks", "several", "household", "half-life",
                "wikidata", "replace", "holders", "also")  # fmt: skip
_DEATH_KEYS = ("day", "source")
_ID = compiled(r"[a-z0-9-]+/[a-z0-9-]+")


class FactTable(ValueTuple):
    """The content of a table of facts.

    ``also`` lists people who held an office at some time, with uncertain dates;
    ``names`` has other forms of names, ``avoid`` those that are never proposed;
    ``died`` has the last possible day of death and its sources; ``replaces`` the
    offices whose holders replace all those in earlier tables; ``checked`` why something
    is right although it looks wrong, by an office and a person.
    """

    path: str
    sources: dict[str, Source]
    offices: list[Office]
    rows: list[Row]
    also: list[tuple[int, str]]
    names: dict[str, tuple[str, ...]]
    died: dict[str, tuple[str, tuple[str, ...]]]
    avoid: dict[str, tuple[str, ...]]
    replaces: set[str]
    checked: dict[str, str]


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
    table = FactTable(path, _sources(source), [], [], [], {}, {}, {}, set(), {})
    for index, raw in enumerate(_tables(source, data, "office")):
        _add_office(source, table, raw, index)
    for key, texts in (("names", table.names), ("avoid", table.avoid)):
        section = _section(source, data, key)
        for name in section:
            texts[name] = (*texts.get(name, ()), *_texts(source, section, name, key))
    for name, death in _section(source, data, "died").items():
        table.died[name] = _death(source, table, name, death)
    for name, why in _section(source, data, "checked").items():
        if not isinstance(why, str) or " " not in name:
            source.fail('write "OFFICE PERSON" = "why it is right"', "checked", name)
        table.checked[name] = why
    return table


def _add_office(source: TomlSource, table: FactTable, raw: dict[str, Any], index: int) -> None:
    office = _office(source, raw, index)
    table.offices.append(office)
    if raw.get("replace"):
        table.replaces.add(office.id)
    for number, holder in enumerate(_list(source, raw, "holders", dict, index)):
        said = f"{office.id}: holder {number + 1}"
        table.rows.append(read_holder(source, table.sources, holder, said, index))
        forms = _texts(source, holder, "forms", "office", index)
        if forms:
            key = str(holder.get("person") or holder["name"])
            for one in dict.fromkeys((key, holder["name"])):
                table.names[one] = (*table.names.get(one, ()), *forms)
    table.also.extend((index, name) for name in _texts(source, raw, "also", "office", index))


def _death(
    source: TomlSource, table: FactTable, name: str, raw: Any
) -> tuple[str, tuple[str, ...]]:  # fmt: skip
    """The last possible day of a death, and its sources: ``2025-04-21``, or a table."""
    found = raw if isinstance(raw, dict) else {"day": raw}
    source.check_keys(found, _DEATH_KEYS, "died", name)
    keys = keys_of(source, table.sources, found.get("source"), f"{name} (died)", "died", name)
    return range_of(source, found.get("day"), "died", name)[1], keys


def _sources(source: TomlSource) -> dict[str, Source]:
    found: dict[str, Source] = {}
    tables = source.data.get("sources")
    if not isinstance(tables, dict) or not tables:
        source.fail("say where the facts come from: [sources.NAME] with name, licence and as-of")
    for key, table in tables.items():
        if not isinstance(table, dict):
            source.fail(f"write a source as [sources.{key}]", "sources", key)
        source.check_keys(table, _SOURCE_KEYS, "sources", key)
        for needed in _NEEDED:
            if not table.get(needed):
                source.fail(f"source {key!r} needs {needed}", "sources", key)
        day = day_of(source, table["as-of"], "sources", key)
        record = table.get("record", True) is not False
        found[key] = Source(str(table["name"]), str(table["licence"]), day, record)
    return found


def _office(source: TomlSource, raw: dict[str, Any], index: int) -> Office:
    source.check_keys(raw, _OFFICE_KEYS, "office", index)
    name = raw.get("id", "")
    if not isinstance(name, str) or not _ID.fullmatch(name):
        message = "an office needs an id such as “springfield/mayor”: a-z, 0-9, - and one /"
        source.fail(message, "office", index, "id")
    where = ("office", index)
    titles = _texts(source, raw, "titles", *where)
    if "titles" in raw and not titles:
        source.fail(f"office {name}: name a title, or leave out titles", *where, "titles")
    half_life = raw.get("half-life", 0)  # not given: that of an earlier table
    if not isinstance(half_life, int) or (half_life < 1 and "half-life" in raw):
        source.fail(f"office {name}: half-life is a number of months", *where, "half-life")
    return Office(
        name, _texts(source, raw, "of", *where), _texts(source, raw, "adjectives", *where), titles,
        _texts(source, raw, "lacks", *where), bool(raw.get("several")), bool(raw.get("household")),
        half_life, str(raw.get("wikidata", "")),
    )  # fmt: skip


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
    source: TomlSource, raw: dict[str, Any], key: str, *where: str | int
) -> tuple[str, ...]:  # fmt: skip
    found = raw.get(key, [])
    if not isinstance(found, list) or not all(isinstance(one, str) and one for one in found):
        source.fail(f'{key} must be a list of texts, such as ["…"]', *where, key)
    return tuple(found)
