"""Looks at the tenures of one office: overlaps, gaps, and ends that are missing."""

from __future__ import annotations

from itertools import pairwise

from copydesk.facts.days import days_between
from copydesk.facts.model import HALF_LIFE
from copydesk.facts.survey.remark import Remark, begins, ends, span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.facts.holders import Row
    from copydesk.facts.model import Office, Source

_GAP = 62  # days; longer times without a holder are worth a look
_BREAK = 100  # days; nobody leaves an office and comes back so soon, unless another held it
_OLD = 6 * 365  # days; an open tenure that long needs a recent source
_RECENT = 365  # days
_RANGE = 62  # days; a longer range is worth a look
_YEARLY = 3  # offices with so many terms of a year have terms of a year


def of_rows(
    office: Office, rows: list[Row], sources: dict[str, Source], today: str
) -> Iterator[Remark]:  # fmt: skip
    """Remarks on the tenures of an office.

    Args:
        office: the office.
        rows: its tenures in the order of their starts.
        sources: those of the table, by key.
        today: the day on which the table is checked.
    """
    sure = [row for row in rows if row.sure and not row.acting]
    if not office.several:
        yield from _between(office.id, sure)
        yield from _a_year_off(office.id, rows)
    yield from _broken(office.id, rows)
    yield from _unsure(office.id, rows)
    for row in sure:
        yield from _endless(office, row, sources, today)
        yield from _rough(office.id, row)


def _between(office: str, rows: list[Row]) -> Iterator[Remark]:
    """Two people in an office that only one can hold; nobody in it for long."""
    for number, one in enumerate(rows):
        for other in rows[number + 1 :]:
            if other.name != one.name and ends(one) > begins(other):
                said = f"two holders at a time: {span(one)}; {span(other)}"
                yield Remark(office, one.name, said)
    for one, other in pairwise(rows):
        gap = days_between(one.until, other.since) if one.until else 0
        if gap > _GAP and (one.name != other.name or gap >= _BREAK):
            said = f"nobody for {gap} days: {span(one)}; {span(other)}"
            yield Remark(office, one.name, said, False)


def _a_year_off(office: str, rows: list[Row]) -> Iterator[Remark]:
    """Starts a year apart to the day: one is a slip, unless all terms last a year.

    Where one tenure follows on the other it is only worth a look.
    """
    found = [
        (one, other) for one, other in pairwise(rows)
        if one.since[4:] == other.since[4:] and int(other.since[:4]) - int(one.since[:4]) == 1
    ]  # fmt: skip
    if len(found) < _YEARLY:
        for one, other in found:
            said = f"begins a year to the day before the next: {span(one)}; {span(other)}"
            apart = abs(days_between(one.until, other.since)) if one.until else _GAP
            yield Remark(office, one.name, said, apart >= _GAP)


def _broken(office: str, rows: list[Row]) -> Iterator[Remark]:
    """One person away for a short time in which nobody else held the office."""
    for number, one in enumerate(rows):
        for other in rows[number + 1 :]:
            if other.name != one.name or not one.until or other.since <= one.until:
                continue
            gap = days_between(one.until, other.since)
            if 1 < gap < _BREAK and not _is_held(rows, one, other):
                said = f"away for {gap} days, and nobody else held it: {span(one)}; {span(other)}"
                yield Remark(office, one.name, said)
            break


def _is_held(rows: list[Row], one: Row, other: Row) -> bool:
    """Whether somebody else held the office between two tenures of one person."""
    return any(
        row.name != one.name and row.since < other.since and (row.until or row.known) > one.until
        for row in rows
    )


def _unsure(office: str, rows: list[Row]) -> Iterator[Remark]:
    """A person whose later term is not sure, so that the end of an earlier one says little."""
    for one in rows:
        later = [row for row in rows if row.name == one.name and row.since > one.since]
        if one.sure and one.until and later and not any(row.sure for row in later):
            said = f"a later term is not sure: {span(one)}; {span(later[0])}"
            yield Remark(office, one.name, said, False)


def _endless(
    office: Office, row: Row, sources: dict[str, Source], today: str
) -> Iterator[Remark]:  # fmt: skip
    """An open tenure that began long ago, according to a source that is no longer recent.

    It cannot stay if a finding on it may be a ``stop``; else it is worth a look.
    """
    latest = max(sources[key].as_of for key in row.sources)
    is_open = not row.until and not row.due and row.known >= latest
    longest = max(_OLD, (office.half_life or HALF_LIFE) * 30)
    is_long = days_between(row.since, today) > longest
    if is_open and is_long and days_between(latest, today) > _RECENT:
        said = f"no end since {row.since}, and the latest source is of {latest}"
        yield Remark(office.id, row.name, said, bool(row.proven))


def _rough(office: str, row: Row) -> Iterator[Remark]:
    """An end that is known to the month, or on which sources differ."""
    for what, first, last in (
        ("begins", row.since, begins(row)), ("ends", ends(row), row.until or ends(row)),
    ):  # fmt: skip
        if first < last:
            far = days_between(first, last) > _RANGE
            told = "within a long time" if far else "on a day that is not known"
            yield Remark(office, row.name, f"{what} {told}: {first} to {last}", False)
