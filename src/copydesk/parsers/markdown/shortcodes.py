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
from bisect import bisect_right
from typing import TYPE_CHECKING, NamedTuple

from copydesk.model.findings import Span
from copydesk.parsers.front_matter.values import pieces_of, write
from copydesk.regexes.compiled import compiled

if TYPE_CHECKING:
    from copydesk.document.builder import Builder
    from copydesk.document.slots import SlotKind

_OPENING = compiled(
    r"\{\{[<%]?(?:/\*)?|\{%|\{/\*|<%|\{(?=[:.#])|\[\[?_?(?i:toc)_?\]\]?"
    r"|^(?:import|export)(?=[ \t{])",
    re.M,
)
_CLOSING = {
    "{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "<%": "%>",
    "{{</*": "*/>}}", "{{%/*": "*/%}}", "{{/*": "*/}}", "{/*": "*/}",
}  # fmt: skip
_BLANK_LINE = compiled(r"\n[ \t>]*\r?\n")
_ATTRIBUTES = compiled(r"\{[:.#][^{}\n]{0,200}\}")
_CONTENTS = compiled(r"^(?:[*+-]|\d\.)[ \t][^\n]*\n\Z", re.M)  # an item that {:toc} replaces
_NAME = compiled(r"(?:\{\{[<%]|\{%)-?\s*(/|end)?\s*([\w./-]*)")
_OPAQUE = frozenset(
    [
        "highlight", "comment", "codeblock", "mermaid", "math", "katex", "chart",
        "javascript", "script", "css", "style", "schema",
    ]
)  # fmt: skip
_PICTURE = compiled(r"(?:image|img|figure|fig|picture|photo)", re.I)
_ATTRIBUTE = compiled(
    r"(?:(?<![\w-])([\w-]+)\s*[=:]\s*)?"
    r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`[^`]*`)",
    re.S,
)
_ESCAPE = compiled(r"\\[\"'\\]|(?<![ \t])[ \t]*\r?\n[ \t]*")
_WRITTEN: dict[str, SlotKind] = {
    "caption": "caption", "title": "caption", "figcaption": "caption", "cap": "caption",
    "alt": "alt", "alt_text": "alt", "credit": "credit", "attr": "credit",
}  # fmt: skip
_INDENTED = compiled(r"[ \t]*(?:\r\n|[\r\n])(?: {4}| {0,3}\t)")
_EDGE = compiled(r"[,.;:!?)]|[ \t]*(?:[\r\n]|\Z)")
_BLANKS = compiled(r"[ \t]*")
_EXPORT = compiled(r"export[ \t]+(?:const|let|var|default|function|class|async)\b|export[ \t]*[{*]")


class Shortcode(NamedTuple):
    """A piece of templating.

    ``skip`` is where the text before it ends: one space earlier than ``start`` if that
    space would be left over before a comma or at the end of the line. ``alone`` is
    whether it has a line to itself and is masked by a comment.
    """

    start: int
    end: int
    skip: int
    name: str
    alone: bool

    @property
    def is_picture(self) -> bool:
        """Whether it inserts a picture, so that a caption may follow."""
        return bool(_PICTURE.match(self.name))


def suspects(source: str, start: int) -> bool:
    """Whether there may be templating after ``start``."""
    return _OPENING.search(source, start) is not None


def find(source: str, start: int, code: list[Span]) -> list[Shortcode]:
    """Find the templating after ``start``, except any that begins within code.

    Args:
        source: the decoded file.
        start: where the body begins.
        code: the spans of code, sorted and disjoint.
    """
    ranges = _joined(source, _Scan(source, start, code).ranges())
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


class _Scan:
    """A pass through a source from opening to opening."""

    def __init__(self, source: str, start: int, code: list[Span]) -> None:
        self._source = source
        self._start = start
        self._code = code
        self._begins = [span.start for span in code]
        self._next: dict[str, int] = {}

    def ranges(self) -> list[Span]:
        """Every single piece of templating."""
        source = self._source
        found: list[Span] = []
        at = self._start
        for opening in _OPENING.finditer(source, at):
            start = opening.start()
            if start < at or self._in_code(start):
                continue
            end = self._end(opening[0], start, opening.end())
            if end:
                if source.startswith("{:toc", start):
                    item = _CONTENTS.search(source, max(at, start - 80), start)
                    start = item.start() if item else start
                found.append(Span(start, end))
                at = end
        return found

    def _in_code(self, place: int) -> bool:
        index = bisect_right(self._begins, place) - 1
        return index >= 0 and place < self._code[index].end

    def _end(self, sign: str, start: int, inner: int) -> int:
        """The end of the templating that opens at ``start``; 0 if it is not templating."""
        if sign == "{":
            attributes = _ATTRIBUTES.match(self._source, start)
            return attributes.end() if attributes else 0
        if sign[0] == "[":
            return inner if sign.count("[") == sign.count("]") else 0
        if sign in ("import", "export"):
            return self._statement_end(start)
        closing = _CLOSING[sign]
        close = self._after(closing, inner)
        if close < 0 or ("*" not in sign and 0 <= self._blank_after(inner) < close):
            return 0
        end = close + len(closing)
        if sign == "{{" and self._source.startswith("}", end) and self._source[inner] == "{":
            end += 1
        return end

    def _after(self, text: str, place: int) -> int:
        """The next offset of that text, or -1; each one is searched for only once."""
        known = self._next.get(text)
        if known is None or 0 <= known < place:
            known = self._next[text] = self._source.find(text, place)
        return known

    def _blank_after(self, place: int) -> int:
        known = self._next.get("")
        if known is None or 0 <= known < place:
            blank = _BLANK_LINE.search(self._source, place)
            known = self._next[""] = blank.start() if blank else -1
        return known

    def _line_end(self, place: int) -> int:
        end = self._after("\n", place)
        return end if end >= 0 else len(self._source)

    def _statement_end(self, start: int) -> int:
        """The end of an MDX import or export; 0 if it is prose."""
        end = self._line_end(start)
        line = self._source[start : min(end, start + 500)].rstrip()
        if line.endswith(("{", "[", "(")):
            close = self._after("\n}" if line[-1] == "{" else "\n", end)
            end = self._line_end(close + 1) if close >= 0 else end
        if line.startswith("export"):
            return end if _EXPORT.match(line) else 0
        last = self._source[max(start, end - 500) : end].rstrip().rstrip(";")
        quote = last[-1:]
        if quote not in ("'", '"'):
            return 0
        before = last[:-1].rpartition(quote)[0].rstrip()
        return end if before == "import" or before.endswith((" from", "}from")) else 0


def _joined(source: str, ranges: list[Span]) -> list[tuple[Span, str]]:
    """Merge opaque blocks (code listings, comments) with their end tags; add the names."""
    named = [(span, _NAME.match(source, span.start)) for span in ranges]
    names = [(span, name[2] if name else "", bool(name and name[1])) for span, name in named]
    last: dict[str, int] = {
        name: index for index, (_, name, closes) in enumerate(names) if closes and name in _OPAQUE
    }
    result: list[tuple[Span, str]] = []
    opened: tuple[Span, str] | None = None
    for index, (span, name, closes) in enumerate(names):
        if opened is not None:
            if closes and name == opened[1]:
                result.append((Span(opened[0].start, span.end), name))
                opened = None
        elif not closes and last.get(name, -1) > index:
            opened = (span, name)
        else:
            result.append((span, name))
    return result


def _on_lines(source: str, ranges: list[tuple[Span, str]]) -> list[Shortcode]:
    """Determine the position of each on its line: alone, at its edge, or among words."""
    ahead = _blank_before(source, [span for span, _ in ranges])
    behind = _blank_behind(source, [span for span, _ in ranges])
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
        result.append(Shortcode(start, end, skip, name, masked))
    return result


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


def write_attributes(builder: Builder, code: Shortcode) -> None:
    """Write the captions, credits and alternative texts in a shortcode."""
    if not code.name or code.name in _OPAQUE:
        return
    bare = 0
    for found in _ATTRIBUTE.finditer(builder.source, code.start, min(code.end, code.start + 5000)):
        key, value = found[1] or "", found[2][1:-1]
        bare += not key
        kind = _WRITTEN.get(key.lower().replace("-", "_"))
        if not key and bare > 1 and code.is_picture and " " in value:
            kind = "alt"  # as in {% image "harbour.jpg" "The harbour at dawn" %}
        if kind is None or "{{" in value or "{%" in value:
            continue
        inner = Span(found.start(2) + 1, found.end(2) - 1)
        write(builder, kind, key or "alt", pieces_of(builder.source, inner, _ESCAPE, _meaning))


def _meaning(mark: str) -> str:
    return mark[1:] if mark[0] == "\\" else " "
