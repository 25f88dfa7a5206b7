"""Build the pronunciation tables from the CMU Pronouncing Dictionary.

Writes src/copydesk/measure/pronunciation.bin (syllables of every word, for readability
measures) and lint_rules/sentence/_sounds.toml (words whose first sound is not what
their first letter says, for sentence/a-an).

The source is cmudict.dict of https://github.com/cmusphinx/cmudict, commit
0f8072f814306c5ee4fbf992ed853601b12c01f9 of 17 December 2024 (BSD, see NOTICE).

Run: python -m tools.data.build_pronunciation cmudict.dict [--root FOLDER]
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from pathlib import Path

from tools.data.folders import parser_of

TABLE = Path("src/copydesk/measure/pronunciation.bin")
SOUNDS = Path("lint_rules/sentence/_sounds.toml")
HEAD = """\
# Words whose first sound does not match their first letter; built by
# tools/data/build_pronunciation.py from the CMU Pronouncing Dictionary (BSD, see NOTICE),
# commit 0f8072f of 17 December 2024. `vowel`: a consonant letter, a vowel sound (hour, MBA).
# `consonant`: a vowel letter, a consonant sound (one, European). `either`: said both ways, or
# an h in a syllable without stress, before which some write “an” (historic).
"""
_PLAIN = re.compile(r"[a-z][a-z'-]*\Z")
_VARIANT = re.compile(r"\(\d+\)\Z")
_VOWELS = "aeiou"
_ALSO_EITHER = frozenset({"uber", "uber's", "honoree", "honorees"})  # the table knows one way only

Pronunciations = dict[str, list[list[str]]]


def read(path: Path) -> Pronunciations:
    """Words with their pronunciations, the usual one first."""
    found: Pronunciations = {}
    for line in path.read_text("utf-8").splitlines():
        word, *sounds = line.partition("#")[0].split() or [""]
        if sounds:
            found.setdefault(_VARIANT.sub("", word), []).append(sounds)
    return found


def syllables(sounds: list[str]) -> int:
    """How many sounds carry stress, or the lack of it: the vowels."""
    return sum(sound[-1].isdigit() for sound in sounds)


def table(words: Pronunciations) -> bytes:
    """A line for each number of syllables: the number and its words in order."""
    by_count: defaultdict[int, list[str]] = defaultdict(list)
    for word, said in words.items():
        by_count[syllables(said[0])].append(word)
    lines = [f"{count} {' '.join(sorted(found))}" for count, found in sorted(by_count.items())]
    return zlib.compress("\n".join(lines).encode(), 9)


def sounds(words: Pronunciations) -> dict[str, list[str]]:
    """The words that ``sentence/a-an`` must know, by the sound that they begin with."""
    found: dict[str, list[str]] = {"vowel": [], "consonant": [], "either": []}
    for word, said in words.items():
        if not _PLAIN.match(word):
            continue
        begins = {one[0][0].lower() in _VOWELS for one in said}
        unstressed = any(one[0] == "HH" and _first_stress(one) == "0" for one in said)
        if len(begins) > 1 or unstressed or word.startswith("herb") or word in _ALSO_EITHER:
            found["either"].append(word)
        elif begins == {True} and word[0] not in _VOWELS:
            found["vowel"].append(word)
        elif begins == {False} and word[0] in _VOWELS:
            found["consonant"].append(word)
    return found


def _first_stress(sounds: list[str]) -> str:
    return next((sound[-1] for sound in sounds if sound[-1].isdigit()), "")


def toml(lists: dict[str, list[str]]) -> str:
    """The lists as TOML, wrapped."""
    parts = [HEAD]
    for name, found in lists.items():
        lines, line = [], ""
        for word in sorted(found):
            if len(line) + len(word) > 92:
                lines.append(line.rstrip())
                line = ""
            line += f"{word} "
        lines.append(line.rstrip())
        body = "\n".join(lines)
        parts.append(f'{name} = """\n{body}"""\n')
    return "\n".join(parts)


def main() -> None:
    """Build both files."""
    parser = parser_of(__doc__)
    parser.add_argument("dictionary", type=Path)
    given = parser.parse_args()
    words = read(given.dictionary)
    packed = table(words)
    (given.root / TABLE).write_bytes(packed)
    found = sounds(words)
    (given.root / SOUNDS).write_text(toml(found), "utf-8")
    counts = ", ".join(f"{len(one)} {name}" for name, one in found.items())
    print(f"{len(words):,} words, {len(packed):,} bytes; {counts}")


if __name__ == "__main__":
    main()
