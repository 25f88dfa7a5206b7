"""One tenure of two tables: what both say counts twice, and where they differ the later counts."""

from __future__ import annotations

from datetime import date

from copydesk.facts.model import Source, is_proof, proven_by
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.facts.holders import Row

CLOSE = 31
"""Days by which sources that agree may differ."""


class Held(ValueTuple):
    """A row of a table, with its sources.

    Attributes:
        row: as read.
        told: the sources for its start.
        ended: the sources for its end.
        vouched: for each source, the day up to which it says that the tenure went on.
    """

    row: Row
    told: tuple[Source, ...]
    ended: tuple[Source, ...]
    vouched: tuple[tuple[Source, str], ...]

    @classmethod
    def of(cls, row: Row, sources: dict[str, Source]) -> Held:
        """A row with its sources, given those of the table by key."""
        told = tuple(sources[key] for key in row.sources)
        ended = tuple(sources[key] for key in row.ends)
        return cls(row, told, ended, tuple((one, min(one.as_of, row.known)) for one in told))


def is_open(row: Row) -> bool:
    """Whether no end is known."""
    return not row.until


def merged(old: Held, new: Held) -> tuple[Held, str]:
    """The tenure by both, and what the later one did: ``ended``, ``corrected``, ``confirmed``."""
    begins = _agree(_begin(old.row), _begin(new.row))
    held = _began(old, new) if begins else new
    kind = "confirmed" if begins else "corrected"
    if is_open(new.row) and (is_open(old.row) or new.row.known > old.row.until):
        kind = kind if is_open(old.row) else "corrected"
        held = _went_on(held, old if begins and is_open(old.row) else new, new)
    elif is_open(new.row):
        held = _ended(held, old, old)
    elif is_open(old.row):
        kind, held = "ended" if begins else "corrected", _ended(held, new, new)
    elif _agree(_end(old.row), _end(new.row)):
        held = _ended(held, old, new)
    else:
        kind, held = "corrected", _ended(held, new, new)
    named = held.row._replace(name=old.row.name, person=old.row.person or new.row.person)
    return _proven(held._replace(row=named), old, begins), kind


def _began(old: Held, new: Held) -> Held:
    """The later tenure, with the start and the sources of both."""
    since, since_by = _joint(_begin(old.row), _begin(new.row), old.row.sure, new.row.sure)
    row = new.row._replace(
        since=since, since_by=since_by, sure=old.row.sure or new.row.sure, until="", ends=()
    )
    vouched = tuple(dict.fromkeys((*old.vouched, *new.vouched)))
    return Held(row, _both(new.told, old.told), (), vouched)


def _went_on(held: Held, old: Held, new: Held) -> Held:
    """The tenure, open."""
    row = held.row._replace(
        until="", until_from="", ends=(), known=max(old.row.known, new.row.known),
        due=new.row.due or old.row.due,
    )  # fmt: skip
    return held._replace(row=row, ended=())


def _ended(held: Held, old: Held, new: Held) -> Held:
    """The tenure with an end on which both agree; ``old`` is ``new`` if only one gives it."""
    first, last = _joint(_end(old.row), _end(new.row), old.row.sure, new.row.sure)
    sure = held.row.sure and (old.row.sure or new.row.sure)
    about = not (old.ended or new.ended)  # an end that was inferred
    row = held.row._replace(
        until=last, until_from=first, due="", known=max(old.row.known, new.row.known) if about
        else first, sure=sure,
    )  # fmt: skip
    return held._replace(row=row, ended=_both(new.ended, old.ended))


def _proven(held: Held, old: Held, begins: bool) -> Held:
    """The tenure with the day up to which two sources, or one of record, confirm it."""
    row, proof = held.row, ""
    if row.until:
        proof = row.known if is_proof(held.told) and is_proof(held.ended) else ""
    else:
        proof = proven_by(held.vouched)
    proof = max(proof, row.proven, old.row.proven if begins else "")
    return held._replace(row=row._replace(proven=min(proof, row.known)))


def _begin(row: Row) -> tuple[str, str]:
    return row.since, row.since_by or row.since


def _end(row: Row) -> tuple[str, str]:
    return row.until_from or row.until, row.until


def _agree(one: tuple[str, str], other: tuple[str, str]) -> bool:
    """Whether two ranges overlap, or lie at most a month apart."""
    first, last = max(one[0], other[0]), min(one[1], other[1])
    if first <= last:
        return True
    return (date.fromisoformat(first) - date.fromisoformat(last)).days <= CLOSE


def _joint(
    one: tuple[str, str], other: tuple[str, str], sure: bool, is_sure: bool
) -> tuple[str, str]:  # fmt: skip
    """What two ranges share, or else all of both; only one of them if the other is not sure."""
    if sure != is_sure:
        return one if sure else other
    first, last = max(one[0], other[0]), min(one[1], other[1])
    if first > last:
        first, last = min(one[0], other[0]), max(one[1], other[1])
    return first, last


def _both(one: tuple[Source, ...], other: tuple[Source, ...]) -> tuple[Source, ...]:
    return tuple(dict.fromkeys((*one, *other)))
