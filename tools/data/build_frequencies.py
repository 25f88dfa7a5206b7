"""Builds the tables of the rules on misspelled words: what is a word, what is common, what a piece.

Run: python -m tools.data.build_frequencies SCOWL_FOLDER NAMES_FOLDER VARCON COUNTS [--root FOLDER]

Sources:
- SCOWL 2020.12.07, all sizes (free for any use with its notice, see NOTICE), and the U.S. Census
  Bureau's lists of names, 1990 (public domain): whatever they hold is a word.
- Counts of words in texts in the public domain: ``frequencies_counts.tsv``, which
  ``tools/data/build_counts.py`` makes.
- VarCon (see NOTICE): a British spelling counts as often as the American one.
- ``frequencies_names.txt``, ``frequencies_modern.txt``, ``frequencies_words.txt`` and
  ``frequencies_none.txt`` beside this module.

``_known.bin`` is a set: the CRC-32 of each word, in 2**16 buckets by its lower half, each bucket
the sorted upper halves (16 bits). One in some 8,000 strings that are no words passes for one.

``_common.bin`` has the words that a slip may have come from, with their frequency, and an index: a
word is filed under each string that is left when at most one of its letters is dropped. Words that
are one slip apart share such a string.

``_pieces.txt`` has what is left of common words that a space is put into, where some list has it as
a word or a name, but none that is common: ards, ries, cal.

All numbers are little-endian; see ``lint_rules/_shared/spelled.py``, which reads both.
"""

from __future__ import annotations

import os
import re
from array import array
from collections import Counter
from itertools import accumulate
from math import log10
from pathlib import Path
from struct import pack
from typing import TYPE_CHECKING
from zlib import crc32

from lint_rules._shared.names import folded
from lint_rules._shared.spelled import TWO
from tools.data import varcon
from tools.data.build_words import census
from tools.data.folders import lines_of, parser_of

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

SHARED = Path("lint_rules/_shared")
BUCKETS = 1 << 16
RARE = 4  # times a word must stand in the texts to be one that a slip may have come from
FLOORS = {10: 400, 20: 150, 35: 60, 40: 40}  # as often a word of a small SCOWL size counts at least
COMMON = 400  # as often a word of the news counts at least
OFTEN = 2000  # times a word is there of which a rare string is rather a slip
NAMES = 100  # SCOWL size from which it is one of names
LARGEST = 70  # SCOWL size: rarer words are not what was meant
MOSTLY = 0.9  # of all places with a capital, for a name
WHOLE, PLAIN, LONG = 200, 32, 5  # times in the texts of what is split, of a word; letters
# Small words that lose their last letter to the next word, or get the first of it.
SHORT = ("of", "in", "to", "on", "at", "is", "it", "by", "for", "and", "the", "was", "with", "that")
SCALE = 20  # steps of the frequency, for each power of ten
_FILE = re.compile(r"[a-z_123]+-(?:words|upper|proper-names|contractions|abbreviations)\.(\d+)")
_NAMES = re.compile(r"-(?:upper|proper-names|abbreviations)\.")
_LETTERS = re.compile(r"[^\W\d_]+")
_VOWELS = re.compile("[aeiouy]")
_PLAIN = re.compile(r"[a-z]{3,24}")


def sizes(folder: str) -> dict[str, int]:
    """The smallest SCOWL size in which a word is, in lower case; 90 more for names."""
    found: dict[str, int] = {}
    for name in sorted(os.listdir(folder)):
        match = _FILE.fullmatch(name)
        if match is None:
            continue
        size = int(match[1]) + (90 if _NAMES.search(name) else 0)
        with open(os.path.join(folder, name), encoding="iso-8859-1") as handle:
            for line in handle:
                word = line.strip().lower().removesuffix("'s")
                found[word] = min(found.get(word, 999), size)
    return found


def counts(path: Path) -> tuple[dict[str, int], dict[str, int]]:
    """How often a word stands in the texts, by its lower-case form: at all, and with a capital."""
    rows = [line.split("\t") for line in path.read_text("ascii").splitlines() if line[0] != "#"]
    return (
        {word: int(often) for word, often, _ in rows},
        {word: int(capitals) for word, _, capitals in rows},
    )


def listed(name: str) -> list[str]:
    """The words of a list beside this module."""
    return [word for line in lines_of(name) for word in line.split()]


def common(
    every: Mapping[str, int], capitals: Mapping[str, int], size: Mapping[str, int],
    british: Mapping[str, str],
) -> dict[str, int]:  # fmt: skip
    """The words that a slip may have come from, a name with its capital, and how common each is."""
    names = {name.lower(): name for name in listed("frequencies_names.txt")}
    often: Counter[str] = Counter()
    for word, its in size.items():
        if its <= LARGEST and _PLAIN.fullmatch(word) and word not in names:
            total = every.get(word, 0)
            mostly = capitals.get(word, 0) > MOSTLY * total and its > 40
            floor = next((FLOORS[step] for step in FLOORS if its <= step), 0)
            often[word] = max(floor, 0 if mostly else total)
    for word in listed("frequencies_modern.txt"):
        often[word] = max(often[word], COMMON)
    for american, other in british.items():
        if _PLAIN.fullmatch(other) and american in often:
            often[other] = max(often[other], often[american])
    found = {word: total for word, total in often.items() if total >= RARE}
    for low, name in names.items():
        found[name] = max(COMMON, capitals.get(low, 0))
    return found


def rather_slips(
    words: Iterable[str], found: Mapping[str, int], size: Mapping[str, int]
) -> set[str]:  # fmt: skip
    """Strings that only the largest lists have, and that lack a letter of a very common word."""
    often = [word for word, total in found.items() if total >= OFTEN and len(word) >= LONG]
    slips = {word[:at] + word[at + 1 :] for word in often for at in range(1, len(word) - 1)}
    slips |= {
        word[:at] + word[at + 1] + word[at] + word[at + 2 :]
        for word in often
        for at in range(len(word) - 1)
    }
    slips = {one for one in slips if len(one) >= LONG or not _VOWELS.search(one)}
    plain = {folded(word) for word, its in size.items() if not LARGEST < its < NAMES}
    return slips.intersection(words) - plain - found.keys()


def known(words: Iterable[str]) -> bytes:
    """The set of words, laid out."""
    buckets: list[set[int]] = [set() for _ in range(BUCKETS)]
    for word in words:
        value = crc32(word.encode())
        buckets[value % BUCKETS].add(value // BUCKETS)
    starts, rows = [0], array("H")
    for bucket in buckets:
        rows.extend(sorted(bucket))
        starts.append(len(rows))
    return pack(f"<{len(starts)}I", *starts) + pack(f"<{len(rows)}H", *rows)


def shapes(word: str) -> set[str]:
    """A word, and what is left of it without one letter."""
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def index(words: Mapping[str, int]) -> bytes:
    """The common words with their index, laid out."""
    ordered = sorted(words)
    buckets: list[set[int]] = [set() for _ in range(BUCKETS)]
    for number, word in enumerate(ordered):
        for shape in shapes(word.lower()):
            buckets[crc32(shape.encode()) % BUCKETS].add(number)
    starts, rows = [0], list[int]()
    for bucket in buckets:
        rows.extend(sorted(bucket))
        starts.append(len(rows))
    ranks = bytes(min(255, round(SCALE * log10(words[word]))) for word in ordered)
    at = list(accumulate(map(len, ordered), initial=0))
    head = pack("<2I", len(ordered), len(rows)) + pack(f"<{len(at)}I", *at)
    table = pack(f"<{len(starts)}I", *starts) + pack(f"<{len(rows)}H", *rows)
    return head + table + ranks + "".join(ordered).encode("ascii")


def pieces(found: Mapping[str, int], words: Container[str]) -> list[str]:
    """What is left of common words in two, if it is known and no common word itself."""
    often = {word.lower() for word, total in found.items() if total >= WHOLE}
    plain = {word.lower() for word, total in found.items() if total >= PLAIN}
    cut: set[str] = set()
    for word in often:
        for at in range(2, len(word) - 1):
            first, second = word[:at], word[at:]
            if len(word) >= LONG and not (
                _is_no_piece(first, words) or _is_no_piece(second, words)
            ):
                cut.update({first, second} - plain - TWO)
    cut |= {one[:-1] for one in SHORT} | {one + "hwti"[at] for one in SHORT for at in range(4)}
    return sorted(one for one in cut - plain - TWO if len(one) > 1)


def _is_no_piece(piece: str, words: Container[str]) -> bool:
    """Whether a piece is no word to any list, so that it is found without this table."""
    return len(piece) > 2 and piece not in words


def main() -> None:
    """Write the two tables."""
    parser = parser_of(__doc__)
    parser.add_argument("scowl")
    parser.add_argument("names")
    parser.add_argument("varcon", type=Path)
    parser.add_argument("counts", type=Path)
    given = parser.parse_args()
    size = sizes(given.scowl)
    found = common(*counts(given.counts), size, varcon.read_pairs(given.varcon))
    words = {part for word in size for part in _LETTERS.findall(word)}
    words -= rather_slips(words, found, size)
    words |= {name.lower() for name, _ in census(given.names)}
    words |= {folded(word) for word in words}
    words |= {word.lower() for word in found}
    words |= set(listed("frequencies_words.txt"))
    words -= set(listed("frequencies_none.txt"))
    (given.root / SHARED / "_known.bin").write_bytes(known(sorted(words)))
    (given.root / SHARED / "_common.bin").write_bytes(index(found))
    lines = "".join(f"{one}\n" for one in pieces(found, words))
    (given.root / SHARED / "_pieces.txt").write_text(lines, "ascii")
    print(len(words), "words,", len(found), "common")


if __name__ == "__main__":
    main()
