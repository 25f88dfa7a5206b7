"""How large a pattern becomes when it is compiled, told from its text, in one pass.

Compiling repeats what is in a counted group: a few nested counts fill all memory.
"""

from __future__ import annotations

from copydesk.regexes.compiled import compiled

LONGEST = 20_000  # characters
MOST = 100_000  # parts, each counted as often as it is repeated
_PART = compiled(
    r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{(?:(\d{1,9})?,)?(\d{0,9})\}|[^\\]", 16
)  # an escape, a class, a count, a mark or letter


def is_too_large(pattern: str) -> bool:
    """Whether a pattern is too long, or repeats its parts too often, to be compiled."""
    return len(pattern) > LONGEST or _size(pattern) > MOST


def _size(pattern: str) -> int:
    """The number of parts; a part with a count is counted that many times."""
    outer: list[int] = []  # the sizes of the groups that are open, up to where the next began
    size = last = 0
    for part in _PART.finditer(pattern):
        text = part[0]
        if text == "(":
            outer.append(size)
            size = last = 0
        elif text == ")" and outer:
            last = size
            size += outer.pop()
        elif text[0] == "{" and len(text) > 2:
            times = max(int(part[1] or 0), int(part[2] or 0), 1)
            size += last * (times - 1)
            last *= times
        else:
            last = 1
            size += 1
        if size > MOST:
            return size
    return size + sum(outer)
