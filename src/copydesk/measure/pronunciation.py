"""Counts the syllables of English words, with a table that is installed with copydesk.

The table is the CMU Pronouncing Dictionary (BSD, see NOTICE), reduced to the
number of syllables by ``tools/data/build_pronunciation.py``. It is read on first
use (about 40 ms), and never by a check.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from functools import cache

_FILE = os.path.join(os.path.dirname(__file__), "pronunciation.bin")


@cache
def syllable_counts() -> Mapping[str, int]:
    """The number of syllables of each of 126,052 words, in lower case."""
    import zlib

    with open(_FILE, "rb") as handle:
        lines = zlib.decompress(handle.read()).decode().splitlines()
    counts: dict[str, int] = {}
    for line in lines:
        count, *words = line.split(" ")
        counts.update(dict.fromkeys(words, int(count)))
    return counts


def syllables(word: str) -> int | None:
    """The number of syllables of a word, or None if it is not in the table."""
    return syllable_counts().get(word.lower().replace("’", "'"))


class _AsCmudict(Mapping[str, list[list[str]]]):
    """The table in the form of NLTK's ``cmudict.dict()``.

    A pronunciation consists of a stress digit for each syllable, without any
    sounds: enough to count syllables, but no more.
    """

    def __getitem__(self, word: str) -> list[list[str]]:
        return [["0"] * syllable_counts()[word]]

    def __iter__(self) -> Iterator[str]:
        return iter(syllable_counts())

    def __len__(self) -> int:
        return len(syllable_counts())


def lend_to_textstat() -> None:
    """Let textstat count syllables with this table.

    By default, textstat gets the same dictionary from NLTK, which downloads it on
    first use: without a network, every measure that counts syllables raises
    ``LookupError``. Call this once before the first measure; it imports textstat
    (about 450 ms). Words that are not in the table are left to pyphen, whose
    patterns are installed with textstat.

    Raises:
        ImportError: textstat is not installed, or is a version that counts
            syllables differently (0.7.13 is known to work).
    """
    from importlib import import_module

    table = _AsCmudict()

    def get_cmudict(lang: str) -> Mapping[str, list[list[str]]] | None:
        return table if lang.partition("_")[0] == "en" else None

    counts = import_module("textstat.backend.counts._count_syllables")
    if not hasattr(counts, "get_cmudict"):
        raise ImportError("this version of textstat does not take a pronunciation table")
    counts.get_cmudict = get_cmudict  # type: ignore[attr-defined]
