"""``copydesk list``: what a desk checks in a story before it publishes, to tick off."""

from __future__ import annotations

import os
import sys

from copydesk.checklist import SECTIONS, checklist
from copydesk.cli.gate import discovered
from copydesk.cli.options import config_option, date_option, max_size_option, paths_argument
from copydesk.cli.outputs import is_terminal, write_text
from copydesk.cli.settings import run_settings
from copydesk.cli.status import FOUND_NOTHING, WENT_WRONG, say
from copydesk.document import Document
from copydesk.document.date import Clock
from copydesk.engine.unread import unread_gaps
from copydesk.files.decode import DecodeError
from copydesk.files.discover import Draft, Found, passed_over
from copydesk.files.read import STDIN, draft_bytes, os_error_text
from copydesk.formats.summary import counted_kinds, gap_place
from copydesk.model.errors import DataError, PluginError, describe
from copydesk.run.linter import Linter
from copydesk.run.settings import Reading

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace

    from copydesk.checklist import Checklist
    from copydesk.model.gaps import Gap
    from copydesk.model.not_read import NotRead

_STDIN_NAME = "<standard input>"
_MOST_COLUMNS = 110
_EXAMPLE = """\
examples:
  copydesk list story.md                     names, dates, figures, quotations …
  copydesk list --page --output list.html story.md   a page to tick off, or to print
  copydesk list --only people,quotations story.md    only these sections
  copydesk list --json story.md              for programs

sections: people, bodies, names, dates, figures, money, phones, links, quotations.
The list shows what the story says, with line and column, and judges nothing but the
calendar: a weekday that does not fit its date, and a day that does not exist, have [!].
Weekdays are worked out from the story's date; give it with --date if the draft has none.

exit status: 0 success, 2 an error (see standard error)."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk list``."""
    parser.set_defaults(command=list_)
    parser.epilog = _EXAMPLE
    add = parser.add_argument
    paths_argument(parser, "; - reads standard input")
    add("--format", choices=("text", "json", "html"), default="text",
        help="text for the terminal, JSON for programs, or a page (default: text)")  # fmt: skip
    add("--json", dest="format", action="store_const", const="json", help="as --format json")
    add("--page", dest="format", action="store_const", const="html",
        help="as --format html: a page with boxes to tick")  # fmt: skip
    add("--only", action="append", default=[], metavar="SECTION,…", help="only these sections")
    add("--output", metavar="FILE", help="write the list to a file")
    date_option(parser)
    add("--format-in", default="", metavar="NAME", help="read all drafts as text, markdown or html")
    add("--stdin-filename", default="", metavar="NAME",
        help="file name to report for the draft read from -")  # fmt: skip
    add("--encoding", default="", metavar="NAME",
        help="encoding of drafts that are not UTF-8, such as cp1252")  # fmt: skip
    max_size_option(parser)
    config_option(parser)


class _Run:
    """What has been read so far, and what could not be."""

    def __init__(self, linter: Linter, reading: Reading) -> None:
        self.linter = linter
        self.reading = reading
        self.stories: list[Checklist] = []
        self.errors: list[tuple[str, str]] = []
        self.not_read: list[NotRead] = []
        self.gaps: list[Gap] = []

    def read(self, draft: Draft) -> None:
        """Add the list of one draft, or why there is none."""
        try:
            most = self.linter.most_bytes(draft.path)
            self._add(draft.path, draft_bytes(draft.file, draft.bounds, most))
        except OSError as error:
            self.errors.append((draft.path, os_error_text(error)))
        except (DecodeError, PluginError, DataError) as error:
            if (passed := passed_over(draft, error)) is not None:
                self.not_read.append(passed)
            else:
                self.errors.append((draft.path, str(error)))
        except Exception as error:
            self.errors.append((draft.path, f"copydesk failed on this draft: {describe(error)}"))

    def _add(self, path: str, data: bytes) -> None:
        linter, settings = self.linter, self.linter.settings
        decoded, parse, _ = linter.open(path, data, self.reading)
        given = linter.prepared_for(path).config.date
        clock = Clock(settings.date, given, settings.today)
        doc = Document(decoded.text, parse, path, clock, where=os.path.abspath(path))
        found = checklist(doc)
        self.stories.append(found)
        self.errors += [(path, problem) for problem in doc.parsed.problems]
        self.gaps += unread_gaps(doc, found.words)
        if not doc.language.startswith("en"):
            say(f"{path}: not in English ({doc.language}): the list may not be complete")


def list_(arguments: Namespace) -> int:
    """Write the check lists of the drafts."""
    sections = _sections(arguments.only)
    settings = run_settings(arguments, arguments.paths)
    linter = Linter(
        settings._replace(
            date=arguments.date, encoding=arguments.encoding, max_size=arguments.max_size
        )
    )
    _check_format_in(linter, arguments.format_in)
    run = _Run(linter, Reading(arguments.format_in))
    found = _found(linter, arguments)
    run.errors += [(one.path, one.message) for one in found.problems]
    run.not_read += found.not_read
    for draft in found.drafts:
        run.read(draft)
    if not found.drafts and not run.errors:
        run.errors.append(("", "no drafts found, so there is nothing to list"))
    run.gaps += found.left_out
    if found.drafts or arguments.format == "json":
        write_text(_written(run, sections, arguments), arguments.output or "")
    return _told(run)


def _found(linter: Linter, arguments: Namespace) -> Found:
    if STDIN not in arguments.paths:
        return discovered(linter, arguments.paths)
    if len(arguments.paths) > 1:
        raise DataError("- reads one draft from standard input; give no other path with it")
    return Found((Draft(arguments.stdin_filename or _STDIN_NAME, STDIN),), ())


def _sections(only: list[str]) -> list[str]:
    """The sections to show, in their order.

    Raises:
        DataError: there is no such section.
    """
    names = [name.strip() for value in only for name in value.split(",") if name.strip()]
    for name in names:
        if name not in SECTIONS:
            from copydesk.files.toml import near_or_all

            raise DataError(f"--only: unknown section {name!r}{near_or_all(name, SECTIONS)}")
    return [name for name in SECTIONS if name in names or not names]


def _check_format_in(linter: Linter, name: str) -> None:
    parsers = linter.registry.parsers
    if name and name not in parsers:
        from copydesk.files.toml import near_or_all

        raise DataError(f"--format-in: unknown parser {name!r}{near_or_all(name, parsers)}")


def _written(run: _Run, sections: list[str], arguments: Namespace) -> str:
    if arguments.format == "json":
        from copydesk.formats.list_text import as_json

        return as_json(
            run.stories, sections,
            [{"path": path, "message": message} for path, message in run.errors],
            [{"path": one.path, "kind": one.kind} for one in run.not_read],
            [{"path": gap.path, "line": gap.line, "message": gap.message} for gap in run.gaps],
        )  # fmt: skip
    if arguments.format == "html":
        from copydesk.formats.list_page import as_html

        return as_html(run.stories, sections, [_said(*one) for one in run.errors])
    from copydesk.formats.list_text import as_text

    return as_text(run.stories, sections, _columns(arguments.output))


def _columns(output: str | None) -> int:
    """The columns to write in."""
    if output or not is_terminal(sys.stdout):
        return 80
    from shutil import get_terminal_size

    return min(get_terminal_size().columns, _MOST_COLUMNS)


def _said(path: str, message: str) -> str:
    return f"{path}: {message}" if path else message


def _told(run: _Run) -> int:
    """Say what could not be read; the exit status."""
    if run.not_read:
        say(counted_kinds(run.not_read))
    for gap in run.gaps:
        say(f"{gap_place(gap)}: {gap.message}")
    for path, message in run.errors:
        say(_said(path, message))
    return WENT_WRONG if run.errors else FOUND_NOTHING
