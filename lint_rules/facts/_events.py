"""Dated news events: the built-in table and the newsroom's own."""

from __future__ import annotations

import os
import re
from datetime import date
from functools import lru_cache

from copydesk import Document, Iterable, Pattern, ValueTuple, pattern, read_toml

_FILE = os.path.join(os.path.dirname(__file__), "_events.toml")
_OWN = pattern(r"(?s)\s*(\d{4}-\d\d-\d\d)\s+(\S.*?)\s*\Z")

# Words that point to another war, or to another meaning of “the war”.
_WARS = (
    "afghanistan afghan iraq iraqi syria syrian gaza israel israeli hamas yemen yemeni sudan "
    "sudanese vietnam korea korean iran iranian bosnia bosnian kosovo chechnya chechen georgia "
    "georgian libya libyan ethiopia tigray congo congolese myanmar lebanon hezbollah kashmir "
    "armenia azerbaijan falklands wwii donbas donbass crimea winter cold tariff culture drug drugs "
    "trade ukraine"
)
_OTHER_WARS = frozenset(_WARS.split())


class Event(ValueTuple):
    """An event: its date, its names in copy, and the source for the date.

    ``also``: other dates from which it may be counted; ``about``: sets of words;
    “the war” means this event in a story with a word from each set.
    """

    name: str
    start: date
    end: date | None
    also: tuple[date, ...]
    called: tuple[str, ...]
    about: tuple[frozenset[str], ...]
    source: str

    @property
    def starts(self) -> tuple[date, ...]:
        """Every date from which it may be counted."""
        return (self.start, *self.also)


class Events(ValueTuple):
    """All events, and a pattern that matches their names."""

    all: tuple[Event, ...]
    by_name: dict[str, Event]
    names: Pattern

    def named(self, text: str) -> list[tuple[int, int, Event]]:
        """The events named in a text: start, end and event."""
        plain = text.lower().replace("’", "'")
        if len(plain) != len(text):
            return []
        return [(*match.span(), self.by_name[match[0]]) for match in self.names.finditer(plain)]

    def the_war(self, doc: Document) -> Event | None:
        """The event that “the war” refers to in a story; None if that is unclear."""
        words = set(doc.words)
        meant = [
            event
            for event in self.all
            if event.about and all(not one.isdisjoint(words) for one in event.about)
        ]
        if len(meant) != 1 or "world war" in doc.words.plain.lower():
            return None
        own = frozenset().union(*meant[0].about)
        return meant[0] if words.isdisjoint(_OTHER_WARS - own) else None


@lru_cache(maxsize=8)
def load(own: tuple[str, ...] = ()) -> Events:
    """The table, plus the newsroom's own events: “2019-06-12 the harbour fire”.

    Raises:
        ValueError: one of the newsroom's events does not begin with a date.
    """
    events = [_event(row) for row in read_toml(_FILE)["event"]]
    events += [_own(text) for text in own]
    by_name = {name.lower(): event for event in events for name in event.called}
    names = "|".join(re.escape(name) for name in sorted(by_name, key=len, reverse=True))
    return Events(tuple(events), by_name, pattern(rf"(?<!\w)(?:{names})(?!\w)"))


def _event(row: dict[str, object]) -> Event:
    return Event(
        str(row["name"]),
        date.fromisoformat(str(row["start"])),
        date.fromisoformat(str(row["end"])) if "end" in row else None,
        tuple(date.fromisoformat(day) for day in _texts(row.get("also"))),
        _texts(row["called"]),
        tuple(frozenset(words) for words in _lists(row.get("about"))),
        str(row["source"]),
    )


def _own(text: str) -> Event:
    match = _OWN.match(text)
    if match is None:
        raise ValueError(f"write an event as “2019-06-12 the harbour fire”, not {text!r}")
    name = match[2].replace("’", "'")
    called = (name, name.removeprefix("the "))
    day = date.fromisoformat(match[1])
    return Event(match[2], day, None, (), called, (), "the newsroom’s own list")


def _texts(value: object) -> tuple[str, ...]:
    return tuple(value) if isinstance(value, list) else ()


def _lists(value: object) -> Iterable[list[str]]:
    return value if isinstance(value, list) else ()


def is_anniversary_of(year_fits: int, month: int, day: int) -> bool:
    """Whether a known event happened on that date and on that weekday."""
    return any(
        one.month == month and one.day == day and one.weekday() == year_fits
        for event in load().all
        for one in event.starts
    )
