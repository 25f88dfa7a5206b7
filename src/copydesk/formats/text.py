"""The report for an editor: by file and place, the fault, its witness, what to do."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from copydesk.formats.summary import harmless, is_safely_fixed, one_line, sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from copydesk.hookspecs import Screen
    from copydesk.report import FileReport, Placed, PlacedRelated, Report
    from copydesk.values import Span

_NARROWEST, _WIDEST = 30, 100
_GUTTER = 9  # columns to the left of the text: an indent, a label, two blanks
_PLACES, _LINES = 5, 12  # how many are listed, unless all is to be told
_WORDS = 60  # how much is shown of a witness

# The faulty words stand between these two until the line is painted. Neither
# can be in the copy: all controls in it are written out.
_OPEN, _CLOSE = "\x02", "\x03"

# Of the 256 colours, four that can be read on white and on black alike.
COLORS = {"stop": 160, "fix": 166, "style": 32, "ask": 134}
_OFF = "\x1b[0m"
_BLANKS = re.compile(r"\s+")


class _Page(NamedTuple):
    """How the page is set."""

    color: bool
    width: int
    full: bool

    def styled(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}{_OFF}" if self.color else text

    def rows(self, label: str, text: str, code: str = "") -> Iterator[str]:
        """The text in lines with a label before the first; ``code`` styles the label."""
        for number, line in enumerate(_wrapped(text, self.width - _GUTTER)):
            shown = "" if number else label
            pad = " " * (_GUTTER - 2 - len(shown))
            yield f"{pad}{self.styled(code, shown) if code and shown else shown}  {line}"


def write(report: Report, screen: Screen) -> str:
    """The report as text. Quiet leaves out the summary; verbose cuts no list short."""
    width = min(max(screen.width, _NARROWEST), _WIDEST)
    page = _Page(screen.color, width, screen.verbosity > 0)
    blocks = ["\n".join(_file(file, page)) for file in report.files if file.findings]
    if page.full:
        clean = [_clean(file) for file in report.files if not file.findings]
        blocks.append("\n".join(clean))
    if screen.verbosity >= 0:
        said = (_wrapped(sentence, width) for sentence in sentences(report))
        blocks.append("\n".join(line for lines in said for line in lines))
    return "".join(f"{block}\n" for block in "\n\n".join(filter(None, blocks)).splitlines())


def _clean(file: FileReport) -> str:
    """A line on a file without findings."""
    state = "not checked in full" if file.problems else "no findings"
    return f"{harmless(file.path)}: {state}"


def _file(file: FileReport, page: _Page) -> Iterator[str]:
    yield page.styled("1", harmless(file.path))
    for group in _folded(file.findings):
        yield ""
        yield from _fault(group, page)


def _folded(findings: Iterable[Placed]) -> list[list[Placed]]:
    """Findings that say the same and ask for the same, together; in order of the first."""
    groups: dict[object, list[Placed]] = {}
    for one in findings:
        title = one.fixes[0].title if one.fixes else ""
        key = (one.severity, one.rule, one.message, one.evidence, title)
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _fault(group: Sequence[Placed], page: _Page) -> Iterator[str]:
    """A finding and those folded into it."""
    first, severity = group[0], str(group[0].severity)
    color = f"38;5;{COLORS[severity]}"
    where = f"{harmless(first.rule)}  line {first.range.start.line}{_repeats(group, page)}"
    yield from page.rows(f"  {severity:5}", where, f"1;{color}")
    yield from _marked(first, page, f"\x1b[1;4;{color}m")
    yield from page.rows("", one_line(first.message))
    if first.evidence:
        yield from page.rows("why", one_line(first.evidence))
    yield from _witnesses(first, page)
    if first.fixes:
        yield from page.rows("do", _action(group))


def _repeats(group: Sequence[Placed], page: _Page) -> str:
    """How often the fault is there, and on which other lines."""
    if len(group) == 1:
        return ""
    lines = {str(one.range.start.line): None for one in group}
    del lines[str(group[0].range.start.line)]
    if not lines:
        return f"  ×{len(group)}"
    listed = _listed(list(lines), len(lines) if page.full else _LINES)
    return f"  ×{len(group)}, also line{'s' if len(lines) > 1 else ''} {listed}"


def _listed(items: Sequence[str], most: int) -> str:
    shown, more = list(items[:most]), len(items) - most
    last = f"{more} more" if more > 0 else shown.pop()
    return f"{', '.join(shown)} and {last}" if shown else last


def _action(group: Sequence[Placed]) -> str:
    """The first fix, and for how many of the folded it is safe."""
    safe = sum(map(is_safely_fixed, group))
    note = "" if not safe else " (safe)" if safe == len(group) else f" (safe for {safe})"
    return one_line(group[0].fixes[0].title) + note


def _witnesses(finding: Placed, page: _Page) -> Iterator[str]:
    places = finding.related
    most = len(places) if page.full else _PLACES
    for number, place in enumerate(places[:most]):
        yield from page.rows("" if number else "see", _witness(place, finding.path))
    if len(places) > most:
        yield from page.rows("", f"and {len(places) - most} more")


def _witness(place: PlacedRelated, path: str) -> str:
    line = place.range.start.line
    where = f"line {line}" if place.path == path else f"{harmless(place.path)}:{line}"
    words = _head(place.range.text.strip(), _WORDS)
    what = [f"“{words}”" if words else "", f"({one_line(place.message)})" if place.message else ""]
    return " ".join(filter(None, [f"{where}:", *what])).removesuffix(":")


def _marked(finding: Placed, page: _Page, on: str) -> Iterator[str]:
    """The sentence with the faulty words marked; for want of one, the words."""
    context, marked = finding.context, finding.marked
    if not context:
        context = finding.range.text
        marked = finding.marked._replace(start=0, end=len(context))
    if not context:
        return
    room = 2 * (page.width - _GUTTER) - 10
    inside = False
    for row in page.rows("|", _excerpt(context, marked, room)):
        if page.color:
            ...
        yield row


def _excerpt(context: str, marked: Span, room: int) -> str:
    """The words, marked, with as much around them as there is room for."""
    start, end = marked
    words = _shown(context[start:end], room)
    rest = max(room - len(words), 40)
    left, right = context[:start], context[end:]
    before = _tail(left, max(rest // 2, rest - len(right)))
    after = _head(right, max(rest // 2, rest - len(left)))
    return f"{before}{_OPEN}{words}{_CLOSE}{after}".strip()
