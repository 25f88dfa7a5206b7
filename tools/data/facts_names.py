"""How people are called in the lists of offices: for ``build_facts.py``."""

from __future__ import annotations

import re
import unicodedata

from tools.data.folders import lines_of

_TIDY = re.compile(r"^(Sir|Dame|Dr\.?|Sheikh|Lord|Gen\.) |\s*\(.*?\)|, (Baron|Baroness|Lord).*$"
                   r"| serving as.*$|, also spelled.*$")  # fmt: skip


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
        for line in lines_of("facts_names.psv"):
            name, others, listed = ([*line.split("|"), "", ""])[:3]
            forms = tuple(form.strip() for form in others.split(";") if form.strip())
            self.forms[name] = forms
            for form in (name, *forms, *(part.strip() for part in listed.split(";"))):
                if form:
                    self.called[fold(form)] = name

    def of(self, listed: str) -> str:
        """The name used here; empty where the list says more than a name."""
        name = _TIDY.sub("", listed).strip()
        words = [word.title() if word.isupper() and len(word) > 2 else word
                 for word in name.split()]  # fmt: skip
        name = re.sub(r", (Jr|Sr)\.?$", r" \1.", " ".join(words))
        known = self.called.get(fold(listed)) or self.called.get(fold(name))
        if known:
            return "" if known == "-" else known
        bad = re.search(r"\d|,| and | of the |of State|previously|Minister|\"|[^\W\d_a-zA-ZÀ-ɏḀ-ỿ]",
                        name)  # fmt: skip
        return "" if bad or (" " not in name and not re.search(r"[IVX]+$", name)) else name
