"""Makes the packs of equal forms, ``lint_rules/spelling/people.toml`` and ``variants_*.toml``.

Run: python -m tools.data.build_variants [--root FOLDER]

The facts are ``house_people.psv`` and ``house_variants.psv`` beside this file,
whose heads tell the format and the source; the same facts give the same packs.
"""

from __future__ import annotations

import json
from datetime import date, timedelta
from typing import Any, NamedTuple
from unicodedata import combining, normalize

from copydesk.document.words import plain
from copydesk.terms.pack import read_pack
from tools.data.folders import HERE, ROOT, SPELLING, root_given

RULE = "spelling/inconsistent"
_MAKER = "python -m tools.data.build_variants"
_PEOPLE, _OTHERS = "house_people.psv", "house_variants.psv"


class Variants(NamedTuple):
    """The equal forms of one thing, the first of them first."""

    forms: tuple[str, ...]
    exceptions: tuple[str, ...] = ()
    note: str = ""
    severity: str = ""
    until: str = ""


class PackHead(NamedTuple):
    """What a pack says before its forms."""

    name: str
    severity: str
    case: str
    title: str


PEOPLE = PackHead("people.toml", "fix", "smart", "People whose names have several Latin spellings")
ACCENTS = PackHead("people_accents.toml", "style", "smart", "People whose names lose their accents")


def parts(text: str) -> tuple[str, ...]:
    """The items of a list written with semicolons."""
    return tuple(one.strip() for one in text.split(";") if one.strip())


def read_line(line: str) -> Variants:
    """The forms on one line of facts.

    Raises:
        ValueError: there are fewer than two forms, or one stands there twice.
    """
    cells = [*line.split("|"), "", "", ""]
    forms = (cells[0].strip(), *parts(cells[1]))
    if len(forms) < 2 or len(set(map(plain, forms))) < len(forms):
        raise ValueError(f"two different forms at the least: {line}")
    return Variants(forms, parts(cells[2]), cells[3].strip(), cells[4].strip())


def only_accents(one: Variants) -> bool:
    """Whether the forms differ by accents and hyphens only."""
    return len({_plain(form) for form in one.forms}) == 1


def _plain(form: str) -> str:
    bare = "".join(char for char in normalize("NFD", form) if not combining(char))
    return bare.translate(_LETTERS).replace("-", " ").lower()


_LETTERS = str.maketrans({"ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i", "đ": "d", "Đ": "D"})


def text(value: Any) -> str:
    """A value as TOML."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(text, value))}]"
    return json.dumps(value, ensure_ascii=False)


def row(one: Variants) -> str:
    """The forms as a line of TOML."""
    key = text(one.forms[0])
    if not (one.exceptions or one.note or one.severity or one.until):
        return f"{key} = {text(one.forms[1:])}"
    more = [
        f"{name} = {value if name == 'until' else text(value)}"
        for name, value in one._asdict().items()
        if name != "forms" and value
    ]
    return f"{key} = {{{', '.join([f'forms = {text(one.forms[1:])}', *more])}}}"


def pack(head: PackHead, found: list[Variants], made_of: str) -> str:
    """A pack as TOML, sorted by its forms."""
    seen: set[str] = set()
    for one in found:
        if seen & set(one.forms):
            raise ValueError(f"{head.name}: {one.forms} share a form with another line")
        seen |= set(one.forms)
    return "\n".join([
        f"# {head.title}: equal forms; a story uses one of them.",
        "#",
        f"# Made by {_MAKER} from tools/data/{made_of}: change that, not this.",
        "",
        f'rule = "{RULE}"',
        "",
        "[defaults]",
        f'severity = "{head.severity}"',
        f'case = "{head.case}"',
        "",
        "[variants]",
        *map(row, sorted(found)),
        "",
    ])  # fmt: skip


def given_up() -> dict[str, tuple[str, str]]:
    """The forms that spelling/house-form avoids without a style: what to use, and since when."""
    found: dict[str, tuple[str, str]] = {}
    for path in sorted((ROOT / SPELLING).glob("*.toml")):
        if path.name.startswith(("house_form", "places_")):
            for entry in read_pack(path.name, path.read_text(encoding="utf-8")).entries:
                for form in (*entry.avoid, *(need.title() for need in entry.needs)):
                    found.setdefault(form, (entry.use or "", entry.since))
    return found


def till_settled(one: Variants, settled: dict[str, tuple[str, str]]) -> Variants:
    """The forms, less those that spelling/house-form gives up.

    Where fewer than two are left, all of them until it does.
    """
    since = {form: settled[form][1] for form in one.forms if form in settled
             and settled[form][0] in one.forms}  # fmt: skip
    left = tuple(form for form in one.forms if form not in since)
    if not since or len(left) > 1:
        return one._replace(forms=left)
    first = min(since.values())
    return one._replace(until=str(date.fromisoformat(first) - timedelta(1))) if first else one


def facts(name: str) -> list[str]:
    """The lines of a file of facts that are not remarks."""
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line.strip() and not line.startswith("#")]


def packs() -> dict[str, str]:
    """All packs by file name."""
    people = [read_line(line) for line in facts(_PEOPLE) if not line.startswith("@")]
    made = {
        PEOPLE.name: pack(PEOPLE, [one for one in people if not only_accents(one)], _PEOPLE),
        ACCENTS.name: pack(ACCENTS, [one for one in people if only_accents(one)], _PEOPLE),
    }
    settled = given_up()
    head, found = PEOPLE, list[Variants]()
    for line in [*facts(_OTHERS), "@file end | style | smart: end"]:
        if not line.startswith("@"):
            found.append(till_settled(read_line(line), settled))
            continue
        if found:
            made[head.name] = pack(head, found, _OTHERS)
        told, _, title = line.removeprefix("@file").partition(":")
        name, severity, case = (one.strip() for one in told.split("|"))
        head, found = PackHead(f"variants_{name}.toml", severity, case, title.strip()), []
    return made


def main() -> None:
    """Write the packs."""
    folder = root_given(__doc__) / SPELLING
    for name, made in sorted(packs().items()):
        (folder / name).write_text(made, encoding="utf-8")
        print(f"{name}: {made.count(' = ') - made.count('forms = ') * 2} groups")


if __name__ == "__main__":
    main()
