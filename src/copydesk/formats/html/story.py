"""A story as readers see it, with words at fault marked and notes beside their paragraph."""

from __future__ import annotations

from bisect import bisect_right

from copydesk.formats.html.note import note
from copydesk.formats.html.page import escaped
from copydesk.formats.summary import counted, harmless, one_line
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Set

    from copydesk.model.findings import Span
    from copydesk.model.placed import PlacedFinding
    from copydesk.report import FileReport
    from copydesk.report.story import Story

# Slots that are labelled, since their kind does not show in their looks.
_NAMED = ("kicker", "deck", "byline", "caption", "credit", "alt", "note", "embed", "table-cell")


class _Mark(ValueTuple):
    """A span to mark: that of a finding or of a related place."""

    span: Span
    number: int
    finding: PlacedFinding
    witness: bool


def story(file: FileReport, index: int, first: int, own: Set[str]) -> str:
    """One file as an article.

    Args:
        file: the file; without its story, only problems and notes are shown.
        index: the position of the file on the page, from 1.
        first: the number of its first finding.
        own: the ids of rules that have a page.
    """
    return (
        f'<article id="f{index}" aria-labelledby="f{index}-h">'
        f'<h2 id="f{index}-h">{escaped(harmless(file.path))}</h2>'
        + "".join(_body(file, first, own))
        + "</article>"
    )


def _body(file: FileReport, first: int, own: Set[str]) -> Iterator[str]:
    for problem in file.problems:
        rule = f"{problem.rule}: " if problem.rule else ""
        yield f"<p><strong>Not checked:</strong> {escaped(one_line(rule + problem.message))}</p>"
    yield f'<p class="soft">{escaped(_facts(file))}</p>'
    numbered = list(enumerate(file.findings, first))
    if file.story is None:
        yield _row("", [note(number, one, False, own) for number, one in numbered])
        return
    by_slot = _by_slot(file.story, _marks(file, first))
    marked = {mark.number for marks in by_slot for mark in marks if not mark.witness}
    loose = [note(number, one, False, own) for number, one in numbered if number not in marked]
    if loose:
        yield _row('<p class="copy note">On the whole file, or outside its text:</p>', loose)
    yield from _slots(file.story, by_slot, own)


def _facts(file: FileReport) -> str:
    said = [counted(len(file.findings), "finding") if file.findings else "no findings"]
    if file.held:
        said.append(f"{file.held:,} suppressed by overrides")
    if file.story is not None:
        said.append(f"checked as of {file.story.day} ({file.story.origin})")
    if file.skipped:
        said.append(f"not in English ({one_line(file.skipped)[:20]})")
    return " · ".join(said)


def _marks(file: FileReport, first: int) -> Iterator[_Mark]:
    """Yield the spans to mark in a story: words of findings, and related places."""
    assert file.story is not None
    for number, finding in enumerate(file.findings, first):
        place = file.story.place(finding.range)
        if place is not None:
            yield _Mark(place, number, finding, False)
        for related in finding.related:
            span = file.story.place(related.range) if related.path == file.path else None
            if span is not None:
                yield _Mark(span, number, finding, True)


def _by_slot(told: Story, marks: Iterable[_Mark]) -> list[list[_Mark]]:
    """The marks of each slot, by position; one that spans several slots is in each of them."""
    starts = [slot.span.start for slot in told.slots]
    found: list[list[_Mark]] = [[] for _ in told.slots]
    for mark in sorted(marks):
        at = max(0, bisect_right(starts, mark.span.start) - 1)
        while at < len(starts) and starts[at] <= mark.span.end:
            if _touches(mark.span, told.slots[at].span):
                found[at].append(mark)
            at += 1
    return found


def _slots(told: Story, by_slot: list[list[_Mark]], own: Set[str]) -> Iterator[str]:
    begun: set[int] = set()
    for slot, here in zip(told.slots, by_slot, strict=True):
        fresh = {mark.number: mark for mark in here if not mark.witness}
        notes = [
            note(mark.number, mark.finding, True, own)
            for mark in fresh.values()
            if mark.number not in begun
        ]
        label = f'<span class="part">{slot.kind}</span>' if slot.kind in _NAMED else ""
        words = "".join(_words(told.text, slot.span, here, begun))
        yield _row(f'<p class="copy {slot.kind}" dir="auto">{label}{words}</p>', notes)


def _touches(span: Span, slot: Span) -> bool:
    if span.start == span.end:
        return slot.start <= span.start <= slot.end
    return span.start < slot.end and slot.start < span.end


def _row(left: str, notes: list[str]) -> str:
    right = f'<ol class="notes">{"".join(notes)}</ol>' if notes else ""
    return f'<div class="row"><div>{left}</div>{right}</div>'


def _words(text: str, slot: Span, marks: list[_Mark], begun: set[int]) -> Iterator[str]:
    """Yield the text of a slot, split where marks begin and end; marks must be in order."""
    edges = {slot.start, slot.end}
    for mark in marks:
        edges |= {min(max(at, slot.start), slot.end) for at in mark.span}
    cuts = sorted(edges)
    open_marks: list[_Mark] = []
    at = 0
    for start, end in zip(cuts, [*cuts[1:], cuts[-1]], strict=True):
        open_marks = [mark for mark in open_marks if mark.span.end > start]
        while at < len(marks) and marks[at].span.start <= start:
            point = marks[at].span.start == marks[at].span.end
            if not point:
                open_marks.append(marks[at])
            elif not marks[at].witness:
                yield _anchor("‸", [marks[at]], [], begun, True)
            at += 1
        if start < end:
            yield _stretch(text[start:end], end, slot, open_marks, begun)


def _stretch(words: str, end: int, slot: Span, marks: list[_Mark], begun: set[int]) -> str:
    """Words covered by the same marks."""
    found = [mark for mark in marks if not mark.witness]
    seen = [mark for mark in marks if mark.witness]
    if found:
        last = end == slot.end or any(mark.span.end == end for mark in found)
        return _anchor(words, found, seen, begun, last)
    if seen:
        numbers = " ".join(str(mark.number) for mark in seen)
        return f'<span class="witness" data-w="{numbers}">{escaped(words)}</span>'
    return escaped(words)


def _anchor(words: str, found: list[_Mark], seen: list[_Mark], begun: set[int], last: bool) -> str:
    """Marked words: a link to their note, with the note as its description."""
    gravest = max(found, key=lambda mark: (mark.finding.severity, -mark.number))
    fresh = [mark.number for mark in found if mark.number not in begun]
    begun.update(fresh)
    numbers = " ".join(str(mark.number) for mark in found)
    told = " ".join(_described(mark) for mark in found)
    witness = f' data-w="{" ".join(str(mark.number) for mark in seen)}"' if seen else ""
    names = f' id="m{fresh[0]}"' if fresh else ""
    others = "".join(f'<span id="m{number}"></span>' for number in fresh[1:])
    label = f"<sup>{','.join(numbers.split())}</sup>" if last else ""
    return (
        f'{others}<a class="mark {gravest.finding.severity}"{names} href="#n{gravest.number}"'
        f' data-n="{numbers}"{witness} aria-describedby="{told}">{escaped(words)}{label}</a>'
    )


def _described(mark: _Mark) -> str:
    """The ids of the elements that describe a finding: its message, and any evidence."""
    evidence = f" n{mark.number}-e" if mark.finding.evidence else ""
    return f"n{mark.number}-m{evidence}"
