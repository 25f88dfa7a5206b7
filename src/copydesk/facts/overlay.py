"""Lays the holders of an office in a later table over those in earlier ones, tenure by tenure."""

from __future__ import annotations

from datetime import date, timedelta

from copydesk.facts.days import days_between
from copydesk.facts.merged import Held, is_open, merged
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from copydesk.facts.holders import Row

    # All folded names of the holder in a row.
    Names = Callable[[Row], frozenset[str]]

NEAR = 400
"""Days; tenures of one person that begin within them are one tenure."""


class Change(ValueTuple):
    """What a later table changed in the tenures of an office.

    Attributes:
        office: the id of the office.
        person: the holder.
        kind: ``added``, ``ended``, ``corrected``, ``confirmed`` or ``replaced``.
        before: the earlier tables’ row, None if there was none.
        after: the later table’s row, None if it has none.
        form: what the later table calls the holder, if that is another name.
    """

    office: str
    person: str
    kind: str
    before: Held | None
    after: Held | None
    form: str = ""


def lay_over(
    office: str, earlier: list[Held], later: list[Held], single: bool, names: Names
) -> tuple[list[Held], list[Change]]:
    """The tenures of both, and what the later ones changed.

    A later tenure is that of an earlier one if both are of the same person and overlap, or
    begin within 400 days; then where they agree both vouch for it, and where they do
    not the later one counts. Any other is added. It ends the tenure of its
    predecessor, if that is open and only one person can hold the office.

    Args:
        office: the id of the office.
        earlier: its tenures in earlier tables.
        later: those in one later table.
        single: whether only one person can hold it at a time.
        names: tells the folded names of a holder.
    """
    found, changes = list(earlier), []
    pairs = _pairs(earlier, later, names)
    for number, new in enumerate(later):
        at = pairs.get(number)
        if at is not None:
            found[at], kind = merged(earlier[at], new)
            name, form = found[at].row.name, new.row.name
            form = form if form != name else ""
            changes.append(Change(office, name, kind, earlier[at], new, form))
    for number, new in enumerate(later):
        if number not in pairs:
            changes.append(Change(office, new.row.name, "added", None, new))
            if single:
                changes += _follow(office, found, new, names)
            found.append(new)
    return found, changes


def _pairs(earlier: list[Held], later: list[Held], names: Names) -> dict[int, int]:
    """For each later tenure, by number, that of the earlier one it speaks of, if any."""
    known: dict[str, list[int]] = {}
    for at, held in enumerate(earlier):
        for key in (*names(held.row), *filter(None, [held.row.person])):
            known.setdefault(key, []).append(at)
    near = sorted(
        (*_distance(earlier[at].row, held.row), number, at)
        for number, held in enumerate(later)
        for at in _same(earlier, known, held.row, names)
    )
    pairs: dict[int, int] = {}
    for apart, days, number, at in near:
        if number not in pairs and at not in pairs.values() and (not apart or days <= NEAR):
            pairs[number] = at
    return pairs


def _same(
    earlier: list[Held], known: dict[str, list[int]], row: Row, names: Names
) -> set[int]:  # fmt: skip
    """The tenures of the same person."""
    keys = (*names(row), *filter(None, [row.person]))
    found = {at for key in keys for at in known.get(key, ())}
    return {at for at in found if _is_same(earlier[at].row, row, names)}


def _is_same(one: Row, other: Row, names: Names) -> bool:
    """Whether two rows are of one person: by id if both have one, else by name."""
    if one.person and other.person:
        return one.person == other.person
    return bool(names(one) & names(other))


def _distance(one: Row, other: Row) -> tuple[bool, int]:
    """Whether two tenures lie apart, and the days between their starts."""
    last, latest = one.until or "9999", other.until or "9999"
    return one.since > latest or other.since > last, abs(days_between(one.since, other.since))


def _follow(office: str, found: list[Held], new: Held, names: Names) -> Iterator[Change]:
    """End the tenure of whoever was in office when another took it."""
    before = [
        at for at, held in enumerate(found)
        if held.row.since < new.row.since and not _is_same(held.row, new.row, names)
    ]  # fmt: skip
    last = max((found[at].row.since for at in before), default="")
    for at in before:
        if found[at].row.since == last and is_open(found[at].row):
            old, found[at] = found[at], _followed(found[at], new)
            yield Change(office, old.row.name, "ended", old, new)


def _followed(old: Held, new: Held) -> Held:
    """A tenure that ended, on a day that nobody gives, before another began.

    The end is proven by nothing. If the earlier table says that it went on, it is not
    sure either.
    """
    first, last = day_before(new.row.since), day_before(new.row.since_by or new.row.since)
    sure = old.row.sure and new.row.sure and old.row.known <= new.row.since
    begin = max(old.row.since, min(old.row.known, first)) if sure else first
    row = old.row._replace(
        until=max(last, begin), until_from=begin, known=begin, sure=sure, due="",
        proven=min(old.row.proven, begin),
    )  # fmt: skip
    return old._replace(row=row, ended=())


def day_before(day: str) -> str:
    """The day before a day, both in ISO format."""
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def told(sources: Iterable[object]) -> str:
    """The names of sources, each once."""
    return " and ".join(dict.fromkeys(str(getattr(one, "name", one)) for one in sources))
