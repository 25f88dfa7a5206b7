"""Which of two words was written, told from the words around: logistic regression."""

from __future__ import annotations

from typing import Any, NamedTuple

import numpy as np
from scipy import optimize, sparse

from tools.data.confusions_corpus import Corpus

_MOST = 40000  # examples of one word of a pair
_RARE = 3  # features seen less often are left out
_RIDGE = 1.0
_ROUNDS = 35
_FAR = 6  # words to each side whose mere presence counts, from the third on
_WIDE = 1 << 17  # more than there are forms
_TYPES = "0123456789abcdefg"
_STEP = 0.05  # of a weight
_FEWEST, _FEWEST_FAR = 8, 13  # steps of a weight: smaller ones are left out
_DISTANT = 16  # the type of a word further away
# Which words make up a feature of each type, and which of those count by their kind.
_SIZES = (1, 1, 2, 2, 2, 1, 1, 2, 2, 2, 2, 2, 3, 3, 1, 1, 1)
_AS_KINDS = (
    *((), (), (), (), (), (0,), (0,), (0, 1), (0, 1), (0, 1)),
    *((1,), (0,), (0, 1, 2), (0, 1, 2), (), (), ()),
)


class Model(NamedTuple):
    """The features of a pair, in order, with their weights in steps: positive for the second."""

    features: Any
    steps: Any
    bias: float

    def score(self, corpus: Corpus, places: Any) -> Any:
        """How much more likely the second word is at some places, as a logarithm."""
        if not len(places):
            return np.zeros(0)
        rows = keys_of(corpus, places)
        at = np.minimum(np.searchsorted(self.features, rows), len(self.features) - 1)
        told = np.where(self.features[at] == rows, self.steps[at], 0)
        return told.sum(1) * _STEP + self.bias


def keys_of(corpus: Corpus, places: Any) -> Any:
    """The features at some places, as numbers: a row for each place."""

    def beside(step: int) -> Any:
        return corpus.ids[np.clip(places + step, 0, len(corpus.ids) - 1)].astype(np.int64)

    def key(kind: int, *parts: Any) -> Any:
        total = np.zeros(len(places), dtype=np.int64)
        for part in parts:
            total = total * _WIDE + part
        return total * 32 + kind

    l1, r1 = beside(-1), beside(1)
    l2, r2 = np.where(l1 == 0, 0, beside(-2)), np.where(r1 == 0, 0, beside(2))
    k1, s1, k2, s2 = (corpus.kinds[one] for one in (l1, r1, l2, r2))
    columns = [
        key(0, l1), key(1, r1), key(2, l2, l1), key(3, r1, r2), key(4, l1, r1), key(5, k1),
        key(6, s1), key(7, k2, k1), key(8, s1, s2), key(9, k1, s1), key(10, l1, s1),
        key(11, k1, r1), key(12, k2, k1, s1), key(13, k1, s1, s2), key(14, l2), key(15, r2),
    ]  # fmt: skip
    for sign, last in ((-1, l2), (1, r2)):
        for step in range(3, _FAR + 1):
            last = np.where(last == 0, 0, beside(sign * step))
            columns.append(key(_DISTANT, last))
    return np.stack(columns, axis=1)


def text_of(corpus: Corpus, key: int) -> str:
    """A feature as text, as ``_contexts.features`` writes it."""
    kind, rest = key % 32, key // 32
    parts: list[int] = []
    for _ in range(_SIZES[kind]):
        parts.insert(0, rest % _WIDE)
        rest //= _WIDE
    told = (
        str(part) if at in _AS_KINDS[kind] else corpus.words[part] for at, part in enumerate(parts)
    )
    return _TYPES[kind] + " ".join(told)


def sample(places: Any, most: int = _MOST) -> Any:
    """At most so many of the places, evenly."""
    if len(places) <= most:
        return places
    return places[np.linspace(0, len(places) - 1, most).astype(int)]


def train(corpus: Corpus, first: Any, second: Any) -> Model:
    """Learn to tell the places of one word from those of another."""
    first, second = sample(first), sample(second)
    places = np.concatenate([first, second])
    truth = np.concatenate([np.zeros(len(first)), np.ones(len(second))])
    features, table = _table(keys_of(corpus, places))
    weights, bias = _fit(table, truth)
    steps = np.clip(np.rint(weights / _STEP), -127, 127).astype(np.int64)
    kept = np.abs(steps) >= np.where(features % 32 == _DISTANT, _FEWEST_FAR, _FEWEST)
    return Model(features[kept], steps[kept], round(bias, 2))


def _table(rows: Any) -> tuple[Any, Any]:
    """The features that are not rare, in order, and which place has which."""
    found, inverse, counts = np.unique(rows, return_inverse=True, return_counts=True)
    inverse = inverse.reshape(rows.shape)
    kept = counts >= _RARE
    number = np.cumsum(kept) - 1
    mask = kept[inverse]
    at_row = np.broadcast_to(np.arange(len(rows))[:, None], rows.shape)[mask]
    at_column = number[inverse[mask]]
    shape = (len(rows), int(kept.sum()))
    return found[kept], sparse.csr_matrix((np.ones(len(at_row)), (at_row, at_column)), shape=shape)


def _fit(table: Any, truth: Any) -> tuple[Any, float]:
    """Weights and bias; both words count as equally frequent."""
    back = table.T.tocsr()
    share = truth.mean()
    count = np.where(truth == 1, 0.5 / share, 0.5 / (1 - share))

    def loss(x: Any) -> tuple[float, Any]:
        z = table @ x[:-1] + x[-1]
        p = 1 / (1 + np.exp(-np.clip(z, -30, 30)))
        value = (count * (np.logaddexp(0, z) - truth * z)).sum()
        d = count * (p - truth)
        slope = np.append(back @ d + _RIDGE * x[:-1], d.sum())
        return float(value + 0.5 * _RIDGE * (x[:-1] ** 2).sum()), slope

    start = np.zeros(table.shape[1] + 1)
    rounds = {"maxiter": _ROUNDS}
    best = optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options=rounds)
    return best.x[:-1], float(best.x[-1])
