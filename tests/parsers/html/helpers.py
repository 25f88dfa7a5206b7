"""What the tests of the HTML parser share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.model.findings import Span

if TYPE_CHECKING:
    from copydesk.document.slots import Parsed


def texts(parsed: Parsed) -> list[tuple[str, str]]:
    """Kind and text of each slot; the kind with its name where it has one."""
    return [
        (f"{kind}:{name}" if name else kind, parsed.map.text[span.start : span.end])
        for kind, span, name in parsed.slots
    ]


def of(kind: str, *words: str) -> list[tuple[str, str]]:
    """Slots of one kind."""
    return [(kind, each) for each in words]


def sourced(source: str, parsed: Parsed, words: str) -> str:
    """The source that the first such words in the prose stand for."""
    start = parsed.map.text.index(words)
    span = parsed.map.to_source(Span(start, start + len(words)))
    return source[span.start : span.end]
