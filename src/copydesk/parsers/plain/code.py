"""Tell program code, settings and data in plain text from prose, by the look of the lines.

A line is code by its marks (an end in ``;`` or ``{``, an assignment, a call, the time stamp of
a log), and prose by the small words that every English sentence has and no program. A file is
passed over if it says that it is code, or if nearly all of its lines are; in other files, code
is told apart paragraph by paragraph.
"""

from __future__ import annotations

import re

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Look = Literal["code", "data", "remark", "prose", ""]
    from collections.abc import Iterator, Sequence

    from copydesk.parsers.plain.line import Line


_LONGEST = 400  # code points of a line that are looked at; longer lines are prose
_FEWEST = 3  # lines of code for a file to be code
_SHARE = 5  # a file is code if there is less than one line of prose for that many of code
_TOP = compiled(r"\ufeff?\s*(?:#!|<\?xml\b|<!DOCTYPE\s+(?!html)|<!ENTITY\b|%!PS|diff --git )", re.I)

# Without any of these there is no code. Each pattern begins with a mark, which is found fast.
_SIGNS = ("=", "{", "}", "\\")
_PAIRS = (("#", ("\n#",)), (";", (";\n", ";\r")), ("/", ("\t/", " /")), ("<", ("<?", "<!")))
_HINTS = (
    (":", compiled(r":(?<=\d:)\d\d:\d\d")),
    ("(", compiled(r"\((?<=\w\()[^\s()]*,")),
)

# Small words that sentences have, and that no language for programs uses as a name.
_SMALL = compiled(
    r"(?<![\w$@%.<\"'/=-])(?i:the|of|an?|was|were|that|which|who|his|her|their|its|said|by|has|had"
    r"|have|they|we|you|she|he|it|and|to|are|at|on|but|been|would|will)(?![\w$@%.=(\[{>/-])"
)
_REMARK = compiled(r"/\*|\*/|//|\*(?:\s|\Z)|#(?![!\w])|--\s|;;|\"\s|dnl\b|REM\b|\.\\\"|!\s")
_DATA = compiled(r"\S+(?:(?: {2,}|\t+)\S+(?: \S+)?){2,}\Z")
_FIELD = compiled(r"(?:\A|\s)(?:~?/[\w.]|\w+=\S|\w+_\w|-{1,2}[a-z]|0x[\da-f]|[\w.]+:/)")
_DIRECTIVE = compiled(r"#[ ]?(?:include|define|ifn?def)\b")
_SURE = compiled(  # code whatever the words: an assignment, the end of a call, a time stamp
    r"""
      (?:\w+[ ]){0,2}[\w.$@%\[\]-]+[ ](?:[-+|&.*/:?%]?=)[ ].*[^.!?]\Z
    | .*\)[;{]\Z
    | \d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d\S*[ ]
    """,
    re.X,
)
_CODE = compiled(
    r"""
      \#[ ]?(?:include|define|undef|if(?:n?def)?|el(?:se|if)|endif|pragma)\b
    | .*(?:[;{]|\)[ ]?\{|[^\s\w.,!?)”’"'…-][ ]?\}|\\)\Z                  # ends like a statement
    | [{}()\[\];,]+\Z | \"[^\"]+\"[ ]?:[ ]                                # "key": value
    | (?:[\w.$@%*&-]|->|::|\[[^\]]*\]){1,60}\s?(?:[-+|&.*/:?^%]?=|<-|:=)(?!=)\s?\S   # x = 1
    | .*(?<![\w.])\w+\([^()\s]*[,=][^()]*\)                              # f(a,b)
    | [\w.:>-]+\([^()]*\)[ ]?[;:{]?\Z                                    # f(a)
    | \[[\w .:-]+\]\Z                                                    # [section]
    | \[?\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d | [A-Z][a-z]{2}[ ]{1,2}\d{1,2}[ ]\d\d:\d\d:\d\d[ ]
    | @@[ ]-\d | (?:---|\+\+\+)[ ]\S+/ | diff[ ]-
    | (?:import|from)[ ][\w.]+(?:[ ]import[ ].*)?\Z | (?:def|class|sub|function)[ ]\w+[ ]?[({:]
    | (?:if|while|elif|for|switch|foreach|until)[ ]?[(\[$]
    | (?:for|if|while|elif|else|try|with)\b.*:\Z
    | (?:fi|done|esac|endif|end|else|then|do|begin|return|break|pass)\b[^ ]{0,2}\Z
    | (?:my|our|local|export|set|setq|let|alias|unset|echo|printf?|map|noremap|au|var|const|use
        |package|bind|require|return|syn|hi|autocmd)[ ](?=[^ ]*[^\w .,'’-])
    | [$%\#>][ ](?:[./~\w-]+[ ]-|\./|cd[ ]|sudo[ ]|ls\b|make\b|cat[ ])
    | \(\w[\w*+!?-]*[ ].*\)\Z | \\[a-z]+[{\[]
    | [\w./%$(){}-]+[ ]?::?[ ]?(?:[\w$(){}-]+\.[oah]\b.*)?\Z
    | \w+(?:\.\w+)+\s?[({=:].*
    """,
    re.X,
)


def may_have(source: str) -> bool:
    """Whether there may be any code in a file; most stories are settled by this alone."""
    if source[:1] == "#" or any(sign in source for sign in _SIGNS):
        return True
    if any(mark in source and any(one in source for one in pairs) for mark, pairs in _PAIRS):
        return True
    return any(mark in source and hint.search(source) is not None for mark, hint in _HINTS)


def is_code(source: str, lines: Sequence[Line], looks: Sequence[Look]) -> bool:
    """Whether a whole file, with such lines, is a program, settings, a log or the like."""
    if _TOP.match(source):
        return True
    code = looks.count("code") + looks.count("data")
    prose, remarks = looks.count("prose"), looks.count("remark")
    if code < _FEWEST or code <= prose:
        return False
    if any(_DIRECTIVE.match(source, line.start) for line in lines):
        return True
    return code + remarks > looks.count("") and code >= _SHARE * prose


def code_lines(source: str, lines: Sequence[Line], looks: Sequence[Look]) -> frozenset[int]:
    """The starts of the lines that are in paragraphs of code, or in a remark that goes on."""
    found: set[int] = set()
    is_open = False
    for first, end in _blocks(lines):
        block = lines[first:end]
        begins = source.startswith("/*", block[0].start) and "code" in looks[first:end]
        if is_open or begins or reads_as_code(looks[first:end]):
            found.update(line.start for line in block)
            text = source[block[0].start : block[-1].end]
            is_open = (is_open or begins) and "*/" not in text
    return frozenset(found)


def reads_as_code(looks: Sequence[Look]) -> bool:
    """Whether a paragraph is code, by the look of its lines: more than half of it, and no prose."""
    code, prose = looks.count("code") + looks.count("data"), looks.count("prose")
    judged = len(looks) - looks.count("remark")
    return code > 1 and 2 * code > judged and code >= _SHARE * prose


def look_of(source: str, line: Line) -> Look:
    """What a line looks like; empty if it could be anything."""
    if line.end - line.start > _LONGEST:
        return "prose"
    text = source[line.start : line.end]
    if _DIRECTIVE.match(text) or _SURE.match(text):
        return "code"
    if _REMARK.match(text):
        return "remark"
    small = len(_SMALL.findall(text))
    if small > 1:
        return "prose"
    if _CODE.match(text):
        return "" if small and text.endswith((".", ";")) and " " in text else "code"
    if _DATA.match(text) and _FIELD.search(text):
        return "data"
    return "prose" if small or (text.count(" ") > 3 and text[-1:] in ".!?”") else ""


def _blocks(lines: Sequence[Line]) -> Iterator[tuple[int, int]]:
    """The ranges of the lines between blank ones."""
    first = 0
    for place, line in enumerate(lines):
        if line.blank and place > first:
            yield first, place
            first = place
    if first < len(lines):
        yield first, len(lines)
