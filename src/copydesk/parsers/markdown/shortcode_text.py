"""The captions, credits and alternative texts in a shortcode."""

from __future__ import annotations

import re

from copydesk.document.fields import Field, kind_of, plain, role_of
from copydesk.model.findings import Span
from copydesk.parsers.front_matter.values import pieces_of, write
from copydesk.parsers.markdown.shortcodes import OPAQUE
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.builder import Builder
    from copydesk.document.fields import FieldRole
    from copydesk.parsers.markdown.shortcodes import Shortcode

_ATTRIBUTE = compiled(
    r"(?:(?<![\w-])([\w-]+)\s*[=:]\s*)?"
    r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^'\\]|\\.)*'|`[^`]*`)",
    re.S,
)
_ESCAPE = compiled(r"\\[\"'\\]|(?<![ \t])[ \t]*\r?\n[ \t]*")
_ROLES: dict[str, FieldRole] = {
    "title": "caption", "cap": "caption", "description": "alt", "attr": "credit",
}  # fmt: skip
_FURNITURE = compiled(
    r"(?i)\b_?(?:cta|newsletter|promo|donat\w*|tips?|sign_?up|subscribe|form|button|banner|ad)\b"
    r"|cta|tip_|_tip"
)
_UNSEEN = ("byline", "author", "published", "modified", "url", "slug", "internal")


def write_attributes(builder: Builder, code: Shortcode) -> None:
    """Write the captions, credits and alternative texts in a shortcode."""
    if not code.name or code.name in OPAQUE:
        return
    bare = 0
    for found in _ATTRIBUTE.finditer(builder.source, code.start, min(code.end, code.start + 5000)):
        key, value = found[1] or "", found[2][1:-1]
        bare += not key
        role = (_ROLES.get(plain(key)) or role_of((key,), value)) if key else ""
        if not key and bare > 1 and code.is_picture and " " in value:
            role = "alt"  # as in {% image "harbour.jpg" "The harbour at dawn" %}
        if not role or "{{" in value or "{%" in value:
            continue
        if role == "text" and ("&lt;" in value or _FURNITURE.search(code.name + " " + key)):
            continue
        inner = Span(found.start(2) + 1, found.end(2) - 1)
        name = key or "alt"
        builder.fields.append(Field(role, name, value, inner, f"{code.name}@{code.start}"))
        kind = kind_of(role) if role not in _UNSEEN else None
        if kind is not None:
            write(builder, kind, name, pieces_of(builder.source, inner, _ESCAPE, _meaning), role)


def _meaning(mark: str) -> str:
    return mark[1:] if mark[0] == "\\" else " "
