"""``copydesk check`` in CI and hooks: which drafts to read, and what has changed."""

from __future__ import annotations

import os
from contextlib import contextmanager

from copydesk.files.bounds import repository_of
from copydesk.files.discover import Draft, Found, discover
from copydesk.model.errors import DataError
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Iterator

    from copydesk.gate.git import Changes
    from copydesk.run.linter import Linter


class Work(ValueTuple):
    """The drafts of a run, those to compare with, and what has changed.

    ``empty`` is whether there is no draft at all, changed or not.
    """

    found: Found
    beside: tuple[Draft, ...] = ()
    changes: Changes | None = None
    empty: bool = False


@contextmanager
def work(linter: Linter, arguments: Namespace) -> Iterator[Work]:
    """Find the drafts to read; staged versions are in a folder that is deleted after the run.

    Raises:
        DataError: git cannot say what has changed, or options contradict each other.
    """
    found = discovered(linter, arguments.paths, arguments.force_exclude)
    beside = discovered(linter, arguments.beside).drafts if arguments.beside else ()
    if not arguments.changed_since and not arguments.staged:
        yield Work(found, beside, empty=not found.drafts)
        return
    from copydesk.gate import git

    _check_options(arguments)
    if arguments.changed_since:
        changes = git.since(arguments.changed_since)
        yield _changed(found, beside, changes)
        return
    from tempfile import TemporaryDirectory

    changes = git.staged()
    with TemporaryDirectory(prefix="copydesk-") as folder:
        every = _with_staged(linter, found, changes)
        drafts = _as_staged(every.drafts, changes.top, folder)
        yield _changed(every._replace(drafts=drafts), beside, changes)


def discovered(linter: Linter, paths: list[str], force_exclude: bool = False) -> Found:
    """The drafts below those paths, or below the current folder if none is given.

    ``force_exclude`` is whether the config may exclude files that are named, too.
    """
    paths = paths or [os.curdir]
    found = discover(
        paths, linter.registry.suffixes, linter.configs.excluded, linter.settings.config.tree,
        force_exclude,
    )  # fmt: skip
    return _with_tracked(linter, found, paths) if found.ignored else found


def _with_tracked(linter: Linter, found: Found, paths: list[str]) -> Found:
    """What was found, and the drafts that git ignores although it tracks them."""
    from copydesk.files.no_draft import is_no_draft
    from copydesk.gate.git import tracked_but_ignored
    from copydesk.model.gaps import TRACKED, Gap

    endings = tuple(linter.registry.suffixes)
    folders = [path for path in paths if os.path.isdir(path) and _has_index(path)]
    names = {os.path.relpath(one) for folder in folders for one in tracked_but_ignored(folder)}
    there = {os.path.normpath(draft.path) for draft in found.drafts}
    told = "git ignores this draft although it tracks it; name it to check it"
    more = [
        Gap(name.replace(os.sep, "/"), TRACKED, told)
        for name in names - there
        if name.lower().endswith(endings)
        and not is_no_draft(name)
        and not linter.configs.excluded(name)
    ]
    return found._replace(left_out=tuple(sorted((*found.left_out, *more))))


def _has_index(folder: str) -> bool:
    """Whether a folder is in a repository in which git tracks anything."""
    top = repository_of(folder)
    git = os.path.join(top, ".git") if top else ""
    return os.path.isfile(git) or os.path.isfile(os.path.join(git, "index"))


def _check_options(arguments: Namespace) -> None:
    if arguments.changed_since and arguments.staged:
        raise DataError("use --changed-since or --staged, not both")
    if arguments.staged and (arguments.fix or arguments.diff):
        raise DataError(
            "--staged cannot be combined with --fix or --diff, which work on the working tree"
        )


def _changed(found: Found, beside: tuple[Draft, ...], changes: Changes) -> Work:
    """Read what has changed; the other drafts are only for comparison."""
    from copydesk.gate.git import real

    is_changed = {draft: real(draft.path) in changes.lines for draft in found.drafts}
    drafts = tuple(draft for draft in found.drafts if is_changed[draft])
    others = tuple(draft for draft in found.drafts if not is_changed[draft])
    not_read = tuple(one for one in found.not_read if real(one.path) in changes.lines)
    left_out = tuple(one for one in found.left_out if real(one.path) in changes.lines)
    empty = not found.drafts
    found = found._replace(drafts=drafts, not_read=not_read, left_out=left_out)
    return Work(found, (*beside, *others), changes, empty)


def _with_staged(linter: Linter, found: Found, changes: Changes) -> Found:
    """The drafts, plus those that are staged but gone from the working tree."""
    from copydesk.gate.git import real

    there = {real(draft.path) for draft in found.drafts}
    endings = tuple(linter.registry.suffixes)
    gone = [
        Draft(os.path.relpath(path).replace(os.sep, "/"), path, changes.top)
        for path in changes.lines
        if path not in there and not os.path.lexists(path) and path.lower().endswith(endings)
    ]
    gone = [draft for draft in gone if not draft.path.startswith("../")]
    return found._replace(drafts=tuple(sorted((*found.drafts, *gone))))


def _as_staged(drafts: tuple[Draft, ...], top: str, folder: str) -> tuple[Draft, ...]:
    """The drafts; if a staged version differs from its file, a copy of it is read instead."""
    from copydesk.gate.git import check_out, real, unstaged

    differ = set(unstaged(top))
    wanted = {draft: path for draft in drafts if (path := real(draft.path)) in differ}
    check_out(top, sorted(wanted.values()), folder)
    bounds = os.path.realpath(folder)
    return tuple(
        draft._replace(
            file=os.path.join(folder, os.path.relpath(wanted[draft], top)), bounds=bounds
        )
        if draft in wanted
        else draft
        for draft in drafts
    )
