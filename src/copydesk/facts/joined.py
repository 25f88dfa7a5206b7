"""Joins tables of facts: offices, their holders, and who is one and the same person."""

from __future__ import annotations

from functools import cached_property

from copydesk.facts.merged import Held
from copydesk.facts.model import HALF_LIFE, Office, Source, fold
from copydesk.facts.overlay import Change, lay_over
from copydesk.model.errors import DataError
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from copydesk.facts.holders import Row
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
    """Collects tables; a later one adds, ends and corrects tenures of earlier ones.

    Args:
        partial: whether the tables rest on others, so that offices need no titles.

    Attributes:
        sources: all sources, in the order of the tables.
        offices: all offices, by id.
        changes: what later tables changed in earlier ones.
    """

    def __init__(self, partial: bool = False) -> None:
        self.sources: list[Source] = []
        self.offices: dict[str, Office] = {}
        self.changes: list[Change] = []
        self._partial = partial
        self._rows: dict[str, list[Held]] = {}
        self._also: dict[str, list[str]] = {}
        self._forms: dict[str, tuple[str, ...]] = {}
        self._avoid: dict[str, tuple[str, ...]] = {}
        self._died: dict[str, tuple[str, tuple[int, ...]]] = {}
        self._names: dict[str, str] = {}  # by id of the person

    def add(self, table: FactTable) -> None:
        """Add a table.

        Raises:
            DataError: it has an office without titles that no earlier table has.
        """
        self.sources += (one for one in table.sources.values() if one not in self.sources)
        for name, forms in table.names.items():
            self._add_forms(name, forms)
        later: dict[str, list[Held]] = {}
        for office in table.offices:
            self._add_office(table, office)
            later.setdefault(office.id, [])
        for row in table.rows:
            held = Held.of(self._known_by_id(row), table.sources)
            later[table.offices[row.office].id].append(held)
        for name, rows in later.items():
            self._lay_over(name, rows)
        for at, name in table.also:
            self._also[table.offices[at].id].append(name)
        self._avoid.update(table.avoid)
        for name, (day, keys) in table.died.items():
            self._died[name] = day, self._numbers(table.sources[key] for key in keys)

    def _add_office(self, table: FactTable, office: Office) -> None:
        """Add an office, or what a later table says of one."""
        known = self.offices.get(office.id)
        if known is None and not office.titles and not self._partial:
            told = f"office {office.id} needs titles: no earlier table has it"
            raise DataError(f"{table.path}: {told}")
        self.offices[office.id] = _with_more(known, office)
        if known is not None and office.id in table.replaces:
            gone = (Change(office.id, one.row.name, "replaced", one, None)
                    for one in self._rows.pop(office.id))  # fmt: skip
            self.changes += gone
            self._also[office.id] = []
        self._also.setdefault(office.id, [])

    def _lay_over(self, office: str, later: list[Held]) -> None:
        """Add the tenures of an office in one table to those in earlier tables."""
        earlier = self._rows.get(office, [])
        if not earlier:
            self._rows[office] = later
            return
        single = not self.offices[office].several
        found, changes = lay_over(office, earlier, later, single, self._folded)
        self._rows[office] = found
        self.changes += changes
        for one in changes:
            if one.form:
                self._add_forms(one.person, (one.form,))

    def _known_by_id(self, row: Row) -> Row:
        """The row, with the name that earlier rows give to the person with its id."""
        if not row.person:
            return row
        name = self._names.setdefault(row.person, row.name)
        if name == row.name:
            return row
        self._add_forms(name, (row.name,))
        return row._replace(name=name)

    def _add_forms(self, name: str, forms: Iterable[str]) -> None:
        self._forms[name] = tuple(dict.fromkeys((*self._forms.get(name, ()), *forms)))

    def _folded(self, row: Row) -> frozenset[str]:
        """All folded names of the holder in a row."""
        forms = (*self._forms.get(row.name, ()), *self._forms.get(row.person, ()))
        return frozenset(map(fold, (row.name, *forms)))

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
        own = person or ("" if len(ids) > 1 else next(iter(ids), ""))
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
            for row in (held.row for held in rows):
                if row.person:
                    found.setdefault(row.name, set()).add(row.person)
        return found

    def _tenures(self) -> dict[tuple[str, str], list[tuple[Any, ...]]]:
        """All tenures by person: a name, and an id if several people have it."""
        found: dict[tuple[str, str], list[tuple[Any, ...]]] = {}
        for number, office in enumerate(self.offices.values()):
            rows = sorted(self._rows[office.id], key=lambda one: (one.row.since, one.row.name))
            for held in rows:
                row = held.row
                last = office.several or row.since == rows[-1].row.since
                person = row.person if len(self._ids(row.name)) > 1 else ""
                found.setdefault((row.name, person), []).append(self._fields(number, held, last))
            for name in self._also[office.id]:
                fields = (number, _NO_DAY, _NO_DAY, _NO_DAY, (0,), False, False, False, "", _NO_DAY,
                          _NO_DAY, (), "")  # fmt: skip
                found.setdefault((name, ""), []).append(fields)
        return found

    def _fields(self, office: int, held: Held, last: bool) -> tuple[Any, ...]:
        row = held.row
        return (
            office, row.since, row.until, row.known, self._numbers(held.told), row.sure,
            last, row.acting, row.due, row.since_by, row.until_from,
            self._numbers(held.ended), row.proven,
        )  # fmt: skip

    def _numbers(self, sources: Iterable[Source]) -> tuple[int, ...]:
        return tuple(map(self.sources.index, sources))


def _with_more(known: Office | None, office: Office) -> Office:
    """An office with the words that a later table adds."""
    if known is None:
        return office._replace(half_life=office.half_life or HALF_LIFE)
    of, adjectives, titles, lacks = (
        tuple(dict.fromkeys((*one, *other)))
        for one, other in zip(_word_lists(known), _word_lists(office), strict=True)
    )
    return Office(
        known.id, of, adjectives, titles, lacks, known.several or office.several,
        known.household or office.household, office.half_life or known.half_life,
        office.wikidata or known.wikidata,
    )  # fmt: skip


def _word_lists(office: Office) -> tuple[tuple[str, ...], ...]:
    return office.of, office.adjectives, office.titles, office.lacks
