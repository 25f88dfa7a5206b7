"""How people are called in the lists of offices: for ``build_facts.py``."""

from __future__ import annotations

import unicodedata
from difflib import SequenceMatcher

import regex as re

from copydesk.facts.survey.twice import letters
from tools.data.folders import lines_of

_TIDY = re.compile(
    r"^(?:Sir|Dame|Dr|Sheikh|Lord|Gen|Col|Lt|Maj|Brig|Adm|Capt|Elect|President|Prime Minister"
    r"|and (?:Co-)?(?:Vice )?President|of the [\w ]+? of \p{Lu}\w+)\.? "
    r"|\s*\(.*?\)|, (?:Baron|Baroness|Lord).*$| serving as.*$|, also spelled.*$"
)
LISTS = ("facts_names.psv", "facts_names_more.psv")
_ROMAN = re.compile(r"[IVX]+")


def fold(name: str) -> str:
    """A name without accents and marks, in lower case."""
    letters = name.replace("ł", "l").replace("đ", "d").replace("ø", "o").replace("ı", "i")
    plain = unicodedata.normalize("NFKD", letters).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z ]", "", plain.lower().replace("-", " ")).strip()


class Names:
    """How the lists call people: one spelling for each, and the other forms."""

    def __init__(self) -> None:
        self.called: dict[str, str] = {}
        self.forms: dict[str, tuple[str, ...]] = {}
        self.avoid: dict[str, tuple[str, ...]] = {}
        for line in lines_of("facts_avoid.psv"):
            name, forms_never = line.split("|")[:2]
            self.avoid[name] = tuple(form.strip() for form in forms_never.split(";"))
        for line in [line for listing in LISTS for line in lines_of(listing)]:
            name, others, listed = ([*line.split("|"), "", ""])[:3]
            forms = tuple(form.strip() for form in others.split(";") if form.strip())
            self.forms[name] = tuple(dict.fromkeys((*self.forms.get(name, ()), *forms)))
            for form in (name, *forms, *(part.strip() for part in listed.split(";"))):
                if form:
                    self.called[fold(form)] = name

    def of(self, listed: str) -> str:
        """The name used here; empty where the list says more than a name."""
        name = _TIDY.sub("", _TIDY.sub("", listed)).strip()
        name = re.sub(r", (Jr|Sr)\.?$", r" \1.", " ".join(map(_proper, name.split())))
        known = self.called.get(fold(listed)) or self.called.get(fold(name))
        if known:
            return "" if known == "-" else known
        bad = re.search(r"\d|,| and | of the |of State|previously|Minister|\"|[^\W\d_a-zA-ZÀ-ɏḀ-ỿ]",
                        name)  # fmt: skip
        return "" if bad or (" " not in name and not re.search(r"[IVX]+$", name)) else name


def _proper(word: str) -> str:
    """A word of a name with capitals as people write it: SASSOU-Nguesso, Leo XIV, O'Neill."""
    if "." in word:
        return word  # initials: J.C.
    parts = re.split(r"([-'’])", word)
    return "".join(
        part.capitalize() if len(part) > 2 and part.isupper() and not _ROMAN.fullmatch(part)
        else part
        for part in parts
    )  # fmt: skip


def bare(name: str) -> str:
    """A folded name without initials: “steny hoyer” for Steny H. Hoyer."""
    words = fold(name).split()
    return " ".join(word for at, word in enumerate(words) if at == 0 or len(word) > 1)


def alike(one: str, other: str) -> bool:
    """Whether two names may be transliterations or short forms of one."""
    first, second = fold(one).split(), fold(other).split()
    if not first or not second:
        return False
    if first[-1] == second[-1] and first[0][0] == second[0][0]:
        return True
    if set(first) <= set(second) or set(second) <= set(first):
        return len(first) > 1 < len(second)
    return SequenceMatcher(None, letters(one), letters(other)).ratio() >= 0.84
