"""Who holds which office: the facts that the rules about titles share.

They are read from ``_facts.toml`` when a rule first needs them; a story without
a title before a name never pays for that.
"""

from __future__ import annotations

import os
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from copydesk.data import read_toml

if TYPE_CHECKING:
    from datetime import date

_HERE = os.path.dirname(__file__)
_MARKS = {0x2019: "'", ord("-"): " ", 0x2010: " ", 0x2011: " ", 0xA0: " ", ord("."): None}
_LETTERS = {ord("ł"): "l", ord("đ"): "d", ord("ø"): "o", ord("ı"): "i", ord("æ"): "ae"}


class Source(NamedTuple):
    """Where facts come from, and the day up to which they hold."""

    name: str
    licence: str
    as_of: str

    def __str__(self) -> str:
        return f"{self.name}, {self.licence}, as of {self.as_of}"


class Office(NamedTuple):
    """An office, and the words by which news copy calls it.

    ``lacks`` are titles that do not exist in that place or body. ``also`` names
    people who held the office at some time, with dates that are not sure.
    """

    id: str
    of: tuple[str, ...]
    adjectives: tuple[str, ...]
    titles: tuple[str, ...]
    also: frozenset[str]
    lacks: tuple[str, ...]

    @property
    def called(self) -> str:
        """The office in words: “president of Ukraine”, “NATO secretary general”."""
        title = self.titles[0]
        if not self.adjectives:
            return f"{self.of[0]} {title}"
        return f"{title} of {_article(self.of[0])}"


class Tenure(NamedTuple):
    """A person's time in an office; dates are ISO.

    ``until`` is empty where no end is known; the source vouches for the tenure
    up to ``known``. ``last`` says whether nobody is known to have followed.
    """

    office: Office
    person: str
    since: str
    until: str
    known: str
    source: Source
    last: bool

    def covers(self, day: str, margin: str = "") -> bool:
        """Whether the facts say that the person is in office on ``day``."""
        return self.since < day < (margin or self.known)

    def may_cover(self, day: str) -> bool:
        """Whether the tenure may go on past the day up to which it is known."""
        return self.last and not self.until and self.known <= day

    @property
    def witness(self) -> str:
        """What the facts say, with their source."""
        if self.until:
            said = f"was {self.office.called} from {self.since} to {self.until}"
        else:
            said = f"has been {self.office.called} since {self.since}"
        return f"{self.person} {said} ({self.source})"


class Facts(NamedTuple):
    """All offices and tenures, by the folded names of people.

    ``called`` gives the person that a folded name means; empty where it may
    mean two.
    """

    offices: tuple[Office, ...]
    called: dict[str, str]
    tenures: dict[str, tuple[Tenure, ...]]
    by_office: dict[str, tuple[Tenure, ...]]

    def held(self, person: str) -> tuple[Tenure, ...]:
        """All tenures of a person, in order."""
        return self.tenures.get(person, ())

    def holder(self, office: Office, day: date) -> Tenure | None:
        """Who holds an office on that day, if the facts say so."""
        for tenure in self.by_office[office.id]:
            if tenure.covers(day.isoformat()):
                return tenure
        return None


@lru_cache(maxsize=4096)
def fold(text: str) -> str:
    """A name or title without accents, points and capitals, hyphens as blanks."""
    from unicodedata import combining, normalize

    if text.isascii():
        return " ".join(text.translate(_MARKS).lower().split())
    plain = normalize("NFKD", text.translate(_MARKS).lower().translate(_LETTERS))
    return " ".join("".join(char for char in plain if not combining(char)).split())


@lru_cache(maxsize=1)
def places() -> frozenset[str]:
    """The folded words for every place and body: “ukrainian”, “ukraine”, “nato”."""
    names = (name for office in load().offices for name in (*office.adjectives, *office.of))
    return frozenset(map(fold, names))


@lru_cache(maxsize=1)
def load() -> Facts:
    """The facts, read once."""
    data = read_toml(os.path.join(_HERE, "_facts.toml"))
    sources = {key: Source(**table) for key, table in data["sources"].items()}
    offices, by_office = [], {}
    for table in data["office"]:
        office = Office(
            table["id"], _list(table["of"]), _list(table.get("adjectives", "")),
            _list(table["titles"]), frozenset(_list(table.get("also", ""))),
            _list(table.get("lacks", "")),
        )  # fmt: skip
        offices.append(office)
        by_office[office.id] = _tenures(office, table["holders"].splitlines(), sources)
    return _indexed(tuple(offices), by_office, data["names"])


def _list(text: str) -> tuple[str, ...]:
    return tuple(text.split("; ")) if text else ()


def _tenures(office: Office, rows: list[str], sources: dict[str, Source]) -> tuple[Tenure, ...]:
    """The tenures of an office, in order."""
    found = []
    for index, row in enumerate(rows, 1):
        since, end, source, person = row.split(" ", 3)
        until, known = ("", end[1:]) if end[0] == ">" else (end, end)
        last = index == len(rows)
        found.append(Tenure(office, person, since, until, known, sources[source], last))
    return tuple(found)


def _indexed(
    offices: tuple[Office, ...], by_office: dict[str, tuple[Tenure, ...]], names: str
) -> Facts:
    """The facts with their people by name."""
    tenures: dict[str, list[Tenure]] = {}
    for rows in by_office.values():
        for tenure in rows:
            tenures.setdefault(tenure.person, []).append(tenure)
    called: dict[str, str] = {}
    for person in sorted({*tenures, *(name for office in offices for name in office.also)}):
        key = fold(person)
        called[key] = person if called.get(key, person) == person else ""
    for line in names.splitlines():
        person, _, forms = line.partition(": ")
        for form in forms.split("; "):
            key = fold(form)
            called[key] = person if called.get(key, person) == person else ""
    ordered = {name: tuple(sorted(rows, key=_start)) for name, rows in tenures.items()}
    return Facts(offices, called, ordered, by_office)


def _start(tenure: Tenure) -> tuple[str, str]:
    return (tenure.since, tenure.office.id)


def _article(name: str) -> str:
    takes = name.startswith(("United ", "Netherlands", "Philippines", "Czech Rep"))
    return f"the {name}" if takes else name
