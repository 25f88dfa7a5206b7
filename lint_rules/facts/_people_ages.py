"""Who is how old: the ages that a story ties to a name."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Iterator, Match, Span, ValueTuple, pattern
from lint_rules._shared.dates import ANY_YEAR
from lint_rules._shared.numbers import WORDS, read

PART = r"[A-Z][^\W\d_]*(?:[’'-][A-Z]?[^\W\d_]+)*"
_FULL = (
    rf"{PART}(?:\s(?:[A-Z]\.\s?)*(?:(?:de|la|van|der|den|von|bin|al|el|da|dos|del|le)\s){{"
    rf"0,2}}{PART}){{0,3}}"
)
_COMMA = pattern(rf"(?P<name>{_FULL})(?:,\s(?:(?:now\s)?aged?\s|who\sis\s(?:now\s)?)?|\s\()\Z")
_ENDS = pattern(r"[,.)](?!\d)(?!\s\d)|\sand\s|\s(?:of|from)\s|\Z|\syears\sold")
_OLD = pattern(
    rf"\s(?:(?!who|and|was|is|has|had|with|son|daughter|from|on|in)[a-z’'-]+\s){{0,3}}?"
    rf"(?:(?:Mr|Ms|Mrs|Dr)\.?\s)?(?P<name>{_FULL})"
)
_A_OLD = pattern(rf"(?P<name>{_FULL}),\san?\s\Z")
_TITLES = frozenset((
    "Mr", "Mrs", "Ms", "Miss", "Dr", "Sgt", "Cpl", "Pfc", "Spc", "Lt", "Capt", "Maj", "Col", "Gen",
    "Officer", "Rev", "Father", "Sister", "Sir", "Dame", "Lord", "Lady", "Rep", "Sen", "Gov",
    "President", "Mayor", "Judge", "Coach", "Prof", "Professor", "Detective", "Deputy", "Trooper",
    "Constable", "Private", "Then", "Now", "But", "And", "When", "After", "For", "While", "With",
    "Like", "The", "In", "At", "As", "Both", "Suspect", "Actor", "Singer", "Author",
    "Congressman", "Senator", "Justice", "King", "Queen", "Prince", "Princess", "Pope",
    "Superintendent", "Chief", "Sheriff", "Commissioner",
))  # fmt: skip
_TABLE = 6  # semicolons of a paragraph that is a table
_SUFFIX = pattern(r"\s(?:Jr|Sr|II|III|IV)\b")
_PAST = pattern(
    r"(?i)\b(?:then|when|at the time|last year|ago|earlier|years? later|back in|years? "
    r"before|would have been"
    r"|would be|will be|turn(?:s|ed|ing)?|birthday|once|as an?(?:\s\d|\s\Z)|until|since"
    r"|by the time|young|used to"
    r"|previously|had been|fiction\w*|character|plays|played|portray\w*)\b"
)
_PAST_AFTER = pattern(
    r"(?i)[^.]{0,30}\b(?:when|at\sthe\stime|then|years?\sago|birthday|at the start)\b"
)


class Aged(ValueTuple):
    """An age with the name that it is tied to."""

    span: Span
    age: int
    name: tuple[str, ...]
    sentence: Span
    is_past: bool


@lru_cache(maxsize=2)
def aged(doc: Document) -> tuple[Aged, ...]:
    """The ages of named people, in order."""
    return tuple(sorted(_read(doc)))


def _read(doc: Document) -> Iterator[Aged]:
    text, words = doc.text, doc.words
    ends: set[int] = set()
    for place in words.starts("old"):
        match = _OF_YEARS.search(text, (max(0, place - 26), place + 3))
        if match is not None:
            ends.add(match.start("n"))
            yield from _old(doc, match)
    for place in words.figures():
        if place not in ends and text[place : place + 2].isdecimal():
            yield from _plain(doc, place)


def _old(doc: Document, match: Match[str]) -> Iterator[Aged]:
    """“the 36-year-old Ruiz”, “Ana Ruiz, a 45-year-old carpenter”, “Ruiz is 45 years old”."""
    text = doc.text
    place, end = match.start("n"), match.end()
    slot = doc.slot_at(place)
    if slot is None:
        return
    back = Span(max(slot.span.start, place - 60), place)
    found = _A_OLD.search(text, back) or _IS.search(text, back)
    found = found or _OLD.match(text, (end, min(slot.span.end, end + 70)))
    if found is not None:
        yield from _tied(doc, Span(place, end), _value(match["n"]), found["name"])


def _plain(doc: Document, place: int) -> Iterator[Aged]:
    """“Ana Ruiz, 34,”, “Ruiz (34)”, “Ruiz, aged 34,”, “Ruiz, who is 34,”."""
    text, end = doc.text, place + 2
    if text[place] == "1" and text[end : end + 1].isdecimal() and text[place : end + 1] < "116":
        end += 1
    if text[end : end + 1].isalnum() or text[place - 1 : place] not in (" ", "(", "\u00a0"):
        return
    slot = doc.slot_at(place)
    if slot is None or not _ENDS.match(text, (end, end + 12)):
        return
    found = _COMMA.search(text, (max(slot.span.start, place - 60), place))
    closes = text[place - 1] != "(" or text[end : end + 1] == ")"
    if found is not None and closes:
        yield from _tied(doc, Span(place, end), int(text[place:end]), found["name"])


def _tied(doc: Document, span: Span, age: int, name: str) -> Iterator[Aged]:
    slot = doc.slot_at(span.start)
    if slot is None or slot.kind in ("table-cell", "embed", "credit"):
        return
    if doc.text.count("; ", *slot.span) > _TABLE:
        return
    if _SUFFIX.search(name) or doc.quote_at(span) is not None or not age:
        return
    words = name.replace("\u00a0", " ").split()
    parts = [part for part in words if part.rstrip(".") not in _TITLES]
    if not parts or ("." in parts[0] and len(parts) == 1):
        return
    sentence = doc.sentence_at(span.start) or slot.span
    yield Aged(span, age, tuple(parts), sentence, _is_past(doc, sentence, span))


def _value(text: str) -> int:
    number = read(text)
    return round(number.value) if number is not None and number.unit == 1 else 0


_OF_YEARS = pattern(rf"(?<![\d.,$-])\b(?P<n>\d{{1,3}}|(?i:{WORDS}))[ -]years?[ -]old\Z")
_IS = pattern(rf"(?P<name>{_FULL})(?:,\swho)?\sis\s(?:now\s)?(?:an?\s)?\Z")


def _is_past(doc: Document, sentence: Span, span: Span) -> bool:
    """Whether a sentence is about another time, so that the age may be of that time."""
    now = str(doc.date.day.year)
    if any(one[0] != now for one in ANY_YEAR.finditer(doc.text, sentence)):
        return True
    if _PAST_AFTER.match(doc.text, (span.end, sentence.end)):
        return True
    return _PAST.search(doc.text, (max(sentence.start, span.start - 80), span.start)) is not None
