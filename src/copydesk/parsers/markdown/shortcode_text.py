"""The captions, credits and alternative texts in a shortcode."""

from __future__ import annotations

import re

from copydesk.model.findings import Span
from copydesk.parsers.front_matter.values import pieces_of, write
from copydesk.parsers.markdown.shortcodes import OPAQUE
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.builder import Builder
    from copydesk.document.slot_kinds import SlotKind
    from copydesk.parsers.markdown.shortcodes import Shortcode

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


def write_attributes(builder: Builder, code: Shortcode) -> None:
    """Write the captions, credits and alternative texts in a shortcode."""
    if not code.name or code.name in OPAQUE:
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
