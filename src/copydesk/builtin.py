"""The parsers, formatters and engine rules that come with copydesk itself.

They use the same hooks as every plugin.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.hookspecs import FormatterSpec, ParserSpec, hookimpl

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from copydesk.document.slots import Parsed
    from copydesk.hookspecs import Format
    from copydesk.rule import Rule


def _plain() -> Callable[[str], Parsed]:
    from copydesk.parsers.plain import parse

    return parse


def _markdown() -> Callable[[str], Parsed]:
    from copydesk.parsers.markdown import parse

    return parse


def _html() -> Callable[[str], Parsed]:
    from copydesk.parsers.html import parse

    return parse


def _text() -> Format:
    from copydesk.formats.text import write

    return write


def _concise() -> Format:
    from copydesk.formats.concise import write

    return write


def _json() -> Format:
    from copydesk.formats.json_format import write

    return write


@hookimpl
def copydesk_rules() -> Iterable[type[Rule]]:
    """The rules about overrides, which only the engine can keep."""
    from copydesk.stet import RULES

    return RULES


@hookimpl
def copydesk_parsers() -> Iterable[ParserSpec]:
    """Plain text, Markdown and HTML."""
    return (
        ParserSpec("text", (".txt", ".text"), _plain),
        ParserSpec("markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdx"), _markdown),
        ParserSpec("html", (".html", ".htm", ".xhtml"), _html),
    )


@hookimpl
def copydesk_formatters() -> Iterable[FormatterSpec]:
    """Text for a person, one line a finding, and JSON."""
    return (
        FormatterSpec("text", "for a person: grouped by file, the words marked", _text),
        FormatterSpec("concise", "a line each: path:line:col: severity rule message", _concise),
        FormatterSpec("json", "for programs: every position, edit and error", _json),
    )
