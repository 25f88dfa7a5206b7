"""Reads the holders of offices in a table of facts."""

from __future__ import annotations

from copydesk.facts.days import day_of, range_of
from copydesk.facts.model import Source, is_proof, proven_by
from copydesk.files.toml import Source as TomlSource
from copydesk.files.toml import did_you_mean
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_KEYS = ("name", "forms", "person", "since", "until", "at-least", "until-about", "confirmed",
         "acting", "source", "until-source", "conf")  # fmt: skip
_ENDS = ("until", "at-least", "until-about")


class Row(ValueTuple):
    """One holder in a table; ``office`` is the index of the office in the table.

    Ranges of days, ``known`` and ``proven`` are those of a ``Tenure``; ``sources``
    and ``ends`` are keys of the table’s sources, ``person`` tells namesakes apart.
    """

    office: int
    name: str
    since: str
    until: str
    known: str
    sources: tuple[str, ...]
    sure: bool
    acting: bool
    due: str = ""
    since_by: str = ""
    until_from: str = ""
    ends: tuple[str, ...] = ()
    proven: str = ""
    person: str = ""


def keys_of(
    source: TomlSource, sources: dict[str, Source], raw: Any, said: str, *where: str | int
) -> tuple[str, ...]:
    """Keys of sources, given as one text or a list of texts; the first source if none."""
    listed = raw if isinstance(raw, list) and raw else [raw or next(iter(sources))]
    for key in listed:
        if not isinstance(key, str) or key not in sources:
            source.fail(f"{said}: there is no source {key!r}", *where)
    return tuple(listed)


def read_holder(
    source: TomlSource, sources: dict[str, Source], raw: dict[str, Any], said: str, index: int
) -> Row:
    """One holder of the office with that index.

    Raises:
        DataError: it violates the schema; the message begins with ``said``.
    """
    where = ("office", index)
    raw = _checked(source, raw, said, index)
    said = f"{said.partition(':')[0]}: {raw['name']}"
    keys = keys_of(source, sources, raw.get("source"), said, *where)
    since, since_by = range_of(source, raw.get("since"), *where, said=f"{said}: since")
    kind, first, last = _end(source, raw, since, said, index)
    told = tuple(sources[key] for key in keys)
    as_of = max(one.as_of for one in told)
    due = last if kind == "until" and first > as_of else ""  # a term that ends in the future
    if due:
        kind = first = last = ""
    ends = keys_of(source, sources, raw.get("until-source") or list(keys), said, *where)
    known = first if first and kind != "until-about" else as_of
    proven = _proven(kind, told, tuple(sources[key] for key in ends), known)
    if raw.get("confirmed"):
        proven = day_of(source, raw["confirmed"], *where, said=f"{said}: confirmed")
    is_open = kind == "at-least" or not last
    return Row(
        index, raw["name"], since, "" if is_open else last, known, keys,
        raw.get("conf", "H") == "H" and kind != "until-about", bool(raw.get("acting")), due,
        since_by, "" if is_open else first, ends if kind == "until" else (), min(proven, known),
        str(raw.get("person", "")),
    )  # fmt: skip


def _checked(source: TomlSource, raw: dict[str, Any], said: str, index: int) -> dict[str, Any]:
    """The holder with hyphens in its keys, if they are known and it has a name."""
    where = ("office", index)
    raw = {key if key in _KEYS else key.replace("_", "-"): raw[key] for key in raw}
    for key in raw:
        if key not in _KEYS:
            hint = did_you_mean(key, _KEYS)
            source.fail(f"{said} has an unknown key {key!r}{hint}", *where)
    name, conf = raw.get("name"), raw.get("conf", "H")
    if not isinstance(name, str) or not name.strip():
        source.fail(f"{said} has no name", *where)
    if conf not in ("H", "M", "L"):
        source.fail(f"{said.partition(':')[0]}: {name}: conf is H, M or L, not {conf!r}", *where)
    return raw


def _end(
    source: TomlSource, raw: dict[str, Any], since: str, said: str, index: int
) -> tuple[str, str, str]:
    """Which kind of end is given, and its range."""
    where = ("office", index)
    kinds = [one for one in _ENDS if raw.get(one)]
    if len(kinds) > 1:
        source.fail(f"{said}: give one of until, at-least and until-about", *where)
    if not kinds:
        return "", "", ""
    first, last = range_of(source, raw[kinds[0]], *where, said=f"{said}: {kinds[0]}")
    if last < since:
        source.fail(f"{said}: ends ({last}) before it begins ({since})", *where)
    return kinds[0], first, last


def _proven(kind: str, told: tuple[Source, ...], ends: tuple[Source, ...], known: str) -> str:
    """The day up to which two sources, or one of record, bear out a tenure."""
    if kind == "until":
        return known if is_proof(told) and is_proof(ends) else ""
    if kind == "until-about" or not is_proof(told):
        return ""
    return known if kind == "at-least" else proven_by((one, one.as_of) for one in told)
