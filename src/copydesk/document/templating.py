"""Template tags and shortcodes in a source, which are code and not copy.

Liquid, Jinja, Django, Nunjucks and Twig (``{{ … }}``, ``{% … %}``, ``{# … #}``), Go
templates and Hugo's shortcodes (``{{ … }}``, ``{{< … >}}``), Handlebars (``{{#each}}``),
ERB and EJS (``<% … %>``) and PHP (``<?php … ?>``) in any file; in markup also WordPress
(``[gallery ids="1,2"]``, ``[/caption]``). Fixes must not touch them.
"""

from __future__ import annotations

import sys
from bisect import bisect_right

from copydesk.model.findings import Span

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_CLOSING = {"{{": "}}", "{%": "%}", "{#": "#}", "<%": "%>", "<?": "?>"}
_SHORTCODE = r"\[(?:/[a-z][\w-]*|[a-z][\w-]*(?:\s[^\[\]\n]*=[^\[\]\n]*|\s*/))\]"
ATTRIBUTES = (
    r"\{ ?[:.#][^{}\n]{0,200}\}|\{[a-z][\w:+-]{0,40}\}(?=`)"
    r"|\{ ?[a-z][\w:-]{0,40}=(?:\"[^\"{}\n]{0,200}\"|'[^'{}\n]{0,200}'|[^\s{}\"'=]{1,200})"
    r"(?: [^{}\n]{1,200})?\}"
)
"""Attribute lists of kramdown, Pandoc, MkDocs and MyST: {: .a}, { #id .a }, {width=9}, {ref}`x`."""


def find(source: str, markup: bool, code: Sequence[Span] = ()) -> tuple[Span, ...]:
    """The template tags and shortcodes, in order and disjoint.

    A tag that is never closed ends at the end of its line.

    Args:
        source: the decoded file.
        markup: whether the format has markup; only then are there shortcodes in brackets.
        code: what the parser knows to be code.
    """
    found = [span for opening in _CLOSING for span in _tags(source, opening)]
    found += code
    if markup:
        from copydesk.regexes.compiled import compiled

        for sign, form in (("[", _SHORTCODE), ("{", ATTRIBUTES)):
            if sign in source:
                found += (Span(*match.span()) for match in compiled(form).finditer(source))
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
        if opening == "{#" and source[at - 1 : at] == "{":  # {{#each}}
            at = source.find(opening, at + 1)
            continue
        end = source.find(closing, at) if is_closed else -1
        is_closed = end >= 0
        if not is_closed and opening == "{#":  # {#a-heading}
            return
        end = end + len(closing) if is_closed else source.find("\n", at)
        end = len(source) if end < 0 else end
        yield Span(at, end)
        at = source.find(opening, end)


def touches(tags: tuple[Span, ...], span: Span) -> bool:
    """Whether a span overlaps or touches one of the tags."""
    index = bisect_right(tags, Span(span.end, sys.maxsize))
    return any(
        one.start <= span.end and span.start <= one.end for one in tags[max(0, index - 2) : index]
    )
