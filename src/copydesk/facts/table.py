"""Compiled facts: one memory-mapped hash table.

Keys are a letter and folded words: ``n`` a name or surname (values: people), ``t`` a
title (the offices that have it), ``l`` a title listed as lacking (the offices that
list it), ``p`` a place or body (its offices), ``g`` a given name (the surnames that go
with it), ``i`` the id of an office. So the cost of loading does not grow with the number of facts.
"""

from __future__ import annotations

from copydesk.cache.hash_table import HashTable, lay_out
from copydesk.facts.joined import Joined
from copydesk.facts.model import Office, Person, Source, Tenure, fold

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any

    from copydesk.facts.schema import FactTable

_MAGIC = b"cdfactsA"
_ROOM = 3  # slots per key
# By first word of a title: the most words, whether it is a title by itself, the second words.
FirstWords = dict[str, tuple[int, bool, frozenset[str]]]
_SURNAME_FIRST = frozenset({"cn", "kr", "kp", "tw", "vn", "sg", "kh", "hk"})
_SURNAME_LAST = frozenset({"jp", "hu"})  # in English copy; at home it comes first
_TWO_SURNAMES = frozenset({
    "ar", "bo", "cl", "co", "cr", "cu", "do", "ec", "es", "gt", "gq", "hn", "mx", "ni", "pa", "pe",
    "ph", "py", "sv", "uy", "ve",
})  # fmt: skip
# Second given names: “Juan Manuel” is no given name with a surname.
_GIVEN_NAMES = """
alberto alejandro alfredo alfonso alvaro andres angel antonio armando arturo augusto carlos cesar
cristina daniel david diego eduardo emilio enrique ernesto esteban eugenia felipe fernanda fernando
francisco gabriel gabriela german gonzalo guadalupe guillermo gustavo hector hugo ignacio isabel
ivan jaime javier jesus joaquin jorge jose juan julio laura leonardo luis luisa manuel marcelo
maria mario martin mauricio miguel nicolas nelson orlando oscar pablo patricia patricio pedro
rafael ramon raul ricardo roberto rodolfo rodrigo rosa ruben salvador santiago sebastian sergio
soledad teresa tomas vicente victor ximena y de del la las los san santa
"""
_GIVEN = frozenset(_GIVEN_NAMES.split())
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv"})


class Table:
    """The facts of all tables, compiled.

    Args:
        data: the result of ``compile_tables``, or a memory map of it.

    Raises:
        ValueError: the data are not a compiled table.
    """

    def __init__(self, data: Any) -> None:
        self._table = HashTable(data, _MAGIC)
        self._sources, self._people, self.first_words = self._table.rest
        self._offices: dict[int, tuple[Office, list[int]]] = {}  # those that were looked up

    def __len__(self) -> int:
        """The number of people."""
        return int(self._people)

    def surnames(self, given: str) -> list[str]:
        """The folded surnames of people with that folded given name."""
        return [str(surname) for surname, _ in self.numbers(f"g{given}")]

    def numbers(self, key: str) -> list[tuple[Any, bool]]:
        """The values of a key: numbers of people or offices, and whether the name is partial."""
        return self._table.get(key) or []

    def office(self, number: int) -> Office:
        """The office with a number."""
        return self._office(number)[0]

    def office_count(self) -> int:
        """The number of offices."""
        return len(self._table) - len(self)

    def people_of(self, office: str) -> list[int]:
        """The numbers of the people who held the office with an id."""
        return [
            number for found, _ in self.numbers(f"i{office}") for number in self._office(found)[1]
        ]

    def _office(self, number: int) -> tuple[Office, list[int]]:
        """An office and the numbers of the people who held it; its record follows theirs."""
        found = self._offices.get(number)
        if found is None:
            fields, held = self._table.record(len(self) + number)
            found = self._offices[number] = Office(*fields), held
        return found

    def person(self, number: int) -> Person:
        """The person with a number."""
        name, forms, rows, died, wikidata, deaths, avoid = self._table.record(number)
        tenures = tuple(
            Tenure(self.office(row[0]), name, row[1], row[2], row[3], self._told(row[4]), row[5],
                   row[6], row[7], row[8], row[9], row[10], self._told(row[11]), row[12])
            for row in rows
        )  # fmt: skip
        return Person(name, forms, tenures, died, wikidata, self._told(deaths), avoid)

    def _told(self, numbers: Iterable[int]) -> tuple[Source, ...]:
        """The sources with those numbers."""
        return tuple(Source(*self._sources[number]) for number in numbers)

    def sources(self) -> list[Source]:
        """All sources, in the order of the tables."""
        return [Source(*row) for row in self._sources]


def compile_tables(tables: Iterable[FactTable]) -> bytes:
    """Compile tables to bytes for ``Table``; later tables take precedence."""
    joined = Joined()
    for table in tables:
        joined.add(table)
    offices = list(joined.offices.values())
    keys: dict[str, dict[Any, bool]] = {}
    held: list[list[int]] = [[] for _ in offices]
    records: list[tuple[Any, ...]] = []
    for number, person in enumerate(joined.people()):
        records.append(person.record)
        places = {offices[row[0]].place for row in person.rows}
        for form, part in _forms_of((person.name, *person.forms), places):
            known = keys.setdefault(f"n{form}", {})
            known[number] = known.get(number, True) and part
            if not part and " " in form:
                given, _, rest = form.partition(" ")
                keys.setdefault(f"g{given}", {})[rest.rpartition(" ")[2]] = False
        for row in person.rows:
            held[row[0]].append(number)
    firsts = _index_offices(offices, keys)
    meta = [tuple(one) for one in joined.sources], len(records), dict(sorted(firsts.items()))
    records += [(tuple(office), held[number]) for number, office in enumerate(offices)]
    keys |= {f"i{office.id}": {number: False} for number, office in enumerate(offices)}
    values = {key: sorted(found.items()) for key, found in keys.items()}
    return lay_out(_MAGIC, values, records, meta, _ROOM)


def _index_offices(offices: list[Office], keys: dict[str, dict[Any, bool]]) -> FirstWords:
    """Add keys for the titles and places of offices; return the first words of the titles."""
    titles: dict[str, set[tuple[str, ...]]] = {}
    for number, office in enumerate(offices):
        for title in (*office.titles, *office.lacks):
            words = tuple(fold(title).split())
            titles.setdefault(words[0], set()).add(words)
        for title in office.titles:
            keys.setdefault(f"t{fold(title)}", {})[number] = False
        for title in office.lacks:
            keys.setdefault(f"l{fold(title)}", {})[number] = False
        for place in (*office.adjectives, *office.of):
            keys.setdefault(f"p{fold(place)}", {})[number] = False
    return {
        first: (
            max(map(len, those)),
            (first,) in those,
            frozenset(words[1] for words in those if len(words) > 1),
        )
        for first, those in titles.items()
    }


def _forms_of(names: tuple[str, ...], places: set[str]) -> Iterable[tuple[str, bool]]:
    """Yield the folded forms of names, each with whether it is only part of a name."""
    for name in names:
        words = fold(name).split()
        yield " ".join(words), False
        short = [word for index, word in enumerate(words) if len(word) > 1 or index == 0]
        if len(short) > 1:
            yield " ".join(short), False
        bare = words[:-1] if words[-1] in _SUFFIXES else words
        for start in range(1, len(bare)):
            if len(bare[start]) > 1:
                yield " ".join(bare[start:]), True
        yield from _in_other_order(bare, places)


def _in_other_order(words: list[str], places: set[str]) -> Iterable[tuple[str, bool]]:
    """Yield forms that depend on the place: surname first or last, one surname of two."""
    if len(words) < 2:
        return
    if places & _SURNAME_FIRST:
        yield words[0], True
        yield " ".join([*words[1:], words[0]]), False
    if places & _SURNAME_LAST:
        yield " ".join([words[-1], *words[:-1]]), False
    if places & _TWO_SURNAMES and len(words) in (3, 4) and len(words[-1]) > 1:
        yield from _with_one_surname(words)


def _with_one_surname(words: list[str]) -> Iterable[tuple[str, bool]]:
    """Yield a Spanish name without the second surname, and without the second given name."""
    if words[-2] in _GIVEN or len(words[-2]) < 3:
        return
    yield " ".join(words[:-1]), False
    yield words[-2], True
    if len(words) == 4 and words[1] in _GIVEN:
        yield f"{words[0]} {words[2]}", False
