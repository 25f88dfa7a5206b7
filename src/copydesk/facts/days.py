"""Days in a table of facts: a day, a month, a year, or a range of days."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.files.toml import Source

_MONTH = compiled(r"\d{4}-(?:0[1-9]|1[0-2])")
_YEAR = compiled(r"\d{4}")


def day_of(source: Source, value: object, *where: str | int, said: str = "") -> str:
    """A day as an ISO string; both TOML dates and strings are accepted.

    Raises:
        DataError: it is not a day; the message has the line of ``where``.
    """
    if isinstance(value, date):
        return value.isoformat()[:10]
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        lead = f"{said} " if said else ""
        source.fail(f"{lead}must be a day, such as 2025-04-15, not {value!r}", *where)


def range_of(
    source: Source, value: object, *where: str | int, said: str = ""
) -> tuple[str, str]:  # fmt: skip
    """The first and the last day of a day, ``2026-06``, ``2026``, or ``2025-07-14/2025-07-17``.

    Raises:
        DataError: it is none of these.
    """
    text = str(value) if isinstance(value, str | int) else ""
    if "/" in text:
        one, _, other = text.partition("/")
        return (
            range_of(source, one, *where, said=said)[0],
            range_of(source, other, *where, said=said)[1],
        )
    if _MONTH.fullmatch(text):
        return f"{text}-01", f"{text}-{monthrange(int(text[:4]), int(text[5:]))[1]}"
    if _YEAR.fullmatch(text):
        return f"{text}-01-01", f"{text}-12-31"
    day = day_of(source, value, *where, said=said)
    return day, day


def days_between(one: str, other: str) -> int:
    """The days from one day to another, both in ISO format; negative if it is earlier."""
    return (date.fromisoformat(other) - date.fromisoformat(one)).days
