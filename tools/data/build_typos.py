"""Builds the packs of the rule ``spelling/typo`` from a dictionary of misspellings.

Run: python -m tools.data.build_typos words.csv --words LIST… --common LIST… --foreign LIST…
         --names FILE… --varcon varcon.txt --copy FOLDER… [--root FOLDER]

`--words` are the largest English word lists to be had: what they hold is no misspelling.
`--common` are the usual lists: only their words are corrections. `--foreign` are lists of
other languages, `--names` any files that hold names. `--copy` are folders of published
copy: what stands there in three stories is no misspelling, and how often words stand
there says which correction is meant. The lists serve the check only; none of them goes
into the packs. The output is in a stable order.
"""

from __future__ import annotations

import csv
import re
from collections import Counter, defaultdict
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from tools.data import varcon
from tools.data.folders import HERE, SPELLING, lines_of, parser_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SHORTEST = 5  # letters of a misspelling
LONG = 8  # letters from which a misspelling is hardly a name
OFTEN = 5  # stories in which a word of the news stands at least
CLEARLY = 20  # times as often as any other word that may have been meant
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_WORD = re.compile(r"[^\W\d_]+")
# Jests in the dictionary, which nobody types by mistake.
_RUDE = re.compile(r"cunt|shit|fuck|arse|slut|whor|nigg|fag|twat|cock|tit\Z|poo|beard\Z|bear\Z")
# Endings of other languages; a form with one is a word there, or looks like it.
_STRANGE = re.compile(
    r"(?:us|um|ae|is|ii|orum|mente|iones?|ciones|zion[ei]|idad|keit|heit|ung|isch|lich|eux|euse"
    r"|ique|iques|isme|ismo|iste|istes|ista|istas|ad[oa]s?|id[oa]s|ando|endo|os[oa]|iv[oa]s?"
    r"|cion|ici?on|ic[oa]s|encia|ancia|anza|ales|ares|ores|eurs?|aux|elles?|ette|aire|aires|ier|ierte?|elt|igt"
    r"|erna|orna|aren|erar|eras|asse|isse)\Z"
)


class Lists(NamedTuple):
    """What the misspellings are checked against."""

    words: frozenset[str]
    common: frozenset[str]
    foreign: frozenset[str]
    names: frozenset[str]
    pairs: dict[str, str]
    stories: Counter[str]
    kept: dict[str, str]
    proper: dict[str, str]
    left_out: frozenset[str]
    elsewhere: frozenset[str]


def read_words(paths: Iterable[Path]) -> Iterator[str]:
    """The words of lists, one to a line, in any case; Hunspell's marks are cut off."""
    for path in paths:
        data = path.read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError:
            text = data.decode("latin-1")
        for line in text.splitlines():
            yield line.partition("/")[0].strip()


def read_names(paths: Iterable[Path]) -> Iterator[str]:
    """Every word with a capital in some files, in lower case."""
    for path in paths:
        for match in _WORD.finditer(path.read_text(encoding="utf-8", errors="replace")):
            if match[0][0].isupper():
                yield match[0].lower()


def read_stories(folders: Iterable[Path]) -> Counter[str]:
    """In how many stories each lower-case word stands."""
    counts: Counter[str] = Counter()
    for path in sorted(chain.from_iterable(folder.rglob("*.*") for folder in folders)):
        if path.suffix in (".txt", ".md"):
            text = path.read_text(encoding="utf-8", errors="replace")
            counts.update({word for word in _WORD.findall(text) if word.islower()})
    return counts


def read_pairs(path: Path) -> dict[str, str]:
    """The American spelling of British words, and the other way round."""
    pairs: dict[str, str] = {}
    for us, uk in varcon.read_pairs(path).items():
        pairs[us], pairs[uk] = uk, us
    return pairs


def distance(a: str, b: str) -> int:
    """How many letters must be put in, left out, changed or swapped."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, letter in enumerate(a, 1):
        last, before, row = before, row, [i]
        for j, other in enumerate(b, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == b[j - 2] and a[i - 2] == other:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
    return row[-1]


def near(word: str) -> Iterator[str]:
    """All texts at a distance of one."""
    for at in range(len(word) + 1):
        left, right = word[:at], word[at:]
        if right:
            yield left + right[1:]
            yield from (left + letter + right[1:] for letter in _LETTERS)
        if len(right) > 1:
            yield left + right[1] + right[0] + right[2:]
        yield from (left + letter + right for letter in _LETTERS)


def correction(wrong: str, rights: list[str], lists: Lists) -> str:
    """The word that a misspelling stands for; empty where it is not to be flagged."""
    right = rights[0]
    rude = _RUDE.search(wrong)
    if wrong == right + "s":  # an apostrophe was lost: women's
        return ""
    if wrong in lists.left_out or (rude is not None and rude[0] not in right):
        return ""
    if wrong in lists.kept:
        right = lists.kept[wrong] or right
        return lists.proper.get(right, right)
    if len(rights) > 1 or not _is_plain(wrong, lists):
        return ""
    if right in lists.proper:
        return lists.proper[right] if distance(wrong, right) <= 2 else ""
    if right not in lists.common or not (right.isalpha() and right.isascii()):
        return ""
    ending = _STRANGE.search(wrong)
    if ending is not None and not right.endswith(ending[0]):
        return ""
    away = distance(wrong, right)
    if away > (1 if len(wrong) < 6 else 2 if len(wrong) < 12 else 3):
        return ""
    return _of_this_side(wrong, right, away, lists) if _is_clear(wrong, right, away, lists) else ""


def _is_plain(wrong: str, lists: Lists) -> bool:
    """Whether it is long enough, and no word, no name and nothing foreign."""
    if not (wrong.isascii() and wrong.isalpha() and wrong.islower() and len(wrong) >= SHORTEST):
        return False
    if wrong in lists.foreign or wrong in lists.names or wrong in lists.pairs:
        return False
    return wrong not in lists.words and lists.stories[wrong] < 3


def _is_clear(wrong: str, right: str, away: int, lists: Lists) -> bool:
    """Whether no other usual word may have been meant."""
    others = {word for word in near(wrong) if word in lists.common} - {right}
    others.discard(lists.pairs.get(right, ""))
    if not others:
        return True
    if away > 1:
        return False
    most = max(lists.stories[word] for word in others)
    return lists.stories[right] >= CLEARLY * max(most, 1)


def _of_this_side(wrong: str, right: str, away: int, lists: Lists) -> str:
    """The American or the British spelling, whichever was meant; empty if either may be."""
    other = lists.pairs.get(right, "")
    if not other or other not in lists.common:
        return right
    across = distance(wrong, other)
    if across == away:
        return ""
    return other if across < away else right


def pack_of(wrong: str, right: str, lists: Lists) -> str:
    """The pack in which a misspelling goes."""
    if wrong in lists.elsewhere and right not in lists.pairs:
        return "typos_elsewhere"
    if right in lists.pairs:
        return "typos_two_spellings"
    if len(wrong) >= LONG and lists.stories[right] >= OFTEN and right.islower():
        return "typos_long"
    return "typos"


def read_kept() -> dict[str, str]:
    """Misspellings kept by eye, each with its correction if that is not the only one."""
    words = [word for line in lines_of("typos_kept.txt") for word in line.split()]
    return {wrong: right for wrong, _, right in (word.partition("=") for word in words)}


def read_proper() -> dict[str, str]:
    """Words with a capital, by their lower case."""
    return {word.lower(): word for line in lines_of("typos_proper.txt") for word in line.split()}


def write(path: Path, head: str, forms: dict[str, list[str]]) -> None:
    """Write a pack."""
    lines = [head.strip(), "", "[forms]"]
    for right in sorted(forms):
        listed = ", ".join(f'"{wrong}"' for wrong in sorted(forms[right]))
        lines.append(f"{right} = [{listed}]")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    """Read the lists, choose, and write the packs."""
    parser = parser_of(__doc__)
    parser.add_argument("misspellings", type=Path)
    parser.add_argument("--varcon", type=Path, required=True)
    for name in ("words", "common", "foreign", "names", "copy"):
        parser.add_argument(f"--{name}", type=Path, nargs="+", required=True)
    given = parser.parse_args()
    lists = Lists(
        frozenset(word.lower() for word in read_words(given.words)),
        frozenset(word for word in read_words(given.common) if word.islower()),
        frozenset(word.lower() for word in read_words(given.foreign)),
        frozenset(read_names(given.names)),
        read_pairs(given.varcon),
        read_stories(given.copy),
        read_kept(),
        read_proper(),
        frozenset(word for line in lines_of("typos_left_out.txt") for word in line.split()),
        frozenset(word for line in lines_of("typos_elsewhere.txt") for word in line.split()),
    )
    forms: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    with given.misspellings.open(encoding="utf-8", newline="") as handle:
        for wrong, *rights in csv.reader(handle):
            right = correction(wrong, rights, lists)
            if right:
                shown = wrong if right.islower() else wrong.capitalize()
                forms[pack_of(wrong, right, lists)][right].append(shown)
    for name in sorted(forms):
        head = (HERE / f"{name}_head.toml").read_text(encoding="utf-8")
        write(given.root / SPELLING / f"{name}.toml", head, forms[name])
        count = sum(map(len, forms[name].values()))
        print(name, count, "misspellings of", len(forms[name]), "words")


if __name__ == "__main__":
    main()
