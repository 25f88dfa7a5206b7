"""What the tests of the Markdown parser share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.model.findings import Span
from copydesk.parsers.markdown import parse

if TYPE_CHECKING:
    from copydesk.document.slots import Parsed


def texts(parsed: Parsed) -> list[tuple[str, str]]:
    """Kind and text of each slot; the kind with its name where it has one."""
    return [
        (f"{kind}:{name}" if name else kind, parsed.map.text[span.start : span.end])
        for kind, span, name in parsed.slots
    ]


def slots(source: str) -> list[tuple[str, str]]:
    return texts(parse(source))


def prose(source: str) -> str:
    """The text of a source that has one slot only."""
    [(_, text)] = slots(source)
    return text


def sourced(source: str, words: str) -> str:
    """The source that the first such words in the prose stand for."""
    parsed = parse(source)
    start = parsed.map.text.index(words)
    span = parsed.map.to_source(Span(start, start + len(words)))
    return source[span.start : span.end]
