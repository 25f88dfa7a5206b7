"""What the rules about titles share: names, titles and times as they stand in copy."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk import Span, pattern
from lint_rules.titles._facts import fold, places

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
BLANK = r"[\ \u00a0\u202f]"

# What a title must be followed by to be looked at: a name, or “of” and a place.
FOLLOWED = (
    rf"(?=,?{BLANK}\p{{Lu}}|{BLANK}[–—-]{BLANK}\p{{Lu}}|{BLANK}of{BLANK}(?:the{BLANK})?\p{{Lu}})"
)

_GAP = pattern(
    rf"(?P<mark>,?){BLANK}(?:[–—-]{BLANK})?(?:(?:Sir|Dame|Lord|Dr\.?|Mr\.?|Mrs\.?|Ms\.?){BLANK})?"
    r"(?=\p{Lu})",
    verbose=True,
)
_OF = pattern(
    r"[ \u00a0]of[ \u00a0](?:the[ \u00a0])?"
    r"(?P<place>(?:(?:\p{Lu}\.){2,}|\p{Lu}[\p{L}’']+)(?:[ \u00a0]\p{Lu}[\p{L}’']+){0,3})"
)
_TOKEN = pattern(
    r"(?:\p{Lu}|(?:al|el)-\p{Lu})[\p{L}'’.-]*"
    r"|(?:al|el|bin|bint|da|das|de|del|della|der|den|di|do|dos|du|la|le|van|von|y|arap)"
    r"(?=[ \u00a0])"
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
_NEAR = 1000  # code points on either side; no sentence of good copy is as long
_YEAR = pattern(r"(?<![\d.,$£€#-])(?:1[89]|20)\d\d(?:s\b|\b(?![.,]\d|\s*%))")
_MONTH = pattern(
    r"\b(Jan(?:uary)?|Feb(?:ruary)?|March|Apr(?:il)?|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b|\b(?:in|last|of|until|by) (May)\b"
)
_THEN = pattern(
    r"(?i)\b(?:at (?:the|that) time|back (?:then|in)|in those days|then\b|formerly"
    r"|when (?:he|she|they|[\p{L}.’'-]+(?: [\p{L}.’'-]+)?) (?:was|were|had|held|served|led)"
    r"|(?:years?|months|decades?|weeks) (?:ago|before|earlier)"
    r"|(?:his|her) (?:previous|earlier|last|own)"
    r" (?:term|stint|tenure|presidency|government|mandate|campaign|spell)"
    r"|first (?:term|administration|presidency)|previous (?:term|administration)"
    r"|\d(?:st|nd|rd|th)-century|file (?:photo|picture|image))"
)
_LAST = pattern(r"(?i)\b(?:last|earlier this) (week|month|year|fall|autumn|spring|summer|winter)\b")
_DAYS = {"week": 14, "month": 62, "year": 731}  # how far back “last …” may reach


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
            rest = tokens[count:] if mark is None else []
            if rest and not _ends_before(shown, text[rest[0].start : rest[0].end]):
                return None
            return Person(person, Span(start, start + len(bare)))
    return None


def _ends_before(name: str, word: str) -> bool:
    """Whether a name may end before a word with a capital: a weekday, or all in capitals."""
    word = word.strip(".")
    return word.lower() in CALENDAR or (name.isupper() and word not in ("JR", "SR", "II", "III"))


class Title(NamedTuple):
    """A title and what comes after it.

    ``place`` is the span of the place in “president of the United States”, empty
    where there is none. ``comma`` says whether one stands before the name that
    begins at ``name``.
    """

    place: Span
    comma: bool
    name: int


def title_at(text: str, end: int) -> Title | None:
    """What comes after the title that ends at ``end``, if a name may follow."""
    place = place_after(text, end)
    gap = _GAP.match(text, Span(place.end, len(text)))
    return Title(place, bool(gap["mark"]), gap.end()) if gap is not None else None


def place_after(text: str, end: int) -> Span:
    """The known place that “of” gives to a title; empty at ``end`` if there is none."""
    match = _OF.match(text, Span(end, len(text)))
    if match is None:
        return Span(end, end)
    words = match["place"].replace("\u00a0", " ").split(" ")
    for count in range(len(words), 0, -1):
        place = " ".join(words[:count])
        if fold(place) in places():
            return Span(match.start("place"), match.start("place") + len(place))
    return Span(end, end)


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
    whole = sentence(doc, span)
    where = Span(max(whole.start, span.start - _NEAR), min(whole.end, span.end + _NEAR))
    day = doc.date.day
    for match in _YEAR.finditer(doc.text, where):
        year = int(match[0][:4])
        if year < int(since[:4]) or year > day.year:
            return True
        if year == int(since[:4]) < day.year and since[5:7] != "01":
            return True
    if _THEN.search(doc.text, where) is not None or _reaches_back(doc, where, since):
        return True
    return any(
        _last(match[1] or match[2], day.year, day.month) < since[:7]
        for match in _MONTH.finditer(doc.text, where)
    )


def _reaches_back(doc: Document, where: Span, since: str) -> bool:
    """Whether “last month” and the like may be a time before ``since``."""
    from datetime import date

    ago = (doc.date.day - date.fromisoformat(since)).days
    found = _LAST.finditer(doc.text, where)
    return any(ago < _DAYS.get(match[1].lower(), 400) for match in found)


def _last(name: str, year: int, month: int) -> str:
    """The last month of that name, as ``2025-04``."""
    names = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
    number = names.index(name[:3].lower()) + 1
    return f"{year if number <= month else year - 1}-{number:02}"
