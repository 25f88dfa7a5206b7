"""Makes the packs of places, ``lint_rules/spelling/places_*.toml``, from ``house_places.psv``.

Run: python -m tools.data.build_places [--root FOLDER]

The facts are ours (the top of the file describes the format) and name their
sources; the same facts give the same packs, byte for byte.
"""

from __future__ import annotations

import json
from typing import NamedTuple
from zlib import crc32

from tools.data.folders import HERE, SPELLING, root_given

_HOLDS_FROM = "2000-01-01"
_HISTORY = {"name": "name", "old": "story", "spelling": "spelling"}
_WHERE = {"name": "anywhere", "old": "place", "spelling": "anywhere"}
_TOLD = {
    "name": "The place has been renamed.",
    "old": "The place was renamed long ago.",
    "spelling": "Major houses spell it this way.",
}
_BAD = {
    "city": ("Rain fell in {} all day.", "Two people were hurt in {} overnight.",
             "The minister flew to {} on Monday.", "Shops in {} stayed shut."),
    "region": ("Rain fell in {} all day.", "Snow closed the roads near {} on Friday.",
               "Climbers came back from {} on Sunday."),
    "country": ("The minister flew to {} on Monday.", "Exports from {} rose last year.",
                "Elections in {} were put off."),
}  # fmt: skip


class Group(NamedTuple):
    """What the lines after an ``@`` line have in common."""

    kind: str
    severity: str
    since: str
    place: str
    only_with: list[str]
    source: str


class Fact(NamedTuple):
    """One line: a place, its old forms, and when they are right."""

    use: str
    avoid: list[str]
    since: str
    exceptions: list[str]
    note: str
    severity: str
    source: str
    where: str


def parts(text: str) -> list[str]:
    """The items of a list written with semicolons."""
    return [one.strip() for one in text.split(";") if one.strip()]


def day(text: str) -> str:
    """An ISO date; a year alone stands for the day after its end."""
    text = text.strip()
    return f"{int(text) + 1}-01-01" if len(text) == 4 else text


def read_fact(line: str, group: Group) -> Fact:
    """A line of facts, with what its group gives."""
    cells = [*line.split("|"), *[""] * 6]
    use, avoid, since, exceptions, note, severity, source, where = (
        cell.strip() for cell in cells[:8]
    )
    return Fact(
        use, parts(avoid), day(since) or group.since or _HOLDS_FROM, parts(exceptions),
        note or _TOLD[group.kind], severity or group.severity,
        source or group.source, where or _WHERE[group.kind],
    )  # fmt: skip


def sentence(fact: Fact, group: Group, name: str) -> str:
    """A sentence of news with the name in it, and a word that the entry asks for."""
    choices = _BAD[group.place]
    if fact.where == "news":
        choices = ("The minister flew to {} on Monday.", "Shops in {} were shut on Friday.")
    text = choices[crc32(fact.use.encode()) % len(choices)].format(name)
    return f"{text} So said a newspaper in {group.only_with[0]}." if group.only_with else text


def good(fact: Fact, group: Group) -> list[str]:
    """Copy in which the old form is right."""
    first = fact.avoid[0]
    past = f"In 1943 the road to {first} was cut."
    if group.kind != "spelling":
        past = f"{fact.use}, formerly {first}, was calm."
    texts = [sentence(fact, group, fact.use), past]
    if fact.where != "anywhere":
        texts.append(f"They sold {first} stamps.")
    return texts + [f"They spoke of {phrase} again." for phrase in fact.exceptions[:2]]


def texts(items: list[str]) -> str:
    """A TOML list of texts."""
    return f"[{', '.join(json.dumps(one, ensure_ascii=False) for one in items)}]"


def entry(fact: Fact, group: Group) -> str:
    """The entry as TOML."""
    rows = [
        "[[entry]]",
        f"use = {json.dumps(fact.use, ensure_ascii=False)}",
        f"avoid = {texts(fact.avoid)}",
        f"note = {json.dumps(fact.note, ensure_ascii=False)}",
        f"source = {json.dumps(fact.source, ensure_ascii=False)}",
        f"since = {fact.since}",
        f'severity = "{fact.severity}"',
        f'history = "{_HISTORY[group.kind]}"',
    ]
    if group.kind != "spelling":
        rows.append('quotes = "skip"')
    if fact.where != "anywhere":
        rows.append(f'where = "{fact.where}"')
    if fact.exceptions:
        rows.append(f"exceptions = {texts(fact.exceptions)}")
    if group.only_with:
        rows.append(f"only-with = {texts(group.only_with)}")
    rows += [f"good = {texts(good(fact, group))}", "bad = ["]
    for form in fact.avoid:
        bad, fixed = (sentence(fact, group, one) for one in (f"[[{form}]]", fact.use))
        rows.append(
            f"  {{text = {json.dumps(bad, ensure_ascii=False)}, "
            f"fixed = {json.dumps(fixed, ensure_ascii=False)}}},"
        )
    return "\n".join([*rows, "]", ""])


def packs(lines: list[str]) -> dict[str, str]:
    """The packs by file name."""
    found: dict[str, list[str]] = {}
    name, group = "", Group("name", "fix", "", "city", [], "")
    for line in lines:
        if line.startswith("@file"):
            name, _, title = line.removeprefix("@file").partition(":")
            name = f"places_{name.strip()}.toml"
            found[name] = [_HEAD.format(title.strip())]
        elif line.startswith("@"):
            kind, severity, since, place, only, source = (
                cell.strip() for cell in line[1:].split("|")
            )
            group = Group(kind, severity, since, place, parts(only), source)
        elif line.strip() and not line.startswith("#"):
            found[name].append(entry(read_fact(line, group), group))
    return {name: "\n".join(rows) for name, rows in found.items()}


_HEAD = """\
# {}.
#
# Made by python -m tools.data.build_places from tools/data/house_places.psv: change that, not this.
# Forms that major houses disagree on are in the styles and the variants.

rule = "spelling/house-form"

[defaults]
names = "skip"
"""


def main() -> None:
    """Write the packs."""
    folder = root_given(__doc__) / SPELLING
    lines = (HERE / "house_places.psv").read_text(encoding="utf-8").splitlines()
    for name, text in sorted(packs(lines).items()):
        (folder / name).write_text(text, encoding="utf-8")
        print(f"{name}: {text.count('[[entry]]')} entries")


if __name__ == "__main__":
    main()
