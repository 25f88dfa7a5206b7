"""Builds the list of given names by which the names of people are told.

Run: python -m tools.data.build_given [--root FOLDER]

Sources: the given names (``g``) of ``lint_rules/_shared/_words.txt``, which has them from the lists
of the U.S. Census Bureau, 1990 (public domain), and ``tools/data/given_own.txt``, our own.
"""

from __future__ import annotations

from pathlib import Path

from tools.data.folders import ROOT, lines_of, root_given

LIST = Path("src/copydesk/names/given.txt")
WORDS = Path("lint_rules/_shared/_words.txt")
HEADER = (
    "# Given names: U.S. Census 1990, public domain, and our own; made of "
    "lint_rules/_shared/_words.txt.\n"
)


def given(words: str) -> list[str]:
    """The given names among words with their kinds, and our own, sorted, each once."""
    rows = (line.split("\t") for line in words.splitlines() if "\t" in line)
    found = {word for word, kinds in rows if "g" in kinds}
    return sorted(found | set(lines_of("given_own.txt")))


def main() -> None:
    """Write the list."""
    root = root_given(__doc__)
    text = HEADER + "".join(f"{name}\tg\n" for name in given((ROOT / WORDS).read_text("utf-8")))
    (root / LIST).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    main()
