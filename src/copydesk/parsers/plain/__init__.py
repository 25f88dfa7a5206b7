"""Read plain text: find its paragraphs, and the part of the story that each of them is.

Three layouts of plain text are recognized from the file itself:

* paragraphs separated by blank lines,
* one paragraph per line without blank lines,
* lines broken by hand or by machine at some width (*wrapped* lines).

A file is wrapped if one width explains most of its line breaks: the line fits
within the width, and with the next line's first word it would not. Lines are joined
only in a wrapped file, or if a line stops in mid-sentence and the next continues in
lower case; the break then reads as one space. Headlines, list items, bylines,
datelines, wire tags and rules (``###``, ``* * *``) are never joined to the lines
around them. ``slots`` determines which part of the story a paragraph is.
"""

from __future__ import annotations

from copydesk.document import formulas
from copydesk.document.builder import Builder
from copydesk.document.template_tags import find_tags, merged, overwritten
from copydesk.parsers.plain import code as plain_code
from copydesk.parsers.plain import marks as plain_marks
from copydesk.parsers.plain import slots as plain_slots
from copydesk.parsers.plain.line import Line
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.slots import Parsed
    from copydesk.document.template_tags import Tag

_LINE = compiled(r"[^\r\n]+")

_WIDEST = 100  # code points; nobody wraps wider by hand
_NARROWEST = 40  # narrower lines are verse, video captions or tables
_DASHES = "-\u2013"
_PAIRS = 3  # the minimum number of line breaks that a width must explain
_SHARE = 2 / 3  # the minimum share of line breaks that a width must explain
_GLANCE = 16  # code points of a line in which to look for the mark of a list item
_GAZE = 300  # code points of a paragraph by which its kind is judged


def parse(source: str) -> Parsed:
    """Parse a draft in plain text into slots.

    Lines may end in LF, CRLF or CR. A leading byte order mark and the marks of
    list items are skipped, and a file of code has no slots; all other text is in some
    slot. Double spaces within a line are kept.
    """
    template = _code(source)
    tags = merged(template, formulas.find(source))
    if tags:
        source = _without_lines_of_code(source, tags)
    builder = Builder(source, tags)
    lines = _lines(source)
    code: frozenset[int] = frozenset()
    if plain_code.may_have(source):
        looks = [plain_code.look_of(source, line) for line in lines]
        if plain_code.is_code(source, lines, looks):
            return builder.finish()._replace(has_marks=False)
        code = plain_code.code_lines(source, lines, looks)
    paragraphs = _paragraphs(source, lines)
    kinds = plain_slots.sort_out([_unit(source, paragraph) for paragraph in paragraphs])
    for paragraph, (kind, skip) in zip(paragraphs, kinds, strict=True):
        builder.open(kind)
        _write(builder, paragraph, skip, paragraph[0].start in code)
        builder.close()
    return builder.finish()._replace(has_marks=False, is_layout=bool(template))


def _write(builder: Builder, paragraph: list[Line], skip: int, is_code: bool) -> None:
    """Write the lines of a paragraph into the open slot, without the mark of a list item."""
    at = paragraph[0].start + skip
    if len(paragraph) == 1 and not is_code:  # most paragraphs
        builder.add_source(at, paragraph[0].end)
        return
    for line in paragraph:
        builder.add_space(at, max(at, line.start))
        start, at = max(at, line.start), line.end
        if is_code:
            builder.add_code(builder.source[start:at], start, at)
        else:
            builder.add_source(start, at)


def _code(source: str) -> list[Tag]:
    """The template tags, if the file is a template; a lone ``{{NAME}}`` is a gap in a draft."""
    tags = find_tags(source)
    is_template = any(tag.kind == "control" and source[tag.start + 1] in "%?" for tag in tags)
    return tags if is_template else []


def _without_lines_of_code(source: str, tags: list[Tag]) -> str:
    """The source with its tags overwritten: by blanks where a line has nothing else."""
    written = overwritten(source, tags)
    bare = overwritten(source, tags, " ")
    parts = [
        blank if not blank.strip() else line
        for line, blank in zip(
            written.splitlines(keepends=True), bare.splitlines(keepends=True), strict=False
        )
    ]
    return "".join(parts) if len(written) == len("".join(parts)) else written


def _lines(source: str) -> list[Line]:
    """All lines that are not blank; a line of white space is blank."""
    lines: list[Line] = []
    blank = False
    at = 1 if source[:1] == "\ufeff" else 0
    for match in _LINE.finditer(source, at):
        start, end = match.span()
        blank = blank or (start - at > 1 and _breaks(source, at, start) > 1)
        at, indent = end, 0
        if source[start].isspace() or source[end - 1].isspace():
            text = source[start:end]
            indent = end - start - len(text.lstrip())
            start, end = start + indent, start + len(text.rstrip())
        if start >= end:
            blank = True
            continue
        lines.append(Line(start, end, indent, blank))
        blank = False
    return lines


def _breaks(source: str, start: int, end: int) -> int:
    """The number of line breaks in a range of CR and LF; CRLF is one."""
    if end - start < 2:
        return end - start
    return end - start - source.count("\r\n", start, end)


def _paragraphs(source: str, lines: list[Line]) -> list[list[Line]]:
    """The lines grouped into paragraphs."""
    alone = [_stands_alone(source, line) for line in lines]
    width = _wrap_width(source, lines, alone)
    paragraphs: list[list[Line]] = []
    for index, line in enumerate(lines):
        if (
            index == 0
            or line.blank
            or alone[index]
            or alone[index - 1]
            or not _goes_on(source, paragraphs[-1], line, width, len(paragraphs) == 1)
        ):
            paragraphs.append([line])
        else:
            paragraphs[-1].append(line)
    return paragraphs


def _stands_alone(source: str, line: Line) -> bool:
    """Whether a line is a paragraph by itself, whatever lines are next to it."""
    if line.end - line.start > _WIDEST:
        return False
    return plain_slots.stands_alone(source[line.start : line.end])


def _wrap_width(source: str, lines: list[Line], alone: list[bool]) -> int:
    """The width at which lines were wrapped, in code points; 0 if they were not.

    Each line break within a paragraph is explained by all widths from the line's
    own length up to its length with the next word. The width that explains the most
    breaks is chosen, the narrowest one if several do; it must explain at least
    two-thirds of them.
    """
    steps = [0] * (_WIDEST + 2)
    breaks = 0
    for index in range(1, len(lines)):
        line, after = lines[index - 1], lines[index]
        if after.blank or alone[index - 1] or alone[index] or line.length > _WIDEST:
            continue
        room = line.length + _first_word(source, after)
        if room < _NARROWEST or _is_closed(source, line):
            continue
        breaks += 1
        steps[max(line.length, _NARROWEST)] += 1
        steps[min(room, _WIDEST) + 1] -= 1
    best = width = agree = 0
    for length, step in enumerate(steps):
        agree += step
        if agree > best:
            best, width = agree, length
    return width if best >= _PAIRS and best >= breaks * _SHARE else 0


def _is_closed(source: str, line: Line) -> bool:
    """Whether a line may end its paragraph, because it ends in a closing mark."""
    return plain_marks.is_closed(source[max(line.start, line.end - 8) : line.end])


def _first_word(source: str, line: Line) -> int:
    """The length of the first word of a line, with any dash before it."""
    words = source[line.start : min(line.end, line.start + _WIDEST)].split(None, 2)
    if words[0] in _DASHES and len(words) > 1:
        return len(words[0]) + 1 + len(words[1])
    return len(words[0])


def _goes_on(source: str, paragraph: list[Line], after: Line, width: int, is_first: bool) -> bool:
    """Whether ``after`` continues the paragraph right above it.

    An indented line begins a paragraph, except within a list item. A bullet begins
    a list item, but a dash after a full wrapped line may be just a dash. In wrapped
    copy a paragraph continues if the line is full, or if it ends without a closing
    mark and the next line begins in lower case; in other copy only in the latter case.

    Args:
        source: the decoded file.
        paragraph: the lines of the paragraph so far.
        after: the line below it.
        width: the width of wrapped copy; 0 for other copy.
        is_first: whether the paragraph is the first in the file.
    """
    line = paragraph[-1]
    item = _mark(source, paragraph[0]) > 0
    closed = _is_closed(source, line)
    full = 0 < width <= line.length + _first_word(source, after)
    if _mark(source, after) and (item or closed or not full or source[after.start] not in _DASHES):
        return False
    if after.indent > line.indent:
        return item and not closed
    if source[after.start].islower() and not closed and line.length >= _NARROWEST:
        return width > 0 or source[line.end - 1].isalpha() or source[line.end - 1] == ","
    if is_first and len(paragraph) == 1 and _is_headline(source, line, width):
        return False
    return full and not (closed and line.length > width)


def _mark(source: str, line: Line) -> int:
    """The length of the list item mark at the start of the line; 0 if there is no mark."""
    return plain_marks.item_mark(source[line.start : line.start + _GLANCE])


def _is_headline(source: str, line: Line, width: int) -> bool:
    """Whether the first line cannot be the start of the wrapped text below it."""
    return line.length > width or plain_marks.has_title_case(source[line.start : line.end])


def _unit(source: str, paragraph: list[Line]) -> plain_slots.Unit:
    """The beginning, end and size of a paragraph, by which its kind is judged."""
    start, end = paragraph[0].start, paragraph[-1].end
    if end - start > _GAZE:
        head, tail = source[start : start + _GAZE], source[end - _GAZE : end]
        return plain_slots.Unit(head, tail, end - start)
    text = " ".join([source[line.start : line.end] for line in paragraph])
    return plain_slots.Unit(text, text, len(text))
