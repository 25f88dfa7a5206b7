"""Whether a plain title of somebody who has left office is worth a question."""

from __future__ import annotations

from copydesk import Document, Sequence
from copydesk.facts import Tenure
from lint_rules.titles import (
    _change_of_office,
    _namesakes,
    _resolve_holder,
    _time_reference,
)
from lint_rules.titles._mention import Mention

LATELY = 3 * 365  # days after the end in which a plain title may be a slip anywhere
_OPENING = 12  # code points before words that still open a sentence
# Before a title: what follows is told of the past.
_TELLS = frozenset(
    (word,)
    for word in (
        "by",
        "when",
        "after",
        "before",
        "than",
        "including",
        "included",
        "around",
        "under",
        "as",
    )
)

_CUES = frozenset({"elect", "former", "ex", "onetime", "one-time", "erstwhile", "late", "then"})


def is_worth_it(doc: Document, one: Mention, last: Tenure) -> bool:
    """Whether a plain title, away from the day's news, may be a slip and not history.

    It may if the end is recent and the story does not tell of it. Long after, only
    somebody who opens the sentence counts.
    """
    day = doc.date.day.isoformat()
    if _resolve_holder.day_before(day, LATELY) >= (last.until or last.due):
        plain = doc.after(one.name.end, 1) not in ("'", "’") and one.ahead[-1:] not in _TELLS
        return (
            one.after
            or _opens(doc, one)
            or (plain and (bool(one.place) or not last.office.household))
        )
    return not _change_of_office.is_told(doc, one, last)


def counts_as_seat(doc: Document, one: Mention, last: Tenure) -> bool:
    """Whether an office of one holder is meant, or a seat of a state that is named, lately left."""
    if not last.office.several:
        return True
    since = _resolve_holder.day_before(doc.date.day.isoformat(), LATELY)
    named = not one.part and _namesakes.is_vouched(doc, one, [last])
    acts = _time_reference.is_subject(doc, one.name) or one.ahead[-1:] == ("said",)
    return named and last.until >= since and (acts or _opens(doc, one))


def _opens(doc: Document, one: Mention) -> bool:
    """Whether the words open a sentence, perhaps after one word and a comma."""
    start = one.span.start
    opening = _time_reference.sentence(doc, one.span).start
    return not one.ahead and start - opening < _OPENING


def is_named(doc: Document, found: Sequence[Mention], now: Tenure) -> bool:
    """Whether the story names the holder, with this title or without one."""
    titled = [(one, person) for one in found for person in one.people if person.name == now.person]
    for one, person in titled:
        if not one.cue and any(
            held.office.id == now.office.id for held in _resolve_holder.meant(doc, one, person)
        ):
            return True
    return not titled and now.person in doc.text


def called_former(found: Sequence[Mention]) -> set[str]:
    """The people that the story calls former, late, “then-” or “-elect” somewhere."""
    return {person.name for one in found if one.cue in _CUES for person in one.people}


def former(doc: Document, start: int) -> str:
    """The word to put before the title, with a capital at the start of a sentence."""
    before = doc.before(start, 2)
    opens = not before or before[-1] == "\n" or before in (". ", "? ")
    return "Former " if opens and doc.after(start, 1).isupper() else "former "
