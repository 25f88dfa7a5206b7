"""The pyromark events of a Markdown text, with offsets in code points."""

from __future__ import annotations

import re
from itertools import accumulate
from typing import TYPE_CHECKING, Any

import pyromark

from copydesk.document.offsets import offsets
from copydesk.model.findings import Span
from copydesk.regexes.compiled import compiled

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Event = tuple[Any, int, int]
"""An event from pyromark (``{"Text": "…"}``, ``"SoftBreak"``), its start and its end."""

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
)
_DEFINITION = compiled(r"^[ ]{0,3}:[ \t]", re.M)
_LONE = compiled("[\ud800-\udfff]")  # lone surrogates, which UTF-8 cannot encode
_LEADS = bytes(int(byte & 0xC0 != 0x80) for byte in range(256))
_CODE_SIGNS = ("`", "~~~", "    ", "\t")
_MAY_BE_QUOTED = compiled(r"^[ \t]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*>", re.M)


def readable(source: str) -> str:
    """Replace characters that UTF-8 cannot encode, which pyromark could not read."""
    try:
        source.encode()
    except UnicodeEncodeError:
        return _LONE.sub("\ufffd", source)
    return source


def events(text: str, start: int) -> Iterator[Event]:
    """The events of the text after ``start``, with their ranges in the whole text."""
    body = text[start:] if start else text
    places: Sequence[int]
    if body.isascii():
        places = range(start, len(text) + 1)
    else:
        counts = accumulate(body.encode().translate(_LEADS), initial=start)
        places = offsets(len(text))(counts)
    options = _OPTIONS
    if _DEFINITION.search(body):
        options |= pyromark.Options.ENABLE_DEFINITION_LIST
    for event, at in pyromark.events_with_range(body, options=options):
        yield event, places[at["start"]], places[at["end"]]


def name_of(tag: Any) -> str:
    """The name of a tag, which is either a string or the only key of a mapping."""
    return tag if isinstance(tag, str) else str(next(iter(tag)))


def code_spans(text: str, start: int) -> list[Span]:
    """The spans of inline code and code blocks."""
    if not any(map(text.__contains__, _CODE_SIGNS)):
        return []
    return [
        Span(begin, end)
        for event, begin, end in events(text, start)
        if event.__class__ is dict
        and ("Code" in event or name_of(event.get("Start", "")) == "CodeBlock")
    ]


def gaps_in_html(text: str, start: int) -> list[Span]:
    """The spans between the lines of HTML blocks that are not HTML, such as quote marks (``>``)."""
    gaps: list[Span] = []
    last = -1
    if not _MAY_BE_QUOTED.search(text, start):
        return gaps
    for event, begin, end in events(text, start):
        if event.__class__ is dict and "Html" in event:
            if 0 <= last < begin and not text[last:begin].isspace():
                gaps.append(Span(last, begin))
            last = end
        else:
            last = -1
    return gaps
