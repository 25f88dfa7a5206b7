"""The data model of facts: offices, persons, tenures and their sources. Dates are ISO strings."""

from __future__ import annotations

from functools import lru_cache

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS = {0x2019: "'", ord("-"): " ", 0x2010: " ", 0x2011: " ", 0xA0: " ", ord("."): None}
_SHORTEST_MONTH = 28
_UNKNOWN = "0000"  # the start of a tenure of which no day is known
_NAMED = 2  # sources that a witness names: as many as prove a thing
HALF_LIFE = 24  # months, if an office does not say otherwise
_LETTERS = {ord("ł"): "l", ord("đ"): "d", ord("ø"): "o", ord("ı"): "i", ord("æ"): "ae"}


class Source(ValueTuple):
    """Where facts come from, and the day up to which they are current.

    Attributes:
        record: whether it is of record for what it lists, such as a parliament's own
            list, so that it needs no second source.
    """

    name: str
    licence: str
    as_of: str
    record: bool = True

    def __str__(self) -> str:
        return f"{self.name}, {self.licence}, as of {self.as_of}"


class Office(ValueTuple):
    """An office, and the words that news copy uses for it.

    Attributes:
        id: ``place/role``.
        of: names of the place or body, as used after “of”.
        adjectives: words for the place, as used before the title.
        titles: the holder's titles in copy, the usual one first.
        lacks: titles that do not exist in this place or body.
        several: whether more than one person can hold the office at a time.
        household: whether a surname alone identifies the holder.
        half_life: months after which a tenure that was open when last checked says
            nothing any more, unless it is due to end on a day that is known.
        wikidata: the id of the office in Wikidata, such as Q30461.
    """

    id: str
    of: tuple[str, ...]
    adjectives: tuple[str, ...]
    titles: tuple[str, ...]
    lacks: tuple[str, ...] = ()
    several: bool = False
    household: bool = False
    half_life: int = HALF_LIFE
    wikidata: str = ""

    @property
    def place(self) -> str:
        """The part of the id that names the place or body."""
        return self.id.partition("/")[0]

    @property
    def called(self) -> str:
        """The office in words: “president of Ukraine”, “NATO secretary general”, “Pope”."""
        title = self.titles[0]
        if not self.of:
            return title
        if not self.adjectives:
            return title if self.household else f"{self.of[0]} {title}"
        return f"{title} of {_article(self.of[0])}"

    def has_title(self, title: str) -> bool:
        """Whether folded words are a title of this office."""
        return any(fold(one) == title for one in self.titles)

    def is_of(self, place: str) -> bool:
        """Whether folded words name the place or body: “ukrainian”, “ukraine”."""
        return any(fold(name) == place for name in (*self.adjectives, *self.of))


class Tenure(ValueTuple):
    """One person's time in one office.

    Days that a source gives to the month, or that sources give differently, are ranges:
    the office was taken between ``since`` and ``since_by``, and left between
    ``until_from`` and ``until``.

    Attributes:
        since: the first day on which it may have begun.
        until: the last day on which it may have ended; empty if no end is known.
        known: the day up to which a source confirms the tenure.
        sources: those that vouch for the start, the best first.
        sure: whether a finding may rest on the tenure. Rows of low confidence, and
            ends that were inferred, are not sure.
        last: whether no successor is known.
        acting: whether the person held the office in an acting capacity.
        due: the day on which it is due to end, if that is set.
        since_by: the last day on which it may have begun.
        until_from: the first day on which it may have ended.
        ends: the sources that vouch for the end.
        proven: the day up to which two independent sources, or one of record, confirm it.
    """

    office: Office
    person: str
    since: str
    until: str
    known: str
    sources: tuple[Source, ...]
    sure: bool = True
    last: bool = True
    acting: bool = False
    due: str = ""
    since_by: str = ""
    until_from: str = ""
    ends: tuple[Source, ...] = ()
    proven: str = ""

    @property
    def source(self) -> Source:
        """The best source."""
        return self.sources[0]

    def covers(self, day: str, margin: str = "") -> bool:
        """Whether the person was in office on ``day`` by what the sources say."""
        end = margin or self.until_from or self.known
        return self.sure and (self.since_by or self.since) < day < end

    def may_cover(self, day: str) -> bool:
        """Whether the person may have been in office on ``day``, though that is not certain."""
        if not self.sure:
            return self.since <= day <= (self.until or self.known)
        return self.last and not self.until and self.known <= day < self.expires

    @property
    def expires(self) -> str:
        """The day from which an open tenure says nothing any more: it was checked too long ago."""
        if self.due:
            return self.due
        year, month = int(self.known[:4]), int(self.known[5:7]) - 1 + self.office.half_life
        return f"{year + month // 12:04}-{month % 12 + 1:02}{self.known[7:]}"

    def ended(self, day: str) -> bool:
        """Whether the tenure had ended before ``day``, by what the sources say."""
        return self.sure and bool(self.until) and self.until < day

    def is_proven(self, day: str) -> bool:
        """Whether two sources, or one of record, bear out what the tenure says of ``day``."""
        if day <= self.since:
            return is_proof(self.sources)
        if self.until and self.until <= day:
            return is_proof(self.ends)
        return day < self.proven

    @property
    def witness(self) -> str:
        """The tenure as a sentence, with its sources."""
        if self.since == _UNKNOWN:
            said = f"was {self.office.called} at some time"
        elif self.until:
            end = _range(self.until_from, self.until, "before")
            said = f"was {self.office.called} from {_range(self.since, self.since_by)} to {end}"
        else:
            said = f"has been {self.office.called} since {_range(self.since, self.since_by)}"
        listed = dict.fromkeys((*self.sources, *self.ends))
        told = ", ".join(f"{one.name} as of {one.as_of}" for one in [*listed][:_NAMED])
        return f"{self.person} {said} ({told})"


class Person(ValueTuple):
    """A person who holds or held offices.

    Attributes:
        name: as the facts call the person.
        forms: other forms of the name.
        tenures: in order.
        died: the day of death, or the last day on which it may have been; else empty.
        wikidata: the id of the person in Wikidata, such as Q76.
        deaths: the sources that vouch for the death.
        avoid: misspellings, and forms of other languages, that are never proposed.
    """

    name: str
    forms: tuple[str, ...]
    tenures: tuple[Tenure, ...]
    died: str = ""
    wikidata: str = ""
    deaths: tuple[Source, ...] = ()
    avoid: tuple[str, ...] = ()

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.rpartition(" ")[2]

    def is_death_proven(self) -> bool:
        """Whether two sources, or one of record, vouch for the death.

        Sources for a tenure that ends on the day of the death vouch for it too.
        """
        return is_proof(self.deaths) or any(
            held.sure and held.until_from == held.until == self.died and is_proof(held.ends)
            for held in self.tenures
            if self.died
        )


def is_proof(sources: tuple[Source, ...]) -> bool:
    """Whether sources prove something: two that are independent, or one of record."""
    return len({one.name for one in sources}) > 1 or any(one.record for one in sources)


def proven_by(vouched: Iterable[tuple[Source, str]]) -> str:
    """The day up to which sources bear out an open tenure: two of them, or one of record.

    Args:
        vouched: sources, each with the ISO date up to which it says that the tenure went on.
    """
    known = tuple(vouched)
    if not is_proof(tuple(one for one, _ in known)):
        return ""
    latest: dict[str, str] = {}
    for one, day in known:
        latest[one.name] = max(day, latest.get(one.name, ""))
    records = [day for one, day in known if one.record]
    return max([*records, *sorted(latest.values(), reverse=True)[1:2]])


def _range(first: str, last: str, far: str = "after") -> str:
    """A day in words: one day, a month, a year, or “2025-07-16 or before”."""
    if not last or not first or first == last:
        return first or last
    if first[:7] == last[:7] and first[8:] == "01" and int(last[8:]) >= _SHORTEST_MONTH:
        return first[:7]
    if first[:4] == last[:4]:
        return f"{first} or {last}" if first[:7] == last[:7] else first[:4]
    return f"{first if far == 'after' else last} or {far}"


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """A name or title without accents, full stops and capitals, and with spaces for hyphens."""
    if text.isascii():
        return " ".join(text.translate(_MARKS).lower().split())
    from unicodedata import combining, normalize

    plain = normalize("NFKD", text.translate(_MARKS).lower().translate(_LETTERS))
    return " ".join("".join(char for char in plain if not combining(char)).split())


def _article(name: str) -> str:
    takes = name.startswith(("United ", "Netherlands", "Philippines", "Czech Rep", "Maldives"))
    return f"the {name}" if takes else name
