"""The people in a byline, a list of authors, a line about the author and a mail address."""

from __future__ import annotations

from functools import lru_cache
from unicodedata import combining, normalize

from copydesk import ValueTuple, pattern
from lint_rules._shared import prose

_BY = pattern(r"(?i)(?:by|from|story by|words by|written by|reported by)\s*:?\s+")
_BETWEEN = pattern(r"(?i)\s*(?:[,;&•·\n]|\band\b|\bwith\b)\s*")
_CUT = pattern(
    r"\s+(?:of|for|at|from|in|special|Special|The|the|is|[-–—])\s|\s+Special\b|\s*[(|/]|\s[-–—]\s"
)
_PERSON = pattern(
    r"(?:(?:Dr|Mr|Ms|Mrs|Rev|Prof)\.? )?[\p{Lu}][\p{L}.’'\-]*(?: (?:[\p{Lu}][\p{L}.’'\-]*"
    r"|de|del|della|van|von|der|den|al|el|la|di|da|bin|ibn|le|dos|du)){1,4}\Z"
)
_SLUG = pattern(r"[a-z]{2,}(?:[-_.][a-z]{2,}){1,2}\Z")
_BODIES = prose.words(
    "staff team press news newsroom times post tribune journal gazette herald editorial board "
    "editors desk associated reuters bureau media network radio tv report reports reporter "
    "reporters magazine wire service services agency university college institute center centre "
    "foundation council club society association group company project alliance daily weekly "
    "sun star chronicle guardian observer review today pa usa america correspondent "
    "writer writers special contributor guest editor publica propublica office department "
    "communications public information spotlight partners local national international the"
)
_AFTER = frozenset(("jr", "sr", "ii", "iii", "iv"))


class Person(ValueTuple):
    """A person's name: as written, and its words folded, without what follows the surname."""

    shown: str
    words: tuple[str, ...]

    def is_like(self, other: Person) -> bool:
        """Whether both can be one person: the surname, or any two words, are the same."""
        mine, theirs = self.words, other.words
        if mine[-1] == theirs[-1] and mine[0][0] == theirs[0][0]:
            return True
        common = set(mine) & set(theirs)
        return (
            len(common) > 1
            or "".join(mine) == "".join(theirs)
            or bool(common and (len(mine) > 2 or len(theirs) > 2))
        )

    def is_near(self, other: Person) -> bool:
        """Whether the names may be two spellings or forms of one."""
        return bool(set(self.words) & set(other.words)) or any(
            is_close(a, b) for a in self.words[-1:] for b in other.words[-1:]
        )


@lru_cache(maxsize=64)
def people(text: str) -> tuple[Person, ...]:
    """The people named in a byline or as an author; bodies are left out."""
    found = _BY.match(text)
    text = text[found.end() :] if found else text
    at, parts = 0, []
    for mark in _BETWEEN.finditer(text):
        parts.append(text[at : mark.start()])
        at = mark.end()
    parts.append(text[at:])
    return tuple(_sure(parts))


def _sure(parts: list[str]) -> list[Person]:
    """Those that are people; what follows “Ann Poe of The Star and” may be another paper."""
    found: list[Person] = []
    doubtful: list[Person] = []
    placed = False
    for part in parts:
        one, cut = person(part), _CUT.search(part) is not None
        if placed and not cut:
            doubtful += [] if one is None else [one]
            continue
        found += [*doubtful, *([] if one is None else [one])]
        doubtful, placed = [], placed or cut
    return found


def person(text: str) -> Person | None:
    """The person that a part of a byline names; None if it names none for certain."""
    cut = _CUT.search(text)
    text = (text[: cut.start()] if cut else text).strip(" .,*_")
    if _SLUG.match(text):
        names = tuple(text.replace("_", "-").replace(".", "-").split("-"))
        return None if _BODIES & set(names) else Person(text, names)
    if not _PERSON.match(text):
        return None
    words = tuple(word for word in map(folded, text.split()) if word and word not in _AFTER)
    if len(words) < 2 or _BODIES & set(words) or (text.isupper() and len(text) < 6):
        return None
    return Person(text, words)


def folded(word: str) -> str:
    """A word in lower case, without accents and marks."""
    if word.isascii() and word.isalpha():
        return word.lower()
    plain = normalize("NFD", word.casefold())
    return "".join(char for char in plain if char.isalpha() and not combining(char))


def is_close(one: str, other: str) -> bool:
    """Whether two words may be spellings of one name: one or two edits apart, if they are long."""
    least = min(len(one), len(other))
    if one == other or least < 4:
        return one == other
    return edits(one, other) <= (2 if least > 5 else 1)


def edits(one: str, other: str) -> int:
    """How many letters must be changed, added or left out; 3 for more than two."""
    if abs(len(one) - len(other)) > 2:
        return 3
    row = list(range(len(other) + 1))
    for count, char in enumerate(one, 1):
        before, row = row, [count]
        for index, mark in enumerate(other):
            row.append(min(before[index] + (char != mark), before[index + 1] + 1, row[-1] + 1))
    return min(3, row[-1])
