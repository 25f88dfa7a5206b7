"""The current finding as lines of styled text, for any screen."""

from __future__ import annotations

import textwrap

from copydesk.fixing.changes import applied_to, change, edits_of
from copydesk.formats.summary import harmless, one_line, quoted
from copydesk.model.findings import Edit, Span
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.model.placed import PlacedFinding
    from copydesk.review.session import Session
    from copydesk.review.state import Story

# The words in question are between these until the line is coloured; neither can occur in
# the copy, whose control characters are escaped.
OPEN, CLOSE = "\x02", "\x03"
_AROUND = 60  # code points shown on either side of a fix's edits
_LONGEST = 280  # code points shown of a paragraph on either side of the words in question
_MOST_WORDS = 400  # code points shown of the words in question
_MOST_PLACES = 12

KEYS = (
    ("a", "accept"), ("A", "accept everywhere"), ("1-9", "accept that one"), ("e", "edit"),
    ("s", "let stand"), ("c", "choose a form"), ("h", "house list"), ("k", "accept the word"),
    ("n", "next"),
    ("p", "previous"), ("u", "undo"), ("f", "skip file"), ("?", "why"), ("w", "save"),
    ("q", "quit"),
)  # fmt: skip


class Line(ValueTuple):
    """A line of the page; its kind determines the style."""

    kind: str
    text: str


def page(session: Session, width: int, rows: int = 0) -> list[Line]:
    """The current finding: the paragraph, what is wrong, why, and the fixes.

    Args:
        session: the review.
        width: the width in columns.
        rows: the rows that there are; as much of the story around as fits is shown.
    """
    item, story = session.item, session.story
    if item is None or story is None:
        return [
            Line("message", "No findings left."),
            Line("", "w saves, u undoes, q quits."),
        ]
    finding = item.finding
    found = [
        Line("head", f"{finding.severity}  {finding.rule}  line {finding.range.start.line}"),
        Line("", ""),
        *_wrapped("copy", _paragraph(story, finding), width),
        Line("", ""),
        *_wrapped("message", one_line(finding.message), width),
        *(_wrapped("", f"why: {one_line(finding.evidence)}", width) if finding.evidence else ()),
    ]
    for text in _places(finding):
        found += _wrapped("", text, width)
    for text in _fixes(story, finding):
        found += _wrapped("fix", text, width)
    if len(session.forms) > 1:
        forms = "   ".join(f"{number} “{form}”" for number, form in enumerate(session.forms, 1))
        found += _wrapped("fix", f"c  choose the right form: {forms}", width)
    return _with_story(found, story, finding, width, rows)


def noted(text: str, width: int) -> list[Line]:
    """A text for the whole page, wrapped at the width; indents are kept."""
    found: list[Line] = []
    for line in text.splitlines():
        indent = " " * min(len(line) - len(line.lstrip()), width // 2)
        found += _wrapped("", line.strip(), width, indent)
    return found


def _with_story(
    found: list[Line], story: Story, finding: PlacedFinding, width: int, rows: int
) -> list[Line]:
    """The page, with the paragraphs before and after that of the finding, the nearest first."""
    doc = story.now.doc
    slot = doc.slot_at(doc.parsed.map.to_text(finding.range.start.offset))
    if slot is None or slot not in doc.parsed.slots:
        return found
    slots, at = doc.parsed.slots, doc.parsed.slots.index(slot)
    first = next(index for index, line in enumerate(found) if line.kind == "copy")
    last = next(index for index in range(first, len(found)) if found[index].kind != "copy")
    before: list[Line] = []
    after: list[Line] = []
    room = rows - len(found)
    above, below = list(reversed(slots[:at])), list(slots[at + 1 :])
    while above or below:
        turns = [(side, more) for side, more in ((above, before), (below, after)) if side]
        for side, more in turns:
            span = side.pop(0).span
            lines = _wrapped("around", one_line(doc.text[span.start : span.end]), width)
            room -= len(lines) + 1
            if room < 0:
                return [*found[:first], *before, *found[first:last], *after, *found[last:]]
            if more is before:
                before[:0] = [*lines, Line("", "")]
            else:
                more += [Line("", ""), *lines]
    return [*found[:first], *before, *found[first:last], *after, *found[last:]]


def heading(session: Session) -> str:
    """The draft, and the number of the finding."""
    story = session.story
    if story is None:
        return "copydesk review: all done"
    changed = " (changed)" if story.is_changed else ""
    return f"{harmless(story.path)}{changed}  {session.number} of {len(session.items)}"


def keys(width: int) -> list[str]:
    """The list of keys, on as many lines as it needs."""
    words = [f"{key} {what}" for key, what in KEYS]
    lines: list[str] = []
    for word in words:
        if lines and len(lines[-1]) + 3 + len(word) <= width:
            lines[-1] += f"   {word}"
        else:
            lines.append(word)
    return lines


def _paragraph(story: Story, finding: PlacedFinding) -> str:
    """The paragraph as a reader sees it, with the words in question marked."""
    doc, place = story.now.doc, finding.range
    if not finding.context:
        return f"{OPEN}{_shown(place.text)}{CLOSE}" if place.text else "(the draft as a whole)"
    start, end = finding.marked
    before, words, after = (
        finding.context[:start], finding.context[start:end], finding.context[end:]
    )  # fmt: skip
    slot = doc.slot_at(doc.parsed.map.to_text(place.start.offset))
    if slot is not None:
        text = doc.text[slot.span.start : slot.span.end]
        at = doc.parsed.map.to_text(place.start.offset) - slot.span.start
        if text[at : at + end - start] == words:
            before, after = text[:at], text[at + end - start :]
    before = before if len(before) <= _LONGEST else f"… {before[-_LONGEST:].partition(' ')[2]}"
    after = after if len(after) <= _LONGEST else f"{after[:_LONGEST].rpartition(' ')[0]} …"
    if len(words) > _MOST_WORDS:
        words = f"{words[: _MOST_WORDS // 2]} … {words[-_MOST_WORDS // 2 :]}"
    return f"{_shown(before)}{OPEN}{_shown(words)}{CLOSE}{_shown(after)}"


def _shown(text: str) -> str:
    return one_line(text)


def _places(finding: PlacedFinding) -> Iterator[str]:
    for number, one in enumerate(finding.related):
        if number == _MOST_PLACES:
            yield f"     and {len(finding.related) - number} more"
            return
        where = f"line {one.range.start.line}"
        if one.path != finding.path:
            where = f"{harmless(one.path)}, {where}"
        said = f" ({one_line(one.message)})" if one.message else ""
        yield f"see: {where}: {quoted(one_line(one.range.text)[:_AROUND])}{said}"


def _fixes(story: Story, finding: PlacedFinding) -> Iterator[str]:
    """Each fix, and how the copy would read after it."""
    source = story.now.doc.source
    for number, fix in enumerate(finding.fixes):
        edits = edits_of([change(finding, fix, "\n")])
        key = f"a/{number + 1}" if number == 0 else f"{number + 1}"
        safe = " (safe)" if fix.safety == "safe" else ""
        yield f"{key}  {one_line(fix.title)}{safe}: {_after(source, edits)}"
    if not finding.fixes:
        yield "No automatic fix. Press e to edit."


def _after(source: str, edits: Sequence[Edit]) -> str:
    """The copy around the edits, as it would read; only the edited lines."""
    if not edits:
        return ""
    first, last = edits[0].span.start, edits[-1].span.end
    line = max(source.rfind("\n", 0, first), source.rfind("\r", 0, first)) + 1
    ends = [at for at in (source.find("\n", last), source.find("\r", last)) if at >= 0]
    line_end = min(ends, default=len(source))
    start, end = max(line, first - _AROUND), min(line_end, last + _AROUND)
    if last > first and source[last - 1] in "\r\n" and not any(one.text for one in edits):
        return "(the line is deleted)"
    moved = [Edit(Span(one.span.start - start, one.span.end - start), one.text) for one in edits]
    text = one_line(applied_to(source[start:end], moved)).strip()
    return f"{'… ' if start > line else ''}{text}{' …' if end < line_end else ''}"


def _wrapped(kind: str, text: str, width: int, indent: str = "") -> list[Line]:
    lines = textwrap.wrap(text, max(20, width), initial_indent=indent, subsequent_indent=indent)
    return [Line(kind, line) for line in lines or [""]]
