"""The story date: from the command line, the draft itself, the config or the machine."""

from __future__ import annotations

from datetime import date

from copydesk.document.dateline import full_date
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from copydesk.document.slots import Metadatum


class Clock(ValueTuple):
    """Dates from outside the draft, in ISO format; empty if not given.

    ``given`` is from the command line, ``configured`` from the config file,
    ``today`` from the machine. The engine never reads the system clock itself.
    """

    given: str = ""
    configured: str = ""
    today: str = ""


NO_CLOCK = Clock()


class StoryDate(ValueTuple):
    """The date for which a story is checked, and where it was found."""

    day: date
    origin: str

    def __str__(self) -> str:
        origin = "today, as the draft has no date" if self.origin == "today" else self.origin
        return f"{self.day.isoformat()} ({origin})"


# Metadata keys for the date of publication, the most reliable first.
_KEYS = (
    "date", "published", "publishdate", "publish-date", "publish_date", "published_at",
    "published-at", "pubdate", "pub_date", "publicationdate", "publication_date",
    "datepublished", "article:published_time", "article:published", "og:published_time",
    "datecreated", "dc.date", "dc.date.issued", "dcterms.date", "dcterms.created",
    "parsely-pub-date", "sailthru.date", "time", "created", "lastmod",
)  # fmt: skip

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ISO = pattern(r"\b(?P<y>\d{4})-?(?P<m>\d\d)-?(?P<d>\d\d)(?!\d)")
_DAY_FIRST = pattern(
    r"\b(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+(?P<n>[A-Za-z]{3,9})\.?,?\s+(?P<y>\d{4})\b"
)
_MONTH_FIRST = pattern(
    r"\b(?P<n>[A-Za-z]{3,9})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y>\d{4})\b"
)

# Dates in the names of files and folders; a year begins with 19 or 20.
_NAME_YEAR = r"(?<![\dA-Za-z.])(?P<y>(?:19|20)\d\d)"
_IN_NAME = (
    pattern(rf"{_NAME_YEAR}(?P<s>[-_. ])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?!\d)"),
    pattern(rf"{_NAME_YEAR}(?P<m>\d\d)(?P<d>\d\d)(?![\dA-Za-z])"),
)
_IN_FOLDERS = pattern(r"/(?P<y>(?:19|20)\d\d)/(?P<m>\d{1,2}|[a-z]{3,9})/(?P<d>\d{1,2})/")
_FOLDERS = 4  # the year, the month, the day, and the folder of the story itself


def read_date(text: str) -> date | None:
    """The first full date in a text: in ISO 8601, else with the month's English name.

    A date in figures only, such as 4/5/2025, is ambiguous and is ignored.
    """
    for form in (_ISO, _DAY_FIRST, _MONTH_FIRST):
        for match in form.finditer(text):
            parts = match.groupdict()
            month = int(parts["m"]) if "m" in parts else _month(parts["n"])
            found = _date(int(parts["y"]), month, int(parts["d"]))
            if found is not None:
                return found
    return None


def story_date(
    metadata: Mapping[str, Metadatum], path: str, datelines: Iterable[str], clock: Clock
) -> StoryDate:
    """The date for which a story is checked.

    The first known of: the command line, metadata, the path, a full date in a
    dateline, the config file, today.

    Args:
        metadata: front matter and the like, by key in lower case.
        path: the path of the draft; empty if it has none.
        datelines: the text of the story's datelines, in order; read only if needed.
        clock: dates from outside the draft.

    Raises:
        LookupError: none of them is known.
    """
    if clock.given:
        return StoryDate(date.fromisoformat(clock.given), "--date")
    for key in _KEYS:
        metadatum = metadata.get(key)
        found = read_date(metadatum.value) if metadatum is not None else None
        if found is not None:
            return StoryDate(found, f"the draft’s {key}")
    if path and (named := date_in_path(path)) is not None:
        return named
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


def date_in_path(path: str) -> StoryDate | None:
    """The date in the name of a file, or in the names of its folders.

    In a name: ``2021-03-04-storm.md``, ``storm_20210304.txt``; in folders, ``2021/03/04/`` or
    ``2021/mar/04/`` right above the file or above its own folder.
    """
    *folders, name = path.replace("\\", "/").split("/")
    above = f"/{'/'.join(folders[-_FOLDERS:])}/"
    names = ((name, "the file’s name"), ("".join(folders[-1:]), "the folder’s name"))
    ways = [(form, *one) for one in names for form in _IN_NAME]
    for form, text, origin in (*ways, (_IN_FOLDERS, above, "the folders’ names")):
        for match in form.finditer(text):
            month = match["m"]
            number = int(month) if month.isdecimal() else _month(month)
            found = _date(int(match["y"]), number, int(match["d"]))
            if found is not None:
                return StoryDate(found, origin)
    return None


def _month(name: str) -> int:
    """The number of the month, or 0 if the name is not a month."""
    short = name[:3].lower()
    return _MONTHS.index(short) + 1 if short in _MONTHS else 0


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
