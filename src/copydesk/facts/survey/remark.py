"""Remarks on a table of facts."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.facts.holders import Row


class Remark(ValueTuple):
    """Something to look at in a table.

    Attributes:
        office: the id of the office.
        person: whom it is about.
        said: what there is to see.
        wrong: whether it cannot be right.
    """

    office: str
    person: str
    said: str
    wrong: bool = True


def begins(row: Row) -> str:
    """The last day on which a tenure may have begun."""
    return row.since_by or row.since


def ends(row: Row) -> str:
    """The first day on which a tenure may have ended; if it is open, the day it is known to."""
    return row.until_from or row.until or row.known


def span(row: Row) -> str:
    """The tenure in words."""
    return f"{row.name}, {row.since} to {row.until or f'{row.known} at least'}"
