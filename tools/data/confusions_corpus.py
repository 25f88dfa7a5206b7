"""The text from which build_confusions learns, as numbers: a word is the number of its form.

Rare words count as what they end in, and words that keep the same company are of one kind.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from scipy import sparse
from scipy.sparse.linalg import svds

from lint_rules.sentence._contexts import EDGE, UNIT, shape, unit

_VOCABULARY = 14000
_LEAST = 25  # how often a word must occur to count as itself
_COMPANY = 800  # the common words by whose presence beside a word its kind is told
KINDS = 160
_DIMENSIONS = 50
_ROUNDS = 25
_SHORTEST = 4  # words in a paragraph
_MARKED = 60  # with fewer commas than one in so many words, a file has lost its marks
_NAME = "C"  # before a form that began with a capital
HELD = 10  # one paragraph in so many is held out


class Corpus(NamedTuple):
    """A long row of words, with edges between paragraphs.

    Attributes:
        words: the forms; a word's number is its index.
        ids: the row.
        held: where it is held out.
        kinds: the kind of every form.
    """

    words: list[str]
    ids: Any
    held: Any
    kinds: Any


def read(folders: Iterable[Path], wanted: Iterable[str]) -> Corpus:
    """All paragraphs of the ``*.txt`` below some folders; ``wanted`` words count as themselves."""
    names, numbers = [EDGE], {EDGE: 0}
    memo: dict[str, int] = {}
    ids, held = array("i", [0, 0]), array("b", [0, 0])
    for count, found in enumerate(_paragraphs(folders)):
        for one in found:
            if one not in memo:
                key = unit(one) if one.islower() or not one[0].isalpha() else _NAME + one
                if key not in numbers:
                    numbers[key] = len(names)
                    names.append(key)
                memo[one] = numbers[key]
            ids.append(memo[one])
        ids.extend((0, 0))
        held.extend([count % HELD == 0] * (len(found) + 2))
    row = np.frombuffer(ids, dtype=np.int32)
    words, mapped = _common(names, np.bincount(row, minlength=len(names)), wanted)
    row = mapped[row]
    return Corpus(words, row, np.frombuffer(held, dtype=np.int8), kinds(row, len(words)))


def _paragraphs(folders: Iterable[Path]) -> Iterator[list[str]]:
    for file in sorted(path for folder in folders for path in folder.rglob("*.txt")):
        text = file.read_text("utf-8")
        if text.count(",") * _MARKED < len(text.split()):
            continue
        for line in text.splitlines():
            found = UNIT.compiled.findall(line.replace("’", "'").replace("‘", "'"))
            if len(found) >= _SHORTEST:
                yield found


def _common(names: list[str], counts: Any, wanted: Iterable[str]) -> tuple[list[str], Any]:
    """The forms that count as themselves, then the shapes; and the number of each name."""
    low: Counter[str] = Counter()
    for name, count in zip(names, counts, strict=True):
        low[name.removeprefix(_NAME).lower()] += int(count)
    common = sorted((-count, word) for word, count in low.items() if count >= _LEAST)
    words = [EDGE, *(word for _, word in common[:_VOCABULARY] if word != EDGE)]
    words += sorted(set(wanted) - set(words))
    number = {word: at for at, word in enumerate(words)}
    mapped = np.zeros(len(names), dtype=np.int32)
    for at, name in enumerate(names):
        plain = name.removeprefix(_NAME)
        key = plain.lower() if plain.lower() in number else shape(plain)
        if key not in number:
            number[key] = len(words)
            words.append(key)
        mapped[at] = number[key]
    return words, mapped


def kinds(ids: Any, size: int) -> Any:
    """The kind of every form, by k-means over what stands beside it."""
    points = _points(ids, size)
    centres = points[np.linspace(1, min(size, 4000) - 1, KINDS).astype(int)].copy()
    for _ in range(_ROUNDS):
        found = np.argmax(points @ centres.T, axis=1)
        for one in range(KINDS):
            mine = points[found == one]
            if len(mine):
                centre = mine.sum(0)
                centres[one] = centre / (np.linalg.norm(centre) + 1e-9)
    return found.astype(np.int64)


def _points(ids: Any, size: int) -> Any:
    """A direction for every form: the greatest singular vectors of its company's information."""
    company = np.minimum(ids, _COMPANY)
    ones = np.ones(len(ids) - 1, dtype=np.float32)
    shape_ = (size, _COMPANY + 1)
    left = sparse.coo_matrix((ones, (ids[1:], company[:-1])), shape=shape_)
    right = sparse.coo_matrix((ones, (ids[:-1], company[1:])), shape=shape_)
    both = sparse.hstack([left, right]).tocsr()
    rows = np.asarray(both.sum(1)).ravel() + 1e-9
    columns = np.asarray(both.sum(0)).ravel() + 1e-9
    both = both.tocoo()
    told = np.log(both.data * both.data.sum() / (rows[both.row] * columns[both.col]))
    table = sparse.csr_matrix((np.maximum(told, 0), (both.row, both.col)), shape=both.shape)
    vectors, weights, _ = svds(table, k=_DIMENSIONS, v0=np.ones(min(table.shape)))
    points = vectors * np.sqrt(weights)
    return points / (np.linalg.norm(points, axis=1, keepdims=True) + 1e-9)
