"""The table of words that are typed for each other: which of two goes with the words around.

Made by tools/data/build_confusions.py. ``_confusions.toml`` lists the pairs, ``_confusions.bin``
holds the weights by the crc32 of their keys, in buckets: the checks of eight keys, two bytes
each, and then their eight weights. A key that finds its bucket full is in the next one. Behind
them is the gate: for each common word a bit for every two kinds of word, whether between those
another word is likelier.
"""

from __future__ import annotations

import os
from functools import cache, lru_cache
from operator import add, gt
from zlib import crc32

from copydesk import read_toml
from lint_rules.sentence._contexts import EDGE, UNIT, features, shape, unit

TYPE_CHECKING = False
if TYPE_CHECKING:
    from mmap import mmap
    from typing import Any

    from copydesk import Iterable, Sequence

DOUBT = 1.2
"""How much better another word must go with the two neighbours to be looked at closely."""
DOUBT_SHARE = 0.3
"""The same, as a share of how sure the table must be in the end."""

_FOLDER = os.path.dirname(__file__)
_ROOM = 8  # keys in a bucket
_CHECKS = 2 * _ROOM
_BUCKET = 3 * _ROOM
_STEP = 0.05  # of a weight
_KIND = 80  # what is added to the number of a kind
_ROW = 20  # bytes: a bit for each kind of the word behind
_GATE = 160 * _ROW
_FAR = 4  # words beyond the two neighbours, on each side
_MOST = 1 << 16  # neighbours that a process remembers
# By how much more than its limit a word must fit, so that it is asked about, the common ones (which
# have a gate) more: the limits come from text of other kinds than the news. Those of pairs proven
# on published stories allow for it.
_SURE, _SURE_OF_COMMON = 0.5, 0.8
_OPEN = frozenset(("an", "or", "them", "then"))  # rare enough to be looked at between any kinds
_MARKS = "“”\"‘’'(),.;:?!—–[]"


class Other:
    """A word that may have been meant: its pair in the table, and how sure that must be."""

    __slots__ = ("bias", "least", "pair", "step", "word")

    def __init__(self, word: str, pair: str, step: float, bias: float, least: float) -> None:
        self.word = word
        self.pair = pair
        self.step = step
        self.bias = bias
        self.least = least

    def told(self, keys: Iterable[str]) -> float:
        """How much these features speak for the word."""
        pair = self.pair
        return self.step * sum([_get(pair + key) or 0 for key in keys])


@lru_cache(maxsize=1)
def _lists() -> dict[str, list[Any]]:
    return read_toml(os.path.join(_FOLDER, "_confusions.toml"))


@lru_cache(maxsize=1)
def _gates() -> dict[str, bytes]:
    """The bits of each common word."""
    data, words = _data(), _lists()["gated"]
    start = len(data) - len(words) * _GATE
    return {
        word: data[start + at * _GATE : start + (at + 1) * _GATE] for at, word in enumerate(words)
    }


@lru_cache(maxsize=1)
def _rows() -> dict[str, list[tuple[str, int, float, float, float]]]:
    """For each confusable word what ``Other`` needs of the words that may be meant."""
    found: dict[str, list[tuple[str, int, float, float, float]]] = {}
    for number, a, b, bias, to_b, to_a in _lists()["pairs"]:
        if to_b:
            found.setdefault(a, []).append((b, number, _STEP, bias, to_b))
        if to_a:
            found.setdefault(b, []).append((a, number, -_STEP, -bias, to_a))
    for number, meant, bias, least, written in _lists()["rare"]:
        row = (meant, number, _STEP, bias, least)
        for word in written.split():
            found.setdefault(word, []).append(row)
    return found


@cache
def others(word: str) -> tuple[Other, ...]:
    """The words that a confusable word may stand for."""
    return tuple(
        Other(meant, f"{number}:", step, bias, least)
        for meant, number, step, bias, least in _rows()[word]
    )


def confusable() -> Iterable[str]:
    """All confusable words, in lower case."""
    return _rows().keys()


class Token:
    """What is between two spaces and has a confusable word.

    Attributes:
        word: the confusable word, in lower case.
        lead, trail: what is before and after it, with its kind; None for nothing.
        gate: the word's bits; empty for a word that has none.
    """

    __slots__ = ("gate", "lead", "trail", "word")

    def __init__(self, word: str, parts: Sequence[str], at: int) -> None:
        self.word = word
        self.lead = _known(parts[at - 1]) if at else None
        self.trail = _known(parts[at + 1]) if at + 1 < len(parts) else None
        self.gate = b"" if word in _OPEN else _gates().get(word, b"")


class _Tokens(dict[str, "Token | None"]):
    """What is between two spaces, remembered: None for what has no confusable word."""

    def __missing__(self, text: str) -> Token | None:
        if len(self) >= _MOST:
            self.clear()
        found = self[text] = _token(text)
        return found


_TOKENS = _Tokens()


def _token(text: str) -> Token | None:
    word = text.lower().strip(_MARKS).replace("’", "'")
    if word not in _rows() or text == EDGE:
        return None
    parts = _parts(text)
    lower = [one.lower() for one in parts]
    return Token(word, parts, lower.index(word)) if word in lower else None


class _Ends(dict[str, tuple[tuple[str, int], tuple[str, int]]]):
    """The first and the last word or mark of what is between two spaces, each with its kind."""

    def __missing__(self, text: str) -> tuple[tuple[str, int], tuple[str, int]]:
        if len(self) >= _MOST:
            self.clear()
        parts = (_parts(text) if text != EDGE else []) or [EDGE]
        found = self[text] = _known(parts[0]), _known(parts[-1])
        return found


_ENDS = _Ends()


def doubtful(text: str) -> list[tuple[int, str]]:
    """Confusable words between neighbours that go better with another: at which token each is."""
    tokens = [EDGE, *text.split(), EDGE]
    found, ends = [], _ENDS
    for at, one in enumerate(map(_TOKENS.__getitem__, tokens)):
        if one is not None:
            left = one.lead or ends[tokens[at - 1]][1]
            right = one.trail or ends[tokens[at + 1]][0]
            gate, bit = one.gate, right[1]
            if gate and not gate[left[1] * _ROW + (bit >> 3)] >> (bit & 7) & 1:
                continue
            if _near(one.word, left, right):
                found.append((at - 1, one.word))
    return found


@lru_cache(maxsize=_MOST)
def _near(word: str, left: tuple[str, int], right: tuple[str, int]) -> bool:
    """Whether a word's two neighbours go so much better with another that it may be meant."""
    told = map(add, _left(word, left), _right(word, right))
    return any(map(gt, told, _doubts(word)))


@cache
def _doubts(word: str) -> tuple[float, ...]:
    """How much better that must be, for each other word."""
    return tuple(max(DOUBT, DOUBT_SHARE * one.least) for one in others(word))


def judge(word: str, left: str, right: str) -> tuple[Other, float] | None:
    """The word that fits best instead, and by how much it does; None if none is sure enough.

    Args:
        word: the confusable word, in lower case.
        left: what comes before it in its paragraph, or the last part of that.
        right: what comes after it.
    """
    around = _around(_parts(left), _parts(right))
    l1, r1 = around[_FAR + 1], around[_FAR + 2]
    keys: list[str] = []
    best: tuple[Other, float] | None = None
    sure = _SURE_OF_COMMON if word in _gates() else _SURE
    told = map(add, _left(word, l1), _right(word, r1))
    for one, near, doubt in zip(others(word), told, _doubts(word), strict=True):
        if near > doubt:
            keys = keys or _features(around)
            more = one.bias + one.told(keys) - one.least
            if more > sure and (best is None or more > best[1]):
                best = one, more
    return best


@lru_cache(maxsize=_MOST)
def _left(word: str, near: tuple[str, int]) -> tuple[float, ...]:
    """How much better each other word goes with the one before, its frequency counted."""
    return tuple(one.bias + one.told((f"0{near[0]}", f"5{near[1]}")) for one in others(word))


@lru_cache(maxsize=_MOST)
def _right(word: str, near: tuple[str, int]) -> tuple[float, ...]:
    """How much better each other word goes with the one behind."""
    return tuple(one.told((f"1{near[0]}", f"6{near[1]}")) for one in others(word))


def _around(left: Sequence[str], right: Sequence[str]) -> list[tuple[str, int]]:
    """The words on both sides, each with its kind."""
    reach = 2 + _FAR
    found = ([EDGE] * reach + [*left])[-reach:]
    return [*map(_known, found), *map(_known, [*right[:reach], *[EDGE] * reach][:reach])]


def _features(around: Sequence[tuple[str, int]]) -> list[str]:
    words, kinds = zip(*around[_FAR:-_FAR], strict=True)
    return features(words, kinds, [word for word, _ in (*around[:_FAR], *around[-_FAR:])])


def _parts(text: str) -> list[str]:
    """The words, figures and marks of a text."""
    return UNIT.compiled.findall(text.replace("’", "'").replace("‘", "'"))


@lru_cache(maxsize=_MOST)
def _known(found: str) -> tuple[str, int]:
    """How a word counts, and its kind."""
    for word in (unit(found), shape(found)) if found != EDGE else (EDGE,):
        kind = _get(f"={word}")
        if kind is not None:
            return word, kind + _KIND
    return "<>", 0


@lru_cache(maxsize=1)
def _data() -> mmap:
    from mmap import ACCESS_READ, mmap

    with open(os.path.join(_FOLDER, "_confusions.bin"), "rb") as handle:
        return mmap(handle.fileno(), 0, access=ACCESS_READ)


@lru_cache(maxsize=1)
def _table() -> tuple[mmap, int]:
    """The file, and how many buckets it has."""
    data = _data()
    return data, (len(data) - len(_lists()["gated"]) * _GATE) // _BUCKET


def _get(key: str) -> int | None:
    """The number that the table has for a key."""
    data, buckets = _table()
    code, place = divmod(crc32(key.encode("utf-8", "surrogatepass")), buckets)
    check = (code + 1).to_bytes(2, "little")
    while True:
        start = _BUCKET * place
        checks = data[start : start + _CHECKS]
        at = checks.find(check)
        while at % 2 and at > 0:
            at = checks.find(check, at + 1)
        if at >= 0:
            value = data[start + _CHECKS + at // 2]
            return value - 256 if value > 127 else value
        if checks[-2:] == b"\0\0":
            return None
        place = (place + 1) % buckets
