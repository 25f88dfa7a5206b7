"""Counts the words of texts in the public domain, for ``tools/data/build_frequencies.py``.

Run: python -m tools.data.build_counts FOLDER… [--root FOLDER]

Each folder holds plain text in UTF-8, ``*.txt``. Words are counted by their lower-case form,
without a possessive ’s, at all and with a capital; words in capitals or with other letters than a
to z are left out, and so are those that occur only once or twice. The output is in a stable order.
"""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from tools.data.folders import parser_of

if TYPE_CHECKING:
    from collections.abc import Iterable

LIST = Path("tools/data/frequencies_counts.tsv")
LEAST = 3  # times a word must occur to be listed
HEADER = """\
# How often words stand in texts in the public domain, and how often with a capital.
# Made by tools/data/build_counts.py from what SOURCES.toml names; nothing else of it is here.
"""
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_PLAIN = re.compile(r"[a-z]{3,24}")


def counts(folders: Iterable[Path]) -> tuple[Counter[str], Counter[str]]:
    """How often a word stands in the texts, by its lower-case form: at all, and with a capital."""
    every: Counter[str] = Counter()
    capitals: Counter[str] = Counter()
    for folder in folders:
        for path in sorted(folder.rglob("*.txt")):
            for word, often in Counter(_WORD.findall(path.read_text("utf-8"))).items():
                plain = word.replace("’", "'").removesuffix("'s")
                if plain[1:].islower():
                    every[plain.lower()] += often
                    capitals[plain.lower()] += often * plain[0].isupper()
    return every, capitals


def main() -> None:
    """Write the counts."""
    parser = parser_of(__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    given = parser.parse_args()
    every, capitals = counts(given.folders)
    lines = [
        f"{word}\t{every[word]}\t{capitals[word]}\n"
        for word in sorted(every)
        if every[word] >= LEAST and _PLAIN.fullmatch(word)
    ]
    (given.root / LIST).write_text(HEADER + "".join(lines), encoding="ascii")


if __name__ == "__main__":
    main()
