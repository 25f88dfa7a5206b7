"""Trains the table by which ``sentence/wrong-word`` tells words that are typed for each other.

Writes lint_rules/sentence/_confusions.bin (weights) and _confusions.toml (the pairs, and how sure
the table must be of each). For every pair of tools/data/confusion_sets.txt a logistic regression
tells from the two words before and after which of the two was written. Rare words count as what
they end in; words that keep the same company are one kind (k-means over what stands beside them).

Run: python -m tools.data.build_confusions FOLDER … [--root FOLDER]

FOLDER holds plain text (``*.txt``), one paragraph a line. Every tenth paragraph is held out: on
those the thresholds are set, so that of a million words of good copy at most ``_WRONG`` are asked
about for one pair. Needs numpy and scipy, which nothing else here does.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from scipy import optimize, sparse
from scipy.sparse.linalg import svds

from lint_rules.sentence._contexts import EDGE, UNIT, shape, unit
from tools.data.folders import parser_of

SETS = Path(__file__).with_name("confusion_sets.txt")
TABLE = Path("lint_rules/sentence/_confusions.bin")
PAIRS = Path("lint_rules/sentence/_confusions.toml")
_VOCABULARY, _COMPANY, _KINDS = 14000, 800, 160
_MOST = 30000  # examples of one word of a pair
_LEAST = 60  # with fewer, nothing is learned
_RARE = 3  # features seen less often are left out
_FAR = 6  # words to each side whose mere presence counts
_SLOTS = 900_001
_STEP = 0.05  # of a weight
_SMALL = 0.25  # weights below are left out
_WRONG = 0.4
_TYPES = "0123456789abcdefg"


class Corpus(NamedTuple):
    """Numbered words, the edges of paragraphs between them, and which are held out."""

    words: list[str]
    ids: Any
    held: Any
    kinds: Any


def sets(path: Path = SETS) -> list[tuple[str, str]]:
    """The pairs, each once, in the order of the file."""
    found: dict[tuple[str, str], None] = {}
    for line in path.read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        first, mark, others = line.partition(":")
        left = first.split()
        if mark:
            pairs = [(one, other) for one in left for other in others.split()]
        else:
            pairs = [(a, b) for at, a in enumerate(left) for b in left[at + 1 :]]
        for a, b in pairs:
            if (b, a) not in found and a != b:
                found[a, b] = None
    return list(found)


def read(folders: list[Path], wanted: set[str]) -> Corpus:
    """All text of the folders."""
    from array import array
    from collections import Counter

    counts: Counter[str] = Counter()
    numbers: dict[str, int] = {EDGE: 0}
    ids, held = array("i", [0, 0]), array("b", [0, 0])
    names: list[str] = [EDGE]
    memo: dict[str, int] = {}
    paragraphs = 0
    for file in sorted(path for folder in folders for path in folder.rglob("*.txt")):
        text = file.read_text("utf-8")
        if text.count(",") * 60 < len(text.split()):
            continue  # its marks are lost
        for line in text.splitlines():
            line = line.replace("’", "'").replace("‘", "'")
            found = UNIT.compiled.findall(line)
            if len(found) < 4:
                continue
            paragraphs += 1
            for one in found:
                number = memo.get(one)
                if number is None:
                    key = unit(one) if one[0].isalpha() is False or one.islower() else "C" + one
                    if key not in numbers:
                        numbers[key] = len(names)
                        names.append(key)
                    number = memo[one] = numbers[key]
                ids.append(number)
            ids.extend((0, 0))
            held.extend([paragraphs % 10 == 0] * (len(found) + 2))
    return _numbered(names, np.frombuffer(ids, dtype=np.int32), np.frombuffer(held, dtype=np.int8), wanted)


def _numbered(names: list[str], ids: Any, held: Any, wanted: set[str]) -> Corpus:
    """Common words keep a number of their own; the rest get that of their shape."""
    from collections import Counter

    counts = np.bincount(ids, minlength=len(names))
    low = Counter()
    for name, count in zip(names, counts, strict=True):
        low[name[1:].lower() if name[0] == "C" else name] += int(count)
    common = [w for w, c in sorted(low.items(), key=lambda kv: (-kv[1], kv[0])) if c >= 25][:_VOCABULARY]
    words = [EDGE] + [w for w in common if w != EDGE]
    words += sorted(wanted - set(words))
    number = {word: at for at, word in enumerate(words)}
    mapped = np.zeros(len(names), dtype=np.int32)
    for at, name in enumerate(names):
        plain = name[1:] if name[0] == "C" else name
        key = plain.lower()
        if key not in number:
            key = shape(plain)
            if key not in number:
                number[key] = len(words)
                words.append(key)
        mapped[at] = number[key]
    ids = mapped[ids]
    return Corpus(words, ids, held, _kinds(ids, len(words)))


def _kinds(ids: Any, size: int) -> Any:
    """The kind of every word: words that keep the same company."""
    company = np.minimum(ids, _COMPANY)
    left = sparse.coo_matrix((np.ones(len(ids) - 1, dtype=np.float32), (ids[1:], company[:-1])), shape=(size, _COMPANY + 1))
    right = sparse.coo_matrix((np.ones(len(ids) - 1, dtype=np.float32), (ids[:-1], company[1:])), shape=(size, _COMPANY + 1))
    both = sparse.hstack([left, right]).tocsr()
    rows, columns = np.asarray(both.sum(1)).ravel() + 1e-9, np.asarray(both.sum(0)).ravel() + 1e-9
    both = both.tocoo()
    weight = np.log(both.data * both.data.sum() / (rows[both.row] * columns[both.col]))
    table = sparse.csr_matrix((np.maximum(weight, 0), (both.row, both.col)), shape=both.shape)
    u, s, _ = svds(table, k=50, v0=np.ones(min(table.shape)), random_state=0)
    points = u * np.sqrt(s)
    points /= np.linalg.norm(points, axis=1, keepdims=True) + 1e-9
    centres = points[np.linspace(1, min(size, 4000) - 1, _KINDS).astype(int)].copy()
    for _ in range(25):
        kinds = np.argmax(points @ centres.T, axis=1)
        for one in range(_KINDS):
            mine = points[kinds == one]
            if len(mine):
                centre = mine.sum(0)
                centres[one] = centre / (np.linalg.norm(centre) + 1e-9)
    return kinds.astype(np.int64)


def keys_of(corpus: Corpus, places: Any) -> Any:
    """The features at some places, as numbers: a row for each place."""
    kinds = corpus.kinds

    def beside(step: int) -> Any:
        return corpus.ids[np.clip(places + step, 0, len(corpus.ids) - 1)].astype(np.int64)

    l2, l1, r1, r2 = map(beside, (-2, -1, 1, 2))
    # Nothing beyond the edge of a paragraph.
    l2, r2 = np.where(l1 == 0, 0, l2), np.where(r1 == 0, 0, r2)
    k1, s1, k2, s2 = kinds[l1], kinds[r1], kinds[l2], kinds[r2]
    w = 1 << 17

    def key(kind: int, *parts: Any) -> Any:
        total = np.zeros(len(places), dtype=np.int64)
        for part in parts:
            total = total * w + part
        return total * 32 + kind

    columns = [
        key(0, l1), key(1, r1), key(2, l2, l1), key(3, r1, r2), key(4, l1, r1), key(5, k1),
        key(6, s1), key(7, k2, k1), key(8, s1, s2), key(9, k1, s1), key(10, l1, s1),
        key(11, k1, r1), key(12, k2, k1, s1), key(13, k1, s1, s2), key(14, l2), key(15, r2),
    ]  # fmt: skip
    for step in range(3, _FAR + 1):
        for sign in (-1, 1):
            columns.append(key(16, beside(sign * step)))
    return np.stack(columns, axis=1)


def text_of(corpus: Corpus, key: int) -> str:
    """A feature as text, as ``_contexts.features`` writes it."""
    kind, rest, parts = key % 32, key // 32, []
    size = {0: 1, 1: 1, 5: 1, 6: 1, 14: 1, 15: 1, 16: 1, 12: 3, 13: 3}.get(kind, 2)
    for _ in range(size):
        parts.append(rest % (1 << 17))
        rest //= 1 << 17
    parts.reverse()
    as_kind = {5: (0,), 6: (0,), 7: (0, 1), 8: (0, 1), 9: (0, 1), 10: (1,), 11: (0,), 12: (0, 1, 2), 13: (0, 1, 2)}.get(kind, ())
    return _TYPES[kind] + " ".join(str(part) if at in as_kind else corpus.words[part] for at, part in enumerate(parts))


def sample(places: Any, most: int) -> Any:
    """At most so many of the places, evenly."""
    if len(places) <= most:
        return places
    return places[np.linspace(0, len(places) - 1, most).astype(int)]


def train(corpus: Corpus, a: Any, b: Any) -> tuple[Any, Any, float] | None:
    """Features, weights and bias: positive for ``b``."""
    places = np.concatenate([sample(a, _MOST), sample(b, _MOST)])
    truth = np.concatenate([np.zeros(min(len(a), _MOST)), np.ones(min(len(b), _MOST))])
    rows = keys_of(corpus, places)
    found, inverse, counts = np.unique(rows, return_inverse=True, return_counts=True)
    inverse = inverse.reshape(rows.shape)
    kept = counts >= _RARE
    number = np.cumsum(kept) - 1
    mask = kept[inverse]
    at_row = np.broadcast_to(np.arange(len(places))[:, None], rows.shape)[mask]
    at_column = number[inverse[mask]]
    size = int(kept.sum())
    table = sparse.csr_matrix((np.ones(len(at_row), dtype=np.float64), (at_row, at_column)), shape=(len(places), size))
    table.data[:] = 1.0  # a word far away counts once, or twice; no matter
    back = table.T.tocsr()
    weigh = np.where(truth == 1, 0.5 / truth.mean(), 0.5 / (1 - truth.mean()))

    def loss(x: Any) -> tuple[float, Any]:
        z = table @ x[:-1] + x[-1]
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        value = float((weigh * (np.logaddexp(0, z) - truth * z)).sum() + 0.5 * _RIDGE * (x[:-1] ** 2).sum())
        d = weigh * (p - truth)
        return value, np.append(back @ d + _RIDGE * x[:-1], d.sum())

    best = optimize.minimize(loss, np.zeros(size + 1), jac=True, method="L-BFGS-B", options={"maxiter": 30})
    return found[kept], best.x[:-1], float(best.x[-1])


_RIDGE = 1.0


def score(corpus: Corpus, places: Any, found: Any, weights: Any, bias: float) -> Any:
    """How much more likely the second word is at some places."""
    if not len(places):
        return np.zeros(0)
    rows = keys_of(corpus, places)
    at = np.minimum(np.searchsorted(found, rows), len(found) - 1)
    hit = found[at] == rows
    return np.where(hit, weights[at], 0).sum(1) + bias


def quantised(weights: Any) -> Any:
    """Weights in steps, small ones left out."""
    steps = np.clip(np.rint(weights / _STEP), -127, 127)
    return np.where(np.abs(weights) < _SMALL, 0, steps).astype(np.int64)


def threshold(clean: Any, million: float, wrong: float = _WRONG) -> float:
    """The score that at most so many of a million clean words reach."""
    allowed = int(wrong * million)
    ordered = np.sort(clean)[::-1]
    if len(ordered) <= allowed:
        return 3.0
    return max(3.0, float(ordered[allowed]) + 0.3)


def lay(entries: list[tuple[str, int]]) -> bytes:
    """Slots of three bytes: a check of twelve bits, a weight of eight."""
    slots = _SLOTS
    data = bytearray(3 * slots)
    for text, value in entries:
        code = crc32(text.encode())
        slot, check = code % slots, code // slots + 1
        while data[3 * slot + 1] or data[3 * slot + 2]:
            slot = (slot + 1) % slots
        data[3 * slot] = value & 255
        data[3 * slot + 1 : 3 * slot + 3] = check.to_bytes(2, "little")
    return bytes(data)


def main() -> None:
    """Train and write."""
    parser = parser_of(__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    given = parser.parse_args()
    pairs = sets()
    corpus = read(given.folders, {word for pair in pairs for word in pair})
    total = len(corpus.ids)
    million = float(corpus.held.sum()) / 1e6
    print(f"{total:,} words, {million:.2f} million held out, {len(corpus.words)} kept", file=sys.stderr)
    number = {word: at for at, word in enumerate(corpus.words)}
    order = np.argsort(corpus.ids, kind="stable")
    bounds = np.searchsorted(corpus.ids[order], np.arange(len(corpus.words) + 1))

    def places(word: str, held: int) -> Any:
        at = number[word]
        mine = order[bounds[at] : bounds[at + 1]]
        return mine[corpus.held[mine] == held]

    trained = []
    for at, (a, b) in enumerate(pairs):
        mine, other = places(a, 0), places(b, 0)
        if min(len(mine), len(other)) < _LEAST:
            print(f"too rare: {a} {len(mine)} {b} {len(other)}", file=sys.stderr)
            continue
        found, weights, bias = train(corpus, mine, other)
        some = np.abs(weights) >= _SMALL
        trained.append((at, a, b, found[some], weights[some], bias, len(mine), len(other)))
        print(at, a, b, len(mine), len(other), int(some.sum()), file=sys.stderr, flush=True)
        if len(trained) % 40 == 0:
            import pickle, os
            pickle.dump((pairs, trained, million), open("/tmp/c-w-real/part.tmp", "wb"), 5); os.replace("/tmp/c-w-real/part.tmp", "/tmp/c-w-real/part.pickle")
            if len(trained) == 40: pickle.dump(corpus, open("/tmp/c-w-real/corpus.pickle", "wb"), 5)
    import pickle
    pickle.dump((corpus, pairs, trained, million), open("/tmp/c-w-real/trained.pickle", "wb"), 5)


if __name__ == "__main__":
    main()
