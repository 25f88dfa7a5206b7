"""The words beside a number that make it vague, and between which values it lies then."""

from __future__ import annotations

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.figures.written import Figure

_LEAST, _MOST, _ABOUT, _NEARLY, _OVER = "least", "most", "about", "nearly", "over"
_LEADS = {
    "at least": _LEAST, "more than": _LEAST, "no fewer than": _LEAST, "no less than": _LEAST,
    "not less than": _LEAST, "over": _LEAST, "above": _LEAST, "exceeding": _LEAST, "beyond": _LEAST,
    "upwards of": _LEAST, "upward of": _LEAST, "north of": _LEAST, "greater than": _LEAST,
    "well over": _LEAST, "past": _LEAST, "topped": _LEAST, "exceeded": _LEAST, "minimum of": _LEAST,
    "surpassed": _LEAST, "higher than": _LEAST, "older than": _LEAST, "longer than": _LEAST,
    "other than": _LEAST, "better than": _LEAST, "as few as": _LEAST, "as little as": _LEAST,
    "up to": _MOST, "as many as": _MOST, "as much as": _MOST, "at most": _MOST,
    "no more than": _MOST, "less than": _MOST, "fewer than": _MOST, "under": _MOST,
    "below": _MOST, "not more than": _MOST, "maximum of": _MOST, "lower than": _MOST,
    "as high as": _MOST, "well under": _MOST, "within": _MOST, "smaller than": _MOST,
    "nearly": _NEARLY, "almost": _NEARLY, "not quite": _NEARLY, "approaching": _NEARLY,
    "just under": _NEARLY, "just below": _NEARLY, "just shy of": _NEARLY, "shy of": _NEARLY,
    "close to": _NEARLY, "nearing": _NEARLY, "just over": _OVER, "just above": _OVER,
    "slightly more than": _OVER, "a little over": _OVER, "little more than": _OVER,
    "about": _ABOUT, "around": _ABOUT, "roughly": _ABOUT, "some": _ABOUT, "approximately": _ABOUT,
    "approx": _ABOUT, "approx.": _ABOUT, "estimated": _ABOUT, "circa": _ABOUT, "ca.": _ABOUT,
    "maybe": _ABOUT, "perhaps": _ABOUT, "possibly": _ABOUT, "say": _ABOUT,
    "near": _ABOUT, "toward": _ABOUT, "towards": _ABOUT, "estimates of": _ABOUT, "probably": _ABOUT,
    "reportedly": _ABOUT, "every": _ABOUT, "c.": _ABOUT, "~": _ABOUT, "≈": _ABOUT,
    "more or less": _ABOUT, "somewhere between": _ABOUT, "virtually": _NEARLY,
    "practically": _NEARLY, "barely": _ABOUT, "only about": _ABOUT,
}  # fmt: skip
# Verbs with which “up to” says where something went, not how much it is at most.
_MOVED = frozenset((
    "ticked", "went", "goes", "gone", "going", "shot", "moved", "crept", "inched", "edged",
    "jumped", "climbed", "rose", "go", "bumped", "pushed",
))  # fmt: skip
_LAST = frozenset(lead.rpartition(" ")[2] for lead in _LEADS)
_SHORT = frozenset(("no.", "nos.", "c.", "ca.", "approx."))
_ARTICLES = frozenset(("a", "an", "the"))
_AFTER = compiled(
    r"(?i)\s?(?P<least>\+|-?plus\b|,?\sor\s(?:more|older|above|over|better|higher)\b)"
    r"|\s?(?P<about>-odd\b|-ish\b|,?\sor\sso\b|,?\sgive\sor\stake\b|,?\s(?:approximately|or\sthereabouts)\b)"
    r"|\s(?P<most>or\s(?:less|fewer|younger|under|below|lower)\b)"
)
_ROUGH = 0.15  # by which share “about 100” may be wrong
# Kinds of which a whole number is meant as it stands.
_WHOLE = frozenset((
    "count", "score", "year", "ordinal", "label", "age", "money", "duration", "day",
))  # fmt: skip
_OPEN = float("inf")


def lead_of(before: str) -> tuple[str, str]:
    """What the words before a number say of it (“least”, “about”), and the last plain word."""
    words = before.lower().replace("\u00a0", " ").split()[-5:]
    while words and words[-1] in _ARTICLES:
        words.pop()
    if not words:
        return "", ""
    if words[-2:] == ["up", "to"] and words[-3:-2] and words[-3] in _MOVED:
        return "", "to"
    for size in (3, 2, 1) if words[-1] in _LAST else ():
        found = _LEADS.get(" ".join(words[-size:])) if len(words) >= size else None
        if found is not None:
            rest = words[:-size]
            while rest and rest[-1] in _ARTICLES:
                rest.pop()
            return found, _bare(rest[-1]) if rest else ""
    return "", _bare(words[-1])


def _bare(word: str) -> str:
    """A word without quotation marks; empty if a comma or stop comes between it and the number."""
    return "" if word[-1] in ',;:.—–)?!”"' and word not in _SHORT else word.lstrip("“\"'(‘—–")


def after(text: str, place: int) -> str:
    """What the words directly after a number say of it."""
    match = _AFTER.match(text, place, place + 20)
    return match.lastgroup or "" if match is not None else ""


def limits(figure: Figure, form: str, vague: str) -> tuple[float, float, bool]:
    """Between which values a number may lie, and whether it is exact.

    Args:
        figure: the number.
        form: its kind; a count that shows its last digit is not rounded.
        vague: what the words beside it say; empty if nothing.
    """
    value, half = figure.number.value, figure.number.unit / 2
    if figure.is_range:
        return value - half, figure.other + half, False
    if form == "fraction":
        return value * 0.95, value * 1.05, False
    if vague == _LEAST:
        return value, _OPEN, False
    if vague == _MOST:
        return 0, value, False
    if vague == _NEARLY:
        return value * (1 - _ROUGH), value, False
    if vague == _OVER:
        return value, value * (1 + _ROUGH), False
    if vague:
        return value * (1 - _ROUGH), value * (1 + _ROUGH), False
    if form in _WHOLE and figure.number.unit == 1:
        return value, value, True
    return value - half, value + half, True
