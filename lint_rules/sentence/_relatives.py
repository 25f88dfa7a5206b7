"""“Who”, “which” and “that”, and whether the verb behind fits the noun before."""

from __future__ import annotations

from copydesk import pattern
from lint_rules._shared.parts import EITHER, is_plural, is_singular, parts
from lint_rules._shared.prose import words
from lint_rules.sentence import _pronouns
from lint_rules.sentence._clauses import DETERMINERS, Clause, is_modifier

AFTER_WHO = words("had said would will could can may might should must did")
"""Words that fit behind any relative pronoun."""


def may_be_wrong_after(relative: str, verb: str) -> bool:
    """Whether a verb may not fit a relative: be, have and do, and those that are no nouns."""
    if verb in _pronouns.PLAIN or verb in _pronouns.SINGULAR:
        return relative != "that" or verb != "do"
    found = parts(verb)
    if relative != "who" and verb in _pronouns.ACTING:
        return True
    return (
        found in ("v", "z", "pz")
        or verb in _pronouns.USUAL
        or (relative == "who" and verb in _pronouns.DOING)
    )


_MANY_OF = words("plenty lots lot thousands hundreds millions dozens many most some scores")
_BEHIND = words(
    "of and or nor with for to by from over in on at about under near between against into "
    "toward towards behind beside above below inside outside across through around after before "
    "without within upon off per than"
)
_NAMED = pattern(
    r"(?<!\b(?:and|or|of|with|nor|&) )(?<![\w-])"
    r"(?P<given>[A-Z][a-z]+) (?:[A-Z]\. )?(?P<surname>[A-Z][\w’'-]+),(?: \d\d?,)? \Z"
)


def _of_name(verb: str, sentence: str) -> str | None:
    """The verb for “who” behind one person’s name and a comma."""
    match = _NAMED.search(sentence)
    if match is None or not _pronouns.is_person(match["given"], match["surname"]):
        return None
    if any(one in sentence[-90:] for one in (" and ", " or ", " like ")):
        return None
    return _pronouns.PLAIN.get(verb) or _pronouns.with_s(verb)


def _is_deep(before: tuple[str, ...]) -> bool:
    """Whether another noun stands before that the relative may belong to."""
    if any(one.endswith("ing") for one in before[-4:]) or "all but" in " ".join(before):
        return True
    return bool((_BEHIND - {"and", "or", "nor"}).intersection(before))


def fits_relative(clause: Clause, relative: str, verb: str, sentence: str) -> str | None:
    """The verb that fits a relative, if the one behind it does not go with the noun before.

    Args:
        clause: the words before the relative.
        relative: “who”, “which” or “that”.
        verb: the word behind it, in lower case.
        sentence: the sentence up to the relative.
    """
    tokens = clause.tokens
    if not tokens:
        if relative != "who" or clause.mark != ",":
            return None
        return _of_name(verb, sentence) if verb in _pronouns.PLAIN or parts(verb) == "v" else None
    noun = tokens[-1]
    first, left = _before_noun(tokens)
    if {"who", "which"} & set(tokens) or (clause.mark == "," and tokens[0].isdigit()):
        return None
    if left in _BEHIND or (noun != "those" and left in ("that", "who", "which")):
        return None
    if relative != "who" and verb[-1] == "s" and _is_deep(tokens[:-1]):
        return None
    if left[-3:] == "ing" or (relative != "who" and {"number", "kind", "sort"} & set(tokens)):
        return None
    if noun in _MANY_PERSONS or (is_plural(noun) and (first or "z" not in parts(noun))):
        if first in ("a", "an", "that") or {"one", "only"} & set(sentence.lower().split()):
            return None  # one of those who has
        return _pronouns.SINGULAR.get(verb) or (
            _pronouns.without_s(verb) if "z" in parts(verb) else None
        )
    if first not in ("a", "an", "the", "every", "another") or not is_singular(noun):
        return None
    if noun in ("day", "year", "week", "month", "time") or any(map(is_plural, tokens)):
        return None
    if noun in EITHER or any(one in ("and", "or", "nor") for one in tokens) or verb == "were":
        return None
    return _pronouns.PLAIN.get(verb) or (_pronouns.with_s(verb) if "v" in parts(verb) else None)


def of_crowd(clause: Clause, verb: str) -> str:
    """The verb for “who” behind several persons and a comma: the neighbours, who was."""
    tokens = clause.tokens
    if (
        not tokens
        or verb not in _pronouns.SINGULAR
        or not is_plural(tokens[-1])
        or _is_deep(tokens[:-1])
    ):
        return ""
    first, left = _before_noun(tokens)
    return (
        _pronouns.SINGULAR[verb]
        if first in ("the", "his", "her", "their", "my") and not left
        else ""
    )


_MANY_PERSONS = words("those people men women children")


def _before_noun(tokens: tuple[str, ...]) -> tuple[str, str]:
    """The determiner of the last noun, and the word before that, if it matters."""
    start = len(tokens) - 1
    while start and is_modifier(tokens[start - 1]):
        start -= 1
    first = tokens[start - 1].lower() if start else ""
    left = tokens[start - 2].lower() if start > 1 else ""
    if first not in DETERMINERS:
        first, left = "", first
    crowd = tokens[start - 2 - (first != "")].lower() if start > 1 else ""
    if left == "of" and tokens[-1] in ("people", "those") and crowd in _MANY_OF:
        left = ""
    return first, "" if first in ("a", "an") and left not in ("of", "and", "or", "nor") else left
