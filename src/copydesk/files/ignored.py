"""The .gitignore files that apply to a folder."""

from __future__ import annotations

import os

from copydesk.files.bounds import repository_of
from copydesk.model.findings import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

    from copydesk.files.tree import Tree


def shown(path: str) -> str:
    """The path of a file as reports give it: with slashes, and no shorter way to write it."""
    path = os.path.normpath(path)
    return path.replace(os.sep, "/") if os.sep != "/" else path


class Ignore:
    """The .gitignore files that apply to one folder, including those above it."""

    def __init__(self, top: str, tree: Tree, problems: list[Problem]) -> None:
        self._tree = tree
        self._problems = problems
        self._specs: list[tuple[str, GitIgnoreSpec]] = []
        root = repository_of(top)
        if root is None:
            return
        # What git itself keeps for this clone does not come from the repository.
        self._read(os.path.join(root, ".git", "info", "exclude"), root, named=True)
        folder = os.path.abspath(top)
        above = []
        while folder != root:
            folder = os.path.dirname(folder)
            above.append(folder)
        for folder in reversed(above):
            self.enter(folder)

    def note(self, error: OSError) -> None:
        """Note that a folder cannot be read."""
        where = shown(str(error.filename))
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

    def _read(self, file: str, base: str, named: bool = False) -> None:
        try:
            data = self._tree.read(file, named)
        except FileNotFoundError:
            return
        except OSError as error:
            self._problems.append(Problem(f"cannot read: {error.strerror}", shown(file)))
            return
        lines = data.decode("utf-8", "replace").splitlines()
        if any(line.strip() and not line.startswith("#") for line in lines):
            from copydesk.files.path_patterns import spec_of

            prefix = base.replace(os.sep, "/").rstrip("/") + "/"
            self._specs.append((prefix, spec_of(lines, shown(file))))
