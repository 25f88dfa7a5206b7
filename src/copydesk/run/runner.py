"""Run a check of many drafts, in one process or several, using the cache.

The result does not depend on the number of processes, the order in which they
finish, or the state of the cache. Each report is put on a shelf as soon as it is
made, so that a run of any length needs no more memory than a short one.
"""

from __future__ import annotations

import gc
import os

from copydesk.files.read import STDIN
from copydesk.model.findings import Problem
from copydesk.report import Report, Trust
from copydesk.run.collected import Collected
from copydesk.run.crew import Crew, WorkerDied
from copydesk.run.options import RunOptions
from copydesk.run.shelf import room

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from copydesk.files.discover import Draft
    from copydesk.gate.trust import Base
    from copydesk.model.sightings import PlacedSighting
    from copydesk.report import FileReport
    from copydesk.report.story import RuleHelp
    from copydesk.run.linter import Linter
    from copydesk.run.result_cache import ResultCache

_MANY = 50  # more drafts than this turn garbage collection back on
_OPTIONS = RunOptions()


def run(linter: Linter, drafts: Sequence[Draft], options: RunOptions = _OPTIONS) -> Report:
    """Check drafts and report on them in the order of their paths.

    Raises:
        DataError: the baseline, a stet ledger or the config for a draft cannot be read, or
            there is no room for the reports.
        NoRules: the config for a draft selects no rules.
    """
    many = len(drafts) + len(options.beside)
    if many > _MANY:
        gc.enable()
    if many < 2 and not any(draft.file == STDIN for draft in drafts):
        options = options._replace(reading=options.reading._replace(alone=True))
    linter.prepare(draft.path for draft in drafts)
    drafts = sorted(drafts, key=lambda draft: draft.path)
    with room():
        collected, problems = _read(linter, drafts, options)
    options = options._replace(not_read=sorted((*options.not_read, *collected.not_read)))
    return _report(linter, collected, problems, options)


def _read(
    linter: Linter, drafts: Sequence[Draft], options: RunOptions
) -> tuple[Collected, list[Problem]]:
    """The reports on drafts, in the order of their paths, and the problems of the run."""
    crew = Crew(linter, options.jobs, options.reading, options.fixing)
    # Drafts that are read only for comparison are never fixed.
    onlooker = Crew(linter, options.jobs, options.reading._replace(stories=False))
    is_plain = options.fixing is None and not options.reading.stories
    memory = _memory(onlooker, len(drafts) if is_plain else 0, options)
    collected = Collected(linter, drafts, options)
    problems = list(options.problems)
    try:
        for file in _reports(crew, drafts, memory if is_plain else None):
            collected.add(file)
            options.advance()
        if collected.has_sightings and len(collected) + len(options.beside) > 1:
            collected.compare(_elsewhere(collected, options.beside, onlooker, memory))
    except WorkerDied:
        problems.append(Problem("a process was killed; run again with --jobs 1"))
    finally:
        if memory is not None:
            memory.close()
    return collected, problems


def _memory(reader: Crew, drafts: int, options: RunOptions) -> ResultCache | None:
    """The result cache, if it may be used and is worth opening."""
    cache = reader.linter.settings.cache
    if reader.linter.settings.waiting is not None:
        return None  # what holds depends on the change
    if not (options.cache and cache and (drafts > 1 or options.beside)):
        return None
    try:
        from copydesk.run.result_cache import ResultCache
    except ImportError:  # a Python built without SQLite
        return None
    return ResultCache.of(reader.linter, reader.reading)


def _reports(
    crew: Crew, drafts: Sequence[Draft], memory: ResultCache | None
) -> Iterator[FileReport]:
    return crew.read(drafts) if memory is None else memory.reports(drafts, crew.read)


def _elsewhere(
    collected: Collected, beside: Sequence[Draft], onlooker: Crew, memory: ResultCache | None
) -> Iterable[PlacedSighting]:
    """The forms that drafts outside the run use for the same things."""
    if not beside:
        return ()
    things = collected.shelf.things()
    own = {_identity(one.path) for one in collected.totals.outlines}
    others = [draft for draft in beside if _identity(draft.path) not in own]
    if memory is not None:
        memory.flush()
        return memory.elsewhere(others, things, onlooker.read)
    read = onlooker.read(others)
    return (one for file in read for one in file.sightings if one.key in things)


def _identity(path: str) -> object:
    """A key that identifies a file, whatever path leads to it."""
    try:
        status = os.stat(path)
    except OSError:
        return os.path.abspath(path)
    # Some file systems have no inode numbers.
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(path)


def _trust(linter: Linter, files: Sequence[FileReport], base: Base) -> Trust:
    from copydesk.accepted.kinds import affixes_of, is_dictionary
    from copydesk.gate.trust import trust_of

    configs = linter.configs.used(file.path for file in files)
    named = (path for one in configs for _, path in (*one.terms, *one.facts, *one.accept))
    beside = (affixes_of(path) for one in configs for _, path in one.accept if is_dictionary(path))
    used = [*(path for one in configs for path in one.files), *named, *beside]
    return trust_of(base, files, used, linter.settings.waiting is None)


def _report(
    linter: Linter, collected: Collected, problems: list[Problem], options: RunOptions
) -> Report:
    """Build the report, with whatever else the formats need."""
    files = collected.files
    trust = _trust(linter, files, options.base) if options.base is not None else None
    rulebook: tuple[RuleHelp, ...] = ()
    if options.rulebook is not None:
        rulebook = options.rulebook(collected.totals.rules)
    return Report(
        files, tuple(problems), len(linter.default.severities), options.level, rulebook,
        collected.old, collected.untouched, linter.prepared.notes, tuple(options.not_read), trust,
        tuple(options.left_out), linter.registry.facts_pack,
    )  # fmt: skip
