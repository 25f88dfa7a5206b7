"""Smileys, whose brackets are not brackets."""

from __future__ import annotations

from copydesk import pattern

# The eyes begin a word: “who(m)” and “8(a)” are not faces.
_EYES = pattern(
    r"(?:(?<![^\s“\"‘'(\[])[:;=x](?: ?[-'’^o*])?|(?<![^\s“\"‘'(\[])[:;=8]-|(?<!\S)[\^*]_?[\^*]) ?\Z"
)
_GLUED = pattern(r"[:;][-'’^o*]?\Z")  # at the end of a word only if the mouth smiles: any;)
_SQUARE = pattern(r"(?<!\S)[:;=]-?\Z")
_EYE = frozenset(":;=x8^*")  # one of them is in all eyes
_REACH = 6  # code points before the bracket in which the eyes are


def is_smiley(text: str, at: int) -> bool:
    """Whether the bracket at an offset is the mouth of a smiley: “:)”, “:-(”, “: - )”."""
    after = text[at + 1 : at + 2]
    if text[at] == "]":
        return _SQUARE.search(text, (max(0, at - _REACH), at)) is not None
    if text[at] not in "()" or (text[at] == "(" and after.isalnum()):
        return False
    eyes = (max(0, at - _REACH), at)
    if _EYE.isdisjoint(text[eyes[0] : at]):
        return False
    if text[at] == ")" and _GLUED.search(text, eyes):
        return True
    return _EYES.search(text, eyes) is not None
