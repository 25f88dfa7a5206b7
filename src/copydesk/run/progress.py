"""A progress bar for long runs; short runs show no bar and import nothing for it."""

from __future__ import annotations

from time import monotonic

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self, TextIO

    from rich.progress import Progress as Bar
    from rich.progress import TaskID

_PATIENCE = 1.0  # seconds without a bar
_PAUSE = 0.1  # seconds between two drawings


class Progress:
    """Show how many files are done, once a run has lasted a second.

    The bar is removed at the end. Without ``rich`` nothing is shown. There is no
    thread: only ``advance`` draws the bar.

    Args:
        total: how many files there are.
        stream: where the bar is drawn, usually stderr.
        enabled: whether to show it at all; true only if the stream is a terminal.
        clock: returns the time in seconds.
    """

    def __init__(
        self,
        total: int,
        stream: TextIO,
        enabled: bool,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        self._total = total
        self._stream = stream
        self._enabled = enabled
        self._clock = clock
        self._done = 0
        self._next = 0.0
        self._bar: Bar | None = None
        self._task: TaskID | None = None

    def __enter__(self) -> Self:
        self._next = self._clock() + _PATIENCE
        return self

    def __exit__(self, *_: object) -> None:
        self._enabled = False
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def advance(self, n: int = 1) -> None:
        """Count ``n`` more files as done."""
        self._done += n
        if not self._enabled or self._clock() < self._next:
            return
        if self._bar is None:
            self._start()
        if self._bar is not None and self._task is not None:
            self._bar.update(self._task, completed=self._done, refresh=True)
            self._next = self._clock() + _PAUSE

    def _start(self) -> None:
        try:
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
            from rich.progress import Progress as Bar
        except ImportError:
            self._enabled = False
            return
        self._bar = Bar(
            TextColumn("Checking"),
            BarColumn(),
            MofNCompleteColumn(),
            TextColumn("files"),
            console=Console(file=self._stream, force_terminal=True),
            auto_refresh=False,
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
        )
        self._task = self._bar.add_task("", total=self._total, completed=self._done)
        self._bar.start()
