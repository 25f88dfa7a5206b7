"""Joins tables of facts: offices, their holders, and who is one and the same person."""

from __future__ import annotations

from functools import cached_property

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copydesk.facts.holders import Row
    from copydesk.facts.model import Office, Source
    from copydesk.facts.schema import FactTable

_NO_DAY = "0000"  # of people who held an office at some time


class Joint(ValueTuple):
    """A person of the tables: fields for ``Person`` and, by tenure, for ``Tenure``.

    Offices and sources are numbers.
    """

    name: str
    forms: tuple[str, ...]
    rows: list[tuple[Any, ...]]
    died: str
    wikidata: str
    deaths: tuple[int, ...]
    avoid: tuple[str, ...]

    @property
    def record(self) -> tuple[Any, ...]:
        """The person as a record of the compiled table."""
        return tuple(self)


class Joined:
    """Collects tables; what a later table says of an office counts before an earlier one."""

    def __init__(self) -> None:
        self.sources: list[Source] = []
        self.offices: dict[str, Office] = {}
        self._rows: dict[str, list[tuple[Row, int]]] = {}
        self._also: dict[str, list[str]] = {}
        self._forms: dict[str, tuple[str, ...]] = {}
        self._avoid: dict[str, tuple[str, ...]] = {}
        self._died: dict[str, tuple[str, tuple[int, ...]]] = {}
        self._keys: list[dict[str, int]] = []  # by table: the number of each source

    def add(self, table: FactTable) -> None:
        """Add a table."""
        first, number = len(self.sources), len(self._keys)
        self.sources += table.sources.values()
        self._keys.append({key: first + at for at, key in enumerate(table.sources)})
        for office in table.offices:
            self.offices[office.id] = office
            self._rows[office.id], self._also[office.id] = [], []
        for row in table.rows:
            self._rows[table.offices[row.office].id].append((row, number))
        for at, name in table.also:
            self._also[table.offices[at].id].append(name)
        for name, forms in table.names.items():
            self._forms[name] = tuple(dict.fromkeys((*self._forms.get(name, ()), *forms)))
        self._avoid.update(table.avoid)
        for name, (day, keys) in table.died.items():
            self._died[name] = day, self._numbers(number, keys)

    def people(self) -> list[Joint]:
        """Everybody in the tables, by name; namesakes apart if their ids differ."""
        found = self._tenures()
        return [
            self._person(name, person, found[name, person], self._ids(name))
            for name, person in sorted(found)
        ]

    def _person(
        self, name: str, person: str, rows: list[tuple[Any, ...]], ids: set[str]
    ) -> Joint:  # fmt: skip
        """One person; if others have the name, forms and death are listed by id."""
        key = name if len(ids) < 2 else person
        died, deaths = self._died.get(key, ("", ()))
        own = person or next(iter(ids), "")
        return Joint(
            name, self._forms.get(key, ()), sorted(rows, key=lambda row: (row[1], row[0])), died,
            own if own[:1] == "Q" else "", deaths, self._avoid.get(key, ()),
        )  # fmt: skip

    def _ids(self, name: str) -> set[str]:
        return self._named.get(name, set())

    @cached_property
    def _named(self) -> dict[str, set[str]]:
        """The ids of people, by name."""
        found: dict[str, set[str]] = {}
        for rows in self._rows.values():
            for row, _ in rows:
                if row.person:
                    found.setdefault(row.name, set()).add(row.person)
        return found

    def _tenures(self) -> dict[tuple[str, str], list[tuple[Any, ...]]]:
        """All tenures by person: a name, and an id if several people have it."""
        found: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
        for number, office in enumerate(self.offices.values()):
            rows = sorted(self._rows[office.id], key=lambda one: (one[0].since, one[0].name))
            for row, table in rows:
                last = office.several or row.since == rows[-1][0].since
                fields = self._fields(number, row, table, last)
                person = row.person if len(self._ids(row.name)) > 1 else ""
                found.setdefault((row.name, person), []).append(fields)
            for name in self._also[office.id]:
                fields = (number, _NO_DAY, _NO_DAY, _NO_DAY, (0,), False, False, False, "", _NO_DAY,
                          _NO_DAY, (), "")  # fmt: skip
                found.setdefault((name, ""), []).append(fields)
        return found

    def _fields(self, office: int, row: Row, table: int, last: bool) -> tuple[Any, ...]:
        return (
            office, row.since, row.until, row.known, self._numbers(table, row.sources), row.sure,
            last, row.acting, row.due, row.since_by, row.until_from,
            self._numbers(table, row.ends), row.proven,
        )  # fmt: skip

    def _numbers(self, table: int, keys: tuple[str, ...]) -> tuple[int, ...]:
        return tuple(self._keys[table][key] for key in keys)
