"""Builds the packs of the rule ``spelling/dialect`` from VarCon's pairs of spellings.

Run: python -m tools.data.build_dialect varcon.txt --words LIST… --foreign LIST…
         --american LIST… --british LIST… [--root FOLDER]

``--words`` are lists of the usual American and British words; a pair of neither is kept only
if it is one of the regular kinds (-our, -ise, -re, -ll-, -ae-, -oe-, -ence), and if neither form
stands in the largest list of the other side, ``--american`` and ``--british``. ``--foreign`` are
lists of other languages: a rare form that is a word there is left out. The lists serve the check
only; none of them goes into the packs.

``dialect_left_out.txt`` names the pairs that were taken out by eye, ``dialect_british_only.txt``
those of which only the British form tells. The output is in a stable order.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

from tools.data.folders import SPELLING, lines_of, parser_of, text_of
from tools.data.varcon import read_pairs

SHORTEST = 6  # letters of a rare form
_ISE = re.compile(
    r"[iy]s(?:e|ed|es|er|ers|ing|ings|ingly|ation|ations|ational|able|ability|ement|ements)\Z"
)
_LATIN = re.compile(r"ae\Z|\Aprae|oes\Z")

MAKER = "tools/data/build_dialect.py"
TRADED = f"""
# From VARCON, version 2020.12.07 (wordlist.aspell.net), copyright 2000-2020 Kevin Atkinson and
# Benjamin Titze; its licence is in NOTICE. Chosen by {MAKER}; do not edit by hand.
"""
BOTH = f"""
# American and British spellings, by inflected form: the American first.
#{TRADED.rstrip()}
#
# Left out: anything used on both sides, with another meaning on one of them, or a name.

rule = "spelling/dialect"

[defaults]
case = "start"

[variants]
"""
ISE = f"""
# American spellings in -ize and British ones in -ise; see dialect.toml.
#{TRADED.rstrip()}
#
# The first form is also Oxford spelling, so only the second shows a dialect.

rule = "spelling/dialect"

[defaults]
case = "start"

[variants]
"""
BRITISH = f"""
# British spellings of words whose American spelling is used on both sides; see dialect.toml.
#{TRADED.rstrip()}

rule = "spelling/dialect"

[defaults]
case = "start"

[forms]
"""


class Lists(NamedTuple):
    """What the pairs are checked against."""

    words: frozenset[str]
    foreign: frozenset[str]
    american: frozenset[str]
    british_words: frozenset[str]
    left_out: frozenset[str]
    british: dict[str, str]


def read_words(paths: list[Path]) -> frozenset[str]:
    """The words of lists, one to a line."""
    found: set[str] = set()
    for path in paths:
        found.update(line.strip() for line in text_of(path).splitlines())
    return frozenset(found)


def by_eye(name: str) -> list[str]:
    """The words of a file beside this one, without its comments."""
    return [word for line in lines_of(name) for word in line.split()]


def difference(us: str, uk: str) -> tuple[str, str]:
    """What stands in one form and not in the other, the same beginning and end cut off."""
    start = 0
    while start < min(len(us), len(uk)) and us[start] == uk[start]:
        start += 1
    end = 0
    while end < min(len(us), len(uk)) - start and us[-1 - end] == uk[-1 - end]:
        end += 1
    return us[start : len(us) - end], uk[start : len(uk) - end]


def is_ise(us: str, uk: str) -> bool:
    """Whether the two differ in -ize and -ise (not -yze: Oxford writes analyse)."""
    return difference(us, uk) == ("z", "s") and bool(_ISE.search(uk)) and "yz" not in us


def is_regular(us: str, uk: str) -> bool:
    """Whether a pair is of a kind that cannot be anything else."""
    apart = difference(us, uk)
    if apart == ("", "u"):
        return uk.replace("our", "or") == us.replace("our", "or")
    if apart in (("", "a"), ("", "o")):
        return "ae" in uk or "oe" in uk
    if apart == ("er", "re"):
        return bool(re.search(r"res?\Z|re[a-z]{3}", uk)) and "ter" in us + us.replace("ber", "ter")
    return apart in (("", "l"), ("s", "c"))


def choose(us: str, uk: str, lists: Lists) -> bool:
    """Whether a pair goes into the packs."""
    if not (us.isascii() and uk.isascii() and us.isalpha() and uk.isalpha()):
        return False
    if us in lists.left_out or uk in lists.british or _LATIN.search(uk):
        return False
    if is_ise(us, uk):
        return len(uk) >= SHORTEST
    if not (us.islower() and uk.islower()):
        return False
    if us in lists.words or uk in lists.words:
        return "z" not in us or "yz" in us or difference(us, uk) != ("z", "s")
    if min(len(us), len(uk)) < SHORTEST or us in lists.foreign or uk in lists.foreign:
        return False
    if us in lists.british_words or uk in lists.american:
        return False
    return is_regular(us, uk)


def write(path: Path, head: str, pairs: dict[str, str]) -> None:
    """Write a pack, sorted by the first form."""
    lines = [head.strip()]
    lines += [f'{first} = ["{second}"]' for first, second in sorted(pairs.items())]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Read, choose, write."""
    parser = parser_of(__doc__)
    parser.add_argument("varcon", type=Path)
    for option in ("--words", "--foreign", "--american", "--british"):
        parser.add_argument(option, type=Path, nargs="+", required=True)
    given = parser.parse_args()
    pairs = [pair.partition("=") for pair in by_eye("dialect_british_only.txt")]
    british = {uk: us for us, _, uk in pairs}
    left_out = frozenset(by_eye("dialect_left_out.txt"))
    lists = Lists(
        read_words(given.words),
        read_words(given.foreign),
        read_words(given.american),
        read_words(given.british),
        left_out,
        british,
    )
    both: dict[str, str] = {}
    ise: dict[str, str] = {}
    for us, uk in read_pairs(given.varcon).items():
        if choose(us, uk, lists):
            (ise if is_ise(us, uk) else both)[us] = uk
    out = given.root / SPELLING
    write(out / "dialect.toml", BOTH, both)
    write(out / "dialect_ise.toml", ISE, ise)
    one_sided = "".join(f'{us} = ["{uk}"]\n' for uk, us in sorted(british.items()))
    (out / "dialect_british.toml").write_text(f"{BRITISH.strip()}\n{one_sided}", "utf-8")


if __name__ == "__main__":
    main()
