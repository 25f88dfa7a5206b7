"""The parsers, formatters and engine rules of copydesk, contributed through the public hooks."""

from __future__ import annotations

from copydesk.hooks.mark import hookimpl
from copydesk.registry.own_formats import FORMATTERS, PARSERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.hooks.specs import FormatterSpec, ParserSpec
    from copydesk.rules.rule import Rule


@hookimpl
def copydesk_rules() -> Iterable[type[Rule]]:
    """The rules about overrides, which only the engine can check."""
    from copydesk.stet.rules import CheckedMark, UnusedOverride

    return (CheckedMark, UnusedOverride)


@hookimpl
def copydesk_parsers() -> Iterable[ParserSpec]:
    """Plain text, Markdown and HTML."""
    return PARSERS


@hookimpl
def copydesk_formatters() -> Iterable[FormatterSpec]:
    """The formatters that come with copydesk: text, JSON, SARIF, HTML and others."""
    return FORMATTERS
