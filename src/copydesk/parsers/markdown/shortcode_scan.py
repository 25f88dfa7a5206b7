"""Find what is not copy in a Markdown draft: templating, and the marks of Markdown's dialects.

Every search moves forward only, so that even a million opening braces take only one pass
through the file.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from copydesk.document.formulas import BLANK_LINE
from copydesk.model.findings import Span
from copydesk.parsers.markdown import dialects
from copydesk.regexes.compiled import compiled

_OPENING = compiled(
    r"\{\{[<%]?(?:/\*)?|\{%|\{/\*|<%|<\?|\{(?=[:.#A-Z!`\[(\"'])|\[\[?_?(?i:toc)_?\]\]?"
    r"|^(?:import|export)(?=[ \t{])" + dialects.OPENINGS,
    re.M,
)
_CLOSING = {
    "{{<": ">}}", "{{%": "%}}", "{{": "}}", "{%": "%}", "<%": "%>", "<?": "?>",
    "{{</*": "*/>}}", "{{%/*": "*/%}}", "{{/*": "*/}}", "{/*": "*/}",
    "%%": "%%", "@*": "*@",
}  # fmt: skip
_CLOSES = {"{": "\n}", "[": "\n]", "(": "\n)"}  # the line that ends an import or export
_CONTENTS = compiled(r"^(?:[*+-]|\d\.)[ \t][^\n]*\n\Z", re.M)  # an item that {:toc} replaces
_EXPORT = compiled(r"export[ \t]+(?:const|let|var|default|function|class|async)\b|export[ \t]*[{*]")

_MDX = compiled(
    r"^(?:import\b[^\n]*[\"'];?[ \t]*$|export[ \t]+(?:const|let|default|function)\b)|\{/\*"
    r"|<[A-Z]\w*[a-z]\w*(?=[\s/>])",
    re.M,
)


def may_hold(source: str, start: int) -> bool:
    """Whether there may be anything to find after ``start``."""
    return _OPENING.search(source, start) is not None


class Scan:
    """A pass through a source from opening to opening."""

    def __init__(self, source: str, start: int, code: list[Span]) -> None:
        self._source = source
        self._start = start
        self._code = code
        self._begins = [span.start for span in code]
        self._next: dict[str, int] = {}
        self._is_mdx = _MDX.search(source, start) is not None

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
                elif not opening[0].strip(" \t>"):
                    start = opening.end()
                found.append(Span(start, end))
                at = end
        return found

    def _in_code(self, place: int) -> bool:
        index = bisect_right(self._begins, place) - 1
        return index >= 0 and place < self._code[index].end

    def _end(self, sign: str, start: int, inner: int) -> int:
        """The end of the templating that opens at ``start``; 0 if it is not templating."""
        if not sign.strip(" \t>"):
            return dialects.end_of_line(self._source, inner)
        if sign == "{":
            return self._end_of_braces(start)
        if sign[0] in "$\\":
            return dialects.end_of_formula(self._source, sign, inner)
        if sign == "<" or sign == "</":
            return dialects.end_of_element(self._source, start)
        if sign[0] == "[":
            return inner if sign.count("[") == sign.count("]") else 0
        if sign in ("import", "export"):
            return self._statement_end(start)
        closing = _CLOSING[sign]
        close = self._after(closing, inner)
        is_remark = "*" in sign or sign == "%%"
        if close < 0 or (not is_remark and 0 <= self._blank_after(inner) < close):
            return 0
        end = close + len(closing)
        if sign == "{{" and self._source.startswith("}", end) and self._source[inner] == "{":
            end += 1
        return end

    def _end_of_braces(self, start: int) -> int:
        """The end of attributes, of a remark of kramdown or of an expression; 0 for prose."""
        remark = dialects.REMARK.match(self._source, start)
        close = self._after("{:/", remark.end()) if remark else -1
        if close >= 0:
            return self._after("}", close) + 1
        attributes = dialects.ATTRIBUTES.match(self._source, start)
        if attributes:
            return attributes.end()
        return dialects.end_of_braces(self._source, start, self._is_mdx)

    def _after(self, text: str, place: int) -> int:
        """The next offset of that text, or -1; each one is searched for only once."""
        known = self._next.get(text)
        if known is None or 0 <= known < place:
            known = self._next[text] = self._source.find(text, place)
        return known

    def _blank_after(self, place: int) -> int:
        known = self._next.get("")
        if known is None or 0 <= known < place:
            blank = BLANK_LINE.search(self._source, place)
            known = self._next[""] = blank.start() if blank else -1
        return known

    def _line_end(self, place: int) -> int:
        end = self._after("\n", place)
        return end if end >= 0 else len(self._source)

    def _statement_end(self, start: int) -> int:
        """The end of an MDX import or export; 0 if it is prose."""
        end = self._line_end(start)
        line = self._source[start : min(end, start + 500)].rstrip()
        if line.endswith(tuple(_CLOSES)):
            close = self._after(_CLOSES[line[-1]], end)
            end = self._line_end(close + 1) if close >= 0 else end
        if line.startswith("export"):
            return end if _EXPORT.match(line) else 0
        last = self._source[max(start, end - 500) : end].rstrip().rstrip(";")
        quote = last[-1:]
        if quote not in ("'", '"'):
            return 0
        before = last[:-1].rpartition(quote)[0].rstrip()
        return end if before == "import" or before.endswith((" from", "}from")) else 0
