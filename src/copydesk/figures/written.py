"""The number that begins at a place: its span, value and what its own signs say it is."""

from __future__ import annotations

from copydesk.figures.numbers import (
    NUMBER_WORDS,
    ORDINALS,
    SCALES,
    Number,
    in_figures,
    in_words,
)
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_NUMBER = r"(?:\d{1,3}(?:,\d{3})+(?![\d])|\d+)(?:\.\d+)?"
_SIGN = r"(?:[A-Z]{1,3}\$|[$£€¥₹])"
_SCALE = (
    r"(?:[ \u00a0-](?:hundred|thousand|million|billion|trillion)"
    r"|[ \u00a0]?(?:bn|mn|mill?|m|k|tn)(?![\w])"
    r"|(?<=[\d.]\d)[bt](?![\w])|(?<=[$£€¥₹]\d)[bt](?![\w]))"
)
_PERCENT = r"\s?%|[ \u00a0-](?:percent|per\scent|pc)\b(?!age)"
_TAIL = rf"(?P<points>[ \u00a0-]percent(?:age)?[ -]points?\b)|(?P<percent>{_PERCENT})"
_TAIL_2 = _TAIL.replace("<", "<two_")
FIGURE = compiled(
    rf"(?i)(?P<n>{_NUMBER})(?:(?P<ord>st|nd|rd|th)\b|(?P<decade>[’']?s\b)|(?P<clock>:\d\d)"
    rf"|/(?P<whole>\d{{1,3}})(?![/\d])|(?P<scale>{_SCALE}))?(?:{_TAIL})?"
    rf"(?:(?P<dash>\s?[-–—]|[-\s]to[-\s]|\s(?:and|or)\s(?={_SIGN}|\d))\s?(?:{_SIGN})?"
    rf"(?P<m>{_NUMBER})(?![\d:/]|(?:st|nd|rd|th)\b)"
    rf"(?P<scale2>{_SCALE})?(?:{_TAIL_2})?)?"
)
_LAST = rf"(?P<m>{NUMBER_WORDS})\b(?P<scale2>{_SCALE})?"
WORDED = compiled(
    rf"(?i)(?:(?P<n>{NUMBER_WORDS})|an?)\b"
    rf"(?:[ -](?P<hundred>hundred)(?:(?: and)? (?P<rest>{NUMBER_WORDS}))?)?"
    rf"(?:[ -](?P<scale>thousand|million|billion|trillion|dozen))?(?P<half> and a half)?"
    rf"(?:(?P<points>[ -]percent(?:age)?[ -]points?\b)|(?P<percent>[ -]percent\b(?!age)))?"
    rf"(?:(?P<dash>-?\s?to[-\s]|[–]){_LAST})?"
)
_FRACTIONS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourths": 4,
    "fifth": 5, "fifths": 5, "sixth": 6, "sixths": 6, "seventh": 7, "eighth": 8, "eighths": 8,
    "tenth": 10, "tenths": 10,
}  # fmt: skip
_FROM = compiled(
    r"(?i)\b(?:from|by|up|down|rose|rise|fell|fall|gained|lost|jumped|climbed|dropped|slid|grew"
    r"|slipped|added|declined|increased|surged|soared|plunged|sank) (?:[A-Z]{0,3}[$£€¥₹])?\Z"
)
_PART = compiled(
    rf"(?i)(?P<n>an?|one|two|three|four|five|seven|nine)[ -](?P<part>{'|'.join(_FRACTIONS)})\b"
    r"(?![- ](?:time|day|year|place|straight|season|term|quarter|round|base|party|person|of\s+a)\b)"
)
_IN = compiled(
    rf"(?i)(?P<n>{NUMBER_WORDS}|\d+)\s(?:in|out\sof)\s(?:every\s)?(?P<whole>{NUMBER_WORDS}|\d+(?![\d,.]*\d))\b"
    r"(?!\s?%|\s(?:percent|years?|months?|days?|weeks?|hours?|minutes?|million|billion))"
)
_HALF = compiled(r"(?i)half(?=\s(?:of|the|its|their|his|her|our|all|an?|those|these)\b|[.,;)])")

_SIGNS = tuple("$£€¥₹")
_ONE_LETTER = tuple("bBtT")  # billion or trillion, of money only
_SHORT = 14  # code points in which the “in” of “one in five” begins
_LARGE = frozenset(("hundred", "thousand", "million", "billion", "dozen"))
_WHOLE = frozenset(_FRACTIONS)
_FULL = {**SCALES, "dozen": 12, "k": 1000, "b": 10**9, "t": 10**12, "tn": 10**12, "mil": 10**6,
         "mill": 10**6, "": 1}  # fmt: skip


class Figure(ValueTuple):
    """A number as written.

    ``form`` is what its own signs say: “plain”, “percent”, “points”, “ordinal”, “decade”, “time”,
    “fraction”, “score”. ``other`` is the number after a dash or “to”, the whole of a fraction.
    ``scaled`` says whether a scale stands behind its second number only.
    """

    start: int
    end: int
    number: Number
    form: str
    other: float = 0
    is_range: bool = False
    is_lent: bool = False


def at(text: str, place: int, is_digit: bool) -> Figure | None:
    """The number that begins at a place, in figures or in words; None if there is none."""
    if text.find(" in", place, place + _SHORT) > 0 or text.find(" out", place, place + _SHORT) > 0:
        part = _IN.match(text, place)
        if part is not None and (found := _one_in(part)) is not None:
            return found
    return _in_digits(text, place) if is_digit else _worded(text, place)


def _one_in(match: re.Match[str]) -> Figure | None:
    number, whole = _count(match["n"]), _count(match["whole"])
    if not 0 < number < whole <= 1000 or (whole > 20 and whole % 10):
        return None
    return _fraction(match.start(), match.end(), number, whole)


def _fraction(start: int, end: int, number: int, whole: int) -> Figure:
    value = number / whole
    return Figure(start, end, Number(value, value / 10, value / 10, 0), "fraction", whole)


def _count(text: str) -> int:
    return int(text) if text.isdecimal() else in_words(text.lower())


def _in_digits(text: str, place: int) -> Figure | None:
    match = FIGURE.match(text, place)
    if match is None:
        return None
    plain = match["n"]
    if match["whole"]:
        whole, part = int(match["whole"]), int(float(plain.replace(",", "")))
        return _fraction(place, match.end(), part, whole) if 0 < part < whole else None
    if match["clock"]:
        return Figure(place, match.end("clock"), in_figures(plain), "time")
    form = _form(match)
    scale = match["scale"]
    if scale in _ONE_LETTER and text[place - 1 : place] not in _SIGNS:
        return Figure(place, match.end("n"), in_figures(plain), form)  # “room 14b”
    number = in_figures(plain, _scale(scale))
    if match["m"] is None:
        return Figure(place, match.end(), number, form)
    return _two(match, number, form)


def _form(match: re.Match[str]) -> str:
    if match["ord"]:
        return "ordinal"
    if match["decade"]:
        return "decade"
    if match["points"]:
        return "points"
    return "percent" if match["percent"] else "plain"


def _scale(text: str | None) -> float:
    return _FULL[text.strip(" \u00a0-").lower()] if text else 1


def _two(match: re.Match[str], number: Number, form: str) -> Figure | None:
    """A range or a score: two numbers with a dash or “to” between; else the first alone."""
    other = in_figures(match["m"], _scale(match["scale2"]))
    dash, second = match["dash"], match["scale2"]
    if len(match["n"]) == 4 and len(match["m"]) == 2 and dash in ("-", "–") and number.unit == 1:
        return Figure(match.start(), match.end("m"), number, "decade", other.value)
    last = "points" if match["two_points"] else "percent" if match["two_percent"] else ""
    if "to" in dash and _is_year(number, match["n"]) and not _is_year(other, match["m"]):
        return _first(match, number, form)
    mine = form if form != "plain" else last or form
    is_word = dash.strip(" -") in ("and", "or")
    if form in ("ordinal", "decade") or (is_word and not second and not last):
        return _first(match, number, form)
    sign = match.string[match.end("dash") : match.start("m")].strip(" \u00a0")
    if sign and match.string[match.start() - 1 : match.start()] not in _SIGNS:
        return _first(match, number, form)  # “rose 12% to £56m”
    lent = bool(second) and not match["scale"] and other.value > number.value
    lent = lent and form == "plain"
    if lent and number.value < other.value / _scale(second):
        number = Number(
            number.value * _scale(second), number.unit * _scale(second),
            number.round_unit * _scale(second), number.decimals,
        )  # fmt: skip
    else:
        lent = False
    if "to" in dash and _FROM.search(match.string, max(0, match.start() - 15), match.start()):
        return Figure(match.start(), match.start("dash"), number, mine, 0, False, lent)
    if number.value < other.value and (lent or last or not is_word):
        return Figure(match.start(), match.end(), number, last or form, other.value, True, lent)
    if dash in ("-", "–") and form == "plain" and number.unit == other.unit == 1:
        return Figure(match.start(), match.end("m"), number, "score", other.value)
    return _first(match, number, form)


def _is_year(number: Number, text: str) -> bool:
    return number.unit == 1 and 1500 <= number.value <= 2100 and "," not in text


def _first(match: re.Match[str], number: Number, form: str) -> Figure:
    return Figure(match.start(), match.start("dash"), number, form)


def _worded(text: str, place: int) -> Figure | None:
    part = _PART.match(text, place)
    if part is not None:
        word = part["n"].lower()
        return _fraction(
            place,
            part.end(),
            1 if word in ("a", "an") else _count(word),
            _FRACTIONS[part["part"].lower()],
        )
    if _HALF.match(text, place):
        return _fraction(place, place + 4, 1, 2)
    match = WORDED.match(text, place)
    if match is None:
        return None
    value = float(in_words(match["n"].lower())) if match["n"] else 1
    if match["half"]:
        value += 0.5
    scale: float = 1
    if match["hundred"]:
        value, scale = value * 100, 100
    if match["rest"]:
        value, scale = value + in_words(match["rest"].lower()), 1
    if match["scale"]:
        times = _scale(match["scale"])
        value, scale = value * times, scale * times
    if value == 1 and match["n"] is None:
        return None
    form = "points" if match["points"] else "percent" if match["percent"] else "plain"
    number = Number(value, scale, scale, 0)
    if match["m"] is None:
        return Figure(place, match.end(), number, form)
    other = in_words(match["m"].lower()) * _scale(match["scale2"])
    if other > value:
        return Figure(place, match.end(), number, form, other, True)
    return Figure(place, match.end(), number, "score", other)


def of_word(text: str, place: int, word: str) -> Figure | None:
    """The number at a word: “half”, “seventh”, “twenty-five”, “a dozen”, “a third”."""
    if word in _LARGE or word in _WHOLE:
        for article in ("a ", "an "):
            start = place - len(article)
            if (
                start >= 0
                and text[start:place].lower() == article
                and not text[start - 1 : start].isalnum()
            ):
                return _worded(text, start)
        if word in _LARGE:
            return None
    if word in ORDINALS:
        value = ORDINALS.index(word) + 1
        return Figure(place, place + len(word), Number(value, 1, 1, 0), "ordinal")
    return at(text, place, False)
