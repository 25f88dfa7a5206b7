"""Builds the table of parts of speech that the rules on agreement and verb forms use.

Run: python -m tools.data.build_parts WORDNET_FOLDER [--root FOLDER]

Sources:
- WordNet 3.0 (Princeton University, free for any use with its notice, see NOTICE): Debian's
  package ``wordnet-base`` lays it out as /usr/share/wordnet. Of it ``index.*`` (lemmas),
  ``noun.exc``, ``verb.exc`` (irregular forms) and ``cntlist.rev`` (how often a sense occurs).
- ``tools/data/irregular_verbs.txt``, our own list of which form is past and which participle.

Only words that ``lint_rules/_shared/_words.txt`` has, and shorter ones, are kept. A line is a
word in lower case, a tab, and letters that say what it may be: ``n`` a singular noun, ``p`` a
plural one, ``v`` a verb's base, ``z`` its form with -s, ``d`` its past, ``e`` its participle, ``g``
its form in -ing, ``a`` an adjective, ``r`` an adverb. Lines are sorted by code point.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from tools.data.folders import HERE, parser_of

TABLE = Path("lint_rules/_shared/_parts.txt")
WORDS = Path("lint_rules/_shared/_words.txt")
IRREGULAR = HERE / "irregular_verbs.txt"
SHORT = 4  # letters: shorter words are not in the list of words
SURE = 20  # counted uses as another part, beside which one that is never used does not count
ORDER = "npvzdegar"
LETTER = {"noun": "n", "verb": "v", "adj": "a", "adv": "r"}
NUMBER = {"1": "noun", "2": "verb", "3": "adj", "4": "adv", "5": "adj"}
PLAIN = re.compile(r"[a-z]{3,}|ox|ax|be|do|go|ad|pc|tv")
HEADER = """\
# Parts of speech; see tools/data/build_parts.py. Made from WordNet 3.0,
# Copyright 2006 by Princeton University, see NOTICE; the irregular verbs are copydesk's own.
"""

Forms = defaultdict[str, set[str]]


def lemmas(folder: Path) -> dict[str, set[str]]:
    """The lemmas of each part, without those whose other parts are used and this one never."""
    counts = _counts(folder)
    found: dict[str, set[str]] = {}
    for part in LETTER:
        lines = (folder / f"index.{part}").read_text("ascii").splitlines()
        names = {line.split(" ", 1)[0] for line in lines if line[:1] != " "}
        found[part] = {
            name
            for name in names
            if PLAIN.fullmatch(name)
            and (counts[name, part] or sum(counts[name, one] for one in LETTER) < SURE)
        }
    return found


def _counts(folder: Path) -> Counter[tuple[str, str]]:
    found: Counter[tuple[str, str]] = Counter()
    for line in (folder / "cntlist.rev").read_text("ascii").splitlines():
        key, _, count = line.split()
        name, _, sense = key.partition("%")
        found[name, NUMBER[sense[0]]] += int(count)
    return found


def irregular(folder: Path, name: str) -> dict[str, set[str]]:
    """The irregular forms of each lemma."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in (folder / name).read_text("ascii").splitlines():
        form, *bases = line.split()
        for base in bases:
            if PLAIN.fullmatch(form) and PLAIN.fullmatch(base):
                found[base].add(form)
    return found


def with_s(word: str) -> str:
    """A noun's regular plural, or a verb's form with -s."""
    if re.search(r"(?:s|x|z|ch|sh)$", word):
        return word + "es"
    if re.search(r"[^aeiou]y$", word):
        return word[:-1] + "ies"
    return word + "s"


def nouns(names: set[str], odd: dict[str, set[str]]) -> Iterator[tuple[str, str]]:
    """The forms of nouns, and what each is."""
    plurals = set().union(*odd.values())
    regular = {with_s(name) for name in names}  # Bridges and assets are lemmas, too
    for name in names:
        if (name in plurals and name not in odd) or name in regular:
            yield name, "p"
            continue
        yield name, "n"
        forms = odd.get(name, set())
        for form in forms:
            yield form, "p"
        if not forms or name.endswith("o"):
            yield with_s(name), "p"
        if name.endswith("o"):
            yield name + "es", "p"


def verbs(
    names: set[str], odd: dict[str, set[str]], own: dict[str, tuple[str, str]]
) -> Iterator[tuple[str, str]]:
    """The forms of verbs, and what each is."""
    for name in names:
        yield name, "v"
        yield {"be": "is", "have": "has", "do": "does", "go": "goes"}.get(name, with_s(name)), "z"
        forms = odd.get(name, set())
        ing = {form for form in forms if form.endswith("ing")}
        stem = name[:-1] if re.search(r"[^eoy]e$", name) else name
        for form in ing or {stem + "ing"}:
            yield form, "g"
        if name in own:
            for form in own[name][0].split("/"):
                yield form, "d"
            for form in own[name][1].split("/"):
                yield form, "e"
            continue
        past = {form for form in forms if form.endswith("ed")} or {_past(name)}
        for form in past:
            yield form, "de"


def _past(name: str) -> str:
    if name.endswith("e"):
        return name + "d"
    return name[:-1] + "ied" if re.search(r"[^aeiou]y$", name) else name + "ed"


def own_verbs() -> dict[str, tuple[str, str]]:
    """The past and participle of each irregular verb."""
    lines = IRREGULAR.read_text("utf-8").splitlines()
    return {
        base: (past, participle)
        for base, past, participle in (line.split() for line in lines if line[:1] != "#")
    }


def build(folder: Path, root: Path) -> str:
    """The text of the table."""
    listed = (root / WORDS).read_text("utf-8").splitlines()
    known = {line.split("\t")[0] for line in listed if "w" in line.partition("\t")[2]}
    found: Forms = defaultdict(set)
    of = lemmas(folder)
    pairs = [
        *nouns(of["noun"], irregular(folder, "noun.exc")),
        *verbs(of["verb"], irregular(folder, "verb.exc"), own_verbs()),
        *((name, "a") for name in of["adj"]),
        *((name, "r") for name in of["adv"]),
    ]
    for form, letters in pairs:
        if form in known or len(form) < SHORT:
            found[form] |= set(letters)
    for form in [form for form in found if form.endswith("ly") and found[form] <= {"a", "r"}]:
        del found[form]  # those need no table
    lines = [f"{form}\t{''.join(sorted(found[form], key=ORDER.index))}\n" for form in sorted(found)]
    return HEADER + "".join(lines)


def main() -> None:
    """Write the table."""
    parser = parser_of(__doc__)
    parser.add_argument("wordnet", type=Path)
    given = parser.parse_args()
    (given.root / TABLE).write_text(build(given.wordnet, given.root), encoding="utf-8")


if __name__ == "__main__":
    main()
