"""A run: many drafts, in one process or several, with what is known from before.

What it gives does not depend on the number of processes, on the order in which
they finish, or on what the cache holds.
"""

from __future__ import annotations

import gc
import os
from copy import copy
from typing import TYPE_CHECKING, NamedTuple

from copydesk.model.findings import Problem
from copydesk.report.report import FileReport, Report
from copydesk.run.linter import Desk

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from copydesk.files.discover import Draft
    from copydesk.run.result_cache import Memory
    from copydesk.run.settings import Orders

_MANY = 50  # drafts from which garbage is collected, where the command turned that off
_MOST_JOBS = 64  # processes, whatever is asked for
_WORTH = 400_000  # bytes of drafts from which a second process pays for its start


class WorkerDied(Exception):
    """A worker process was killed from outside."""


class Plan(NamedTuple):
    """How a run is to go.

    Attributes:
        jobs: processes; 0 for as many as the work is worth.
        problems: found before it began.
        advance: called after each draft, for a progress bar.
        beside: drafts with which those of the run are compared, and no more.
        cache: whether results may be taken from the cache and kept there.
    """

    jobs: int = 0
    problems: Sequence[Problem] = ()
    advance: Callable[[], None] = lambda: None
    beside: Sequence[Draft] = ()
    cache: bool = True


_PLAN = Plan()


def run(desk: Desk, drafts: Sequence[Draft], plan: Plan = _PLAN) -> Report:
    """Check drafts and report in the order of their paths."""
    if len(drafts) + len(plan.beside) > _MANY:
        gc.enable()
    if len(drafts) + len(plan.beside) < 2:
        desk.orders = desk.orders._replace(alone=True)
    reader = _reader(desk)
    is_plain = reader is desk
    memory = _memory(reader, len(drafts) if is_plain else 0, plan)
    known = memory if is_plain else None
    files: list[FileReport] = []
    found = list(plan.problems)
    try:
        for file in _reports(desk, drafts, plan.jobs, known):
            files.append(file)
            plan.advance()
        files.sort(key=lambda file: file.path)
        files = _compared(desk, files, plan, reader, memory)
    except WorkerDied:
        found.append(Problem("a process was killed; run again with --jobs 1"))
    finally:
        if memory is not None:
            memory.close()
    files.sort(key=lambda file: file.path)
    return Report(tuple(files), tuple(found), len(desk.default.severities), notes=desk.notes)


def _reader(desk: Desk) -> Desk:
    """The desk, or one like it that fixes nothing, for drafts that are only to be compared with."""
    orders = desk.orders
    if orders.fixing is None and not orders.stories:
        return desk
    reader = copy(desk)
    reader.orders = orders._replace(fixing=None, stories=False)
    return reader


def _memory(reader: Desk, drafts: int, plan: Plan) -> Memory | None:
    """What is known from before, where that is worth the look and may be used."""
    if not (plan.cache and reader.orders.cache and (drafts > 1 or plan.beside)):
        return None
    try:
        from copydesk.run.result_cache import Memory
    except ImportError:  # a Python that was built without SQLite
        return None
    return Memory.of(reader)


def _reports(
    desk: Desk, drafts: Sequence[Draft], jobs: int, memory: Memory | None
) -> Iterator[FileReport]:
    if memory is None:
        yield from _in_turn_or_together(desk, drafts, jobs)
        return
    known, rest = memory.known(drafts)
    yield from known
    for file in _in_turn_or_together(desk, rest, jobs):
        memory.keep(file)
        yield file


def _compared(
    desk: Desk, files: list[FileReport], plan: Plan, reader: Desk, memory: Memory | None
) -> list[FileReport]:
    """The reports with what only shows when drafts are read side by side."""
    if not any(file.sightings for file in files) or len(files) + len(plan.beside) < 2:
        return files
    from copydesk.engine.across_drafts import Judge, compare

    things = {one.key for file in files for one in file.sightings}
    own = {_identity(file.path) for file in files}
    others = [draft for draft in plan.beside if _identity(draft.path) not in own]
    if memory is not None:
        memory.flush()
        elsewhere = memory.elsewhere(
            others, things, lambda rest: _in_turn_or_together(reader, rest, plan.jobs)
        )
    else:
        read = _in_turn_or_together(reader, others, plan.jobs)
        elsewhere = [one for file in read for one in file.sightings if one.key in things]
    judges = [Judge(file.path, desk.rules_for(file.path)) for file in files if file.sightings]
    return [desk.held(file, late=True) for file in compare(files, judges, elsewhere)]


def _identity(path: str) -> object:
    """What tells one file from another, whatever the name it goes by."""
    try:
        status = os.stat(path)
    except OSError:
        return os.path.abspath(path)
    # Some file systems number no files.
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(path)


def _in_turn_or_together(desk: Desk, drafts: Sequence[Draft], jobs: int) -> Iterator[FileReport]:
    jobs = min(jobs or _worth(drafts), len(drafts), _MOST_JOBS)
    if jobs <= 1:
        yield from map(desk.read, drafts)
        return
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor

    chunk = max(1, min(32, len(drafts) // (4 * jobs)))
    with ProcessPoolExecutor(jobs, initializer=_begin, initargs=(desk.orders,)) as pool:
        try:
            yield from pool.map(_read, drafts, chunksize=chunk)
        except BrokenExecutor:
            raise WorkerDied from None


def _worth(drafts: Sequence[Draft]) -> int:
    """How many processes the drafts are worth."""
    if len(drafts) < 2:
        return 1
    size = 0
    for draft in drafts:
        try:
            size += os.stat(draft.file).st_size
        except OSError:
            continue
    return max(1, min(os.cpu_count() or 1, size // _WORTH))


_desk: Desk | None = None  # of a worker process


def _begin(orders: Orders) -> None:
    global _desk
    _desk = Desk(orders)


def _read(draft: Draft) -> FileReport:
    assert _desk is not None
    return _desk.read(draft)
