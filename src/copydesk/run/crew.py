"""Check or fix many drafts, in one process or in several."""

from __future__ import annotations

import os
from collections import deque
from itertools import islice

from copydesk.run.garbage import search_rarely
from copydesk.run.linter import Linter
from copydesk.run.settings import READING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.config.nearest import Configs
    from copydesk.files.discover import Draft
    from copydesk.report import FileReport
    from copydesk.report.fixed import Fixing
    from copydesk.run.settings import Reading, RunSettings

_MOST_JOBS = 64  # processes at most
_CHUNK = 32  # drafts that a process gets at once, at most
_AHEAD = 4  # chunks for each process that are under way
_WORTH = 400_000  # bytes of drafts for each process that is worth starting


class WorkerDied(Exception):
    """A worker process was killed from outside."""


class Crew:
    """The processes that check drafts, and how they do it.

    Attributes:
        linter: checks the drafts.
        jobs: number of processes; 0 to choose by the amount of work.
        reading: how drafts are read.
        fixing: how drafts are fixed; None if they are not.
    """

    __slots__ = ("fixing", "jobs", "linter", "reading")

    def __init__(
        self,
        linter: Linter,
        jobs: int = 0,
        reading: Reading = READING,
        fixing: Fixing | None = None,
    ) -> None:
        self.linter = linter
        self.jobs = jobs
        self.reading = reading
        self.fixing = fixing

    def read(self, drafts: Sequence[Draft]) -> Iterator[FileReport]:
        """Check or fix drafts and yield their reports in order.

        Raises:
            WorkerDied: a process was killed.
        """
        jobs = min(self.jobs or _worth(drafts), len(drafts), _MOST_JOBS)
        if jobs > 1:
            return self._together(drafts, jobs)
        return (_report(self.linter, draft, self.fixing, self.reading) for draft in drafts)

    def _together(self, drafts: Sequence[Draft], jobs: int) -> Iterator[FileReport]:
        """The reports in order; few are made ahead, however slowly they are taken."""
        from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

        size = max(1, min(_CHUNK, len(drafts) // (4 * jobs)))
        chunks = (drafts[start : start + size] for start in range(0, len(drafts), size))
        given = (self.linter.settings, self.linter.configs, self.reading, self.fixing)
        with ProcessPoolExecutor(jobs, initializer=_begin, initargs=given) as pool:
            ahead = deque(pool.submit(_read, some) for some in islice(chunks, _AHEAD * jobs))
            try:
                while ahead:
                    done = ahead.popleft().result()
                    ahead.extend(pool.submit(_read, some) for some in islice(chunks, 1))
                    yield from done
            except BrokenExecutor:
                raise WorkerDied from None
            finally:
                for one in ahead:
                    one.cancel()


def _report(linter: Linter, draft: Draft, fixing: Fixing | None, reading: Reading) -> FileReport:
    if fixing is None:
        return linter.check(draft, reading)
    from copydesk.run.fixer import fix_draft

    return fix_draft(linter, draft, fixing, reading)


def _worth(drafts: Sequence[Draft]) -> int:
    """The number of processes that is worth starting for these drafts."""
    if len(drafts) < 2:
        return 1
    size = 0
    for draft in drafts:
        try:
            size += os.stat(draft.file).st_size
        except OSError:
            continue
    return max(1, min(os.cpu_count() or 1, size // _WORTH))


_crew: Crew | None = None  # set in a worker process


def _begin(
    settings: RunSettings, configs: Configs, reading: Reading, fixing: Fixing | None
) -> None:
    global _crew
    search_rarely()
    _crew = Crew(Linter(settings, configs), 1, reading, fixing)


def _read(drafts: Sequence[Draft]) -> list[FileReport]:
    assert _crew is not None
    return [_report(_crew.linter, one, _crew.fixing, _crew.reading) for one in drafts]
