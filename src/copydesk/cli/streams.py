"""Formats that are written while the run goes on."""

from __future__ import annotations

import sys
from contextlib import contextmanager

from copydesk.cli.guard import raw
from copydesk.cli.outputs import formatting, opened, writing
from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from typing import IO

    from copydesk.cli.outputs import Output
    from copydesk.hooks.specs import StreamFormat
    from copydesk.report import FileReport, Report


class Streams:
    """The outputs that get each report as soon as it is made.

    Args:
        outputs: the outputs, each in a format that needs ``stream``.
    """

    def __init__(self, outputs: Sequence[Output]) -> None:
        self._outputs = outputs
        self._formats: dict[Output, StreamFormat] = {}
        self._handles: dict[Output, IO[str]] = {}
        for output in outputs:
            with formatting(output.spec):
                form: StreamFormat = output.spec.load()  # type: ignore[assignment]
                self._formats[output] = form

    def __contains__(self, output: Output) -> bool:
        return output in self._formats

    def take(self, file: FileReport) -> None:
        """Write the report on a file, if a format says something on it."""
        for output, made in self._formats.items():
            with formatting(output.spec):
                text = made.of_file(file)
            if text:
                self._write(output, (text,))

    def finish(self, report: Report) -> None:
        """Write what comes after all files."""
        for output, made in self._formats.items():
            with formatting(output.spec):
                rest = made.rest(report)
            self._write(output, rest)
        self.close()

    def close(self) -> None:
        """Close the files, and pass on what waits for standard output."""
        for output, handle in self._handles.items():
            with writing(output.file):
                handle.close()
        self._handles = {}
        if sys.stdout is not None:
            sys.stdout.flush()

    def _write(self, output: Output, parts: Iterable[str]) -> None:
        """Write to standard output, or to a file that is opened when there is something for it.

        Raises:
            DataError: it cannot be written.
        """
        if not output.file:
            if sys.stdout is None:
                raise DataError("standard output is closed; name a file with --output")
            raw(sys.stdout).writelines(parts)
            return
        with writing(output.file):
            if output not in self._handles:
                self._handles[output] = opened(output.file)
            self._handles[output].writelines(parts)


@contextmanager
def streams(outputs: Iterable[Output]) -> Iterator[Streams | None]:
    """Those outputs that are written while the run goes on; None if there are none."""
    some = [output for output in outputs if "stream" in output.spec.needs]
    if not some:
        yield None
        return
    found = Streams(some)
    try:
        yield found
    finally:
        found.close()
