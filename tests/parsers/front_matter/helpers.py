"""What the tests of front matter share."""

from __future__ import annotations

from copydesk.model.findings import Span
from copydesk.parsers.markdown import parse


def slots(source: str) -> list[tuple[str, str]]:
    """Kind with name, and text, of each slot."""
    parsed = parse(source)
    return [
        (f"{kind}:{name}" if name else kind, parsed.map.text[span.start : span.end])
        for kind, span, name in parsed.slots
    ]


def sourced(source: str, words: str) -> str:
    """The source that the first such words in the prose stand for."""
    parsed = parse(source)
    start = parsed.map.text.index(words)
    span = parsed.map.to_source(Span(start, start + len(words)))
    return source[span.start : span.end]


def yaml_block(lines: str) -> str:
    return f"---\n{lines}\n---\nBody.\n"


def toml_block(lines: str) -> str:
    return f"+++\n{lines}\n+++\nBody.\n"
