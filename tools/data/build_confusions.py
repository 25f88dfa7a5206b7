"""Trains the table by which sentence/confused-word tells words that are typed for each other.

Writes lint_rules/sentence/_confusions.bin (weights) and _confusions.toml (the pairs, and how sure
the table must be of each). For every pair of confusion_sets.txt a logistic regression tells from
the words around which of the two was written; a word too rare to learn from is told from any
other word instead. One paragraph in ten is held out: a pair's thresholds are set there, so that
in a million words of good copy fewer than one is asked about, and raised or set to 0 (off) by
confusion_limits.txt, which holds what was found when reading published stories.

Run: python -m tools.data.build_confusions FOLDER [FOLDER …] [--root FOLDER]

A folder holds plain text (*.txt), one paragraph a line. Needs numpy and scipy, as nothing else
here does.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np

from tools.data.confusions_corpus import KINDS, Corpus, read
from tools.data.confusions_train import Model, sample, text_of, train
from tools.data.folders import lines_of, parser_of

TABLE = Path("lint_rules/sentence/_confusions.bin")
PAIRS = Path("lint_rules/sentence/_confusions.toml")
HEAD = """\
# Words typed for each other, and how sure the table must be to ask: made by
# tools/data/build_confusions.py. number, a, b, bias, threshold for b where a is written, for a
# where b is; 0: never.
"""
RARE = """\
# Words that hardly occur in the news: number, the word meant, bias, threshold, the words written.
"""
_LEAST = 40  # places of a word from which its pair is learned
_SOME = 60  # of the other word, if the one is too rare
_ROOM = 8  # entries in a bucket of the table
_SPARE = 1.3  # room for each entry
_KIND = 80  # taken from the number of a kind, which then fits in a byte
_LOWEST = 3.0
_ABOVE = 0.3  # how much above the best wrong one a threshold is
_FREE = 0.35  # wrong ones in a million words
_GATED = 110  # common words that have a gate
_LIKELIER = 2.5  # how much likelier another word must be to pass it
_WORTH = 0.05  # of the faults, so many must be found
_FEW = 9000  # places from which a word that is hardly ever written is told
_STRONG, _STRONG_FAR = 14, 18  # steps of a weight then: smaller ones are left out
_DISTANT = 16  # the type of a word further away


class Row(NamedTuple):
    """A pair, and where its words are in the text: to learn from, and held out."""

    number: int
    a: str
    b: str
    model: Model
    to_b: float
    to_a: float
    found: tuple[float, float]


def pairs() -> list[tuple[str, str]]:
    """The pairs of the list, in its order."""
    found = []
    for line in lines_of("confusion_sets.txt"):
        a, b = line.split()
        found.append((a, b))
    return found


class Rare(NamedTuple):
    """A word for which words are typed that the text hardly has: it is told from any other."""

    number: int
    meant: str
    model: Model
    least: float
    written: str


def rare(corpus: Corpus, first: int) -> Iterator[Rare]:
    """What confusion_rare.txt lists: the word meant, how sure to be of it, the words written."""
    places = Places(corpus)
    for number, line in enumerate(lines_of("confusion_rare.txt"), first):
        meant, least, *written = line.split()  # none, if all were wrong in print
        model = train(corpus, sample(places.any, _FEW), places.of(meant, False))
        fewest = np.where(model.features % 32 == _DISTANT, _STRONG_FAR, _STRONG)
        kept = np.abs(model.steps) >= fewest
        found = Model(model.features[kept], model.steps[kept], model.bias)
        yield Rare(number, meant, found, float(least), " ".join(written))


def limits() -> dict[tuple[str, str], float]:
    """By the word written and the word meant: the threshold, 0 for never."""
    rows = (line.split() for line in lines_of("confusion_limits.txt"))
    return {(written, meant): float(least) for written, meant, least in rows}


def gates(corpus: Corpus, found: list[Row]) -> tuple[list[str], bytes]:
    """The common words, and for each a bit for every two kinds: is another likelier there?"""
    others: dict[str, list[str]] = {}
    for row in found:
        if row.to_b:
            others.setdefault(row.a, []).append(row.b)
        if row.to_a:
            others.setdefault(row.b, []).append(row.a)
    places = Places(corpus)
    words = sorted(others, key=lambda word: (-len(places.of(word, False)), word))[:_GATED]
    bits = []
    for word in words:
        own, is_open = _between(corpus, places.of(word, False)), np.zeros(KINDS * KINDS, bool)
        for other in others[word]:
            is_open |= _between(corpus, places.of(other, False)) > _LIKELIER * own
        bits.append(np.packbits(is_open.reshape(KINDS, KINDS), axis=1, bitorder="little"))
    return words, b"".join(one.tobytes() for one in bits)


def _between(corpus: Corpus, places: Any) -> Any:
    """How large a share of some places is between two kinds of word, for every two."""
    before, after = corpus.kinds[corpus.ids[places - 1]], corpus.kinds[corpus.ids[places + 1]]
    counts = np.bincount(before * KINDS + after, minlength=KINDS * KINDS)
    return (counts + 0.3) / max(len(places), 1)


class Places:
    """Where each word of the text is."""

    def __init__(self, corpus: Corpus) -> None:
        self._corpus = corpus
        self._number = {word: at for at, word in enumerate(corpus.words)}
        self._order = np.argsort(corpus.ids, kind="stable")
        ends = np.arange(len(corpus.words) + 1)
        self._bounds = np.searchsorted(corpus.ids[self._order], ends)
        self.any = np.flatnonzero((corpus.ids != 0) & (corpus.held == 0))[::401]

    def of(self, word: str, held: bool) -> Any:
        """Where a word is, held out or not."""
        at = self._number[word]
        mine = self._order[self._bounds[at] : self._bounds[at + 1]]
        return mine[self._corpus.held[mine] == held]


def rows(corpus: Corpus) -> Iterator[Row]:
    """Train every pair that there is enough text for."""
    places, told = Places(corpus), limits()
    million = float(corpus.held.sum()) / 1e6
    for number, (a, b) in enumerate(pairs()):
        mine, other = places.of(a, False), places.of(b, False)
        rare_a, rare_b = len(mine) < _LEAST, len(other) < _LEAST
        if max(len(mine), len(other)) < _SOME:
            continue
        if rare_a:
            mine = np.concatenate([mine, places.any])
        if rare_b:
            other = np.concatenate([other, places.any])
        model = train(corpus, mine, other)
        score_a = model.score(corpus, places.of(a, True))
        score_b = model.score(corpus, places.of(b, True))
        to_b = 0.0 if rare_b else _threshold(score_a, score_b, million, told.get((a, b)))
        to_a = 0.0 if rare_a else _threshold(-score_b, -score_a, million, told.get((b, a)))
        found = (float((score_b > to_b).mean()), float((-score_a > to_a).mean()))
        print(number, a, b, len(mine), len(other), to_b, to_a, *found, file=sys.stderr, flush=True)
        yield Row(number, a, b, model, to_b, to_a, found)


def _threshold(clean: Any, other: Any, million: float, told: float | None) -> float:
    """The score that hardly a place of good copy reaches; 0 if hardly a fault reaches it either."""
    found = told
    if found is None:
        free, ordered = int(_FREE * million), np.sort(clean)[::-1]
        found = float(ordered[free]) + _ABOVE if len(ordered) > free else _LOWEST
        found = round(max(_LOWEST, found), 2)
    return found if len(other) and (other > found).mean() >= _WORTH else 0.0


def lay(entries: list[tuple[str, int]]) -> bytes:
    """The table, as lint_rules/sentence/_confusions.py reads it."""
    buckets = int(_SPARE * len(entries) / _ROOM) + 1
    checks: list[list[bytes]] = [[] for _ in range(buckets)]
    values: list[list[int]] = [[] for _ in range(buckets)]
    for text, value in entries:
        code = crc32(text.encode())
        at, check = code % buckets, (code // buckets + 1).to_bytes(2, "little")
        while len(checks[at]) == _ROOM:
            at = (at + 1) % buckets
        checks[at].append(check)
        values[at].append(value & 255)
    return b"".join(
        b"".join(mine).ljust(2 * _ROOM, b"\0") + bytes(told).ljust(_ROOM, b"\0")
        for mine, told in zip(checks, values, strict=True)
    )


def _entries(corpus: Corpus, number: int, model: Model) -> list[tuple[str, int]]:
    """The weights of a model, under their keys."""
    return [
        (f"{number}:{text_of(corpus, int(key))}", int(steps))
        for key, steps in zip(model.features, model.steps, strict=True)
    ]


def main() -> None:
    """Train and write."""
    parser = parser_of(__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    given = parser.parse_args()
    corpus = read(given.folders, {word for pair in pairs() for word in pair})
    entries = [(f"={w}", int(k) - _KIND) for w, k in zip(corpus.words, corpus.kinds, strict=True)]
    lines, others, found = [], [], []
    for row in rows(corpus):
        found.append(row)
        entries += _entries(corpus, row.number, row.model)
        lines.append(
            f'  [{row.number}, "{row.a}", "{row.b}", {row.model.bias}, {row.to_b}, {row.to_a}],\n'
        )
    for one in rare(corpus, len(pairs())):
        entries += _entries(corpus, one.number, one.model)
        others.append(
            f'  [{one.number}, "{one.meant}", {one.model.bias}, {one.least}, "{one.written}"],\n'
        )
    words, bits = gates(corpus, found)
    (given.root / TABLE).write_bytes(lay(entries) + bits)
    gated = "".join(f'  "{word}",\n' for word in words)
    listed = f"gated = [\n{gated}]\npairs = [\n{''.join(lines)}]\n"
    listed += f"{RARE}rare = [\n{''.join(others)}]\n"
    (given.root / PAIRS).write_text(HEAD + listed, "utf-8")
    print(f"{len(corpus.ids):,} words, {len(lines)} pairs, {len(entries):,} entries")


if __name__ == "__main__":
    main()
