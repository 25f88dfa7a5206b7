"""The comments in a page that Google Docs has written, which are not copy."""

from __future__ import annotations

import re

from copydesk.document.template_tags import Tag, merged
from copydesk.regexes.compiled import compiled

# Letters in brackets lead to the comments, each of which stands in a box at the foot.
_COMMENT = compiled(
    r"<sup[^<>]*>\s*<a\b[^<>]*\bhref=[\"']?#cmnt\d[^<>]*>[^<>]*</a>\s*</sup>"
    r"|<div\b[^<>]*>\s*<p\b[^<>]*>(?:\s*<span\b[^<>]*>)?\s*<a\b[^<>]*#cmnt_ref\d",
    re.IGNORECASE,
)


def with_comments(source: str, tags: list[Tag]) -> list[Tag]:
    """The template tags and the comments of a page, in order; nothing is seen of a comment."""
    found: list[Tag] = []
    at = 0
    for match in _COMMENT.finditer(source):
        start, end = match.span()
        if start < at:
            continue
        if source[start + 1] in "dD":
            end = source.find("</div>", end) + len("</div>")
            if end < start:
                break
        found.append(Tag(start, end, "note"))
        at = end
    return merged(tags, found)
