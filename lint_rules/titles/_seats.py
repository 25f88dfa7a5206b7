"""Seats in the American Congress: “Sen.” for a representative, or for another state."""

from __future__ import annotations

from copydesk import Document
from copydesk.facts import Person, Tenure
from lint_rules.titles import _namesakes
from lint_rules.titles._mention import Mention

_OF_SENATE = frozenset({"sen", "senator"})
TITLES = _OF_SENATE | {"rep", "representative", "congressman", "congresswoman"}
"""Folded titles of members of Congress; those of states have them too."""


def other(doc: Document, one: Mention, person: Person, title: str) -> Tenure | None:
    """The seat or the leadership that the person has on the day, if it cannot be the one named.

    Namesakes sit in the parliaments of states, so the full name must be that of one
    person in the facts, and only leaders count without a state.
    """
    day = doc.date.day.isoformat()
    state = one.place if _namesakes.is_state(one.place) else ""
    if one.part or len(one.people) != 1:
        return None
    if any(held.office.has_title(title) for held in person.tenures if _fits(held, state)):
        return None
    for held in person.tenures:
        if held.covers(day) and _is_other(held, title, state):
            near = state or held.office.place == "us" or _namesakes.is_vouched(doc, one, [held])
            if near:
                return held
    return None


def _fits(held: Tenure, place: str) -> bool:
    """Whether a seat is of the state named, or none is named."""
    return not place or held.office.is_of(place)


def _is_other(held: Tenure, title: str, place: str) -> bool:
    """Whether it is a seat in the other chamber, its leadership, or the seat of another state.

    A governor has no seat of the state, either.
    """
    where, _, role = held.office.id.partition("/")
    if where == "us":
        return role.startswith(("house", "speaker") if title in _OF_SENATE else "senate")
    if where.startswith("us-") and role == "governor":
        return bool(place) and held.office.is_of(place)
    if not where.startswith("us-") or role not in ("senator", "representative"):
        return False
    same = role == ("senator" if title in _OF_SENATE else "representative")
    return not same or (bool(place) and not held.office.is_of(place))
