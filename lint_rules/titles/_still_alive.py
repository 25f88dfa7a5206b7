"""What shows that somebody called “late” was alive on the day of the story."""

from __future__ import annotations

from copydesk import Document, Span
from copydesk.facts import Person, Tenure, fold
from lint_rules.titles import _resolve_holder
from lint_rules.titles._mention import Mention

_LATE = "late "
# Offices whose holders’ deaths the facts know.
_ROLES = frozenset({"president", "pm", "chancellor", "taoiseach", "monarch", "pope", "exchequer"})
_BODIES = frozenset({"un/head", "nato/head"})
_SEATS = frozenset({"sen", "senator", "rep", "representative", "congressman", "congresswoman"})


def is_late(doc: Document, one: Mention) -> bool:
    """Whether “late” is right before a name with its title behind it, or before “former”."""
    if not (one.after or one.cue):
        return False
    before = doc.before(_start(one), len(_LATE) + 1).lower()
    return before.endswith(_LATE) and not before[: -len(_LATE)].isalnum()


def _start(one: Mention) -> int:
    return one.name.start if one.after else one.span.start


def span_of(doc: Document, one: Mention) -> Span:
    """From “late”, with the “the” before it, to the end of the words."""
    start, end = one.span.start, one.span.end
    if is_late(doc, one):
        start, end = _start(one) - len(_LATE), max(one.name.end, 0 if one.after else end)
    start -= 4 * (doc.before(start, 4).lower() == "the ")
    return Span(start, end)


def resolve(doc: Document, one: Mention) -> tuple[Person, list[Tenure]] | None:
    """The one person meant, with the tenures in the office named.

    “Sen.” fits anybody of that full name who held an office of the United States.
    """
    found = _resolve_holder.resolve(doc, one) or _resolve_holder.resolve_leader(doc, one)
    if found is not None or one.part or len(one.people) != 1:
        return found
    person = one.people[0]
    held = [each for each in person.tenures if each.office.place == "us"]
    if held and not one.place and fold(doc[one.title]) in _SEATS:
        return person, held
    return None


def later_offices(person: Person, day: str) -> list[Tenure]:
    """The tenures that show that the person was alive after a day."""
    return [held for held in person.tenures if held.sure and (held.since > day or held.covers(day))]


def is_worth_asking(person: Person, tenures: list[Tenure], day: str) -> bool:
    """Whether the facts would know of a death by that day: somebody’s who was a head."""
    if person.died or day > max(one.as_of for held in tenures for one in held.sources):
        return False
    return any(_is_of_note(held) for held in tenures)


def _is_of_note(held: Tenure) -> bool:
    """Whether the death of somebody who had the office would be in the facts."""
    office = held.office
    if office.place == "us":
        return not office.several
    return office.id.partition("/")[2] in _ROLES or office.id in _BODIES
