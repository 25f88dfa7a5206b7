"""Whether words are one noun phrase, singular or plural."""

from __future__ import annotations

from lint_rules._shared.parts import is_plural, is_singular, parts
from lint_rules.sentence import _clauses
from lint_rules.sentence import _subject_words as known
from lint_rules.sentence._clauses import DETERMINERS, FUNCTION


def number(tokens: tuple[str, ...], bare: bool) -> str:
    """Whether words are one noun with what goes before it: “singular”, “plural” or empty.

    Args:
        tokens: the words, as written.
        bare: whether a noun without a determiner may be a subject there.
    """
    if not tokens:
        return ""
    first, head = tokens[0].lower(), tokens[-1].rpartition("-")[2]  # the by-election
    if (first in ("each", "every") and head in known.TIMES) or head in FUNCTION:
        return ""
    if not head.isalpha() or (head[0].isupper() and len(tokens) > 1 and head not in known.PEOPLES):
        return ""
    if bare and len(tokens) == 1 and first in known.MASS:
        return "singular"
    if len(tokens) > 2 and tokens[1].lower() in _SECOND.get(first, ()):
        return number(tokens[1:], bare=False)
    first, inner = _before_head(tokens, head, bare)
    if inner is None or not _are_modifiers(inner):
        return ""
    return _of_head(first, inner, head)


_SECOND = {"all": DETERMINERS, "both": DETERMINERS, "such": known.BARE}


def _before_head(
    tokens: tuple[str, ...], head: str, bare: bool
) -> tuple[str, tuple[str, ...] | None]:
    """The determiner of a noun and the words between; None if there is no such phrase."""
    first = tokens[0].lower()
    owner = next((i for i in range(len(tokens) - 1) if tokens[i].endswith(known.OWN)), -1)
    if owner >= 0 and _is_owner(tokens[: owner + 1]):
        if head in known.FIELDS and tokens[0][0].isupper():
            return "the", None  # Women’s studies
        return "the", tokens[owner + 1 : -1]
    if (first in DETERMINERS or first in ("one", "other")) and first not in known.NEVER:
        return first, tokens[1:-1]
    opens = bare and tokens[0][0].isupper() and _is_some_plural(head)
    return first, tokens[:-1] if opens and _is_plain_opening(tokens) else None


def _is_some_plural(head: str) -> bool:
    return head in known.PEOPLES or is_plural(head.lower())


def _of_head(first: str, inner: tuple[str, ...], head: str) -> str:
    """The number of a noun behind a determiner and some words."""
    if _is_some_plural(head) and first not in known.ONE | known.BARE:
        alone = not inner or first == inner[0].lower()
        return "" if not alone and _may_be_verb(head.lower(), inner[-1]) else "plural"
    if head.endswith("ing") and "people" in inner:
        return ""
    if first in known.PLURAL_ONLY or first not in DETERMINERS | {"one"}:
        return ""
    if not is_singular(head) and head not in known.ONE_THING:
        return ""
    return "" if any(_counts(one) or is_plural(one.lower()) for one in inner) else "singular"


def _is_owner(tokens: tuple[str, ...]) -> bool:
    """Whether words are someone who owns what follows: the firm’s, Ann Poe’s."""
    if tokens[-1][:3].lower() in ("let", "tha", "wha", "her", "it’", "it'") and len(tokens) == 1:
        return False
    if tokens[0].lower() in DETERMINERS:
        return _are_modifiers(tokens[1:-1])
    return all(one[0].isupper() and one.lower() not in FUNCTION for one in tokens)


def _is_plain_opening(tokens: tuple[str, ...]) -> bool:
    """Whether a sentence opens with a plural that is no name, perhaps behind one adjective."""
    first = tokens[0].lower()
    head = tokens[-1]
    if head in known.SUITS or head in known.FIELDS or not first.isalpha():
        return False
    if len(tokens) == 1:
        return head in known.PEOPLES or first in known.OFTEN
    found = parts(first)
    if len(tokens) == 2 and "n" in found and "g" not in found and parts(head) == "p":
        return True
    return first in _clauses.NUMBERS or (
        (_clauses.is_modifier(first) and not set(found) & set("gv"))
        or first.endswith(("ian", "ish", "ese", "ican", "rman"))
    )


def _are_modifiers(inner: tuple[str, ...]) -> bool:
    for index, one in enumerate(inner):
        if not _clauses.is_modifier(one):
            return False
        if index and one.islower() and set(parts(one)) & set("ge"):
            return all(_counts(before) for before in inner[:index])
    return True


def _may_be_verb(head: str, left: str) -> bool:
    """Whether a plural may be the verb of a clause: the safety the town offers is …"""
    return left[0].isupper() and "z" in parts(head)


def _counts(word: str) -> bool:
    return word.isdigit() or word.lower() in _clauses.NUMBERS
