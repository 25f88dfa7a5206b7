"""Whether somebody acts in the day's news anywhere in a story, under the surname alone."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Span
from copydesk.facts import Person, fold
from lint_rules._shared.names import folded
from lint_rules.titles import _resolve_holder, _time_reference

_NEAR = 30  # code points before a surname
_MOST = 40  # mentions of one surname that are looked at


@lru_cache(maxsize=64)
def is_acting(doc: Document, person: Person) -> bool:
    """Whether the story reports what somebody did on its day, and means nobody of the same name.

    A story that does so and never says “former” takes the person to be in office.
    """
    surname = folded(person.surname)
    if len(surname) < 3 or not is_alone(doc, person):
        return False
    for start in doc.words.starts(surname)[:_MOST]:
        span = Span(start, start + len(surname))
        slot = doc.slot_at(start)
        if slot is None or slot.kind != "paragraph" or doc.quote_at(span) is not None:
            continue
        before = tuple(doc.before(start, _NEAR).split())[-1:]
        if _time_reference.is_in_clause(doc, start):
            continue
        if _time_reference.is_of_the_day(doc, span, before):
            return True
    return False


@lru_cache(maxsize=64)
def is_alone(doc: Document, person: Person) -> bool:
    """Whether no relative is in the story: the surname has no other given name before it."""
    known = {fold(word) for name in (person.name, *person.forms) for word in name.split()}
    starts = doc.words.starts(folded(person.surname))[:_MOST]
    before = (doc.before(start, _NEAR).split() for start in starts)
    given = (words[-1] for words in before if words and words[-1][0].isupper())
    return all(fold(word) in known or _resolve_holder.is_no_name(word) for word in given)
