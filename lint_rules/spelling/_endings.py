"""Endings that make another form of a name: plural, adjective, verb."""

from __future__ import annotations

_ENDINGS = ("s", "n", "i", "a", "e", "h", "y", "o")  # Browne, Israeli, Russian, Oleksandra
# Interchangeable endings: Koreas and Korean, Bosnians and Bosnian’s, Maria and Mario.
_PAIRS = tuple(
    frozenset(pair) for pair in ("sn", "si", "ni", "ao", "ae", "ai", "se", "ex", "ox", "ax")
)
_OF_VERBS = ("er", "ed")  # a Kickstarter, and what it Kickstarted
_ENDS_TWO = frozenset({"is", "es"})  # Emiratis and the Emirates


def are_forms(one: str, other: str) -> bool:
    """Whether two words are one name with two endings: plural, adjective, feminine form."""
    if one == other or one.replace("s-", "-") == other.replace("s-", "-"):
        return True
    shorter, longer = sorted((one, other), key=len)
    if one[:-2] == other[:-2] and {one[-2:], other[-2:]} == _ENDS_TWO:
        return True
    if longer in (f"{shorter}r", f"{shorter}rs", f"{shorter}d") and shorter.endswith("e"):
        return True  # Googler, who works at Google and googled
    if len(shorter) < len(longer):
        return longer.startswith(shorter) and longer.endswith(_ENDINGS)
    if one.endswith(_OF_VERBS) and other.endswith(_OF_VERBS) and one[:-1] == other[:-1]:
        return True
    return one[:-1] == other[:-1] and {one[-1], other[-1]} in _PAIRS
