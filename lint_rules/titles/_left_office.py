"""Whether somebody has left the office named, or had not yet taken it, by the facts."""

from __future__ import annotations

from copydesk import Document, pattern
from copydesk.facts import Facts, Person, Tenure, fold
from lint_rules.titles import _other_offices, _resolve_holder
from lint_rules.titles._mention import Mention

_GRACE = 14  # days after the end in which the plain title may still be used
_KNOWN = 120  # days after an office was last checked in which nobody will have come back
_OVERDUE = 60  # days after a term was due to end in which a rule asks
_NEVER = "0000"  # the start of a tenure of which no day is known
_SLOTS = ("paragraph", "list-item", "headline", "deck", "block-quote")
_NO_PLACE = frozenset(
    {"chief", "chair", "chairman", "chairwoman", "leader", "director", "ceo", "speaker", "governor",
     "chief executive", "minister", "executive director", "majority leader", "minority leader",
     "majority whip", "minority whip", "attorney general", "secretary general", "director general",
     "rep", "sen", "chief justice", "chief of staff", "press secretary", "justice secretary",
     "king", "queen", "pope", "mayor", "managing director", "justice", "archbishop",
     "national security adviser", "national security advisor", "communications director",
     "budget director", "treasurer", "commissioner", "administrator", "commander in chief"}
)  # fmt: skip
_OF_ONE = (
    "king",
    "queen",
    "pope",
    "governor",
    "gov",
    "chief justice",
    "press secretary",
    "justice",
)
_TWEET = pattern(r"[–—-]\s?[^\n—–]{2,60}\(@\w+\)|\bpic\.twitter\.com/")
_AFTER = 400  # code points after a name in which the signature of a tweet stands


def last_of(resolved: tuple[Person, list[Tenure]], one: Mention, doc: Document) -> Tenure | None:
    """The last tenure in the office named, if it is over and no other may still run."""
    person, tenures = resolved
    day = doc.date.day.isoformat()
    if person.died and person.died <= day:
        return None
    vague = not one.place and is_vague(tenures, doc[one.title])
    if vague and (one.part or not _is_at_home(doc, tenures)):
        return None
    tenures = [held for held in tenures if held.since <= day]
    sure = [held for held in tenures if held.sure]
    if not sure:
        return None
    if not all(held.until for held in sure):
        return _overdue(sure, day)
    if any(not held.ended(_resolve_holder.day_before(day, _GRACE)) for held in sure):
        return None
    last = max(sure, key=lambda held: held.until)
    if any(not held.sure and held.known > last.until for held in tenures):
        return None
    return last


def _is_at_home(doc: Document, tenures: list[Tenure]) -> bool:
    """Whether the story names the city of a mayor, so that a place with the title is not needed."""
    return all(
        held.office.id.endswith("/mayor") and held.office.of[0].lower() in doc.words
        for held in tenures
    )


def _overdue(sure: list[Tenure], day: str) -> Tenure | None:
    """The open tenure whose end was due some time ago, if that is the last one."""
    last = max(sure, key=lambda held: held.since)
    if last.until or not last.due:
        return None
    passed = _resolve_holder.day_before(day, _OVERDUE) <= last.due
    return last if passed and last.due <= _resolve_holder.day_before(day, _GRACE) else None


def earlier(facts: Facts, tenures: list[Tenure], day: str) -> Tenure | None:
    """Who holds the office on the day, if the facts know only that the other one once did."""
    if any(held.since > _NEVER for held in tenures) or tenures[0].office.several:
        return None
    now = holder(facts, tenures[0], day)
    return now if now is not None and now.covers(day) else None


def is_settled(facts: Facts, person: Person, last: Tenure, day: str) -> bool:
    """Whether the facts cover the day, so that a return to office would show."""
    now = holder(facts, last, day)
    if now is not None and (now.covers(day) or now.due or day < _later(now.known, _KNOWN)):
        return True
    if any(
        held.covers(day) and held.office.place == last.office.place and held.since >= last.until
        for held in person.tenures
    ):
        return True
    return day <= last.source.as_of and not _returns(facts, last)


def told(last: Tenure, person: Person, day: str) -> str:
    """The witness of the last tenure, and of the office that the person holds today instead."""
    now = [held for held in person.tenures if held.covers(day) and held.office.id != last.office.id]
    return "; ".join(held.witness for held in [last, *[held for held in now if held.sure][:1]])


def _later(day: str, days: int) -> str:
    return _resolve_holder.day_before(day, -days)


def _returns(facts: Facts, last: Tenure) -> bool:
    """Whether the list’s next holder is the same person, so the gap may be the list’s own."""
    later = [held for held in facts.tenures_of(last.office) if held.since > last.until]
    return bool(later) and min(later, key=lambda held: held.since).person == last.person


def holder(facts: Facts, last: Tenure, day: str) -> Tenure | None:
    """Who else holds the office on the day of the story."""
    return _other_offices.holder(facts, [last.office], day, last.person)


def is_vague(tenures: list[Tenure], title: str) -> bool:
    """Whether the title alone may mean an office that is not in the facts."""
    if _other_offices.is_unique(fold(title)):
        return False
    if fold(title) in _NO_PLACE:
        return not all(_is_plain(held) for held in tenures)
    return not any(held.office.adjectives for held in tenures)


def _is_plain(held: Tenure) -> bool:
    """Whether the office needs no place: American ones, and those known by the title alone."""
    return held.office.household or held.office.place.startswith("us")


def counts(doc: Document, one: Mention) -> bool:
    """Whether it is in running copy or a headline, outside quotations and tweets."""
    slot = doc.slot_at(one.span.start)
    if slot is None or slot.kind not in _SLOTS or doc.quote_at(one.span) is not None:
        return False
    end = min(len(doc.text), one.span.end + _AFTER)
    return not (
        "@" in doc.text[one.span.end : end]
        and _TWEET.search(doc.text, (one.span.end, end)) is not None
    )


def is_title_of_many(title: str) -> bool:
    """Whether many places and bodies have a folded title, so that it says little without one."""
    return title in _NO_PLACE and title not in _OF_ONE
