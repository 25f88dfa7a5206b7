"""What the rules about titles share: names, titles and times as they stand in copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk import Span, pattern
from lint_rules.titles._facts import fold

if TYPE_CHECKING:
    from copydesk import Document
    from lint_rules.titles._facts import Facts, Office

TITLE = r"""(?i:
    Vice[-\ ]President | President | Prime\ Minister | Premier | PM | Taoiseach | First\ Minister
    | Chancellor\ of\ the\ Exchequer | Chancellor
    | Secretary\ of\ State | Defen[cs]e\ Secretary | Secretary\ of\ Defen[cs]e
    | Treasury\ Secretary | Secretary\ of\ the\ Treasury | Attorney\ General
    | Foreign\ Secretary | Home\ Secretary
    | (?:Foreign|Interior|Finance|Defen[cs]e)\ Minister
    | Secretary[-\ ]General | Director[-\ ]General | Managing\ Director
    | Speaker | Governor | Chair(?:wo)?man | Chair | foreign\ policy\ chief | top\ diplomat | chief
)"""
OF = r"[ ]of[ ](?:the[ ])?(?P<of>\p{Lu}[\p{L}.]*(?:[ ]\p{Lu}\p{L}+){0,3}?)"
BLANK = r"[\ \u00a0\u202f]"
HONORIFIC = rf"(?:(?:Sir|Dame|Lord|Dr\.?|Mr\.?|Mrs\.?|Ms\.?){BLANK})?"

_TOKEN = pattern(
    r"(?:\p{Lu}|(?:al|el)-\p{Lu})[\p{L}'’.-]*"
    r"|(?:al|el|bin|bint|da|das|de|del|della|der|den|di|do|dos|du|la|le|van|von|y|arap)(?=[ \u00a0])"
)
_POSSESSIVE = pattern(r"(?:['’]s|['’]|[.])+\Z")
CALENDAR = frozenset(
    {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january",
        "february", "march", "april", "may", "june", "july", "august", "september", "october",
        "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep",
        "oct", "nov", "dec",
    }
)  # fmt: skip
_YEAR = pattern(r"(?<![\d.,$£€#-])(?:1[89]|20)\d\d(?:s\b|\b(?![.,]\d|\s*%))")
_MONTH = pattern(
    r"\b(Jan(?:uary)?|Feb(?:ruary)?|March|Apr(?:il)?|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b|\b(?:in|last|of|until|by) (May)\b"
)
_THEN = pattern(
    r"(?i)\b(?:at (?:the|that) time|back (?:then|in)|in those days|then\b|formerly"
    r"|when (?:he|she|they|[\p{L}.’'-]+(?: [\p{L}.’'-]+)?) (?:was|were|had|held|served|led)"
    r"|(?:years?|months|decades?|weeks) (?:ago|before|earlier)|last (?:year|month|week|fall|autumn"
    r"|spring|summer|winter)|earlier this (?:year|month)|(?:during|in|under) (?:his|her) (?:first"
    r"|previous|earlier|last|own)\b|first (?:term|administration|presidency)|previous (?:term"
    r"|administration)|\d(?:st|nd|rd|th)-century|file (?:photo|picture|image)|archive)"
)


class Person(NamedTuple):
    """A known person's name in the text."""

    name: str
    span: Span


def person_at(text: str, start: int, facts: Facts) -> Person | None:
    """The known person whose full name stands at ``start``.

    The longest name counts. None where the name may go on (a son's “Jr.”, a
    name of three parts), where two people bear it, or where it is not known.
    """
    tokens = _tokens(text, start)
    for count in range(len(tokens), 1, -1):
        end = tokens[count - 1].end
        shown = text[start:end]
        mark = _POSSESSIVE.search(shown)
        bare = shown[: mark.start()] if mark is not None else shown
        person = facts.called.get(fold(bare)) or facts.called.get(fold(shown))
        if person:
            goes_on = count < len(tokens) and mark is None
            following = text[tokens[count].start : tokens[count].end] if goes_on else ""
            if goes_on and following.strip(".").lower() not in CALENDAR:
                return None
            return Person(person, Span(start, start + len(bare)))
    return None


def _tokens(text: str, start: int) -> list[Span]:
    """The words of a name, from ``start`` on: capitals and particles."""
    found: list[Span] = []
    while len(found) < 7:
        match = _TOKEN.match(text, Span(start, len(text)))
        if match is None:
            break
        found.append(Span(*match.span()))
        start = match.end() + 1
        if text[match.end() : start] not in (" ", "\u00a0", "\u202f"):
            break
    return found


def offices_meant(facts: Facts, title: str, place: str) -> list[Office]:
    """The offices that a title with a place (or with none) may mean."""
    title, place = fold(title), fold(place)
    found = []
    for office in facts.offices:
        if title in map(fold, office.titles) and (not place or is_of(office, place)):
            found.append(office)
    return found


def is_of(office: Office, place: str) -> bool:
    """Whether folded words name the office's place or body: “ukrainian”, “ukraine”."""
    return any(fold(name) == place for name in (*office.adjectives, *office.of))


def sentence(doc: Document, span: Span) -> Span:
    """The sentence around a span; the whole slot where it has no sentences."""
    found = doc.sentence_at(span.start)
    slot = doc.slot_at(span.start)
    if found is not None and found.end > span.start:
        return found
    return slot.span if slot is not None else span


def is_of_another_time(doc: Document, span: Span, since: str) -> bool:
    """Whether the sentence speaks of a time before ``since``, or of one to come.

    A year before it, a month without a year whose last one was before it, or
    words such as “at the time” show that.
    """
    where = sentence(doc, span)
    day = doc.date.day
    for match in _YEAR.finditer(doc.text, where):
        year = int(match[0][:4])
        if year < int(since[:4]) or year > day.year:
            return True
        if year == int(since[:4]) < day.year and match[0][4:] == "s":
            return True
    if _THEN.search(doc.text, where) is not None:
        return True
    return any(
        _last(match[1] or match[2], day.year, day.month) < since[:7]
        for match in _MONTH.finditer(doc.text, where)
    )


def _last(name: str, year: int, month: int) -> str:
    """The last month of that name, as ``2025-04``."""
    names = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    number = names.index(name[:3].lower()) + 1
    return f"{year if number <= month else year - 1}-{number:02}"
