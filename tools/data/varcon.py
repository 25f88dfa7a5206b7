"""American and British spellings of one word, read from VarCon's ``varcon.txt``."""

from __future__ import annotations

from pathlib import Path


def read_pairs(path: Path) -> dict[str, str]:
    """The British spelling of American words, sorted, where the two differ.

    Of several forms on a line the first American and the first British one count, and of several
    lines for one American form the last. Forms that VarCon numbers, several being equal, and
    possessives are left out.
    """
    found: dict[str, str] = {}
    for line in path.read_text(encoding="iso-8859-1").split("\n"):
        if line.strip() and not line.startswith("#"):
            forms = _forms(line.partition(" | ")[0])
            us, uk = forms.get("A", ""), forms.get("B", "")
            if us and uk and us != uk and not us.endswith("'s"):
                found[us] = uk
    return dict(sorted(found.items()))


def _forms(line: str) -> dict[str, str]:
    """The first form for each tag on a line."""
    found: dict[str, str] = {}
    for part in line.split(" / "):
        tags, _, form = part.partition(": ")
        if not any(tag.isdigit() for tag in tags.split()):
            for tag in tags.split():
                found.setdefault(tag, form.strip())
    return found
