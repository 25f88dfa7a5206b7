"""Finds the drafts at and below the given paths."""

from __future__ import annotations

import os

from copydesk.files.bounds import OutOfBounds, bounds_of, resolved
from copydesk.files.excluded import Excluded
from copydesk.files.ignored import Ignore, shown
from copydesk.files.no_draft import is_no_draft
from copydesk.files.no_text import SUFFIXES, NoText, kind_by_name, told
from copydesk.files.tree import WORKING_TREE
from copydesk.model.findings import Problem
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from copydesk.files.tree import Tree
    from copydesk.model.gaps import Gap
    from copydesk.model.not_read import NotRead

_NEVER = frozenset({"node_modules", "__pycache__", "venv"})


class Draft(ValueTuple):
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


class Found(ValueTuple):
    """The drafts, in the order of their paths, any problems, and what was passed over.

    ``not_read`` are the files in folders whose names show that they are no text;
    ``left_out`` are other files and folders that may hold copy and were passed over;
    ``ignored`` is whether git ignores a draft or a folder that was met; ``excluded``
    counts the drafts and folders that the config excludes.
    """

    drafts: tuple[Draft, ...]
    problems: tuple[Problem, ...]
    not_read: tuple[NotRead, ...] = ()
    left_out: tuple[Gap, ...] = ()
    ignored: bool = False
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
    like. Documents that are no text are noted, and so are texts of other formats and folders
    that are linked, which are not followed, or hidden.

    Args:
        paths: files and folders.
        suffixes: file endings of drafts, in lower case, with the dot.
        excluded: whether the config excludes a path.
        tree: where ignore files are read from.
        force_exclude: whether it may exclude files in ``paths``, too.
    """
    excluded, endings, ignored = Excluded(excluded), tuple(suffixes), False
    drafts, others = dict[str, Draft](), dict[str, Draft]()
    problems: list[Problem] = []
    left_out: dict[str, Gap] = {}
    for path in paths:
        bounds, is_folder = _bounds(path, problems)
        if not bounds:
            continue
        if is_folder:
            walk = _Walk(endings, excluded, Ignore(path, tree, problems), left_out)
            walk.search(path, drafts, others, bounds)
            ignored |= walk.ignored
        elif not os.path.lexists(path):
            problems.append(Problem("no such file or folder", shown(path)))
        elif not (force_exclude and excluded.within(path)):
            drafts[_same_file(path)] = _named(path, drafts.get(_same_file(path)), bounds)
    found = _found(drafts, others, problems, left_out)
    return found._replace(ignored=ignored, excluded=excluded.number)


def _found(
    drafts: dict[str, Draft], others: dict[str, Draft], problems: list[Problem],
    left_out: dict[str, Gap],
) -> Found:  # fmt: skip
    """What was found, in order."""
    not_read = (_noted(other.path) for key, other in others.items() if key not in drafts)
    ordered, noted = tuple(sorted(drafts.values())), tuple(sorted(not_read))
    return Found(ordered, tuple(problems), noted, tuple(sorted(left_out.values())))


def _bounds(path: str, problems: list[Problem]) -> tuple[str, bool]:
    """The bounds of a path that was named, empty if it leaves them; whether it is a folder."""
    try:
        bounds = bounds_of(path)
        is_folder = os.path.isdir(path)
        resolved(path if is_folder else os.path.dirname(path) or os.curdir, bounds)
    except OutOfBounds as error:
        problems.append(Problem(f"cannot read: {error.message}", shown(path)))
        return "", False
    return bounds, is_folder


def _named(path: str, before: Draft | None, bounds: str) -> Draft:
    """The draft that was named; if it was met before, under its path there."""
    return (before or Draft(shown(path), path, bounds))._replace(met=False)


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
    called = shown(folder)
    start = "" if called == os.curdir else f"{called.rstrip('/')}/"
    for name in names:
        draft = Draft(start + name, file + name, bounds, True)
        drafts.setdefault(real + os.path.normcase(name), draft)


def _same_file(path: str) -> str:
    return os.path.normcase(os.path.abspath(path))


class _Walk:
    """The folders at and below one, with the files that count; notes what is passed over.

    Attributes:
        ignored: whether git ignores a draft or a folder that was met.
    """

    def __init__(
        self, endings: tuple[str, ...], excluded: Callable[[str], bool], ignore: Ignore,
        left_out: dict[str, Gap],
    ) -> None:  # fmt: skip
        self.ignored = False
        self._endings = endings
        self._all = (*endings, *SUFFIXES)
        self._excluded = excluded
        self._ignore = ignore
        self._left_out = left_out

    def search(
        self, top: str, drafts: dict[str, Draft], others: dict[str, Draft], bounds: str
    ) -> None:
        """Add the drafts and the documents at and below a folder to those that are known."""
        for folder, names, documents in self.below(top):
            _take(drafts, folder, names, bounds)
            _take(others, folder, documents, bounds)

    def below(self, top: str) -> Iterator[tuple[str, list[str], list[str]]]:
        """Yield each folder, with the names of the drafts and of the documents in it."""
        for folder, folders, files in os.walk(top, onerror=self._ignore.note):
            self._ignore.enter(folder)
            folders[:] = [name for name in sorted(folders) if self._enters(folder, name)]
            names: list[str] = []
            documents: list[str] = []
            odd: list[str] = []
            for name in sorted(files):
                if name.startswith((".", "~$")):
                    continue
                if not _ends(name, self._all):
                    odd.append(name)
                elif self._counts(path := os.path.join(folder, name)) and not is_no_draft(path):
                    (names if _ends(name, self._endings) else documents).append(name)
            if odd:
                self._note_formats(folder, odd, bool(names))
            yield folder, names, documents

    def _enters(self, folder: str, name: str) -> bool:
        """Whether a folder is searched; notes one that is not and may hold drafts."""
        path = os.path.join(folder, name)
        if name.startswith(".") or name in _NEVER:
            from copydesk.files.left_out import hidden

            gap = hidden(path, self._endings)
        elif not self._counts(path + "/"):
            return False
        elif os.path.islink(path):
            from copydesk.files.left_out import linked

            gap = linked(path)
        else:
            return True
        if gap is not None and self._counts(path + "/"):
            self._left_out.setdefault(_same_file(path), gap._replace(path=shown(path)))
        return False

    def _counts(self, path: str) -> bool:
        """Whether neither git nor the config leaves a file or folder out."""
        if self._ignore.covers(path):
            self.ignored = True
            return False
        return not self._excluded(path)

    def _note_formats(self, folder: str, names: list[str], beside: bool) -> None:
        """Note texts of formats that copydesk does not read."""
        from copydesk.files.left_out import unread

        for name in names:
            path = os.path.join(folder, name)
            gap = unread(name, beside)
            if gap is not None and not is_no_draft(path) and self._counts(path):
                self._left_out.setdefault(_same_file(path), gap._replace(path=shown(path)))
