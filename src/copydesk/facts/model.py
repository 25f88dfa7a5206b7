"""The data model of facts: offices, persons, tenures and their sources. Dates are ISO strings."""

from __future__ import annotations

from functools import lru_cache

from copydesk.model.value_tuple import ValueTuple

_MARKS = {0x2019: "'", ord("-"): " ", 0x2010: " ", 0x2011: " ", 0xA0: " ", ord("."): None}
_LETTERS = {ord("ł"): "l", ord("đ"): "d", ord("ø"): "o", ord("ı"): "i", ord("æ"): "ae"}


class Source(ValueTuple):
    """Where facts come from, and the day up to which they are current."""

    name: str
    licence: str
    as_of: str

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
    """

    id: str
    of: tuple[str, ...]
    adjectives: tuple[str, ...]
    titles: tuple[str, ...]
    lacks: tuple[str, ...] = ()
    several: bool = False
    household: bool = False

    @property
    def place(self) -> str:
        """The part of the id that names the place or body."""
        return self.id.partition("/")[0]

    @property
    def called(self) -> str:
        """The office in words: “president of Ukraine”, “NATO secretary general”."""
        title = self.titles[0]
        if not self.of:
            return title
        if not self.adjectives:
            return f"{self.of[0]} {title}"
        return f"{title} of {_article(self.of[0])}"

    def has_title(self, title: str) -> bool:
        """Whether folded words are a title of this office."""
        return any(fold(one) == title for one in self.titles)

    def is_of(self, place: str) -> bool:
        """Whether folded words name the place or body: “ukrainian”, “ukraine”."""
        return any(fold(name) == place for name in (*self.adjectives, *self.of))


class Tenure(ValueTuple):
    """One person's time in one office.

    Attributes:
        until: the last day; empty if no end is known.
        known: the day up to which the source confirms the tenure.
        sure: whether the tenure is certain enough for a finding. Approximate ends
            and rows of less than high confidence are not.
        last: whether no successor is known.
        acting: whether the person held the office in an acting capacity.
        due: the day on which it is due to end, if that is set.
    """

    office: Office
    person: str
    since: str
    until: str
    known: str
    source: Source
    sure: bool = True
    last: bool = True
    acting: bool = False
    due: str = ""

    def covers(self, day: str, margin: str = "") -> bool:
        """Whether the person was certainly in office on ``day``."""
        return self.sure and self.since < day < (margin or self.known)

    def may_cover(self, day: str) -> bool:
        """Whether the person may have been in office on ``day``, though that is not certain."""
        if not self.sure:
            return self.since <= day <= (self.until or self.known)
        return self.last and not self.until and self.known <= day

    def ended(self, day: str) -> bool:
        """Whether the tenure had certainly ended before ``day``."""
        return self.sure and bool(self.until) and self.until < day

    @property
    def witness(self) -> str:
        """The tenure as a sentence, with its source."""
        if self.until:
            said = f"was {self.office.called} from {self.since} to {self.until}"
        else:
            said = f"has been {self.office.called} since {self.since}"
        return f"{self.person} {said} ({self.source})"


class Person(ValueTuple):
    """A person who holds or held offices: tenures in order, and other forms of the name."""

    name: str
    forms: tuple[str, ...]
    tenures: tuple[Tenure, ...]
    died: str = ""

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.rpartition(" ")[2]


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
