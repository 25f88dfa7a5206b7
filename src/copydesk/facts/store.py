"""The facts of a run: compiled once, kept in the cache, mapped on first use."""

from __future__ import annotations

from functools import cached_property

from copydesk.cache.tables import get_table, table_name
from copydesk.facts.table import FirstWords, Table, compile_tables

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.facts.model import Office, Person, Source, Tenure
    from copydesk.facts.schema import FactTable
    from copydesk.files.data_file import DataFile


class Facts:
    """Who holds which office; nothing is read before the first query.

    Args:
        files: the tables, built-in ones first, the newsroom's last; a later table adds,
            ends and corrects tenures of earlier ones.
        cache: the folder for the compiled table; empty for no cache.
        partial: whether the tables rest on others, so that offices need no titles.
    """

    def __init__(
        self, files: Sequence[DataFile], cache: str = "", partial: bool = False
    ) -> None:  # fmt: skip
        self._files = tuple(files)
        self._partial = partial
        self._cache = cache
        self._people: dict[int, Person] = {}
        self._tenures: dict[str, tuple[Tenure, ...]] = {}
        self._of: dict[tuple[str, str], tuple[Office, ...]] = {}

    @cached_property
    def table(self) -> Table:
        """The compiled tables.

        Raises:
            DataError: a table violates the schema or cannot be read.
        """
        marks = ["partial"] * self._partial
        name = table_name("facts", (*marks, *(file.digest for file in self._files)))
        return get_table(name, self._cache, Table, self._compiled)

    def _compiled(self) -> bytes:
        return compile_tables(self.read(), self._partial)

    def read(self) -> list[FactTable]:
        """The tables as they were read, the newsroom's last.

        Raises:
            DataError: a table violates the schema or cannot be read.
        """
        from copydesk.facts.schema import read_table
        from copydesk.model.errors import DataError

        tables = []
        for file in self._files:
            try:
                tables.append(read_table(file.path, file.content.decode("utf-8-sig")))
            except UnicodeDecodeError as error:
                raise DataError(f"{file.path}:1: not UTF-8: {error.reason}") from None
        return tables

    @property
    def first_words(self) -> FirstWords:
        """The folded first words of all titles.

        For each: the most words in a title that begins with it, whether it is a
        title by itself, and the second words of such titles.
        """
        found: FirstWords = self.table.first_words
        return found

    def is_title(self, words: str) -> bool:
        """Whether folded words are a title of any office, or one that a place lacks."""
        return bool(self.table.numbers(f"t{words}") or self.table.numbers(f"l{words}"))

    def is_place(self, words: str) -> bool:
        """Whether folded words name a place or body that has offices."""
        return bool(self.table.numbers(f"p{words}"))

    def named(self, words: str) -> tuple[list[Person], list[Person]]:
        """The people with folded words as their full name, and those with them as part of it."""
        whole: list[Person] = []
        part: list[Person] = []
        for number, is_part in self.table.numbers(f"n{words}"):
            (part if is_part else whole).append(self._person(number))
        return whole, part

    def surnames(self, given: str) -> list[str]:
        """The folded surnames of people with a folded given name."""
        return self.table.surnames(given)

    def _person(self, number: int) -> Person:
        found = self._people.get(number)
        if found is None:
            found = self._people[number] = self.table.person(number)
        return found

    def offices(self, title: str, place: str = "") -> tuple[Office, ...]:
        """The offices with a folded title, in the place with a folded name or in any place."""
        key = (title, place)
        if key not in self._of:
            numbers = [number for number, _ in self.table.numbers(f"t{title}")]
            if place:
                of = {number for number, _ in self.table.numbers(f"p{place}")}
                numbers = [number for number in numbers if number in of]
            self._of[key] = tuple(map(self.table.office, numbers))
        return self._of[key]

    def of_place(self, place: str) -> tuple[Office, ...]:
        """All offices of a place or body, given by its folded name."""
        return tuple(self.table.office(number) for number, _ in self.table.numbers(f"p{place}"))

    def tenures_of(self, office: Office) -> tuple[Tenure, ...]:
        """All tenures of an office, in order."""
        known = self._tenures.get(office.id)
        if known is None:
            found: list[Tenure] = []
            for number in dict.fromkeys(self.table.people_of(office.id)):
                person = self._person(number)
                found += [one for one in person.tenures if one.office.id == office.id]
            known = tuple(sorted(found, key=lambda one: (one.since, one.person)))
            self._tenures[office.id] = known
        return known

    def all_offices(self) -> tuple[Office, ...]:
        """Every office, in the order of the tables."""
        return tuple(map(self.table.office, range(self.table.office_count())))

    def has_office(self, name: str) -> bool:
        """Whether there is an office with that id."""
        return bool(self.table.numbers(f"i{name}"))

    @property
    def has_later(self) -> bool:
        """Whether a table may change what an earlier one says: one that does not come with us."""
        return any(not file.own for file in self._files)

    def people(self) -> tuple[Person, ...]:
        """All people, by name."""
        return tuple(map(self._person, range(len(self.table))))

    def sources(self) -> tuple[Source, ...]:
        """All sources, in the order of the tables."""
        return tuple(self.table.sources())
