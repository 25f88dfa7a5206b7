"""Counts the members of an enumeration: “Ohio, Utah and Iowa”, “Ann, 24, of Lund; Bo, 31”."""

from __future__ import annotations

from copydesk import ValueTuple, pattern

_SMALL = r"(?:de|la|le|du|da|di|van|der|den|von|bin|bint|al|el|ben|of|the|del|dos|y|for)"
_CAPITAL = r"(?:\d*[A-Z][\w.’'&-]*|al-[A-Z]\w+|&)"
NAME = rf"{_CAPITAL}(?:\s(?:{_SMALL}\s){{0,2}}{_CAPITAL}){{0,5}}"
"""A name: words with capitals, and small ones between them."""

_NAME = pattern(
    rf"(?:the\s|(?!(?:one|two|three|four|five|six|namely|always|mostly|usually|mainly|f"
    rf"irst|then|only|even|especially)\s)(?:(?!of\s)[a-z-]+\s){{1,2}}(?<!two\s)(?<!one"
    rf"\s))?{NAME}\Z"
)
_BRACKETS = pattern(r"\s\([^()]{1,60}\)")
_TITLE_OF_WORK = pattern(r"[“\"‘'][^”\"]+[”\"’',.]*\Z")
# What only tells more of the member before it: an age, a home, a party, a degree, a suffix.
_MORE = pattern(
    r"(?:(?:aged\s|age\s)?\d{1,3}(?:\syears\sold)?|(?:both\s|all\s)?(?:of|from)\s.+|[DRI]-[A-Z].*"
    r"|(?:Jr|Sr|Inc|Ltd|Co|Corp|LLC|MD|M\.D|PhD|Ph\.D|Esq|MP|QC|KC|III?|IV)\.?)\Z"
)
_COUNTED = pattern(
    r"(?i)(?P<n>an?|one|two|three|four|five|six|seven|eight|nine|ten)\s[a-z-]+(?:\s[a-z-]+){0,2}\Z"
)
_THE = pattern(r"the\s[\w’'-]+(?:\s[\w’'-]+){0,3}\Z")
_BARE = pattern(r"[a-z][a-z’'-]+(?:\s[a-z’'-]+)?\Z")
_VALUES = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7,
    "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
_AND = pattern(r"\s(?:and|or|plus)\s|\s&\s(?=[A-Z])")
_PIECES = pattern(r",\s|\sand\s")
_LAST = pattern(r"(?:and|or|plus|as\swell\sas)\s(?:also\s|finally\s)?")
_COMMA = pattern(r",\s|(?<=,[”\"])\s(?!and|or)")
_OPEN = pattern(
    r"(?i)\b(?:including|among|others?|etc|more|rest|such|like|both|not|either|neither|"
    r"then|but|who|which"
    r"|where|whose|when|while|as|former|now|respectively|with|plus|also|part\sof|along)"
    r"\b|\.\.\.|…|\d[-–]\d|/"
)


class Members(ValueTuple):
    """How many members an enumeration has, and what they are: “name”, “thing”."""

    number: int
    kind: str


def members(text: str) -> Members | None:
    """The members of an enumeration; None if they cannot be counted for certain."""
    text = _BRACKETS.compiled.sub("", text).strip().rstrip(".,").strip()
    if ";" in text:
        return _with_semicolons(text)
    if _OPEN.search(text):
        return None
    parts = [part.strip() for part in _COMMA.compiled.split(text)]
    lasts = [part for part in parts if _LAST.match(part)]
    if lasts:
        if len(lasts) > 1 or (parts[-1] != lasts[0] and not _MORE.match(parts[-1])):
            return None
        parts = [part[match.end() :] if (match := _LAST.match(part)) else part for part in parts]
        if any(_AND.search(part) for part in parts):
            return None
    else:
        found = [part for part in parts if _AND.search(part)]
        if len(found) != 1:
            return None
        at = parts.index(found[0])
        if any(not _MORE.match(part) for part in parts[at + 1 :]):
            return None
        halves = _AND.compiled.split(found[0])
        if len(halves) != 2:
            return None
        parts[at : at + 1] = halves
    return _counted(parts)


def _with_semicolons(text: str) -> Members | None:
    parts = [part.strip() for part in text.split(";")]
    last = _LAST.match(parts[-1])
    if len(parts) < 3 or last is None or any(_LAST.match(part) for part in parts[:-1]):
        return None
    parts[-1] = parts[-1][last.end() :]
    heads = [part.partition(", ")[0] for part in parts]
    if any(_AND.search(head) for head in heads):
        return None
    if any(_is_list(part) for part in parts):
        return None  # “Arts, Law, Music and Dance; Science; and Trade”
    return Members(len(parts), "name") if all(_NAME.match(head) for head in heads) else None


def _is_list(part: str) -> bool:
    pieces = [piece for piece in _PIECES.compiled.split(part) if _NAME.match(piece)]
    return len(pieces) > 2


def _counted(parts: list[str]) -> Members | None:
    heads = [part for part in parts if not _MORE.match(part)]
    if len(heads) < 2 or _MORE.match(parts[0]):
        return None
    if all(_NAME.match(head) for head in heads):
        return Members(len(heads), "name")
    if all(_TITLE_OF_WORK.match(head) for head in heads):
        return Members(len(heads), "name")
    if len(heads) < len(parts):
        return None
    if all(_THE.match(head) for head in heads):
        return Members(len(heads), "thing")
    counts = [_COUNTED.match(head) for head in heads]
    if all(counts):
        return Members(sum(_VALUES[one["n"].lower()] for one in counts if one), "counted")
    if all(_BARE.match(head) for head in heads):
        return Members(len(heads), "bare")
    return None
