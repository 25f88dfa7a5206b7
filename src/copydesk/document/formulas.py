r"""Formulas in TeX, which are code in any format: ``\(…\)``, ``\[…\]``, ``$$…$$`` and environments.

Brackets with a backslash may also be prose whose marks are escaped, as in ``\[sic\]``; so what
is between them must look like a formula.
"""

from __future__ import annotations

from copydesk.document.template_tags import Tag
from copydesk.regexes.compiled import compiled

_OPENING = compiled(r"\\begin\{|\\\\?[(\[]|\$\$(?!\$)(?<!\$\$\$)")
_ENVIRONMENT = compiled(r"\\begin\{([A-Za-z]{1,30}\*?)\}")
_LONGEST = 2_000  # code points
_TEX = compiled(r"\\[a-zA-Z]|[\^_=\\]")
_OPERATOR = compiled(r"[-+*/<>|\u2212]")
_WORD = compiled(r"[^\W\d_]{3}")
_TAG = compiled(r"<[A-Za-z/!]")
BLANK_LINE = compiled(r"\n[ \t>]*\r?\n")
"""A line that is empty, also in a quotation of Markdown."""


def find(source: str, start: int = 0) -> list[Tag]:
    """The formulas after ``start``, in order and disjoint, as tags that readers see."""
    if "\\" not in source and "$$" not in source:
        return []
    found: list[Tag] = []
    at = start
    for opening in _OPENING.finditer(source, start):
        if opening.start() < at:
            continue
        at = max(at, end_of(source, opening.start(), opening.end()))
        if at > opening.start():
            is_inline = opening[0].endswith("(")
            found.append(Tag(opening.start(), at, "shown" if is_inline else "placed"))
    return found


def end_of(source: str, start: int, inner: int) -> int:
    """The end of the formula whose opening sign is from ``start`` to ``inner``; 0 if none."""
    sign = source[start:inner]
    if sign.startswith("\\begin"):
        return end_of_environment(source, start)
    closing = sign if sign == "$$" else sign.replace("(", ")").replace("[", "]")
    end = source.find(closing, inner, inner + _LONGEST)
    if end < 0 or not source[inner:end].strip() or BLANK_LINE.search(source, inner, end):
        return 0
    is_display = sign == "$$" and source[inner : inner + 1] in "\r\n"
    if _TAG.search(source, inner, end) or not (is_display or is_formula(source[inner:end])):
        return 0
    return end + len(closing)


def end_of_environment(source: str, start: int) -> int:
    r"""The end of what begins with ``\begin{…}`` at ``start``; 0 if it does not end."""
    name = _ENVIRONMENT.match(source, start)
    if name is None:
        return 0
    closing = f"\\end{{{name[1]}}}"
    end = source.find(closing, name.end(), name.end() + _LONGEST)
    return end + len(closing) if end >= 0 else 0


def is_formula(text: str) -> bool:
    """Whether a text in brackets is a formula: it has signs of TeX, or signs and no words."""
    return bool(_TEX.search(text) or (_OPERATOR.search(text) and not _WORD.search(text)))
