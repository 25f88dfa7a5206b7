"""What a fact is: an office, a person, a tenure and its source. Dates are ISO texts."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

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

    Attributes:
        id: ``place/role``.
        of: names of the place or body, as after “of”.
        adjectives: words for the place, as before the title.
        titles: titles that copy gives the holder, the usual one first.
        lacks: titles that the place or body does not have at all.
        several: whether more than one person holds the office at a time.
        household: whether a surname alone says who is meant.
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
        """Whether the folded words are a title of this office."""
        return any(fold(one) == title for one in self.titles)

    def is_of(self, place: str) -> bool:
        """Whether folded words name the place or body: “ukrainian”, “ukraine”."""
        return any(fold(name) == place for name in (*self.adjectives, *self.of))


class Tenure(NamedTuple):
    """A person's time in an office.

    Attributes:
        until: the last day; empty where no end is known.
        known: the day up to which the source vouches for the tenure.
        sure: whether a rule may say “wrong” on this alone; an end that was
            inferred or that is a mere bound, and rows of low confidence, are not.
        last: whether nobody is known to have followed.
        acting: whether the person stood in for a holder.
        due: the day on which it is to end, where that is set.
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
        """Whether the facts say that the person is in office on ``day``."""
        return self.sure and self.since < day < (margin or self.known)

    def may_cover(self, day: str) -> bool:
        """Whether the tenure may go on past the day up to which it is known."""
        if not self.sure:
            return self.since <= day <= (self.until or self.known)
        return self.last and not self.until and self.known <= day

    def ended(self, day: str) -> bool:
        """Whether the facts say for sure that it was over on ``day``."""
        return self.sure and bool(self.until) and self.until < day

    @property
    def witness(self) -> str:
        """What the facts say, with their source."""
        if self.until:
            said = f"was {self.office.called} from {self.since} to {self.until}"
        else:
            said = f"has been {self.office.called} since {self.since}"
        return f"{self.person} {said} ({self.source})"


class Person(NamedTuple):
    """Somebody who holds or held offices: the tenures in order, and other forms of the name."""

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
    """A name or title without accents, points and capitals, hyphens as blanks."""
    if text.isascii():
        return " ".join(text.translate(_MARKS).lower().split())
    from unicodedata import combining, normalize

    plain = normalize("NFKD", text.translate(_MARKS).lower().translate(_LETTERS))
    return " ".join("".join(char for char in plain if not combining(char)).split())


def _article(name: str) -> str:
    takes = name.startswith(("United ", "Netherlands", "Philippines", "Czech Rep", "Maldives"))
    return f"the {name}" if takes else name
