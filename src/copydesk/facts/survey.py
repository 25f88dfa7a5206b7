"""Finds contradictions and gaps in a table of facts."""

from __future__ import annotations

from itertools import pairwise

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.facts.holders import Row
    from copydesk.facts.schema import FactTable

_GAP = 62  # days; longer times without a holder are reported


class Remark(ValueTuple):
    """Something to look at in a table; ``wrong`` if it is impossible."""

    office: str
    said: str
    wrong: bool


def survey(table: FactTable) -> list[Remark]:
    """The overlaps, gaps and repeated tenures in a table, by office.

    Overlaps are wrong: two people in an office that only one can hold, or one
    person twice. Gaps are only worth a look. Uncertain and acting tenures are
    ignored.
    """
    found: list[Remark] = []
    for number, office in enumerate(table.offices):
        rows = [row for row in table.rows if row.office == number and row.sure and not row.acting]
        rows.sort(key=lambda row: (row.since, row.name))
        if not office.several:
            found += _between(office.id, rows)
        found += _doubled(office.id, rows)
    return found


def _between(office: str, rows: list[Row]) -> Iterator[Remark]:
    for one, other in pairwise(rows):
        said = f"{one.name} ({one.since} to {_end(one)}) and {other.name} (from {other.since})"
        if one.until and one.until > other.since:
            yield Remark(office, f"two holders at a time: {said}", True)
        elif one.until and _days(one.until, other.since) > _GAP:
            yield Remark(office, f"nobody for {_days(one.until, other.since)} days: {said}", False)
        elif not one.until and one.name != other.name and one.known >= other.since:
            yield Remark(office, f"no end, but somebody followed: {said}", False)


def _doubled(office: str, rows: list[Row]) -> Iterator[Remark]:
    last: dict[str, Row] = {}
    for row in rows:
        earlier = last.get(row.name)
        if earlier is not None and row.since < (earlier.until or earlier.known):
            yield Remark(office, f"{row.name} twice: {earlier.since} and {row.since}", True)
        last[row.name] = row


def _end(row: Row) -> str:
    return row.until or f"{row.known} at least"


def _days(a: str, b: str) -> int:
    from datetime import date

    return (date.fromisoformat(b) - date.fromisoformat(a)).days
