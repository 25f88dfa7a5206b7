"""Templating in a source: tags and shortcodes of the site, which are code and no copy.

Liquid, Jinja, Nunjucks and Twig (``{{ … }}``, ``{% … %}``, ``{# … #}``), Hugo
(``{{< … >}}``), ERB and EJS (``<% … %>``), PHP (``<?php … ?>``) in any file; in
markup also WordPress (``[gallery ids="1,2"]``, ``[/caption]``). No fix may touch them.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from typing import TYPE_CHECKING

from copydesk.values import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}", "<%": "%>", "<?": "?>"}
_SHORTCODE = r"\[(?:/[a-z][\w-]*|[a-z][\w-]*(?:\s[^\[\]\n]*=[^\[\]\n]*|\s*/))\]"


def find(source: str, markup: bool) -> tuple[Span, ...]:
    """The tags of templating, in order and disjoint.

    A tag that is never closed reaches to the end of its line.

    Args:
        source: the decoded file.
        markup: whether the file has markup, so that shortcodes in brackets are run.
    """
    found = [span for opening in _CLOSING for span in _tags(source, opening)]
    if markup and "[" in source:
        from copydesk.kept_patterns import compiled

        found += (Span(*match.span()) for match in compiled(_SHORTCODE).finditer(source))
    joined: list[Span] = []
    for span in sorted(found):
        if joined and span.start < joined[-1].end:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return tuple(joined)


def _tags(source: str, opening: str) -> Iterator[Span]:
    closing = _CLOSING[opening]
    at = source.find(opening)
    is_closed = True
    while at >= 0:
        end = source.find(closing, at) if is_closed else -1
        is_closed = end >= 0
        end = end + len(closing) if is_closed else source.find("\n", at)
        end = len(source) if end < 0 else end
        yield Span(at, end)
        at = source.find(opening, end)


def touches(tags: tuple[Span, ...], span: Span) -> bool:
    """Whether a span meets one of the tags, or stands right at its edge."""
    index = bisect_right(tags, Span(span.end, sys.maxsize))
    return any(
        one.start <= span.end and span.start <= one.end for one in tags[max(0, index - 2) : index]
    )
