"""Who a name in the text refers to: full names, parts of names, particles and suffixes."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Span, ValueTuple, pattern
from copydesk.facts import Facts, Person, fold
from lint_rules._shared.dates import MONTH_WORDS, WEEKDAY_WORDS

_TOKEN = pattern(
    r"(?:\p{Lu}|(?:al|el|d|l|O)[-'’]\p{Lu})[\p{L}'’.-]*"
    r"|(?:al|el|bin|bint|ibn|da|das|de|del|della|der|den|di|do|dos|du|la|le|van|von|y|e|wa|ould|ben|zu|arap|ter)"
    r"(?=[ \u00a0])"
)
_LONGEST = 40  # code points of a word of a name
_PARTICLES = frozenset("abdeltovwyz")  # their first letters
_POSSESSIVE = pattern(r"(?:['’]s|['’]|[.])+\Z")
_CALENDAR = MONTH_WORDS | WEEKDAY_WORDS
_TWO_SURNAMES = frozenset({
    "ar", "bo", "cl", "co", "cr", "cu", "do", "ec", "es", "gt", "gq", "hn", "mx", "ni", "pa", "pe",
    "py", "sv", "uy", "ve",
})  # fmt: skip
_SUFFIXES = ("JR", "SR", "II", "III", "IV")


class Named(ValueTuple):
    """A name in the text, and who it may be; ``part`` if it is not a full name."""

    span: Span
    people: tuple[Person, ...]
    part: bool


def person_at(text: str, start: int, facts: Facts) -> Named | None:
    """The known people whose name begins at ``start``; the longest name counts.

    None if the name may continue (a son’s “Jr.”, a three-part name) or is not
    known.
    """
    tokens = _tokens(text, start)
    for count in range(len(tokens), 0, -1):
        end = tokens[count - 1].end
        shown = text[start:end]
        mark = _POSSESSIVE.search(shown)
        bare = shown[: mark.start()] if mark is not None else shown
        whole, part = _named(facts, fold(bare))
        if not whole:
            plain = _named(facts, fold(shown)) if shown != bare else ([], [])
            whole, part = plain[0], part or plain[1]
        if not whole:
            whole = _with_other_letters(facts, fold(bare))
        if not whole and not part:
            continue
        if tokens[count:] and mark is None:
            word = text[tokens[count].start : tokens[count].end]
            if not _ends_before(shown, word):
                rest = tokens[count:]
                return _with_second_surname(text, start, rest, fold(bare), tuple(whole))
        return Named(Span(start, start + len(bare)), tuple(whole or part), not whole)
    return None


def _with_second_surname(
    text: str, start: int, rest: list[Span], name: str, people: tuple[Person, ...]
) -> Named | None:
    """“Claudia Sheinbaum Pardo”: a name in full, and one more surname as in Spanish."""
    last = rest[-1]
    between = (text[one.start : one.end] for one in rest[:-1])
    if not people or not all(word in ("de", "del", "la", "y") for word in between):
        return None
    if not all(_has_two_surnames(one, name) for one in people):
        return None
    mark = _POSSESSIVE.search(text, last)
    end = mark.start() if mark is not None else last.end
    return Named(Span(start, end), people, False)


@lru_cache(maxsize=1024)
def _has_two_surnames(person: Person, name: str) -> bool:
    """Whether a folded name is all the facts have of a person with two surnames."""
    if not any(held.office.place in _TWO_SURNAMES for held in person.tenures):
        return False
    return " " in name and name in map(fold, (person.name, *person.forms))


@lru_cache(maxsize=8192)
def _named(facts: Facts, words: str) -> tuple[list[Person], list[Person]]:
    return facts.named(words)


def _without_initials(name: str) -> str:
    """A folded name without the initials between the first and the last word."""
    words = name.split()
    return " ".join(word for at, word in enumerate(words) if at == 0 or len(word) > 1)


def _with_other_letters(facts: Facts, name: str) -> list[Person]:
    """The people with a folded name but for initials, or for “oe” and the like for “ö”."""
    found = _named(facts, _without_initials(name))[0]
    if found:
        return [one for one in found if _agrees(one, name)]
    plain = plain_vowels(name)
    return _named(facts, plain)[0] if plain != name and " " in name else []


@lru_cache(maxsize=8192)
def _agrees(person: Person, name: str) -> bool:
    """Whether no initial in a folded name differs from those known: J. Daley is not M. Daley."""
    given, *written = name.split()[:-1]
    initials = [word for word in written if len(word) == 1]
    known = [
        word[0]
        for form in map(fold, (person.name, *person.forms))
        if form.startswith(f"{given} ") and form.rpartition(" ")[2] == name.rpartition(" ")[2]
        for word in form.split()[1:-1]
    ]
    return not (initials and known) or any(word in known for word in initials)


def plain_vowels(name: str) -> str:
    """A folded name with one letter for each of two that stand for ö, ü, ä, ø or å."""
    for pair, one in (("oe", "o"), ("ue", "u"), ("ae", "a"), ("aa", "a")):
        name = name.replace(pair, one)
    return name


def _ends_before(name: str, word: str) -> bool:
    """Whether a name may end before a word with a capital: a weekday, or all in capitals."""
    word = word.strip(".")
    return word.lower() in _CALENDAR or (name.isupper() and word not in _SUFFIXES)


def _may_begin(text: str, start: int) -> bool:
    """Whether a word of a name may begin there: a capital, or the first letter of a particle."""
    letter = text[start : start + 1]
    return letter.isupper() or letter in _PARTICLES


def _tokens(text: str, start: int) -> list[Span]:
    """The words of a name, from ``start`` on: capitals and particles."""
    found: list[Span] = []
    while len(found) < 7 and _may_begin(text, start):
        match = _TOKEN.match(text, (start, start + _LONGEST))
        if match is None:
            break
        found.append(Span(*match.span()))
        start = match.end() + 1
        if text[match.end() : start] not in (" ", "\u00a0", "\u202f"):
            break
    return found
