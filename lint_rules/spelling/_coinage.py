"""Whether a string that no list has may be a word all the same: a compound or a derived word."""

from __future__ import annotations

from lint_rules._shared.prose import words
from lint_rules._shared.spelled import Near, rank
from lint_rules.spelling._likely_slips import ADDED, price

_PART = 4  # letters of each half of a compound, at least
_COMMON = 36  # rank of the halves of a compound: a word in some 500,000
_KNOWN = 26  # rank of a word that another is derived from: in some two millions
_OFTEN = 50  # rank of a word that was rather meant than a compound
_STEM = 4  # letters
_FRONT = words(
    "un re non anti pre post co over under out mis dis inter multi micro macro mega super sub semi "
    "pro bio cyber eco geo hydro neuro tele ultra trans counter crypto auto pseudo de en up down "
    "off on agri agro aero astro cardio electro ethno euro extra fore hyper infra intra kilo "
    "mid milli mini mono nano narco neo nitro ortho paleo para petro pharma photo poly proto "
    "psycho quasi radio retro socio techno thermo tri uni vice video meth chloro fluoro"
)
_SHORT = words("un re de en co on up off out")  # so short that a slip may have put it there
_BACK = (
    "ness", "less", "like", "ish", "able", "ably", "dom", "hood", "ism", "isms", "ist", "ists",
    "esque", "wise", "fest", "gate", "core", "ers", "er", "ier", "iest", "iers", "ify", "ified",
    "ization", "isation", "ize", "ized", "izing", "ise", "ised", "ising", "ward", "wards",
    "style", "sized", "gram", "phobia", "phobic", "philia", "ology", "ologist", "itis", "nomics",
    "tastic", "verse", "speak", "scape", "thon", "crat", "cratic", "ville", "ity", "ean",
    "ee", "ees",
)  # fmt: skip
_ENDINGS = ("s", "es", "d", "ed", "ing")  # of a known word, regularly put there


def is_coinage(word: str, meant: Near) -> bool:
    """Whether a lower-case string that no list has is made of words in a regular way.

    ``meant`` is the word that it is one slip away from.
    """
    if _doubles(word, meant.word):
        return False
    return (
        (_is_compound(word, meant) and not _is_likely(word, meant))
        or _is_derived(word)
        or _is_inflected(word)
    )


def _doubles(word: str, meant: str) -> bool:
    """Whether the slip is a letter that should be doubled, or should not: occured, ammendment."""
    if abs(len(word) - len(meant)) != 1:
        return False
    longer, shorter = (word, meant) if len(word) > len(meant) else (meant, word)
    return any(
        longer[at] == longer[at + 1] and longer[:at] + longer[at + 1 :] == shorter
        for at in range(len(longer) - 1)
    )


def _is_likely(word: str, meant: Near) -> bool:
    """Whether the slip is one that hands make: a letter dropped, or one put in, inside the word."""
    return (
        len(word) != len(meant.word)
        and meant.rank >= _OFTEN - ADDED
        and price(word, meant.word.lower()) <= ADDED
    )


def _is_compound(word: str, meant: Near) -> bool:
    least = _COMMON if meant.rank < _OFTEN else _OFTEN
    return any(
        rank(word[:at]) >= least and rank(word[at:]) >= least
        for at in range(_PART, len(word) - _PART + 1)
    )


def _is_derived(word: str) -> bool:
    for at in range(1, min(7, len(word) - _STEM + 1)):
        front, rest = word[:at], word[at:]
        if front in _FRONT and rank(rest) >= (_COMMON if front in _SHORT else _KNOWN):
            return True
    return any(word.endswith(end) and _is_stem(word[: -len(end)], end) for end in _BACK)


def _is_stem(stem: str, end: str) -> bool:
    if len(stem) < _STEM:
        return False
    stems = [stem, f"{stem}e"] if end[0] in "aeiouy" else [stem]
    if stem.endswith("i") or end[0] == "i":
        stems.append(f"{stem.removesuffix('i')}y")
    if end.startswith("ee"):
        return any(rank(one) >= _KNOWN for one in stems)  # detailee
    if end[0] in "aeiouy" and stem[-1] == stem[-2]:
        stems.append(stem[:-1])
    return any(rank(one) for one in stems)


def _is_inflected(word: str) -> bool:
    for end in _ENDINGS:
        stem = word.removesuffix(end)
        if stem != word and len(stem) >= _STEM and rank(stem) >= _KNOWN:
            return True
    return False
