"""The parsers and formatters that come with copydesk, each loaded on first use."""

from __future__ import annotations

from copydesk.hooks.specs import FormatterSpec, ParserSpec, SideOutput

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.document.slots import Parsed
    from copydesk.hooks.specs import Format


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


def _own(module: str) -> Callable[[], Format]:
    """Return a function that imports a formatter's module and gets its ``write``."""

    def load() -> Format:
        from importlib import import_module

        write: Format = import_module(f"copydesk.formats.{module}").write
        return write

    return load


PARSERS = (
    ParserSpec("text", (".txt", ".text"), _plain),
    ParserSpec("markdown", (".md", ".markdown", ".mdown", ".mkd", ".mdx"), _markdown),
    ParserSpec("html", (".html", ".htm", ".xhtml"), _html),
)

FORMATTERS = (
    FormatterSpec("text", "for a person: grouped by file, the words marked", _text),
    FormatterSpec("concise", "a line each: path:line:col: severity rule message", _concise),
    FormatterSpec("json", "for programs: every position, edit and error", _json),
    FormatterSpec(
        "jsonl", "for programs: a line of JSON for each finding", _own("jsonl_format"),
        ("stream",),
    ),
    FormatterSpec("sarif", "for code scanning: SARIF 2.1.0", _own("sarif"), ("rules",)),
    FormatterSpec(
        "github", "for GitHub Actions: annotations and the job's summary", _own("github"),
        side_output=SideOutput("GITHUB_STEP_SUMMARY", _own("github_summary")),
    ),
    FormatterSpec("gitlab", "for GitLab: the code quality report", _own("gitlab")),
    FormatterSpec("junit", "for CI servers: JUnit's XML", _own("junit")),
    FormatterSpec("checkstyle", "for CI servers: Checkstyle's XML", _own("checkstyle")),
    FormatterSpec(
        "rdjson", "for reviewdog: with the fixes as suggestions", _own("rdjson"),
        ("stories", "rules"),
    ),
    FormatterSpec(
        "html",
        "a proof sheet: the stories with the findings in the margin",
        _own("html.sheet"),
        ("stories", "rules"),
    ),
)  # fmt: skip
