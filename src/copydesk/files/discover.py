"""Finds the drafts at and below the given paths."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from copydesk.files.bounds import OutOfBounds, bounds_of, repository_of, resolved
from copydesk.files.no_draft import is_no_draft
from copydesk.files.no_text import SUFFIXES, NoText, kind_by_name, told
from copydesk.files.tree import WORKING_TREE
from copydesk.model.findings import Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from pathspec import GitIgnoreSpec

    from copydesk.files.tree import Tree
    from copydesk.model.not_read import NotRead

_NEVER = frozenset({"node_modules", "__pycache__", "venv"})


class Draft(NamedTuple):
    """A file to check.

    Attributes:
        path: the path shown to users, with slashes.
        file: the path to read.
        bounds: the real folder that links must stay in, which contains the file's own
            folder; empty if unknown (see ``bounds_of``).
        met: whether it was found in a folder and not named.
    """

    path: str
    file: str
    bounds: str = ""
    met: bool = False


class Found(NamedTuple):
    """The drafts, in the order of their paths, any problems, and what was passed over.

    ``not_read`` are the files in folders whose names show that they are no text;
    ``excluded`` counts the drafts and folders that the config excludes.
    """

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]
    not_read: tuple[NotRead, ...] = ()
    excluded: int = 0


def discover(
    paths: Iterable[str],
    suffixes: Iterable[str],
    excluded: Callable[[str], bool],
    tree: Tree = WORKING_TREE,
    force_exclude: bool = False,
) -> Found:
    """Find the drafts in ``paths``: files as given, folders searched recursively.

    In folders, only files with one of the suffixes are drafts; files that git ignores
    and hidden files and folders are skipped, and so are licences, read-me files and the
    like. Documents that are no text are noted; links to folders are not followed.

    Args:
        paths: files and folders.
        suffixes: file endings of drafts, in lower case, with the dot.
        excluded: whether the config excludes a path.
        tree: where ignore files are read from.
        force_exclude: whether it may exclude files in ``paths``, too.
    """
    excluded = _Counted(excluded)
    endings = tuple(suffixes)
    drafts, others = dict[str, Draft](), dict[str, Draft]()
    problems: list[Problem] = []
    for path in paths:
        bounds = _bounds(path, problems)
        if not bounds:
            continue
        if os.path.isdir(path):
            ignore = _Ignore(path, tree, problems)
            for folder, names in _walk(path, (*endings, *SUFFIXES), excluded, ignore):
                _take(drafts, folder, (one for one in names if _ends(one, endings)), bounds)
                _take(others, folder, (one for one in names if not _ends(one, endings)), bounds)
        elif not (force_exclude and excluded.within(path)):
            _take_named(drafts, path, bounds, problems)
    not_read = sorted(_noted(other.path) for key, other in others.items() if key not in drafts)
    found = tuple(sorted(drafts.values()))
    return Found(found, tuple(problems), tuple(not_read), excluded.number)


class _Counted:
    """What the config excludes, and how often it did."""

    def __init__(self, excluded: Callable[[str], bool]) -> None:
        self._excluded = excluded
        self.number = 0

    def __call__(self, path: str) -> bool:
        """Whether the config excludes a path."""
        found = self._excluded(path)
        self.number += found
        return found

    def within(self, path: str) -> bool:
        """Whether the config excludes a file, or a folder that it is in.

        The folders are those of the path as it is spelled.
        """
        folder = os.path.dirname(os.path.normpath(path))
        above = []
        while folder not in ("", os.sep, os.pardir) and os.path.dirname(folder) != folder:
            above.append(folder + "/")
            folder = os.path.dirname(folder)
        return any(self(one) for one in (*reversed(above), path))


def _bounds(path: str, problems: list[Problem]) -> str:
    """The real folder that links at and below a path must stay in; empty if it is outside."""
    try:
        bounds = bounds_of(path)
        resolved(path if os.path.isdir(path) else os.path.dirname(path) or os.curdir, bounds)
    except OutOfBounds as error:
        problems.append(Problem(f"cannot read: {error.message}", _shown(path)))
        return ""
    return bounds


def _ends(name: str, endings: tuple[str, ...]) -> bool:
    return name.lower().endswith(endings)


def passed_over(draft: Draft, error: Exception) -> NotRead | None:
    """What to note of a file that was met in a folder and is no text; None for other errors.

    Args:
        draft: the file.
        error: what was raised when it was read.
    """
    if not (isinstance(error, NoText) and draft.met):
        return None
    from copydesk.model.not_read import NotRead

    return NotRead(draft.path, error.kind.name, str(error))


def _noted(path: str) -> NotRead:
    from copydesk.model.not_read import NotRead

    kind = kind_by_name(path)
    assert kind is not None
    return NotRead(path, kind.name, told(kind))


def _take(drafts: dict[str, Draft], folder: str, names: Iterable[str], bounds: str) -> None:
    """Add the files of one folder, computing the folder's shown path only once."""
    real, file = os.path.join(_same_file(folder), ""), os.path.join(folder, "")
    called = _shown(folder)
    shown = "" if called == os.curdir else f"{called.rstrip('/')}/"
    for name in names:
        draft = Draft(shown + name, file + name, bounds, True)
        drafts.setdefault(real + os.path.normcase(name), draft)


def _take_named(drafts: dict[str, Draft], path: str, bounds: str, problems: list[Problem]) -> None:
    """Add a file that was named, or note that there is none."""
    if not os.path.lexists(path):
        problems.append(Problem("no such file or folder", _shown(path)))
        return
    draft = drafts.setdefault(_same_file(path), Draft(_shown(path), path, bounds))
    drafts[_same_file(path)] = draft._replace(met=False)


def _shown(path: str) -> str:
    path = os.path.normpath(path)
    return path.replace(os.sep, "/") if os.sep != "/" else path


def _same_file(path: str) -> str:
    return os.path.normcase(os.path.abspath(path))


def _walk(
    top: str, endings: tuple[str, ...], excluded: Callable[[str], bool], ignore: _Ignore
) -> Iterator[tuple[str, list[str]]]:
    """Yield each folder at or below ``top``, with the names of the files in it that count."""
    for folder, folders, files in os.walk(top, onerror=ignore.note):
        ignore.enter(folder)
        folders[:] = sorted(
            name
            for name in folders
            if not name.startswith(".")
            and name not in _NEVER
            and not ignore.covers(os.path.join(folder, name) + "/")
            and not excluded(os.path.join(folder, name) + "/")
        )
        drafts = [
            name
            for name in sorted(files)
            if _ends(name, endings)
            and not name.startswith((".", "~$"))
            and not is_no_draft(os.path.join(folder, name))
        ]
        yield (
            folder,
            [
                name
                for name, path in ((name, os.path.join(folder, name)) for name in drafts)
                if not ignore.covers(path) and not excluded(path)
            ],
        )


class _Ignore:
    """The .gitignore files that apply to one folder, including those above it."""

    def __init__(self, top: str, tree: Tree, problems: list[Problem]) -> None:
        self._tree = tree
        self._problems = problems
        self._specs: list[tuple[str, GitIgnoreSpec]] = []
        root = repository_of(top)
        if root is None:
            return
        self._read(os.path.join(root, ".git", "info", "exclude"), root)
        folder = os.path.abspath(top)
        above = []
        while folder != root:
            folder = os.path.dirname(folder)
            above.append(folder)
        for folder in reversed(above):
            self.enter(folder)

    def note(self, error: OSError) -> None:
        """Note that a folder cannot be read."""
        where = _shown(str(error.filename))
        self._problems.append(Problem(f"cannot read the folder: {error.strerror}", where))

    def enter(self, folder: str) -> None:
        """Read the .gitignore of a folder, if it has one."""
        file = os.path.join(folder, ".gitignore")
        if self._tree.has(file):
            self._read(file, os.path.abspath(folder))

    def covers(self, path: str) -> bool:
        """Whether git ignores a path; the path of a folder must end in a slash."""
        verdict = False
        if not self._specs:
            return verdict
        full = os.path.abspath(path).replace(os.sep, "/") + ("/" if path.endswith("/") else "")
        for prefix, spec in self._specs:
            if full.startswith(prefix):
                found = spec.check_file(full[len(prefix) :]).include
                verdict = verdict if found is None else found
        return verdict

    def _read(self, file: str, base: str) -> None:
        try:
            # What git itself keeps for this clone does not come from the repository.
            data = self._tree.read(file, named=".git" in file.split(os.sep))
        except FileNotFoundError:
            return
        except OSError as error:
            self._problems.append(Problem(f"cannot read: {error.strerror}", _shown(file)))
            return
        lines = data.decode("utf-8", "replace").splitlines()
        if any(line.strip() and not line.startswith("#") for line in lines):
            from copydesk.files.path_patterns import spec_of

            prefix = base.replace(os.sep, "/").rstrip("/") + "/"
            self._specs.append((prefix, spec_of(lines, _shown(file))))
