"""What is on a check list, with the places in the file."""

from __future__ import annotations

from copydesk.model.findings import Span
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from copydesk.document.slot_kinds import SlotKind
    from copydesk.model.placed import Position

    DayKind = Literal["day", "weekday", "month", "year", "time"]
    ContactKind = Literal["link", "mail", "handle", "phone"]

SECTIONS = (
    "people", "bodies", "names", "dates", "figures", "money", "phones", "links", "quotations",
)  # fmt: skip
"""The sections of a check list, in order."""


class Spot(ValueTuple):
    """One place of an item.

    Attributes:
        start: where it begins in the file.
        text: the words there, on one line.
        slot: the kind of slot it is in; empty if it is not in the copy.
        context: the sentence around it, on one line.
        marked: the span of the words in that sentence.
    """

    start: Position
    text: str
    slot: SlotKind | Literal[""] = ""
    context: str = ""
    marked: Span = Span(0, 0)


class Person(ValueTuple):
    """Somebody whom the story names in full.

    Attributes:
        name: the whole name, as the story gives it first.
        titles: the titles before the name.
        roles: what the story says he or she is, after the name: “the town’s mayor”.
        ages: the ages beside the name.
        spots: all places, each with the form of the name there.
    """

    name: str
    titles: tuple[str, ...]
    roles: tuple[str, ...]
    ages: tuple[str, ...]
    spots: tuple[Spot, ...]


class Name(ValueTuple):
    """A body, or any other name that is no person's as far as the words show.

    Attributes:
        name: the name, as the story gives it first.
        acronym: its acronym, if the story uses one.
        is_glossed: whether the acronym is explained: “the Harbour Board (HB)”.
        spots: all places, of the acronym too.
    """

    name: str
    acronym: str
    is_glossed: bool
    spots: tuple[Spot, ...]


class Day(ValueTuple):
    """A date, a weekday, a month, a year or a time of day.

    Attributes:
        text: as written.
        kind: ``day``, ``weekday`` (“today”, too), ``month``, ``year`` or ``time``.
        day: the date in ISO form; empty if the words give none, or no such day exists.
        weekday: the weekday of that date.
        given: the weekday that the copy gives.
        fits: whether the given weekday is that of the date; None if there is nothing to compare.
        exists: whether there is such a day.
        has_year: whether the copy gives the year; else it is the one nearest to the story's date.
        nearest: of a weekday or “today”, the dates it may mean, in ISO form.
    """

    text: str
    kind: DayKind
    day: str
    weekday: str
    given: str
    fits: bool | None
    exists: bool
    has_year: bool
    nearest: tuple[str, ...]
    spots: tuple[Spot, ...]


class Figure(ValueTuple):
    """A figure or a sum of money.

    Attributes:
        text: the figure, with what it counts.
        kind: that of the quantity: ``count``, ``percent``, ``money`` …
        value: the number.
        other: the second number of a score, the end of a range, the whole of a fraction; else 0.
        low, high: between which values it may lie; None if that is open.
        unit: the sign of the currency, or the unit.
        thing: what is counted, as written.
        source: who says so, as far as the sentence or the quotation says.
        is_quoted: whether it is in quoted speech.
    """

    text: str
    kind: str
    value: float
    other: float
    low: float
    high: float | None
    unit: str
    thing: str
    source: str
    is_quoted: bool
    spots: tuple[Spot, ...]


class Contact(ValueTuple):
    """A telephone number, a mail address, a link or a handle.

    ``target`` is the address; ``words`` are those that readers click, if they are not the address.
    """

    kind: ContactKind
    target: str
    words: str
    spots: tuple[Spot, ...]


class Quotation(ValueTuple):
    """One quotation and who says it.

    Attributes:
        text: the words, without quotation marks.
        kind: ``direct``, ``partial`` or ``block``.
        speaker: the words that name the speaker, a pronoun too; empty if none do.
        person: the full name of the speaker; of a pronoun, who was named last (see ``is_sure``).
        is_sure: whether ``person`` is named beside the quotation.
        spots: where it is; one place.
    """

    text: str
    kind: str
    speaker: str
    person: str
    is_sure: bool
    spots: tuple[Spot, ...]


class Checklist(ValueTuple):
    """The check list of one story.

    ``day`` is the story's date in ISO form, and ``origin`` where that comes from.
    """

    path: str
    day: str
    origin: str
    words: int
    people: tuple[Person, ...] = ()
    bodies: tuple[Name, ...] = ()
    names: tuple[Name, ...] = ()
    dates: tuple[Day, ...] = ()
    figures: tuple[Figure, ...] = ()
    money: tuple[Figure, ...] = ()
    phones: tuple[Contact, ...] = ()
    links: tuple[Contact, ...] = ()
    quotations: tuple[Quotation, ...] = ()
