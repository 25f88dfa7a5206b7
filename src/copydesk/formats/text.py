"""The report for editors: by file and place, what is wrong, why, and what to do."""

from __future__ import annotations

from copydesk.formats.inert import inert
from copydesk.formats.summary import (
    counted,
    gap_place,
    harmless,
    language,
    one_line,
    quoted,
    sentences,
)
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled
from copydesk.report.totals import is_safely_fixed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from copydesk.hooks.specs import Screen
    from copydesk.model.placed import PlacedFinding, PlacedRelated
    from copydesk.report import FileReport, Report
    from copydesk.report.totals import Outline

_NARROWEST, _WIDEST = 30, 100
_GUTTER = 9  # columns to the left of the text: an indent, a label, two spaces
_PLACES, _LINES = 5, 12  # maximum numbers listed, unless verbose
_SPARE = 10  # characters allowed for the ragged ends of lines
_WITNESS = 60  # maximum length shown of a related place
_AROUND = 40  # minimum context around the words at fault, however long they are

# These mark the words at fault until the line is coloured. They cannot occur in
# the copy, since all its control characters are written out.
_OPEN, _CLOSE = "\x02", "\x03"

# Four of the 256 colours, legible on white and on black.
COLORS = {"stop": 160, "fix": 166, "style": 32, "ask": 134}
_OFF = "\x1b[0m"
_BLANKS = compiled(r"\s+")


class _Page(ValueTuple):
    """The layout: whether in colour, the width, whether verbose."""

    color: bool
    width: int
    full: bool

    def styled(self, code: str, text: str) -> str:
        """The text in a style, if the output is in colour."""
        return f"\x1b[{code}m{text}{_OFF}" if self.color and code and text else text

    @property
    def measure(self) -> int:
        """The longest line of text beside the gutter."""
        return self.width - _GUTTER

    def rows(self, label: str, text: str, label_code: str = "", code: str = "") -> Iterator[str]:
        """Yield the text in lines, with a label before the first; text and label have a style."""
        for line in _wrapped(text, self.measure):
            pad = " " * (_GUTTER - 2 - len(label))
            yield f"{pad}{self.styled(label_code, label)}  {self.styled(code, line)}"
            label = ""

    def copy(self, text: str, code: str) -> Iterator[str]:
        """Yield the draft's words, with a bar at the side; ``code`` styles the words at fault."""
        on, inside = f"\x1b[{code}m", False
        for line in _wrapped(text, self.measure):
            bar = f"{'|':>{_GUTTER - 2}}  "
            if not self.color:
                yield bar + line.replace(_OPEN, "»").replace(_CLOSE, "«")
                continue
            opened = on if inside else ""
            inside = line.rfind(_OPEN) > line.rfind(_CLOSE) or (inside and _CLOSE not in line)
            closed = _OFF if inside else ""
            line = line.replace(_OPEN + _CLOSE, f"{_OPEN}»«{_CLOSE}")
            yield bar + opened + line.replace(_OPEN, on).replace(_CLOSE, _OFF) + closed


def write(report: Report, screen: Screen) -> Iterator[str]:
    """The parts of the report. Quiet leaves out the summary; verbose shows every list in full."""
    lead = ""
    for block in filter(None, _blocks(report, screen)):
        yield inert(f"{lead}{block}")
        lead = "\n"


def _blocks(report: Report, screen: Screen) -> Iterator[str]:
    width = min(max(screen.width, _NARROWEST), _WIDEST)
    page = _Page(screen.color, width, screen.verbosity > 0)
    for file in report.files if report.totals.findings else ():
        if file.findings:
            yield _lines(_file(file, page))
    if page.full:
        yield _lines(_clean(one) for one in report.totals.outlines if not one.findings)
    if screen.verbosity >= 0:
        said = sentences(report)
        if page.full:
            said += [f"{gap_place(one)}: {one_line(one.message)}." for one in report.gaps]
            said += [f"{counted(report.rules, 'rule')} in force.", *map(one_line, report.notes)]
        yield _lines(line for one in said for line in _wrapped(one, width))


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\n" for line in lines)


def _clean(file: Outline) -> str:
    """A line for a file without findings."""
    said = ["no findings" if file.is_checked else "not checked in full"]
    if file.held:
        said.append(f"{file.held:,} suppressed by overrides")
    if file.skipped:
        said.append(f"not in English ({language(file.skipped)})")
    return f"{harmless(file.path)}: {', '.join(said)}"


def _file(file: FileReport, page: _Page) -> Iterator[str]:
    yield page.styled("1", harmless(file.path))
    for group in _folded(file.findings):
        yield ""
        yield from _fault(group, page)


def _folded(findings: Iterable[PlacedFinding]) -> list[list[PlacedFinding]]:
    """Findings grouped by rule, text and fix, in the order of the first of each group."""
    groups: dict[object, list[PlacedFinding]] = {}
    for one in findings:
        title = one.fixes[0].title if one.fixes else ""
        key = (one.severity, one.rule, one.message, one.evidence, title)
        groups.setdefault(key, []).append(one)
    return list(groups.values())


def _fault(group: Sequence[PlacedFinding], page: _Page) -> Iterator[str]:
    """Yield the lines for a finding and its repeats."""
    first, severity = group[0], str(group[0].severity)
    color = f"38;5;{COLORS[severity]}"
    where = f"{harmless(first.rule)}  line {first.range.start.line}{_repeats(group, page)}"
    yield from page.rows(f"{severity:5}", where, f"1;{color}")
    yield from _copy(first, page, f"1;4;{color}")
    yield from page.rows("", one_line(first.message), code="1")
    if first.evidence:
        yield from page.rows("why", one_line(first.evidence))
    yield from _witnesses(first, page)
    if first.fixes:
        yield from page.rows("do", _action(group))


def _repeats(group: Sequence[PlacedFinding], page: _Page) -> str:
    """The number of repeats, and their lines."""
    if len(group) == 1:
        return ""
    lines: dict[int, int] = {}
    for one in group[1:]:
        line = one.range.start.line
        lines[line] = lines.get(line, 0) + 1
    if list(lines) == [group[0].range.start.line]:
        return f"  ×{len(group)}"
    each = [f"{line} (×{times})" if times > 1 else str(line) for line, times in lines.items()]
    listed = _listed(each, len(each) if page.full else _LINES)
    return f"  ×{len(group)}, also line{'s' if len(each) > 1 else ''} {listed}"


def _listed(items: list[str], most: int) -> str:
    shown, more = items[:most], len(items) - most
    last = f"{more} more" if more > 0 else shown.pop()
    return f"{', '.join(shown)} and {last}" if shown else last


def _copy(finding: PlacedFinding, page: _Page, code: str) -> Iterator[str]:
    """Yield the sentence with the words at fault marked; without context, only those words."""
    text, (start, end) = finding.context, finding.marked
    if not text:
        text, start, end = finding.range.text, 0, len(finding.range.text)
    lines = 3 if len(text) <= 3 * page.measure - _SPARE else 2
    if text:
        yield from page.copy(_excerpt(text, start, end, lines * page.measure - _SPARE), code)


def _witnesses(finding: PlacedFinding, page: _Page) -> Iterator[str]:
    """Yield the related places of a finding."""
    places = finding.related
    most = len(places) if page.full else _PLACES
    for number, place in enumerate(places[:most]):
        yield from page.rows("" if number else "see", _witness(place, finding.path))
    if len(places) > most:
        yield from page.rows("", f"and {len(places) - most} more")


def _witness(place: PlacedRelated, path: str) -> str:
    line = place.range.start.line
    where = f"line {line}" if place.path == path else f"{harmless(place.path)}:{line}"
    words = _head(place.range.text.strip(), _WITNESS)
    shown = quoted(words) if words else ""
    message = one_line(place.message)
    said = f"{shown} ({message})" if shown and message else shown or message
    return f"{where}: {said}" if said else where


def _action(group: Sequence[PlacedFinding]) -> str:
    """The first fix, and for how many of the repeats it is safe."""
    safe = sum(map(is_safely_fixed, group))
    how_many = "" if safe == len(group) else f" for {safe} of {len(group)}"
    return one_line(group[0].fixes[0].title) + (f" (safe{how_many})" if safe else "")


def _excerpt(context: str, start: int, end: int, room: int) -> str:
    """The words at fault, marked, with as much context as fits."""
    words = _words(context[start:end], room)
    left, right = context[:start], context[end:]
    rest = max(room - len(words), _AROUND)
    before = _tail(left, max(rest // 2, rest - len(right)))
    after = _head(right, max(rest // 2, rest - len(left)))
    return f"{before}{_OPEN}{words}{_CLOSE}{after}".strip()


def _words(text: str, room: int) -> str:
    """The words at fault, without the middle if too long; if white space, made visible."""
    if text.isspace():
        dots = "".join("·" if char == " " else f"\\u{{{ord(char):x}}}" for char in text[:8])
        return dots if len(text) <= 8 else f"{dots}…"
    if len(text) <= room:
        return one_line(text)
    return f"{_head(text, room // 2)} {_tail(text, room // 2).removeprefix('… ')}"


def _head(text: str, room: int) -> str:
    """The beginning of the text, cut at a word if it is too long."""
    if len(text) <= room:
        return harmless(_BLANKS.sub(" ", text))
    whole = len(text[: room + 1].rstrip()) <= room
    cut = _BLANKS.sub(" ", text[:room])
    words = cut if whole else cut.rpartition(" ")[0] or cut
    return f"{harmless(words.rstrip())} …"


def _tail(text: str, room: int) -> str:
    """The end of the text, cut at a word if it is too long."""
    if len(text) <= room:
        return harmless(_BLANKS.sub(" ", text))
    cut = _BLANKS.sub(" ", text[-room - 1 :])
    words = cut.partition(" ")[2].lstrip() or cut
    return f"… {harmless(words)}"


def _wrapped(text: str, width: int) -> list[str]:
    """The text in lines of at most ``width``; words are broken only if too long for a line."""
    lines: list[str] = []
    rest = text.strip(" ")
    while len(rest) > width:
        cut = rest.rfind(" ", 0, width + 1)
        at = cut if cut > 0 else width
        lines.append(rest[:at].rstrip())
        rest = rest[at:].lstrip(" ")
    return [*lines, rest.rstrip()] if rest else lines
