"""Looks at the names in a table of facts: as people write them, and without titles."""

from __future__ import annotations

import re

from copydesk.facts.survey.remark import Remark

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.facts.schema import FactTable

_HYPHEN = re.compile(r"[^\W\d_]{2,}-([^\W\d_A-Z][^\W\d_]+)(?![^\W\d_]*-)")
# A second syllable of names such as Ki-moon and Ing-wen, and words that join names.
_SYLLABLE = re.compile(
    r"[bcdfghjklmnpqrstwxyz]{0,3}[aeiouyŏŭ]{1,3}(?:ng|nn|hn|rn|rl|rd|ck|ch|[bghklmnprtw])?"
)
_JOINING = frozenset({"al", "archa", "e", "el", "ocha", "ud", "ul", "un", "ur", "us", "ye"})
_NUMERAL = re.compile(r"\b(?:I[iv]|Iii|Vi(?=$)|Viii?|Ix|Xi[ivx]+|Xvi*|Xx)\b")
_CAPITALS = re.compile(r"\b(?![IVXLC]+\b)[^\W\d_a-z]{3,}\b")
_INITIALS = 4  # letters; so many capitals can be a form, such as AMLO
_WORD = re.compile(r"[^\W\d_]+")
_TITLES = frozenset({
    "chancellor", "chief", "elect", "governor", "minister", "premier", "president", "secretary",
    "senator", "speaker", "vice",
})  # fmt: skip
_BEFORE = frozenset({
    "adm", "brig", "capt", "col", "dame", "dr", "gov", "king", "lt", "maj", "mr", "mrs", "ms",
    "pope", "prof", "queen", "sir",
})  # fmt: skip
_ABBREVIATED = ("Gen. ", "Hon. ", "Rep. ", "Sen. ")
_NO_NAME = frozenset({"and", "as", "for", "of", "or", "the", "to"})


def of_names(table: FactTable) -> Iterator[Remark]:
    """Remarks on the names of a table, and on their other forms."""
    seen: set[tuple[str, str]] = set()
    for row in table.rows:
        office = table.offices[row.office].id
        if (office, row.name) not in seen:
            seen.add((office, row.name))
            yield from (Remark(office, row.name, said) for said in faults(row.name))
    offices = {row.name: table.offices[row.office].id for row in table.rows}
    offices |= {row.person: table.offices[row.office].id for row in table.rows if row.person}
    for name, forms in table.names.items():
        for form in forms:
            for said in faults(form, is_form=True):
                yield Remark(offices.get(name, "names"), name, said)


def faults(name: str, is_form: bool = False) -> Iterator[str]:
    """What is wrong with a name, or with another form of one.

    Titles before a name are part of some forms, such as “King Charles”.
    """
    words = [word.lower() for word in _WORD.findall(name)]
    if any(_is_slip(match[1]) for match in _HYPHEN.finditer(name)):
        yield f"“{name}” has a small letter after a hyphen"
    if _NUMERAL.search(name):
        yield f"“{name}” has a numeral in small letters"
    capitals = _CAPITALS.search(name)
    if capitals and not (is_form and len(capitals[0]) <= _INITIALS):
        yield f"“{name}” has a word in capitals"
    if not words or _TITLES.intersection(words) or name.split()[0] in _NO_NAME:
        yield f"“{name}” has a title in it, or is no name"
    elif not is_form and (words[0] in _BEFORE or name.startswith(_ABBREVIATED)):
        yield f"“{name}” begins with a title"
    if any(char.isdigit() for char in name):
        yield f"“{name}” has a figure in it"


def _is_slip(part: str) -> bool:
    return part[:1].islower() and part not in _JOINING and not _SYLLABLE.fullmatch(part)
