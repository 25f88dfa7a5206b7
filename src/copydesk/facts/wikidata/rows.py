"""Reads the rows of a Wikidata result, and leaves out those that cannot be right."""

from __future__ import annotations

import re
from collections import Counter

from copydesk.facts.model import fold
from copydesk.facts.survey.names import faults
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

_NEEDED = ("office", "officeLabel", "personLabel", "start")
_ID = re.compile(r"(?:.*/)?(Q[0-9]+)")
_DATE = re.compile(r"\+?(\d{4})-(\d{2})-(\d{2})(?:T|$)")
_LENGTHS = {"11": 10, "10": 7, "9": 4}  # letters of a day, a month, a year, by precision
_DEPRECATED = "DeprecatedRank"


class Statement(ValueTuple):
    """Who held an office and when, as Wikidata has it.

    Attributes:
        office: the id of the office, such as Q14211.
        label: what the office is called.
        place: the place or body that it belongs to.
        demonym: a word for the people of the place.
        person: the id of the holder.
        name: what the holder is called.
        forms: other names of the holder.
        since: a day, a month or a year.
        until: the same; empty if no end is known.
        referenced: whether a source is given.
    """

    office: str
    label: str
    place: str
    demonym: str
    person: str
    name: str
    forms: tuple[str, ...]
    since: str
    until: str
    referenced: bool


class LeftOut(Counter[str]):
    """How many rows were left out, by the reason."""

    def __str__(self) -> str:
        return "; ".join(f"{count:,} {why}" for why, count in sorted(self.items()))


def statements(
    rows: Iterable[dict[str, Any]], as_of: str, left_out: LeftOut
) -> list[Statement]:  # fmt: skip
    """The statements in the rows of a result.

    Raises:
        KeyError: a row lacks a variable of the query.
    """
    found: list[Statement] = []
    for raw in rows:
        row = {key: one["value"] if isinstance(one, dict) else one for key, one in raw.items()}
        for key in _NEEDED:
            if key not in row:
                raise KeyError(key)
        one = _read(row)
        why = _why_not(one, row, as_of)
        if why:
            left_out[why] += 1
        else:
            found.append(one)
    return found


def _read(row: dict[str, str]) -> Statement:
    name = " ".join(row["personLabel"].split())
    said = row.get("referenced", "true").lower()
    return Statement(
        _id(row["office"]), row["officeLabel"], row.get("placeLabel", ""), row.get("demonym", ""),
        _id(row.get("person", "")), name, _forms(name, row.get("personAltLabel", "")),
        _day(row["start"], row.get("startPrecision", "11")),
        _day(row.get("end", ""), row.get("endPrecision", "11")),
        said not in ("false", "0"),
    )  # fmt: skip


def _id(address: str) -> str:
    match = _ID.fullmatch(address)
    return match[1] if match else ""


def _day(value: str, precision: str) -> str:
    """A day, month or year, as precise as it is; empty if it is less, or before year 1."""
    match = _DATE.match(value)
    length = _LENGTHS.get(precision, 0)
    return "-".join(match.groups())[:length] if match and match[1] != "0000" else ""


def _why_not(one: Statement, row: dict[str, str], as_of: str) -> str:
    """Why a statement is left out; empty if it is not."""
    if row.get("rank", "").endswith(_DEPRECATED):
        return "deprecated"
    if not one.name or _ID.fullmatch(one.name) or _ID.fullmatch(one.label):
        return "without a name in English"
    if not one.since or (row.get("end") and not one.until):
        return "without a date that can be read"
    if one.since > as_of:
        return "that begin in the future"
    short = min(len(one.since), len(one.until))
    if one.until and one.until[:short] < one.since[:short]:
        return "that end before they begin"
    return ""


def _forms(name: str, listed: str) -> tuple[str, ...]:
    """Other names of a person: of two words, one of them in the name, and without titles."""
    words = set(fold(name).split())
    found = []
    for form in (" ".join(one.split()) for one in listed.split(",")):
        other = fold(form).split()
        if len(other) > 1 and words.intersection(other) and not list(faults(form)):
            found.append(form)
    return tuple(sorted({form for form in found if form != name}))
