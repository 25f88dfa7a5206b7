"""How likely a slip is: keys next to each other, letters swapped or doubled, vowels confused."""

from __future__ import annotations

from lint_rules._shared.spelled import Near

_ROWS = ("qwertyuiop", "asdfghjkl", "zxcvbnm")
_VOWELS = frozenset("aeiouy")
_ALIKE = frozenset(("cs", "ck", "sz", "mn", "ij", "td", "bp", "fv", "qk", "gj"))  # sound alike
_OTHER, BESIDE, _AT_FIRST, ADDED = 20, 6, 14, 8  # what a slip takes from the rank of a word


def sorted_by_likelihood(word: str, found: list[Near]) -> list[Near]:
    """The words that may have been meant, the likeliest first, with ranks less what each takes."""
    likely = [Near(one.word, one.rank - price(word, one.word.lower())) for one in found]
    likely.sort(key=lambda one: (-one.rank, one.word))
    if len(likely) > 1 and _is_the_same(likely[0].word, likely[1].word):
        del likely[1]
    return likely


def _is_the_same(one: str, other: str) -> bool:
    """Whether two words differ by a capital or by the country: labour, labor; realise, realize."""
    one, other = one.lower().replace("our", "or"), other.lower().replace("our", "or")
    return one.replace("z", "s") == other.replace("z", "s")


def price(word: str, meant: str) -> int:
    """What the slip takes from the rank: nothing for swapped and dropped letters."""
    at = next(
        (at for at, (one, its) in enumerate(zip(word, meant, strict=False)) if one != its), -1
    )
    first = _AT_FIRST if at == 0 else 0
    if len(word) < len(meant):
        return first // 2
    if at < 0 or len(word) > len(meant):
        return _of_added(word, at if at >= 0 else len(word) - 1) + first // 2
    if word[at + 1 : at + 2] == meant[at] and sorted(word) == sorted(meant):
        return 0
    return (BESIDE if _are_confused(word[at], meant[at]) else _OTHER) + first


def _of_added(word: str, at: int) -> int:
    beside = word[at - 1 : at] + word[at + 1 : at + 2]
    if word[at] in beside:
        return 0
    return BESIDE if any(_are_beside(word[at], one) for one in beside) else ADDED


def _are_confused(one: str, other: str) -> bool:
    both = {one, other}
    return both <= _VOWELS or "".join(sorted(both)) in _PAIRS or _are_beside(one, other)


_PAIRS = frozenset("".join(sorted(pair)) for pair in _ALIKE)


def _are_beside(one: str, other: str) -> bool:
    """Whether two keys are neighbours on an English keyboard."""
    for row, keys in enumerate(_ROWS):
        if one in keys:
            at = keys.index(one)
            near = keys[max(0, at - 1) : at + 2]
            for beside in _ROWS[max(0, row - 1) : row + 2]:
                near += beside[max(0, at - 1) : at + 2]
            return other in near
    return False
