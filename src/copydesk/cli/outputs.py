"""The output formats asked for, and where each is written."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager

from copydesk.cli.guard import raw
from copydesk.files.bounds import repository_of, resolved
from copydesk.hooks.specs import Screen
from copydesk.model.errors import DataError, PluginError, describe
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
    from typing import IO

    from copydesk.hooks.specs import Format, FormatterSpec
    from copydesk.report import Report

_TEXT = "text"
_STDOUT = "-"


class Output(ValueTuple):
    """A format and the file for it; an empty file is standard output."""

    spec: FormatterSpec
    file: str


def outputs_of(arguments: Namespace, formatters: Mapping[str, FormatterSpec]) -> list[Output]:
    """What ``--format NAME[=FILE]`` and ``--output`` ask for.

    Raises:
        DataError: a format is unknown, or two go to the same place.
    """
    found: list[Output] = []
    places: list[str] = []
    for value in arguments.format or [_TEXT]:
        name, named, file = value.partition("=")
        if named and not file:
            raise DataError(f"--format {value}: name a file after the =, or - for standard output")
        spec = _spec(name, formatters)
        places.append(file or arguments.output or "")
        found.append(Output(spec, "" if places[-1] == _STDOUT else places[-1]))
    for place in places:
        if places.count(place) > 1 and place != _STDOUT:
            where = place or "standard output"
            raise DataError(f"--format: two formats go to {where}; give one a file with NAME=FILE")
    return found


def refuse_drafts(outputs: Sequence[Output], paths: Sequence[str], suffixes: Iterable[str]) -> None:
    """Refuse to write a report over a draft.

    Args:
        outputs: the formats, and where each is written.
        paths: the drafts and folders that were named.
        suffixes: the file endings of drafts.

    Raises:
        DataError: the file of a format is there and is a draft.
    """
    endings = tuple(suffixes)
    for output in outputs:
        _refuse(output.file, paths, output.file.lower().endswith(endings))


def _refuse(file: str, paths: Sequence[str], is_text: bool) -> None:
    """Refuse a file that is there and is, or may be, a draft."""
    if not file or not os.path.isfile(file):
        return
    given = any(os.path.isfile(path) and os.path.samefile(file, path) for path in paths)
    if given or (is_text and not _is_own(file)):
        hint = "" if given else ", or delete it first"
        raise DataError(f"{file}: not overwritten: it may be a draft; name another file{hint}")


def _is_own(file: str) -> bool:
    """Whether a file is empty, or a report that copydesk wrote."""
    import re

    from copydesk.files.no_text import is_sheet

    try:
        with open(file, "rb") as handle:
            data = handle.read()
    except OSError:
        return False
    summary = rb"^(?:## copydesk|[\d,]+ words? read\.|No f[\w ]+\.)\r?$"  # a line of each
    return not data.strip() or is_sheet(data) or bool(re.search(summary, data, re.MULTILINE))


def _spec(name: str, formatters: Mapping[str, FormatterSpec]) -> FormatterSpec:
    if name not in formatters:
        from copydesk.files.toml import near_or_all

        raise DataError(f"--format: unknown format {name!r}{near_or_all(name, formatters)}")
    return formatters[name]


def wanted(outputs: Sequence[Output], what: str) -> bool:
    """Whether any of the formats needs a certain part of the report."""
    return any(what in output.spec.needs for output in outputs)


def write_all(outputs: Sequence[Output], report: Report, arguments: Namespace) -> None:
    """Write every format; if one fails, the others are still written.

    Raises:
        DataError, PluginError: the error of the first format that failed.
    """
    failed: list[DataError | PluginError] = []
    for output in outputs:
        try:
            screen = _screen(arguments, output.file)
            _put(_written(output.spec, output.spec.load, report, screen), output.file)
            _write_aside(output.spec, report, screen)
        except (DataError, PluginError) as error:
            failed.append(error)
    if failed:
        raise failed[0]


def _written(
    spec: FormatterSpec, load: Callable[[], Format], report: Report, screen: Screen
) -> Iterator[str]:
    """The parts of the report in a format.

    Raises:
        PluginError: the format failed.
    """
    with formatting(spec):
        text = load()(report, screen)
        yield from (text,) if isinstance(text, str) else text


@contextmanager
def formatting(spec: FormatterSpec) -> Iterator[None]:
    """Say which format failed.

    Raises:
        PluginError: it failed.
    """
    try:
        yield
    except Exception as error:
        raise PluginError(f"the format {spec.name} failed: {describe(error)}") from error


def _write_aside(spec: FormatterSpec, report: Report, screen: Screen) -> None:
    file = os.environ.get(spec.side_output.variable) if spec.side_output is not None else None
    if file and spec.side_output is not None:
        name = os.path.basename(file)
        _refuse(file, [one.path for one in report.files if one.path.endswith(name)], False)
        _save(_written(spec, spec.side_output.load, report, screen), file, "a")


def write_text(text: str, file: str) -> None:
    """Write a text to a file, or to standard output if none is named.

    It is written without anything that a CI service would take for a command.

    Raises:
        DataError: it cannot be written.
    """
    from copydesk.formats.inert import inert

    _put(iter((inert(text),)), file)


def _put(parts: Iterator[str], file: str) -> None:
    """Write what a format made as it is; formats make it harmless in their own way."""
    if file:
        _save(parts, file, "w")
        return
    if sys.stdout is None:
        raise DataError("standard output is closed; name a file with --output")
    for part in parts:
        raw(sys.stdout).write(part)
    sys.stdout.flush()


def _save(parts: Iterator[str], file: str, mode: str) -> None:
    first = next(parts, "")  # a format that fails at once leaves the file as it was
    with writing(file), opened(file, mode) as handle:
        handle.write(first)
        handle.writelines(parts)


def opened(file: str, mode: str = "w") -> IO[str]:
    """A file opened to write to; in a repository, no link may lead out of it."""
    if repository_of(os.path.dirname(os.path.abspath(file))):
        file = resolved(file)
    return open(file, mode, encoding="utf-8", errors="surrogateescape", newline="")


@contextmanager
def writing(file: str) -> Iterator[None]:
    """Say which file cannot be written.

    Raises:
        DataError: it cannot be written.
    """
    try:
        yield
    except OSError as error:
        raise DataError(f"{file}: cannot write: {error.strerror}") from None


def _screen(arguments: Namespace, file: str) -> Screen:
    on_terminal = not file and is_terminal(sys.stdout)
    color = on_terminal and not os.environ.get("NO_COLOR")
    if arguments.color != "auto":
        color = arguments.color == "always"
    width = 80
    if on_terminal:
        from shutil import get_terminal_size

        width = get_terminal_size().columns
    return Screen(color, width, arguments.verbose - arguments.quiet)


def is_terminal(stream: object) -> bool:
    """Whether a stream is a terminal."""
    isatty = getattr(stream, "isatty", None)
    return bool(isatty and isatty())
