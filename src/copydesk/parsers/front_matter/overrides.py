"""Overrides where a format has comments of its own: front matter, template languages, MDX."""

from __future__ import annotations

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.document.builder import Builder
    from copydesk.parsers.front_matter.values import Value

_LINE = compiled(r"(?:^|(?<=[\r\n \t]))#[ \t]*(?=([sS][tT][^\r\n]*))")  # a comment of YAML or TOML
_SIGNS = "{}<>%#!/*-~ \t\r\n"  # what comments of template languages begin and end with

_COMMENT = frozenset("*#!")


def note_in_lines(builder: Builder, start: int, end: int, values: Iterable[Value]) -> None:
    """Record the comments in front matter that are, or are meant as, overrides.

    Args:
        builder: what to write to.
        start: where the fields begin in the source.
        end: where they end.
        values: the values of the fields; a sign within one begins no comment.
    """
    if "#" not in builder.source[start:end]:
        return
    spans = [value.source for value in values if value.source is not None]
    for found in _LINE.finditer(builder.source, start, end):
        if not any(span.start <= found.start() < span.end for span in spans):
            builder.note(found[1], found.start(), found.end(1))


def note_overrides(builder: Builder, source: str, spans: Iterable[tuple[int, int]]) -> None:
    """Record those tags of a template language that are, or are meant as, overrides.

    Args:
        builder: what to write to.
        source: the source as it is in the file.
        spans: where the tags are.
    """
    for start, end in spans:
        body = source[start:end].strip(_SIGNS)
        sign = source[start : source.find(body, start)] if body[:2].lower() == "st" else ""
        if not _COMMENT.isdisjoint(sign):
            builder.note(body, start, end)
