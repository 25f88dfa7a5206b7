"""Run a check of many drafts, in one process or several, using the cache.

The result does not depend on the number of processes, the order in which they
finish, or the state of the cache.
"""

from __future__ import annotations

import gc
import os
from typing import TYPE_CHECKING

from copydesk.files.read import STDIN
from copydesk.model.findings import Problem, Severity
from copydesk.model.value_tuple import ValueTuple
from copydesk.report import FileReport, Report, Trust
from copydesk.run.crew import Crew, WorkerDied
from copydesk.run.settings import READING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from copydesk.files.discover import Draft
    from copydesk.gate.baseline import Baseline
    from copydesk.gate.git import Changes
    from copydesk.gate.trust import Base
    from copydesk.model.gaps import Gap
    from copydesk.model.not_read import NotRead
    from copydesk.model.sightings import PlacedSighting
    from copydesk.report.fixed import Fixing
    from copydesk.report.story import RuleHelp, Story
    from copydesk.run.linter import Linter
    from copydesk.run.result_cache import ResultCache
    from copydesk.run.settings import Reading

_MANY = 50  # more drafts than this turn garbage collection back on


class RunOptions(ValueTuple):
    """The options of a run.

    Attributes:
        jobs: number of processes; 0 to choose by the amount of work.
        problems: problems found before the run.
        advance: called after each draft, for a progress bar.
        beside: other drafts, only to compare with.
        cache: whether to use the result cache.
        reading: how drafts are read.
        fixing: how drafts are fixed; None if they are not.
        level: the lowest severity that fails the check; None if no finding does.
        changes: the changed lines, if only findings in them are reported.
        baseline: the file of known findings; empty for none.
        not_read: files that were passed over because they are no text.
        base: the base of the change, if settings were read from there.
        left_out: files and folders that were passed over for other reasons.
        rulebook: returns help on rules by id, if the report should include it.
    """

    jobs: int = 0
    problems: Sequence[Problem] = ()
    advance: Callable[[], None] = lambda: None
    beside: Sequence[Draft] = ()
    cache: bool = True
    reading: Reading = READING
    fixing: Fixing | None = None
    level: Severity | None = Severity.FIX
    changes: Changes | None = None
    baseline: str = ""
    not_read: Sequence[NotRead] = ()
    base: Base | None = None
    left_out: Sequence[Gap] = ()
    rulebook: Callable[[Iterable[str]], tuple[RuleHelp, ...]] | None = None


_OPTIONS = RunOptions()


def run(linter: Linter, drafts: Sequence[Draft], options: RunOptions = _OPTIONS) -> Report:
    """Check drafts and report on them in the order of their paths.

    Raises:
        DataError: the baseline, a stet ledger or the config for a draft cannot be read.
        NoRules: the config for a draft selects no rules.
    """
    many = len(drafts) + len(options.beside)
    if many > _MANY:
        gc.enable()
    if many < 2 and not any(draft.file == STDIN for draft in drafts):
        options = options._replace(reading=options.reading._replace(alone=True))
    linter.prepare(draft.path for draft in drafts)
    files, problems = _read(linter, drafts, options)
    files, not_read = _passed_over(files, drafts)
    options = options._replace(not_read=sorted((*options.not_read, *not_read)))
    return _report(linter, files, problems, options)


def _passed_over(
    files: list[FileReport], drafts: Sequence[Draft]
) -> tuple[list[FileReport], list[NotRead]]:
    """The reports on drafts, and the files that were found in folders and are no text.

    For a file that was named, that is a problem.
    """
    if not any(file.no_text for file in files):
        return files, []
    from copydesk.model.not_read import NotRead

    met = {draft.path for draft in drafts if draft.met}
    read: list[FileReport] = []
    passed: list[NotRead] = []
    for file in files:
        if file.no_text and file.path in met:
            passed.append(NotRead(file.path, file.no_text, file.problems[0].message))
        else:
            read.append(file)
    return read, passed


def _read(
    linter: Linter, drafts: Sequence[Draft], options: RunOptions
) -> tuple[list[FileReport], list[Problem]]:
    """The reports on drafts, in the order of their paths, and the problems of the run."""
    crew = Crew(linter, options.jobs, options.reading, options.fixing)
    # Drafts that are read only for comparison are never fixed.
    onlooker = Crew(linter, options.jobs, options.reading._replace(stories=False))
    is_plain = options.fixing is None and not options.reading.stories
    memory = _memory(onlooker, len(drafts) if is_plain else 0, options)
    files: list[FileReport] = []
    problems = list(options.problems)
    try:
        for file in _reports(crew, drafts, memory if is_plain else None):
            files.append(_stored(file) if len(drafts) > _MANY else file)
            options.advance()
        files.sort(key=lambda file: file.path)
        files = _compared(linter, files, options, onlooker, memory)
    except WorkerDied:
        problems.append(Problem("a process was killed; run again with --jobs 1"))
    finally:
        if memory is not None:
            memory.close()
    files.sort(key=lambda file: file.path)
    return files, problems


def _stored(file: FileReport) -> FileReport:
    """The report, with its story packed: a format shows one story after the other."""
    if file.story is None:
        return file
    from typing import cast

    from copydesk.report.story import StoredStory

    return file._replace(story=cast("Story", StoredStory(file.story)))


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
    if memory is None:
        yield from crew.read(drafts)
        return
    known, rest = memory.known(drafts)
    yield from known
    for file in crew.read(rest):
        memory.keep(file)
        yield file


def _compared(
    linter: Linter,
    files: list[FileReport],
    options: RunOptions,
    onlooker: Crew,
    memory: ResultCache | None,
) -> list[FileReport]:
    """The reports, with the findings that come from comparing drafts added."""
    if not any(file.sightings for file in files) or len(files) + len(options.beside) < 2:
        return files
    from copydesk.engine.across_drafts import DraftRules, compare

    things = {one.key for file in files for one in file.sightings}
    elsewhere = _elsewhere(files, options.beside, things, onlooker, memory)
    judges = [
        DraftRules(file.path, linter.prepared_for(file.path).rules_for(file.path))
        for file in files
        if file.sightings
    ]
    return [linter.held(file, late=True) for file in compare(files, judges, elsewhere)]


def _elsewhere(
    files: list[FileReport],
    beside: Sequence[Draft],
    things: set[str],
    onlooker: Crew,
    memory: ResultCache | None,
) -> list[PlacedSighting]:
    """The forms that drafts outside the run use for these things."""
    if not beside:
        return []
    own = {_identity(file.path) for file in files}
    others = [draft for draft in beside if _identity(draft.path) not in own]
    if memory is not None:
        memory.flush()
        return memory.elsewhere(others, things, onlooker.read)
    read = onlooker.read(others)
    return [one for file in read for one in file.sightings if one.key in things]


def _identity(path: str) -> object:
    """A key that identifies a file, whatever path leads to it."""
    try:
        status = os.stat(path)
    except OSError:
        return os.path.abspath(path)
    # Some file systems have no inode numbers.
    return (status.st_dev, status.st_ino) if status.st_ino else os.path.realpath(path)


def _baseline(linter: Linter, path: str) -> Baseline:
    from copydesk.gate.baseline import read_baseline

    return read_baseline(os.path.abspath(path), linter.settings.config.tree, named=True)


def _trust(linter: Linter, files: list[FileReport], base: Base) -> Trust:
    from copydesk.gate.trust import trust_of

    configs = linter.configs.used(file.path for file in files)
    named = (path for one in configs for _, path in (*one.terms, *one.facts))
    used = [*(path for one in configs for path in one.files), *named]
    return trust_of(base, files, used, linter.settings.waiting is None)


def _report(
    linter: Linter, files: list[FileReport], problems: list[Problem], options: RunOptions
) -> Report:
    """Build the report: apply the filters, and add whatever else the formats need."""
    untouched = old = 0
    trust = _trust(linter, files, options.base) if options.base is not None else None
    if options.changes is not None:
        from copydesk.gate.changed import changed_only

        files, untouched = changed_only(files, options.changes)
    if options.baseline and any(file.findings for file in files):
        from copydesk.gate.baseline import hold_back

        files, old = hold_back(files, _baseline(linter, options.baseline))
    rulebook: tuple[RuleHelp, ...] = ()
    if options.rulebook is not None:
        rulebook = options.rulebook(one.rule for file in files for one in file.findings)
    return Report(
        tuple(files), tuple(problems), len(linter.default.severities), options.level, rulebook,
        old, untouched, linter.prepared.notes, tuple(options.not_read), trust,
        tuple(options.left_out),
    )  # fmt: skip
