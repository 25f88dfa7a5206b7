"""What kind of quantity a number is: money, a share, an age, a year, a count of things."""

from __future__ import annotations

from copydesk.figures import nouns
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.figures.quantity import QuantityKind
    from copydesk.figures.written import Figure

_MONTHS_TEXT = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sept sep oct nov dec"
)
_MONTHS = frozenset(_MONTHS_TEXT.split())
_TO_YEAR = frozenset((
    "in", "since", "from", "until", "till", "by", "of", "to", "between", "after", "before", "late",
    "early", "mid", "spring", "summer", "fall", "autumn", "winter", "and", "during", "through",
    "class", "circa", "c.", "fiscal", "year", "season", *_MONTHS,
))  # fmt: skip
_DAY_AFTER = compiled(
    r"(?i)(?:st|nd|rd|th)?[ \u00a0](?:of )?(?:january|february|march|april|may|june|july|august"
    r"|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b"
)
_CLOCK = compiled(r"(?i)[ \u00a0]?(?:a\.?m\b|p\.?m\b|o[’']clock|noon|midnight)")
_AGE = compiled(r"(?i)[ -](?:years?|months?|weeks?|days?)[ -]old(?:s)?\b")
_LABELS = frozenset((
    "no.", "no", "nos.", "number", "game", "section", "chapter", "page", "room", "route", "highway",
    "interstate", "flight", "figure", "part", "district", "ward", "level", "phase", "grade", "act",
    "article", "title", "proposition", "prop.", "measure", "amendment", "act", "week", "day",
    "round", "lot", "line", "platform", "gate", "pier", "zone", "class", "type", "apollo", "covid",
    "top", "channel", "windows", "volume", "issue", "item", "question", "step", "rule", "table",
    "bill", "resolution", "version", "verse", "psalm", "apartment", "suite", "unit", "world", "ch.",
    "g", "u.s.", "quarter", "form",
))  # fmt: skip
# Words with a capital at the start of a sentence that name nothing: “The eight are”.
_OPENERS = frozenset((
    "the", "all", "those", "these", "with", "of", "only", "some", "about", "nearly", "almost",
    "another", "in", "at", "by", "for", "and", "but", "then", "now", "altogether",
))  # fmt: skip
_VOTES = frozenset((
    "voted", "vote", "votes", "by", "passed", "approved", "won", "beat", "defeated", "lost",
    "ruled", "rejected", "win", "loss", "score", "lead", "victory", "decision", "tied", "of",
))  # fmt: skip


class Told(ValueTuple):
    """The kind of a number, its unit, its noun and where number and noun end."""

    kind: QuantityKind
    unit: str
    noun: str
    end: int
    noun_end: int


def tell(
    text: str, figure: Figure, before: str, lead: str, currency: str, stop: int
) -> Told | None:
    """What a number is.

    Args:
        text: the text.
        figure: the number.
        before: the text before it, within its slot.
        lead: the word before it.
        currency: the sign of a currency before it.
        stop: where its slot ends.
    """
    end, form = figure.end, figure.form
    if form == "time":
        return Told("time", "", "", end, 0)
    if currency:
        return Told("money", currency, "", end, 0)
    if form in ("percent", "points", "fraction"):
        thing = nouns.thing_at(text, end, min(stop, end + 60), True)
        return Told(form, "" if form == "fraction" else "%", thing.noun, end, thing.end)  # type: ignore[arg-type]
    if form == "decade":
        return Told("year", "" if figure.other else "decade", "", end, 0)
    if form == "ordinal":
        return _ordinal(text, figure, before, stop)
    if form == "plain":
        found = _of_time(text, figure, before, lead)
        if found is not None:
            return found
    return _counted(text, figure, before, stop)


def _ordinal(text: str, figure: Figure, before: str, stop: int) -> Told:
    if _is_after_month(before) or _DAY_AFTER.match(text, figure.end):
        return Told("day", "", "", figure.end, 0)
    thing = nouns.thing_at(text, figure.end, min(stop, figure.end + 40), False)
    return Told("ordinal", "", thing.noun, figure.end, thing.end)


def _of_time(text: str, figure: Figure, before: str, lead: str) -> Told | None:
    """A year, a day, a time or an age; None if it is none of them."""
    value, end = figure.number.value, figure.end
    is_plain = text[figure.start].isdecimal() and figure.number.unit == 1
    if is_plain and value <= 31 and _is_day(text, end, before):
        return Told("day", "", "", end, 0)
    if value <= 24 and text[figure.start].isdecimal() and _CLOCK.match(text, end, end + 9):
        return Told("time", "", "", end, 0)
    if is_plain and 1000 <= value <= 2100 and _is_year(text, figure, before, lead):
        return Told("year", "", "", end, 0)
    if _AGE.match(text, end, end + 16) or lead in ("age", "aged", "ages"):
        return Told("age", "year", "", end, 0)
    is_last = text[end : end + 1] in (",", ")", ";", ".")
    if is_plain and value < 120 and is_last and before[-2:] == ", " and _is_name(before[:-2]):
        return Told("age", "year", "", end, 0)
    return None


_MARKS = tuple(",;:)!?—–”")


def _last_word(before: str) -> str:
    """The word directly before a number; empty if there is a mark between."""
    if before[-1:] not in (" ", "\u00a0"):
        return ""
    word = before[before.rfind(" ", 0, -1) + 1 : -1].lstrip('("“').rstrip("\u00a0")
    return "" if word[-1:] in _MARKS else word


def _is_name(before: str) -> bool:
    """Whether a text ends in a word with a capital: “Ann Poe”."""
    word = before[before.rfind(" ") + 1 :]
    return len(word) > 1 and word[0].isupper()


def _is_after_month(before: str) -> bool:
    word = _last_word(before)
    return word.rstrip(".").lower() in _MONTHS and word[:1].isupper()


def _is_day(text: str, end: int, before: str) -> bool:
    return _is_after_month(before) or _DAY_AFTER.match(text, end, end + 16) is not None


def _is_year(text: str, figure: Figure, before: str, lead: str) -> bool:
    if "," in text[figure.start : figure.end]:
        return False
    is_after = lead.rstrip(".,") in _TO_YEAR or before[-2:] in (", ", " (", "")
    if not (is_after or figure.is_range):
        return False
    return lead in ("in", "since") or not nouns.is_plural(_next(text, figure.end))


def _next(text: str, place: int) -> str:
    return text[place + 1 : place + 24].partition(" ")[0].strip(".,;:)").lower()


def _counted(text: str, figure: Figure, before: str, stop: int) -> Told | None:
    """A count, a measure, a duration, a sum of money in words, a score or a label."""
    end = figure.end
    is_score = figure.form == "score"
    word = _last_word(before)
    is_capital, last = word[:1].isupper(), word.lower()
    is_named = last in _LABELS and (is_capital or last in ("no.", "number", "page", "top"))
    if is_named and text[figure.start].isdecimal() and not is_score:
        return Told("label", last.rstrip("."), "", end, 0)
    is_part = text[end : end + 1] == "-" and text[end + 1 : end + 2].isdecimal()
    if is_part or (before[-1:] == "-" and before[-2:-1].isalpha()):
        return Told("label", "", "", end, 0)
    thing = nouns.thing_at(text, end, min(stop, end + 70), False)
    noun = thing.noun
    single = nouns.singular(noun) if noun else ""
    if noun == "another":  # one another
        return None
    if (
        not noun
        and is_capital
        and last not in _OPENERS
        and len(word) + 1 < len(before)
        and not is_score
    ):
        return Told("label", "", "", end, 0)
    if is_score:
        return Told("score", "", noun, end, thing.end)
    if single in nouns.CURRENCIES:
        return Told("money", nouns.CURRENCIES[single], "", thing.end, 0)
    first = nouns.singular(_first_word(text, end))
    if first in nouns.DURATIONS:
        return Told("duration", first, noun, end, thing.end)
    if first in nouns.MEASURES:
        return Told("measure", "foot" if first == "feet" else first, noun, end, thing.end)
    if text[figure.start].isalpha() and not noun and figure.number.value == 1:
        return None  # “one” that is no number
    return Told("count", "", single or noun, end, thing.end)


def _first_word(text: str, place: int) -> str:
    rest = text[place + 1 : place + 20].lower()
    size = 0
    while size < len(rest) and rest[size].isalpha():
        size += 1
    return rest[:size]
