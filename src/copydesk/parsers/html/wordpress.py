"""The shortcodes of a page that WordPress's editor has written, which are live."""

from __future__ import annotations

from copydesk.document.template_tags import Tag
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_SIGN = "<!-- wp:"
_BLOCK = "<!-- wp:shortcode"
_END = "<!-- /wp:shortcode"
_CODE = compiled(
    rf"{_BLOCK}[^>]*-->"
    r"|\[(?:/[a-z][\w-]*|(?:gallery|embed|playlist|audio|video|caption)|[a-z][\w-]*"
    r"(?:\s{1,9}[\w-]{1,40}=(?:\"[^\"\[\]]{0,400}\"|'[^'\[\]]{0,400}'|[^\s\[\]\"']{1,400})){1,20}\s?/?)\]"
)


def find_shortcodes(source: str) -> list[Tag]:
    """The shortcodes, and all that is in a block of them, in order; none in another's page."""
    return list(_shortcodes(source)) if _SIGN in source else []


def _shortcodes(source: str) -> Iterator[Tag]:
    at = 0
    for found in _CODE.finditer(source):
        start, end = found.span()
        if start < at:
            continue
        if source[start] == "<":
            start, end = end, source.find(_END, end)
            if end <= start:
                continue
        at = end
        yield Tag(start, end, "placed")
