"""The story's date: from the command line, the draft itself, or elsewhere."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

from copydesk.document.dateline import full_date

if TYPE_CHECKING:
    from copydesk.document import Clock, Document, StoryDate

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


def story_date(doc: Document, clock: Clock) -> StoryDate:
    """The date on which ``doc`` is judged, with dates from outside; see ``Document.date``."""
    from copydesk.document import StoryDate

    if clock.given:
        return StoryDate(date.fromisoformat(clock.given), "--date")
    for key in _KEYS:
        metadatum = doc.metadata.get(key)
        found = read_date(metadatum.value) if metadatum is not None else None
        if found is not None:
            return StoryDate(found, f"the draft's {key}")
    for slot in doc.slots_of("dateline"):
        parts = full_date(doc.text[slot.span.start : slot.span.end])
        found = _date(*parts) if parts is not None else None
        if found is not None:
            return StoryDate(found, "dateline")
    if clock.configured:
        return StoryDate(date.fromisoformat(clock.configured), "config")
    if clock.today:
        return StoryDate(date.fromisoformat(clock.today), "today")
    return StoryDate(date.today(), "today")


def _month(name: str) -> int:
    """The number of a month, 0 where the name is none."""
    short = name[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
