"""Marks that Markdown's dialects add: containers, formulas, labels, attributes, remarks, JSX.

Docusaurus, Pandoc and MyST open containers with ``:::``, MkDocs with ``!!!`` and ``???``, GitHub
and Obsidian with ``> [!NOTE]``; kramdown, Pandoc, MkDocs and MyST write attributes in braces;
MDX has elements of JSX.
"""

from __future__ import annotations

import re
from functools import lru_cache

from copydesk.document import formulas, templating
from copydesk.parsers.markdown.raw import end_of_raw
from copydesk.regexes.compiled import compiled

ATTRIBUTES = compiled(templating.ATTRIBUTES)
"""A list of attributes, or the name of a role before its text."""

# Whole lines: a container, a tab, a label, an abbreviation.
_LINE = compiled(
    r":{3,}[^\n]*|(?:(?<=>)|(?<=> ))\[!\w+\][+-]?[^\n]*|(?:!!!|\?\?\?\+?|===\+?)[ \t]+[\"\w][^\n]*"
    r"|\([\w:.-]+\)=[ \t]*$|\*\[[^\]\n]+\]:[^\n]*"
    r"|(?:(?<=-->\n)|(?<=-->\n\n)):[ \t]+(?=\S)|(?<=\n\n)%+[ \t][^\n]*(?:\n%[^\n]*)*",
    re.M,
)
OPENINGS = (
    r"|\$\$?(?!\$)(?<!\$\$\$)|\\\\?[(\[]|\\begin\{|\{(?=[a-z]| [:.#a-z])|<(?=[A-Za-z])|</(?=[A-Z])"
    r"|^[ \t>]*(?=:{3}|:[ \t]|!!!|\?\?\?|===|\([\w:.-]+\)=|\*\[|\[!\w|%+[ \t])|%%(?<!\w%%)(?!%)|@\*"
)

REMARK = compiled(r"\{::(?:comment|nomarkdown)\b[^{}\n]*\}")
"""Where kramdown begins to leave out the text, or to leave it alone; ``{:/}`` ends it."""

_LETTER = compiled(r"[^\W\d_]")
_INLINE = compiled(r"(?=\S)([^$\n]{1,300}?)(?<=\S)\$(?!\w)")
_LONGEST = 2_000

_ELEMENT = compiled(r"</?([A-Z]\w*(?:\.\w+)*|[a-z]\w*)(?=[\s/>{])")
_SHOUTED = compiled(r"[A-Z]+[1-6]?")
_SIGNS = compiled(  # strings and remarks count as one
    r"[{}<>]|\n[ \t]*\n|\"(?:[^\"\\\n]|\\.)*\"|'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`"
    r"|/\*(?:[^*]|\*(?!/))*\*/"
)
_VALUE = compiled(r"\{(?:props|frontmatter|[a-z]\w*(?:\.\w+)+(?:\([^(){}\n]*\))?)\}")
# What only code has: a function, a choice, “and” or “or” between values, a template string.
_EXPRESSION = compiled(
    r"=>|[\w)\]\"'] \? [^{}]*? : |[\w)\]!] ?(?:&&|\|\|) ?[\w(<!\"'`]|\{`[^`]*`\}|\.map\("
)


def end_of_line(source: str, start: int) -> int:
    """The end of a line that is a container's or another dialect's; 0 if it is not."""
    found = _LINE.match(source, start)
    return found.end() if found else 0


def end_of_formula(source: str, sign: str, inner: int) -> int:
    """The end of the formula whose opening sign ends at ``inner``; 0 if it is not one."""
    if sign == "$":
        found = _INLINE.match(source, inner)
        is_formula = found and _LETTER.search(found[1]) and formulas.is_formula(found[1])
        return found.end() if found and is_formula else 0
    return formulas.end_of(source, inner - len(sign), inner)


def end_of_braces(source: str, start: int, is_mdx: bool) -> int:
    """The end of an expression or a remark of MDX in braces; 0 if it is prose."""
    found = _VALUE.match(source, start)
    if found:
        return found.end()
    if not (is_mdx or _has_expressions(source)):
        return 0
    end = _balanced(source, start)
    return end if is_mdx or _EXPRESSION.search(source, start, end) else 0


@lru_cache(maxsize=1)
def _has_expressions(source: str) -> bool:
    """Whether there is anything in a file that only code has."""
    return _EXPRESSION.search(source) is not None


def end_of_element(source: str, start: int) -> int:
    """The end of a tag of JSX, of a component or with a value in braces, or of raw code; else 0."""
    raw = end_of_raw(source, start)
    if raw:
        return raw
    name = _ELEMENT.match(source, start)
    if name is None:
        return 0
    end = _balanced(source, start, name.end())
    is_component = name[1][0].isupper() and not _SHOUTED.fullmatch(name[1])
    return end if is_component or (end and "={" in source[start:end]) else 0


def _balanced(source: str, start: int, at: int = 0) -> int:
    """The end of what opens at ``start`` with a brace or as a tag; 0 if it does not end."""
    is_tag = source[start] == "<"
    depth = 0
    for sign in _SIGNS.finditer(source, at or start, min(len(source), start + _LONGEST)):
        mark = sign[0]
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth -= 1
            if depth == 0 and not is_tag:
                return sign.end()
        elif mark == ">" and depth == 0:
            return sign.end()
        elif (mark == "<" or mark[0] == "\n") and depth == 0:
            return 0
    return 0
