"""The table of words that are typed for each other: how well each fits between its neighbours.

Made by tools/data/build_confusions.py, which says what it holds.
"""

from __future__ import annotations

import os
from functools import lru_cache
from zlib import crc32

from copydesk import read_toml
from lint_rules.sentence._contexts import EDGE, UNIT, features, shape, unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from mmap import mmap

    from copydesk import Sequence

_FOLDER = os.path.dirname(__file__)
_SLOT = 3  # bytes: a weight of eight bits, a check of sixteen
_STEP = 0.05  # of a weight
_KIND = 80  # what is added to the number of a kind
_NO = -99.0
_FAR = 4  # words beyond the two neighbours, on each side
_MOST = 1 << 16  # pairs of neighbours that a process remembers


class Other:
    """A word that may have been meant: its pair in the table, and how sure that must be."""

    __slots__ = ("bias", "least", "pair", "sign", "word")

    def __init__(self, word: str, pair: str, sign: int, bias: float, least: float) -> None:
        self.word = word
        self.pair = pair
        self.sign = sign
        self.bias = bias
        self.least = least


@lru_cache(maxsize=1)
def others() -> dict[str, tuple[Other, ...]]:
    """The words that each confusable word may stand for."""
    found: dict[str, tuple[Other, ...]] = {}
    for number, a, b, bias, to_b, to_a in read_toml(os.path.join(_FOLDER, "_confusions.toml"))["pairs"]:
        if to_b:
            found[a] = (*found.get(a, ()), Other(b, str(number), 1, bias, to_b))
        if to_a:
            found[b] = (*found.get(b, ()), Other(a, str(number), -1, -bias, to_a))
    return found


@lru_cache(maxsize=1)
def _data() -> mmap:
    from mmap import ACCESS_READ, mmap

    with open(os.path.join(_FOLDER, "_confusions.bin"), "rb") as handle:
        return mmap(handle.fileno(), 0, access=ACCESS_READ)


def _get(key: str) -> int | None:
    """The number that the table has for a key."""
    data = _data()
    slots = len(data) // _SLOT
    code = crc32(key.encode("utf-8", "surrogatepass"))
    at, check = _SLOT * (code % slots), code // slots + 1
    while True:
        value, low, high = data[at : at + _SLOT]
        held = low | high << 8
        if held == check:
            return value - 256 if value > 127 else value
        if not held:
            return None
        at = (at + _SLOT) % len(data)


@lru_cache(maxsize=_MOST)
def _known(found: str) -> tuple[str, str]:
    """How a word counts, and its kind."""
    for word in (unit(found), shape(found)) if found != EDGE else (EDGE,):
        kind = _get(f"={word}")
        if kind is not None:
            return word, str(kind + _KIND)
    return "<>", "0"


def _parts(text: str) -> list[str]:
    """The words, figures and marks of a text."""
    return UNIT.compiled.findall(text.replace("’", "'").replace("‘", "'"))


@lru_cache(maxsize=_MOST)
def core(token: str) -> str:
    """The confusable word in what is between two spaces, in lower case; empty if there is none."""
    low = token.lower().replace("’", "'").strip("“”\"'‘(),.;:?!—–[]")
    return low if low in others() else ""


@lru_cache(maxsize=_MOST)
def before(left: str, token: str) -> float:
    """How much better another word goes with the one before: the best, with its bias."""
    word = core(token)
    if not word:
        return _NO
    found = _parts(left)
    inner = _parts(token)
    if inner and inner[0].lower() != word:
        name, kind = _known(inner[0])
    else:
        name, kind = _known(found[-1] if found else EDGE)
    return max(one.bias + one.sign * _STEP * ((_get(f"{one.pair}0{name}") or 0) + (_get(f"{one.pair}5{kind}") or 0)) for one in others()[word])


@lru_cache(maxsize=_MOST)
def after(token: str, right: str) -> float:
    """How much better another word goes with the one behind."""
    word = core(token)
    if not word:
        return _NO
    inner = _parts(token)
    if inner and inner[-1].lower() != word:
        name, kind = _known(inner[-1])
    else:
        found = _parts(right)
        name, kind = _known(found[0] if found else EDGE)
    return max(one.sign * _STEP * ((_get(f"{one.pair}1{name}") or 0) + (_get(f"{one.pair}6{kind}") or 0)) for one in others()[word])


def judge(word: str, left: str, right: str) -> tuple[Other, float] | None:
    """The word that fits best instead, and by how much; None if none is sure enough.

    Args:
        word: the confusable word, in lower case.
        left: what comes before it in its paragraph, or the last part of that.
        right: what comes after it.
    """
    names = _around(_parts(left)[-2 - _FAR :], _parts(right)[: 2 + _FAR])
    if names is None:
        return None
    best: tuple[Other, float] | None = None
    for one in others()[word]:
        steps = sum(_get(one.pair + key) or 0 for key in names)
        more = one.bias + one.sign * _STEP * steps - one.least
        if more > 0 and (best is None or more > best[1]):
            best = one, more
    return best


def _around(left: Sequence[str], right: Sequence[str]) -> list[str] | None:
    """The features of a place between two lists of words."""
    near = [*([EDGE, EDGE, *left][-2:]), *([*right, EDGE, EDGE][:2])]
    words, kinds = zip(*map(_known, near), strict=True)
    far = [_known(one)[0] for one in (*left[:-2], *right[2:])]
    return features(words, kinds, far)
