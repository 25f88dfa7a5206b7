"""Noun phrases behind a word, and the plural of a noun."""

from __future__ import annotations

from copydesk import ValueTuple, pattern
from lint_rules._shared.parts import is_plural, parts
from lint_rules._shared.prose import words
from lint_rules.sentence._clauses import FUNCTION

_REACH = 70  # code points of a noun phrase
WORD = pattern(r"[^\W\d_][\w’'-]*|\d[\d,.]*\d|\d")
"""A word or a number."""
NUMBERS = words("one two three four five six seven eight nine ten")
PERSONS = words("man woman child person")


class Fault(ValueTuple):
    """Words that do not agree.

    Attributes:
        span: where the wrong word stands.
        right: the form to write; empty if that is unclear.
        message: what is wrong.
        why: the evidence.
        unsure: whether it is only asked, as behind “that”, whose noun may be another.
    """

    span: tuple[int, int]
    right: str
    message: str
    why: str
    unsure: bool = False


def phrase(text: str, at: int) -> tuple[list[str], int, str]:
    """The words of a noun phrase from an offset on, where it ends, and what follows.

    What follows is the next mark or function word; empty if the phrase is too long.
    """
    found: list[str] = []
    end = at
    for match in WORD.compiled.finditer(text, at, at + _REACH):
        if found and text[end : match.start()] not in (" ", "\u00a0", "\n"):
            return found, end, text[end : end + 1]
        word = match[0]
        low = word.lower()
        if low in FUNCTION or (found and _is_no_noun(word, found)):
            return found, end, low
        found.append(word)
        end = match.end()
    return found, end, text[end : end + 1]


def _is_no_noun(word: str, before: list[str]) -> bool:
    """Whether a word ends the noun phrase before it: a verb, -ing, available, a name."""
    kinds = set(parts(word.lower()))
    if word[0].isupper():
        return before[-1].islower()
    if word in _AFTER_NOUN or (before[-1] in PERSONS and "d" in kinds):
        return True
    return "n" in parts(before[-1].lower()) and (
        bool(kinds)
        and (kinds <= set("dez") or (kinds <= set("deza") and "d" in kinds) or "g" in kinds)
    )


_AFTER_NOUN = words(
    "spoke regardless again available ago possible alone else together today yesterday "
    "worldwide involved"
)


def is_some_plural(word: str) -> bool:
    """Whether a word is plural, or may be."""
    return (
        "p" in parts(word)
        or is_plural(word)
        or "--" in word
        or ("-" in word and word.endswith("s"))
    )


def plural_of(noun: str) -> str:
    """The plural of a noun; empty if the table has none."""
    odd = {"man": "men", "woman": "women", "child": "children", "person": "people"}
    for form in (odd.get(noun, noun + "s"), noun + "es", noun[:-1] + "ies"):
        if "p" in parts(form) or form == "people":
            return form
    return ""
