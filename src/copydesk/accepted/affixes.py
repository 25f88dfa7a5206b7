"""The rules of a dictionary for hunspell: its file of endings and beginnings (.aff)."""

from __future__ import annotations

from copydesk.accepted import forms
from copydesk.accepted.lists import lines_of
from copydesk.model.errors import DataError
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from copydesk.files.data_file import DataFile

# The encodings that dictionaries name, besides UTF-8.
_ENCODINGS = ("iso8859", "iso-8859", "koi8-", "cp125", "microsoft-cp125", "tis620")
_ANY = "."


class Affix(ValueTuple):
    """A rule: words with a flag get an ending or a beginning for what is stripped off.

    ``condition`` is what the stem must end (or begin) with, part by part: letters, each part
    with a ``^`` first if it is none of them; a full stop is any letter.
    """

    flag: str
    strip: str
    condition: tuple[str, ...]
    crosses: bool


class Rules(ValueTuple):
    """The rules of a dictionary; ``prefixes`` and ``suffixes`` by what is added."""

    prefixes: Mapping[str, tuple[Affix, ...]] = {}
    suffixes: Mapping[str, tuple[Affix, ...]] = {}
    kind: str = ""
    aliases: tuple[str, ...] = ()
    not_alone: frozenset[str] = frozenset()
    forbidden: str = ""
    encoding: str = ""


def read_rules(file: DataFile) -> Rules:
    """Read a file of rules.

    Raises:
        DataError: it cannot be read; the message gives file and line.
    """
    encoding = _encoding(file)
    try:
        text = file.content.decode(encoding or "utf-8-sig")
    except UnicodeDecodeError as error:
        line = file.content.count(b"\n", 0, error.start) + 1
        raise DataError(f"{file.path}:{line}: not {encoding or 'utf-8'}") from None
    rows = [(number, line.split()) for number, line in lines_of(text)]
    by_name: dict[str, list[list[str]]] = {}
    for _, row in rows:
        by_name.setdefault(row[0], []).append(row)
    alone = (row[1] for name in ("NEEDAFFIX", "PSEUDOROOT", "ONLYINCOMPOUND")
             for row in by_name.get(name, ()) if len(row) > 1)  # fmt: skip
    return Rules(
        _affixes(by_name.get("PFX", ())),
        _affixes(by_name.get("SFX", ())),
        _one(by_name, "FLAG").lower(),
        tuple(row[1] if len(row) > 1 else "" for row in by_name.get("AF", ())[1:]),
        frozenset(alone),
        _one(by_name, "FORBIDDENWORD"),
        encoding,
    )


def _one(by_name: Mapping[str, list[list[str]]], name: str) -> str:
    return next((row[1] for row in by_name.get(name, ()) if len(row) > 1), "")


def _encoding(file: DataFile) -> str:
    """The encoding that a file of rules names; empty for UTF-8."""
    for line in file.content.splitlines():
        name, _, value = line.strip().partition(b" ")
        if name == b"SET":
            found = value.strip().decode("ascii", "replace").lower()
            if found in ("utf-8", "utf8"):
                return ""
            if not found.startswith(_ENCODINGS):
                raise DataError(f"{file.path}: unknown encoding {found!r} after SET")
            return found.removeprefix("microsoft-")
    return ""


def _affixes(rows: Sequence[list[str]]) -> dict[str, tuple[Affix, ...]]:
    """The rules of one side, by what they add.

    The first row of each flag says whether a rule of the other side may be used, too.
    """
    crosses = {row[1]: row[2] == "Y" for row in rows if _is_head(row)}
    found: dict[str, list[Affix]] = {}
    for row in rows:
        if len(row) < 4 or _is_head(row):
            continue
        flag, strip, added = row[1], *("" if one == "0" else one for one in row[2:4])
        added = forms.normal(added.partition("/")[0])
        condition = parts_of(row[4] if len(row) > 4 else _ANY)
        affix = Affix(flag, forms.normal(strip), condition, crosses.get(flag, False))
        found.setdefault("" if added == "0" else added, []).append(affix)
    return {added: tuple(affixes) for added, affixes in found.items()}


def _is_head(row: list[str]) -> bool:
    return len(row) == 4 and row[2] in ("Y", "N") and row[3].isdecimal()


def parts_of(condition: str) -> tuple[str, ...]:
    """A condition, part by part; ``[^aeiou]y`` has two."""
    found: list[str] = []
    at = 0
    while at < len(condition):
        end = condition.find("]", at) if condition[at] == "[" else -1
        if end > at:
            found.append(condition[at + 1 : end])
            at = end + 1
        else:
            found.append(condition[at])
            at += 1
    return () if found == [_ANY] else tuple(found)


def fits(condition: tuple[str, ...], stem: str, side: int) -> bool:
    """Whether a stem ends (``side`` below 0) or begins as a condition wants."""
    count = len(condition)
    if count > len(stem):
        return False
    letters = stem[len(stem) - count :] if side < 0 else stem[:count]
    return all(_meets(part, letter) for part, letter in zip(condition, letters, strict=True))


def _meets(part: str, letter: str) -> bool:
    if part == _ANY:
        return True
    if part[:1] == "^" and len(part) > 1:
        return letter not in part[1:]
    return letter in part
