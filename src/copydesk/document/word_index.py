"""Where the words of a text begin: built in one pass, the fast way if the text allows it."""

from __future__ import annotations

from collections import defaultdict
from itertools import accumulate, compress, islice, pairwise
from operator import eq

from copydesk.document.offsets import MUCH, offsets
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, MutableSequence

    Starts = Mapping[str, MutableSequence[int]]

# Runs of letters and of digits are separate words: "binary2025" is two.
WORD = compiled(r"([a-z]+(?![^\W\d_])|[^\W\d_]+|\d+)")  # the first branch is the fast path

_GAP = compiled(r"[^a-z0-9]*")
_APART = r"[\W_]"  # what is in no word

# Marks that are common in copy, and in no word.
_MARKS = ("\u201c", "\u201d", "\u2014", "\u2013", "\u2026")
_LETTER = "\u02bc"  # an apostrophe that is a letter, though ``plain`` makes it a mark

_ASCII = range(128)
_LETTERS = {code: chr(code) if chr(code).isalpha() else " " for code in _ASCII}
_DIGITS = {code: chr(code) if chr(code).isdigit() else " " for code in _ASCII}


def index(low: str, folded: str) -> tuple[Starts, list[int]]:
    """Find the words of a text: where each begins, in order, and where one is followed by itself.

    Args:
        low: the text in lower case.
        folded: the same with one kind of space, apostrophe and hyphen.
    """
    if len(low) <= MUCH and _LETTER not in low:
        for mark in _MARKS:
            folded = folded.replace(mark, " ")
        if folded.isascii():
            return _of_ascii(folded)
    return _of_any(low)


def _of_ascii(text: str) -> tuple[Starts, list[int]]:
    """The index of a text in ASCII, whose words are what is left between spaces."""
    starts: defaultdict[str, MutableSequence[int]] = defaultdict(list)
    parts = text.translate(_LETTERS).split(" ")
    at = 0
    for part in parts:
        if part:
            starts[part].append(at)
        at += len(part) + 1
    figures = text.translate(_DIGITS).split()
    at = 0
    for part in figures:
        at = text.index(part, at)
        starts[part].append(at)
        at += len(part)
    pairs = {*_pairs(list(filter(None, parts))), *_pairs(figures)}
    return starts, _doubled(text, starts, pairs) if pairs else []


def _pairs(words: list[str]) -> Iterator[str]:
    """The words that are followed by themselves."""
    return compress(words, map(eq, words, islice(words, 1, None)))


def _doubled(text: str, starts: Starts, words: Iterable[str]) -> list[int]:
    """Where one of the words begins that is followed by itself, with no other word between."""
    found = [
        start
        for word in words
        for start, after in pairwise(starts[word])
        if _GAP.match(text, start + len(word)).end() == after  # type: ignore[union-attr]
    ]
    return sorted(found)


def _of_any(low: str) -> tuple[Starts, list[int]]:
    """The index of any text."""
    found: defaultdict[str, MutableSequence[int]] = defaultdict(offsets(len(low)))
    doubled: list[int] = []
    before, begun = "", 0  # the last word of the part before
    for at, part in _parted(low):
        # Gaps and words alternate. All of this runs in C.
        parts = WORD.split(part)
        ends = accumulate(map(len, parts), initial=at)
        words, starts = parts[1::2], list(islice(ends, 1, None, 2))
        for word, start in zip(words, starts, strict=False):
            found[word].append(start)
        if before and words[:1] == [before]:
            doubled.append(begun)
        doubled += compress(starts, map(eq, words, words[1:]))
        if words:
            before, begun = words[-1], starts[len(words) - 1]
    return found, doubled


def _parted(low: str) -> Iterator[tuple[int, str]]:
    """The parts of a text, with their offsets; no word goes over the end of one."""
    if len(low) <= MUCH:
        yield 0, low
        return
    apart, at = compiled(_APART), 0
    while at < len(low):
        found = apart.search(low, at + MUCH)
        end = found.start() if found is not None else len(low)
        yield at, low[at:end]
        at = end
