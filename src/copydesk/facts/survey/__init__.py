"""Finds what cannot be right in a table of facts, and what is worth a look."""

from __future__ import annotations

from copydesk.facts.survey.names import of_names
from copydesk.facts.survey.people import of_people
from copydesk.facts.survey.remark import Remark
from copydesk.facts.survey.rows import of_rows
from copydesk.facts.survey.twice import of_doubles

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.facts.schema import FactTable

__all__ = ["Remark", "survey"]


def survey(table: FactTable, today: str = "") -> list[Remark]:
    """What cannot be right in a table, and what is worth a look, by office.

    What cannot be right is ``wrong``. If it is right all the same, the table says so under
    ``[checked]``, and it is only worth a look.

    Args:
        table: as it was read.
        today: the day on which it is checked; by default that of its latest source.
    """
    day = today or max(one.as_of for one in table.sources.values())
    found = [one._replace(wrong=False) if _key(one) in table.checked else one
             for one in _found(table, day)]  # fmt: skip
    return sorted(dict.fromkeys(found), key=lambda one: (one.office, not one.wrong))


def _found(table: FactTable, day: str) -> Iterator[Remark]:
    yield from of_names(table)
    for number, office in enumerate(table.offices):
        rows = [row for row in table.rows if row.office == number]
        rows.sort(key=lambda row: (row.since, row.name))
        yield from of_rows(office, rows, table.sources, day)
        yield from of_doubles(office, rows, table.names)
    yield from of_people(table)


def _key(remark: Remark) -> str:
    return f"{remark.office} {remark.person}"
