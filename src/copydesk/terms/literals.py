"""The literals of a pattern: all it can match, or the words without which it cannot match.

They are read from the parse tree of the standard ``re`` module. A pattern that only
the ``regex`` package understands has no such tree; its author lists what it needs.
"""

from __future__ import annotations

import re
import warnings
from re import _constants as op_code  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]

from copydesk.terms.entry import ANY

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_MOST_FORMS = 64
_LONGEST_WORD = 40  # letters; what repeats a letter without limit sees no longer words
_GAP = "\0"  # anything may be here, so a word may continue
_EDGE = "\1"  # a word cannot continue here
_DIGITS = "\2"  # digits are here: a number may continue, letters cannot

_SINGLE = (op_code.LITERAL, op_code.NOT_LITERAL, op_code.IN, op_code.ANY, op_code.AT)
_REPEATS = (op_code.MAX_REPEAT, op_code.MIN_REPEAT, op_code.POSSESSIVE_REPEAT)


def forms(pattern: str) -> list[str] | None:
    r"""All texts that a pattern matches, if they are few and all whole words.

    For ``\bcolou?r\b`` they are ``color`` and ``colour``. None if there are more
    than 64, if the pattern has look-arounds, or if it could match inside a word.
    """
    tree = _tree(pattern)
    if tree is None or tree.state.flags & re.IGNORECASE:
        return None
    found = _expand(list(tree))
    if found is None:
        return None
    for text in found:
        if not (text.startswith(_EDGE) and text.endswith(_EDGE)):
            return None
        core = text.strip(_EDGE)
        if _EDGE in core or not core or not (core[0].isalnum() and core[-1].isalnum()):
            return None
    return sorted({text.strip(_EDGE) for text in found})


def needed(pattern: str) -> tuple[list[str], list[str]]:
    """The whole words, or else other literals, that a text must have for a match.

    At most one list is filled: with a single word, or with a single literal of two or
    more characters. Both are empty if the pattern has neither. A word in lower case
    matches any case; any other matches only as written.
    """
    tree = _tree(pattern)
    if tree is None:
        return [], []
    folded = bool(tree.state.flags & re.IGNORECASE)
    line = _lead(tree) + "".join(_line(list(tree), folded))
    words = [word for word in _whole_words(line + _GAP) if len(word) > 1]
    if words:
        return [max(words, key=len)], []
    stretches = [part for part in re.split(f"[{_GAP}{_EDGE}{_DIGITS}]", line) if len(part) > 1]
    if folded or "(?i" in pattern:
        stretches = []
    return [], [max(stretches, key=len)] if stretches else []


def _lead(tree: Any) -> str:
    """What comes before the pattern: anything, unless it begins at an edge."""
    return "" if len(tree) and tree[0][0] is op_code.AT else _GAP


def _tree(pattern: str) -> Any:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _parser.parse(pattern)
        except (re.error, OverflowError, RecursionError):
            return None


def _expand(nodes: list[Any]) -> list[str] | None:
    """All texts that a sequence of nodes matches, with marks for the edges."""
    texts = [""]
    for op, value in nodes:
        choices = _choices(op, value)
        if choices is None or len(texts) * len(choices) > _MOST_FORMS:
            return None
        texts = [text + choice for text in texts for choice in choices]
    return texts


def _choices(op: Any, value: Any) -> list[str] | None:
    if op is op_code.LITERAL:
        return [chr(value)]
    if op is op_code.AT and value is op_code.AT_BOUNDARY:
        return [_EDGE]
    if op is op_code.IN:
        return _set(value)
    if op is op_code.SUBPATTERN and not value[1] and not value[2]:
        return _expand(list(value[3]))
    if op is op_code.BRANCH:
        texts: list[str] = []
        for part in value[1]:
            expanded = _expand(list(part))
            if expanded is None:
                return None
            texts += expanded
        return texts
    if op is op_code.MAX_REPEAT and value[1] <= 2:
        part = _expand(list(value[2]))
        if part is None or (value[1] > 1 and len(part) > 1):
            return None
        return [text * count for count in range(value[0], int(value[1]) + 1) for text in part]
    return None


def _set(items: list[Any]) -> list[str] | None:
    if any(op is not op_code.LITERAL for op, _ in items):
        return None
    return [chr(value) for _, value in items]


def widths(pattern: str) -> tuple[int, int]:
    """The fewest and the most characters that a pattern can match."""
    tree = _tree(pattern)
    if tree is None:
        return 0, ANY
    least, most = tree.getwidth()
    return int(least), min(int(most), ANY)


def reach(pattern: str) -> int:
    """The most characters that a pattern can see at once, with its look-arounds.

    ``ANY`` if that is not limited. A run of letters counts as one word of at most 40.
    """
    tree = _tree(pattern)
    return ANY if tree is None else min(_reach(tree), ANY)


def _reach(nodes: Any) -> int:
    return sum(_reach_of(op, value) for op, value in nodes)


def _reach_of(op: Any, value: Any) -> int:
    if op in _SINGLE:
        return 1
    if op is op_code.BRANCH:
        return max(map(_reach, value[1]))
    if op is op_code.SUBPATTERN:
        return _reach(value[3])
    if op in _REPEATS:
        inner = _reach(value[2])
        if value[1] is not op_code.MAXREPEAT:
            return int(value[1]) * inner
        return _LONGEST_WORD * inner if all(map(_is_letter, value[2])) else ANY
    if op in (op_code.ASSERT, op_code.ASSERT_NOT):
        return _reach(value[1])
    if op is op_code.ATOMIC_GROUP:
        return _reach(value)
    return ANY


def _is_letter(node: Any) -> bool:
    """Whether a node can match nothing but one letter in ASCII."""
    op, value = node
    if op is not op_code.IN:
        return False
    return all(kind is op_code.RANGE and chr(one[0]).isalpha() for kind, one in value)


def _line(nodes: list[Any], folded: bool) -> list[str]:
    """The literals that must occur, in order, with marks for gaps and edges.

    If case does not matter, they are in lower case.
    """
    out: list[str] = []
    for op, value in nodes:
        if op is op_code.LITERAL:
            out.append(chr(value).lower() if folded else chr(value))
        elif op is op_code.AT:
            out.append(_EDGE)
        elif op is op_code.SUBPATTERN:
            out.extend(_line(list(value[3]), folded or bool(value[1] & re.IGNORECASE)))
        elif op in (op_code.MAX_REPEAT, op_code.MIN_REPEAT) and value[0] >= 1:
            inner = _line(list(value[2]), folded)
            out.extend([*inner, _GAP] if value[1] != value[0] or value[0] > 1 else inner)
            if set(inner) in ({_EDGE}, {_DIGITS}):
                out[-1] = inner[0]
        elif op is op_code.IN and all(_never_in_word(item) for item in value):
            out.append(_EDGE)
        elif op is op_code.IN and value == [(op_code.CATEGORY, op_code.CATEGORY_DIGIT)]:
            out.append(_DIGITS)
        else:
            out.append(_GAP)
    return out


def _never_in_word(item: Any) -> bool:
    op, value = item
    if op is op_code.LITERAL:
        return not chr(value).isalnum()
    return op is op_code.CATEGORY and value in (op_code.CATEGORY_SPACE, op_code.CATEGORY_NOT_WORD)


def _whole_words(line: str) -> list[str]:
    """The runs of letters or of digits that cannot continue on either side."""
    found = []
    for match in re.finditer(r"[^\W\d_]+|\d+", line):
        before = line[match.start() - 1 : match.start()] if match.start() else _EDGE
        after = line[match.end() : match.end() + 1]
        open_ends = _GAP + (_DIGITS if match[0].isdigit() else "")
        if not (before and before in open_ends) and not (after and after in open_ends):
            found.append(match[0])
    return found
