"""The parsers and formatters that come with copydesk itself, each loaded on use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.specs import FormatterSpec, ParserSpec

if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.document.slots import Parsed
    from copydesk.specs import Format


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


PARSERS = (
    ParserSpec("text", (".txt", ".text"), _plain),
    ParserSpec("markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdx"), _markdown),
    ParserSpec("html", (".html", ".htm", ".xhtml"), _html),
)

FORMATTERS = (
    FormatterSpec("text", "for a person: grouped by file, the words marked", _text),
    FormatterSpec("concise", "a line each: path:line:col: severity rule message", _concise),
    FormatterSpec("json", "for programs: every position, edit and error", _json),
)
