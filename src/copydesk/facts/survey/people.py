"""Looks at people across the offices of a table: two posts at a time, and deaths."""

from __future__ import annotations

from itertools import combinations

from copydesk.facts.days import days_between
from copydesk.facts.survey.remark import Remark, begins, ends, span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.facts.holders import Row
    from copydesk.facts.schema import FactTable

_CLOSE = 31  # days for which an old office and a new one may overlap
# Heads of government are often ministers as well; of these offices nobody has two.
_ALONE = frozenset({
    "attorney-general", "auditor", "chancellor", "governor", "king", "lieutenant-governor",
    "mayor", "monarch", "pm", "president", "queen", "speaker", "state", "treasurer", "vice",
})  # fmt: skip


def of_people(table: FactTable) -> Iterator[Remark]:
    """Remarks on the people of a table."""
    held: dict[tuple[str, str], list[Row]] = {}
    for row in table.rows:
        place = table.offices[row.office].place
        if row.sure:
            yield from _dead(table, row)
            if not row.acting and not table.offices[row.office].several:
                held.setdefault((place, row.person or row.name), []).append(row)
    for rows in held.values():
        for one, other in combinations(sorted(rows, key=lambda row: row.since), 2):
            yield from _two(table, one, other)


def _two(table: FactTable, one: Row, other: Row) -> Iterator[Remark]:
    """One person in two offices of one place at a time."""
    offices = table.offices[one.office].id, table.offices[other.office].id
    last = min(ends(one), ends(other))
    if offices[0] != offices[1] and days_between(begins(other), last) > _CLOSE:
        wrong = all(office.partition("/")[2] in _ALONE for office in offices)
        wrong = wrong or offices[0].startswith("us-")
        said = f"in two offices at a time: {span(one)}; {offices[1]} from {other.since}"
        yield Remark(offices[0], one.name, said, wrong)


def _dead(table: FactTable, row: Row) -> Iterator[Remark]:
    """A tenure that goes on after the holder’s death."""
    died = table.died.get(row.name) or table.died.get(row.person)
    if died and died[0] < ends(row):
        said = f"died by {died[0]}, and is in office to {ends(row)}: {span(row)}"
        yield Remark(table.offices[row.office].id, row.name, said)
