"""The story's date: from the command line, the draft itself, or elsewhere."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from copydesk.document.dateline import full_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from copydesk.document.slots import Metadatum


class Clock(NamedTuple):
    """Dates that come from outside the draft, as ISO texts; empty if not given.

    ``given`` on the command line, ``configured`` in the config file, ``today``
    on the machine. The core never asks the machine itself.
    """

    given: str = ""
    configured: str = ""
    today: str = ""


NO_CLOCK = Clock()


class StoryDate(NamedTuple):
    """The date on which a story is judged, and where it was found."""

    day: date
    origin: str

    def __str__(self) -> str:
        return f"{self.day.isoformat()} ({self.origin})"


# Keys of metadata that hold the date of publication, the surest first.
_KEYS = (
    "date", "published", "publishdate", "publish-date", "publish_date", "published_at",
    "published-at", "pubdate", "pub_date", "publicationdate", "publication_date",
    "datepublished", "article:published_time", "article:published", "og:published_time",
    "datecreated", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created",
    "parsely-pub-date", "sailthru.date", "time", "created", "lastmod",
)  # fmt: skip

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = r"\b(?P<y>\d{4})-?(?P<m>\d\d)-?(?P<d>\d\d)(?!\d)"
_DAY_FIRST = r"\b(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?P<n>[A-Za-z]{3,9})\.?,?\s+(?P<y>\d{4})\b"
_MONTH_FIRST = r"\b(?P<n>[A-Za-z]{3,9})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})\b"


def read_date(text: str) -> date | None:
    """The first full date in a text: ISO 8601, or with the month's English name.

    A date of figures only, such as 4/5/2025, reads two ways and is not taken.
    """
    for pattern in (_ISO, _DAY_FIRST, _MONTH_FIRST):
        for match in re.finditer(pattern, text):
            parts = match.groupdict()
            month = int(parts["m"]) if "m" in parts else _month(parts["n"])
            found = _date(int(parts["y"]), month, int(parts["d"]))
            if found is not None:
                return found
    return None


def story_date(
    metadata: Mapping[str, Metadatum], datelines: Iterable[str], clock: Clock
) -> StoryDate:
    """The date on which a story is judged.

    The first that is there: the command line, metadata, a full date in a
    dateline, the config file, today.

    Args:
        metadata: front matter and the like, by key in lower case.
        datelines: the words of the story's datelines, in order; looked at only if needed.
        clock: dates from outside.

    Raises:
        LookupError: there is no date, and the clock does not say what day it is.
    """
    if clock.given:
        return StoryDate(date.fromisoformat(clock.given), "--date")
    for key in _KEYS:
        metadatum = metadata.get(key)
        found = read_date(metadatum.value) if metadatum is not None else None
        if found is not None:
            return StoryDate(found, f"the draft's {key}")
    for words in datelines:
        parts = full_date(words)
        found = _date(*parts) if parts is not None else None
        if found is not None:
            return StoryDate(found, "dateline")
    if clock.configured:
        return StoryDate(date.fromisoformat(clock.configured), "config")
    if clock.today:
        return StoryDate(date.fromisoformat(clock.today), "today")
    raise LookupError("the draft has no date, and the clock does not say what day it is")


def _month(name: str) -> int:
    """The number of a month, 0 where the name is none."""
    short = name[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
