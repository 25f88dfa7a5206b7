"""Find the templating in a Markdown draft, which is for machines, not readers.

Hugo's and Jekyll's shortcodes, output tags, attribute lists, tables of contents
and MDX imports are found before the Markdown is parsed and are *masked*: each is
overwritten, letter by letter, with letters that have no meaning in Markdown, or,
if it has a line to itself, with a comment. So no offset changes, and an underscore
or a quotation mark in a shortcode cannot affect the text around it. Every search
moves forward only, so that even a million opening braces take only one pass
through the file.
"""

from __future__ import annotations

import re

from copydesk.document.template_tags import UNSEEN, kind_of
from copydesk.model.findings import Span
from copydesk.model.value_tuple import ValueTuple
from copydesk.parsers.markdown.dialects import ATTRIBUTES
from copydesk.parsers.markdown.shortcode_scan import Scan, may_hold
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.template_tags import Kind

_NAME = compiled(r"(?:\{\{[<%]|\{%)-?\s*(/|end)?\s*([\w./-]*)")
OPAQUE = frozenset(
    [
        "highlight", "comment", "raw", "verbatim", "codeblock", "mermaid", "math", "katex", "chart",
        "javascript", "script", "css", "style", "schema",
    ]
)  # fmt: skip
_PICTURE = compiled(r"(?:image|img|figure|fig|picture|photo)", re.I)
_INDENTED = compiled(r"[ \t]*(?:\r\n|[\r\n])(?: {4}| {0,3}\t)")
_EDGE = compiled(r"[,.;:!?)]|[ \t]*(?:[\r\n]|\Z)")
_LONGEST_LISTING = 20_000  # code points
_LISTING = compiled(r"\blang(?:uage)?\s*=")
_CLOSES = compiled(r"\{\{[<%]-?\s*/")
_OPENS_END = compiled(r"(?:\{\{[<%]?|\{%)-?\s*(?:/|end)")
_ENDS = compiled(r"(?:/|end)\s*[\w-]*\s*-?[>%]\}+\Z")
_SHOWN = compiled(r"\{[a-zA-Z(\[\"'`]")  # a value; {/* … */}, {: …} and {.…} are not seen
_BLANKS = compiled(r"[ \t]*")


class Shortcode(ValueTuple):
    """A piece of templating.

    ``skip`` is where the text before it ends: one space earlier than ``start`` if that
    space would be left over before a comma or at the end of the line. ``alone`` is
    whether it has a line to itself and is masked by a comment. ``kind`` is what readers
    see of it.
    """

    start: int
    end: int
    skip: int
    name: str
    alone: bool
    kind: Kind = "note"

    @property
    def is_picture(self) -> bool:
        """Whether it inserts a picture, so that a caption may follow."""
        return bool(_PICTURE.match(self.name))


def suspects(source: str, start: int) -> bool:
    """Whether there may be templating after ``start``."""
    return may_hold(source, start)


def find(source: str, start: int, code: list[Span]) -> list[Shortcode]:
    """Find the templating after ``start``, except any that begins within code.

    Args:
        source: the decoded file.
        start: where the body begins.
        code: the spans of code, sorted and disjoint.
    """
    ranges = _joined(source, Scan(source, start, code).ranges())
    return _on_lines(source, ranges)


def mask(source: str, found: list[Shortcode]) -> str:
    """Overwrite every shortcode in the source; its length does not change."""
    parts: list[str] = []
    at = 0
    for code in found:
        parts += source[at : code.start], _overwritten(code.end - code.start, code.alone)
        at = code.end
    parts.append(source[at:])
    return "".join(parts)


def _overwritten(size: int, alone: bool) -> str:
    if not alone:
        return "x" * size
    return "<!--" + "x" * (size - 7) + "-->" if size >= 7 else " " * size


def _joined(source: str, ranges: list[Span]) -> list[tuple[Span, str]]:
    """Merge opaque blocks (code listings, comments) with their end tags; add the names."""
    named = [(span, _NAME.match(source, span.start)) for span in ranges]
    names = [(span, name[2] if name else "", bool(name and name[1])) for span, name in named]
    last: dict[str, int] = {
        name: index for index, (_, name, closes) in enumerate(names) if closes and name
    }
    following = _following(names)
    result: list[tuple[Span, str]] = []
    opened: tuple[Span, str] | None = None
    for index, (span, name, closes) in enumerate(names):
        if opened is not None:
            if closes and name == opened[1]:
                result.append((Span(opened[0].start, span.end), name))
                opened = None
        elif not closes and last.get(name, -1) > index:
            after = following[index]
            body = after[0].start if after and after[1:] == (name, True) else span.end
            if _is_code(source, span, name) or _reads_as_code(source, span, body):
                opened = (span, name)
            else:
                result.append((span, name))
        else:
            result.append((span, name))
    return result


def _following(names: list[tuple[Span, str, bool]]) -> list[tuple[Span, str, bool] | None]:
    """For each piece of templating, the next one that has a name."""
    result: list[tuple[Span, str, bool] | None] = []
    after: tuple[Span, str, bool] | None = None
    for one in reversed(names):
        result.append(after)
        after = one if one[1] else after
    return result[::-1]


def _is_code(source: str, span: Span, name: str) -> bool:
    """Whether what follows an opening tag is code: by its name, or because it names a language."""
    if name in OPAQUE:
        return True
    if not source.startswith("{{", span.start) or source.startswith("/>", span.end - 4):
        return False
    return bool(_LISTING.search(source, span.start, min(span.end, span.start + 300)))


def _reads_as_code(source: str, span: Span, end: int) -> bool:
    """Whether the text from a shortcode to its end tag is code, by the ends of its lines."""
    if not source.startswith("{{<", span.start) or end - span.end > _LONGEST_LISTING:
        return False
    lines = [line for line in source[span.end : end].splitlines() if line.strip()]
    return len(lines) > 1 and 2 * sum(map(_is_line_of_code, lines)) > len(lines)


def _is_line_of_code(line: str) -> bool:
    return line.rstrip().endswith(("{", "}", ";", ")", "/>", "]"))


def _on_lines(source: str, ranges: list[tuple[Span, str]]) -> list[Shortcode]:
    """Determine the position of each on its line: alone, at its edge, or among words."""
    ahead = _blank_before(source, [span for span, _ in ranges])
    behind = _blank_behind(source, [span for span, _ in ranges])
    closed = _closed(source, ranges)
    result: list[Shortcode] = []
    for ((start, end), name), before, after in zip(ranges, ahead, behind, strict=True):
        alone = before and after
        if source[start] == "[" and not alone:
            continue  # the text of a link
        is_output = source.startswith("{{", start) and source[start + 2 : start + 3] not in "<%/"
        skip = start
        if not before and source[start - 1] == " " and _EDGE.match(source, end):
            skip -= 1
        masked = alone and not is_output and not _INDENTED.match(source, end)
        kind = _kind(source, start, end, name, closed)
        result.append(Shortcode(start, end, skip, name, masked, kind))
    return result


def _closed(source: str, ranges: list[tuple[Span, str]]) -> set[str]:
    """The names of Hugo's shortcodes that have an end tag: what is between is copy."""
    return {
        name
        for (start, _), name in ranges
        if source.startswith("{{", start) and _CLOSES.match(source, start)
    }


def _kind(source: str, start: int, end: int, name: str, closed: set[str]) -> Kind:
    """What readers see of a piece of templating."""
    head = source[start : min(end, start + 200)]
    if not _OPENS_END.match(head) and _ENDS.search(source, max(start, end - 40), end):
        return "note" if name in UNSEEN else "placed"  # with its end tag: a listing
    if head.startswith(("{{<", "{{%")) and "*" not in head[3:5]:
        return "note" if name in closed else "placed"
    if head.startswith(("{{", "{%", "<%", "<?")):
        return kind_of(head)
    if head[0] in "$\\":
        return "shown"
    if head[0] == "<":
        is_thing = source.startswith("/>", end - 2) or head[:4].lower() == "<pre"
        return "placed" if is_thing else "note"
    if ATTRIBUTES.match(source, start):  # also a role of MyST: {ref}`a-label`
        return "note"
    return "shown" if _SHOWN.match(head) else "note"


def _blank_before(source: str, spans: list[Span]) -> list[bool]:
    """For each span, whether only templating comes before it on its line."""
    result: list[bool] = []
    floor = 0
    for start, end in spans:
        at = start
        while at > floor and source[at - 1] in " \t>":
            at -= 1
        linked = bool(result) and at == floor and result[-1]
        result.append(at == 0 or source[at - 1] in "\r\n" or linked)
        floor = end
    return result


def _blank_behind(source: str, spans: list[Span]) -> list[bool]:
    """For each span, whether only templating comes after it on its line."""
    result: list[bool] = []
    following = len(source)
    for start, end in reversed(spans):
        rest = _BLANKS.match(source, end)
        at = rest.end() if rest else end
        linked = bool(result) and at == following and result[-1]
        result.append(at == len(source) or source[at] in "\r\n" or linked)
        following = start
    return result[::-1]
