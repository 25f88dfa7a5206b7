"""The unified diff of a fixed draft, made from its edits: no lines have to be compared."""

from __future__ import annotations

import re
from bisect import bisect_right
from itertools import accumulate

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from copydesk.fixing.outcome import Passes
    from copydesk.model.findings import Edit

_LINE = re.compile(r"[^\n]*\n|[^\n]+")  # lines as patch counts them
_AROUND = 3  # lines shown before and after a change
_FEW = 100  # lines that are compared one by one


class Replaced(ValueTuple):
    """A part of the old text and what replaces it in the new one, as half-open ranges."""

    start: int
    end: int
    new_start: int
    new_end: int


def unified(path: str, before: str, after: str, passes: Passes) -> str:
    """A unified diff, as ``patch`` and ``git apply`` read it.

    Args:
        path: the draft.
        before: its source.
        after: its source after the edits.
        passes: the edits of each pass, in the order of the source before it.
    """
    old, new = _LINE.findall(before), _LINE.findall(after)
    changed = list(_changed_lines(old, new, replaced(passes)))
    lines = [f"--- a/{path}\n", f"+++ b/{path}\n"] if changed else []
    for hunk in _hunks(changed):
        lines += _shown(hunk, old, new)
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
    )


def replaced(passes: Iterable[Sequence[Edit]]) -> list[Replaced]:
    """The parts of the first text that differ in the last, in order and apart."""
    found: list[Replaced] = []
    for edits in passes:
        found = list(_then(found, edits))
    return found


def _then(earlier: list[Replaced], edits: Sequence[Edit]) -> Iterator[Replaced]:
    """What is replaced by earlier passes and one more; what overlaps or touches is joined."""
    # Each part as a range of the text between: by how much the earlier passes, and this
    # one, made it longer.
    parts = [(one.new_start, one.new_end, _growth(one), 0) for one in earlier]
    parts += [(*span, 0, len(text) - (span.end - span.start)) for span, text in edits]
    parts.sort()
    old_shift = new_shift = at = 0
    while at < len(parts):
        start, end, grown, growing = parts[at]
        at += 1
        while at < len(parts) and parts[at][0] <= end:
            end = max(end, parts[at][1])
            grown += parts[at][2]
            growing += parts[at][3]
            at += 1
        first, new_first = start - old_shift, start + new_shift
        old_shift += grown
        new_shift += growing
        yield Replaced(first, end - old_shift, new_first, end + new_shift)


def _growth(one: Replaced) -> int:
    return (one.new_end - one.new_start) - (one.end - one.start)


def _changed_lines(
    old: Sequence[str], new: Sequence[str], parts: Iterable[Replaced]
) -> Iterator[Replaced]:
    """The lines that differ, as ranges of numbers of lines."""
    old_starts, new_starts = _starts(old), _starts(new)
    waiting: Replaced | None = None
    for one in parts:
        first, last = _line(old_starts, one.start), _line(old_starts, one.end) + 1
        new_first, new_last = _line(new_starts, one.new_start), _line(new_starts, one.new_end) + 1
        if waiting is not None and first <= waiting.end:
            waiting = Replaced(waiting.start, last, waiting.new_start, new_last)
            continue
        if waiting is not None:
            yield from _compared(old, new, waiting)
        waiting = Replaced(first, last, new_first, new_last)
    if waiting is not None:
        yield from _compared(old, new, waiting)


def _starts(lines: Sequence[str]) -> list[int]:
    """Where each line begins, and the empty one after the last line end."""
    starts = [0, *accumulate(map(len, lines))]
    return starts if not lines or lines[-1].endswith("\n") else starts[:-1]


def _line(starts: Sequence[int], offset: int) -> int:
    return bisect_right(starts, offset) - 1


def _compared(old: Sequence[str], new: Sequence[str], part: Replaced) -> Iterator[Replaced]:
    """The lines that differ in a part; in a long one, all between the first and the last."""
    start, new_start = part.start, part.new_start
    end, new_end = min(part.end, len(old)), min(part.new_end, len(new))
    while start < end and new_start < new_end and old[start] == new[new_start]:
        start, new_start = start + 1, new_start + 1
    while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    if max(end - start, new_end - new_start) > _FEW or end - start <= 1 or new_end - new_start <= 1:
        if start < end or new_start < new_end:
            yield Replaced(start, end, new_start, new_end)
        return
    from difflib import SequenceMatcher

    codes = SequenceMatcher(None, old[start:end], new[new_start:new_end], False).get_opcodes()
    for kind, i1, i2, j1, j2 in codes:
        if kind != "equal":
            yield Replaced(start + i1, start + i2, new_start + j1, new_start + j2)


def _hunks(changed: Iterable[Replaced]) -> Iterator[list[Replaced]]:
    """Changes whose surrounding lines touch, together."""
    hunk: list[Replaced] = []
    for one in changed:
        if hunk and one.start - hunk[-1].end > 2 * _AROUND:
            yield hunk
            hunk = []
        hunk.append(one)
    if hunk:
        yield hunk


def _shown(hunk: Sequence[Replaced], old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """The lines of a hunk, with its head."""
    first, last = hunk[0], hunk[-1]
    lead = min(_AROUND, first.start)
    tail = min(_AROUND, len(old) - last.end)
    before = _range(first.start - lead, last.end + tail)
    after = _range(first.new_start - lead, last.new_end + tail)
    yield f"@@ -{before} +{after} @@\n"
    at = first.start - lead
    for one in hunk:
        yield from (f" {line}" for line in old[at : one.start])
        yield from (f"-{line}" for line in old[one.start : one.end])
        yield from (f"+{line}" for line in new[one.new_start : one.new_end])
        at = one.end
    yield from (f" {line}" for line in old[at : at + tail])


def _range(start: int, end: int) -> str:
    """A range of lines as in a hunk's head: one line has no length, none is after the line."""
    length = end - start
    if length == 1:
        return f"{start + 1}"
    return f"{start + 1 if length else start},{length}"
