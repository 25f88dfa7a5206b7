"""What a number counts or measures: the noun after it, its fate and its rate."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

DURATIONS = frozenset((
    "second", "minute", "hour", "day", "week", "weekend", "fortnight", "month", "quarter", "season",
    "year", "decade", "century", "night",
))  # fmt: skip
MEASURES = frozenset((
    "mile", "foot", "feet", "inch", "yard", "acre", "meter", "metre", "kilometer", "kilometre",
    "km", "cm", "mm", "mph", "kph", "pound", "lb", "ounce", "ton", "tonne", "gram", "kilogram",
    "kg", "liter", "litre", "gallon", "pint", "barrel", "bushel", "hectare", "degree", "watt",
    "kilowatt", "megawatt", "gigawatt", "mw", "kw", "gw", "volt", "knot", "stone", "mg", "ml", "ha",
    "centimeter", "centimetre", "millimeter", "millimetre", "gigabyte", "megabyte", "terabyte",
    "kilobyte", "gb", "mb", "tb", "hertz", "megahertz", "gigahertz", "magnitude", "carat", "hp",
    "horsepower", "pixel", "megapixel", "ft", "sq", "cubic", "sqft",
))  # fmt: skip
CURRENCIES = {
    "dollar": "$", "euro": "€", "pound sterling": "£", "yen": "¥", "rupee": "₹", "peso": "peso",
    "cent": "cent", "penny": "penny", "pence": "penny", "franc": "franc", "yuan": "yuan",
    "rouble": "ruble", "ruble": "ruble", "won": "won", "rand": "rand", "krona": "krona",
    "kroner": "krone", "zloty": "zloty", "hryvnia": "hryvnia", "naira": "naira",
    "shilling": "shilling",
    "dirham": "dirham", "riyal": "riyal", "dinar": "dinar", "lira": "lira", "real": "real",
}  # fmt: skip
_ODD = {
    "people": "person", "persons": "person", "men": "man", "women": "woman", "children": "child",
    "policemen": "policeman", "firemen": "fireman", "feet": "foot", "lives": "life",
    "wives": "wife", "knives": "knife", "teeth": "tooth", "mice": "mouse", "geese": "goose",
    "halves": "half", "crises": "crisis", "oxen": "ox", "congressmen": "congressman",
    "grandchildren": "grandchild", "servicemen": "serviceman", "fishermen": "fisherman",
    "businesses": "business", "buses": "bus", "viruses": "virus", "centuries": "century",
    "wolves": "wolf", "thieves": "thief", "loaves": "loaf", "lakhs": "lakh",
    "inches": "inch", "matches": "match", "churches": "church", "branches": "branch",
}  # fmt: skip
# Words that are no plural though they end in -s.
_NO_PLURAL = frozenset((
    "is", "was", "has", "as", "his", "this", "its", "us", "previous", "various", "serious",
    "religious", "famous", "dangerous", "gross", "less", "across", "plus", "versus", "business",
    "towards", "besides", "always", "perhaps", "sales", "sports", "homeless", "homelessness",
    "does", "goes", "says", "gas", "bus", "campus", "census", "congress", "express", "class",
    "glass", "grass", "access", "process", "address", "consecutive", "continuous", "numerous",
))  # fmt: skip
_PLURALS = frozenset((
    *_ODD, "dead", "police", "cattle", "sheep", "deer", "fish", "aircraft", "wounded", "injured",
    "troops", "sales", "staff", "personnel", "yen", "yuan", "won", "rand", "baht",
))  # fmt: skip
# Words at which the search for a noun ends.
_ENDS = frozenset((
    "and", "or", "but", "in", "on", "at", "to", "for", "from", "by", "with", "were", "was", "are",
    "is", "have", "has", "had", "said", "who", "that", "which", "as", "after", "before", "of",
    "than", "while", "when", "will", "would", "could", "can", "may", "did", "do", "into", "over",
    "under", "among", "between", "against", "during", "since", "until", "because", "if", "so",
    "then", "where", "whose", "whom", "what", "be", "been", "being", "also", "not", "says", "it",
    "he", "she", "they", "we", "i", "you", "there", "per", "a", "an", "the", "each", "every", "ago",
    "later", "earlier", "apiece", "including", "about", "around", "through", "without", "within",
    "voted", "died", "killed", "won", "lost", "came", "went", "took", "made", "got", "up", "down",
    "onto", "out", "off", "upon", "his", "her", "their", "its", "our", "my", "your", "vs", "v",
    "all", "both", "only", "just", "even", "now", "today", "must", "yesterday",
    "should", "tomorrow",
))  # fmt: skip
# Words that may stand between “20 percent of” and the noun.
_SKIPPED = frozenset((
    "of", "the", "all", "its", "their", "his", "her", "our", "those", "these", "them", "such",
    "a", "an",
))  # fmt: skip
_WORD = compiled(r"[ \u00a0\n-]([A-Za-z][A-Za-z’']*)")
_MOST_WORDS = 5
_PER = compiled(
    r"(?i)[ \u00a0-](?:an?|per|each|every)[ -](?P<per>second|minute|hour|day|night|week|month"
    r"|quarter|year|season|game|match|share|person|household|head|capita|pound|ounce|gallon|litre"
    r"|liter|barrel|ton|tonne|mile|acre|square|ticket|student|pupil|unit|piece|bottle|copy|item|kilo"
    r"|employee|worker|member|family|home|room|seat|session|visit|trip|ride|box|bag|book|plate)s?\b"
    r"(?!\s(?:ago|earlier|before|later|from\snow)\b)"
    r"|[ ](?P<adverb>annually|yearly|monthly|weekly|daily|hourly|apiece|each)\b"
)
_ADVERBS = {
    "annually": "year", "yearly": "year", "monthly": "month", "weekly": "week", "daily": "day",
    "hourly": "hour", "apiece": "each", "each": "each",
}  # fmt: skip
FATES = {
    "killed": "killed", "dead": "killed", "died": "killed", "dies": "killed", "die": "killed",
    "death": "killed", "deaths": "killed", "fatalities": "killed", "drowned": "killed",
    "kills": "killed", "kill": "killed", "killing": "killed", "injured": "hurt", "hurt": "hurt",
    "wounded": "hurt", "injuries": "hurt", "injures": "hurt", "wounds": "hurt", "injuring": "hurt",
    "wounding": "hurt", "missing": "missing", "arrested": "held", "arrests": "held",
    "detained": "held", "arrest": "held", "hurts": "hurt",
}  # fmt: skip


class Thing(ValueTuple):
    """A noun: in lower case and singular, and where it ends."""

    noun: str
    end: int


NOTHING = Thing("", 0)


def thing_at(text: str, place: int, end: int, is_share: bool) -> Thing:
    """What a number counts that ends at a place.

    Args:
        text: the text.
        place: where the number ends.
        end: where the search ends.
        is_share: whether “of the” may come between, as after a percentage.
    """
    last, last_end, count = "", place, 0
    while place < end and count < _MOST_WORDS:
        match = _WORD.match(text, place, end)
        if match is None:
            break
        word, place = match[1].lower(), match.end()
        if is_share and not last and word in _SKIPPED:
            continue
        if word in _ENDS:
            break
        is_share, count = False, count + 1
        if is_plural(word) or (match[1][-1] == "s" and match[1][:-1].isupper()):  # “MPs”
            return Thing(singular(word), place)
        last, last_end = word, place
        if match[0][0] == "-" and count == 1:  # “14-point win”
            break
    return Thing(last, last_end) if last else NOTHING


def is_plural(word: str) -> bool:
    """Whether a lower-case word looks like a plural."""
    if word in _PLURALS:
        return True
    if len(word) < 4 or word[-1] != "s" or word[-2] in "su'’" or word in _NO_PLURAL:
        return False
    return not word.endswith("ous")


def singular(word: str) -> str:
    """The singular of a plural in lower case."""
    odd = _ODD.get(word)
    if odd is not None:
        return odd
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "xes", "ches", "shes", "zzes")):
        return word[:-2]
    return word[:-1] if word[-1:] == "s" and word[-2:-1] not in ("s", "u") else word


def rate_at(text: str, place: int) -> str:
    """The unit of a rate that follows: “month” for “ a month”; empty if there is none."""
    match = _PER.match(text, place, place + 24)
    if match is None:
        return ""
    return match["per"].lower() if match["per"] else _ADVERBS[match["adverb"].lower()]
