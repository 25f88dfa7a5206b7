"""Asks git which lines have changed, and for files of a revision."""

from __future__ import annotations

import os
import re
import subprocess

from copydesk.files.git_program import git_program
from copydesk.model.errors import DataError
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_HUNK = re.compile(r"@@ -\d+(?:,\d+)? \+(\d+)(?:,(\d+))? @@")
_ESCAPE = re.compile(rb"\\([abfnrtv\"\\]|[0-7]{3})")
_LETTERS = {b"a": b"\a", b"b": b"\b", b"f": b"\f", b"n": b"\n", b"r": b"\r", b"t": b"\t",
            b"v": b"\v", b'"': b'"', b"\\": b"\\"}  # fmt: skip
# A folder that somebody packed with its .git could name programs for git to run.
_NO_PROGRAMS = ("-c", "core.fsmonitor=false", "-c", f"core.hooksPath={os.devnull}")
WHOLE = ((1, 1 << 60),)  # every line, for new files


class Changes(ValueTuple):
    """The lines that have changed.

    Attributes:
        top: the top folder of the repository, absolute.
        lines: ranges of lines by absolute path; lines count from 1, both ends are included.
    """

    top: str
    lines: Mapping[str, tuple[tuple[int, int], ...]]

    def touch(self, path: str, first: int, last: int) -> bool:
        """Whether any line of a file from ``first`` to ``last`` has changed."""
        ranges = self.lines.get(real(path), ())
        return any(begin <= last and first <= end for begin, end in ranges)


def real(path: str) -> str:
    """The path that identifies a file here: absolute, with links to folders resolved."""
    folder, name = os.path.split(os.path.abspath(path))
    return os.path.join(os.path.realpath(folder), name)


def since(revision: str, folder: str = os.curdir) -> Changes:
    """The changes since the working tree branched off a revision.

    Every line of an untracked file counts as changed.

    Raises:
        DataError: not a repository, an unknown revision, or one without a common commit.
    """
    top = top_of(folder)
    return changes_from(top, base_of(top, revision))


def changes_from(top: str, commit: str) -> Changes:
    """The changes of the working tree against a commit; see ``since``."""
    changed = _patch(top, [commit])
    for name in _names(_git(top, "ls-files", "-z", "--others", "--exclude-standard")):
        changed[os.path.join(top, name)] = WHOLE
    return Changes(top, changed)


def staged(folder: str = os.curdir) -> Changes:
    """The changes staged for the next commit.

    Raises:
        DataError: not a repository.
    """
    top = top_of(folder)
    base = "HEAD" if _try(top, "rev-parse", "--verify", "-q", "HEAD").returncode == 0 else ""
    return Changes(top, _patch(top, ["--cached", *filter(None, [base])]))


def unstaged(top: str) -> list[str]:
    """The files whose staged version differs from the working tree, absolute."""
    names = _names(_git(top, "diff", "--name-only", "-z", "--no-ext-diff"))
    return [os.path.join(top, name) for name in names]


def check_out(top: str, paths: Iterable[str], target: str) -> None:
    """Write the staged versions of files to a folder, as git would check them out."""
    names = "\0".join(os.path.relpath(path, top) for path in paths)
    if names:
        prefix = f"{target}{os.sep}"
        _git(top, "checkout-index", "-z", "--stdin", "-q", f"--prefix={prefix}", given=names)


def listing(top: str, commit: str) -> Iterator[tuple[str, str, int, bool]]:
    """Yield the files of a commit: path, object, size in bytes, whether it is a link.

    Raises:
        DataError: git cannot list them.
    """
    for row in _git(top, "ls-tree", "-r", "-z", "-l", "--full-tree", commit).split(b"\0"):
        told, _, path = row.partition(b"\t")
        mode, kind, name, size = (told.split() or [b""] * 4)[:4]
        if kind == b"blob":
            yield os.fsdecode(path), name.decode(), int(size), mode == b"120000"


def blob(top: str, name: str) -> bytes:
    """The content of an object in git.

    Raises:
        DataError: git does not have it.
    """
    return _git(top, "cat-file", "blob", name)


def changed_names(top: str, commit: str) -> list[str]:
    """The files that differ from a commit, and the untracked ones, relative to the top folder."""
    kinds = ("--no-ext-diff", "--no-renames", "--ignore-submodules")
    changed = _names(_git(top, "diff", "--name-only", "-z", *kinds, commit, "--"))
    return changed + _names(_git(top, "ls-files", "-z", "--others", "--exclude-standard"))


def tracked_but_ignored(folder: str) -> list[str]:
    """The files at and below a folder that git tracks although it ignores them, absolute.

    Empty if this is no repository, or there is no git.
    """
    try:
        found = _try(folder, "ls-files", "-z", "--cached", "--ignored", "--exclude-standard")
    except (DataError, OSError):
        return []
    names = [] if found.returncode else _names(found.stdout)
    return [os.path.join(os.path.abspath(folder), name) for name in names]


def top_of(folder: str) -> str:
    """The real top folder of the repository.

    Raises:
        DataError: there is none, or no git.
    """
    found = _try(folder, "rev-parse", "--show-toplevel")
    if b"dubious ownership" in found.stderr:
        raise DataError(_decoded(found.stderr).split("\n")[0])
    if found.returncode:
        raise DataError("not a git repository, so changes cannot be determined")
    return os.path.realpath(_decoded(found.stdout).rstrip("\n"))


def commit_of(top: str, revision: str, option: str) -> str:
    """The full name of a commit.

    Raises:
        DataError: the revision is unknown.
    """
    known = _known(top, revision)
    if not known:
        raise DataError(f"{option}: unknown revision {revision!r}{_shallow(top)}")
    return known


def base_of(top: str, revision: str, option: str = "--changed-since") -> str:
    """The commit at which the working tree branched off a revision.

    Args:
        top: the top folder of the repository.
        revision: any name of a commit.
        option: what named it, for the error message.

    Raises:
        DataError: the revision is unknown, or has no commit in common.
    """
    known = _known(top, revision)
    if known:
        found = _try(top, "merge-base", known, "HEAD")
        if not found.returncode:
            return _decoded(found.stdout).strip()
        why = f"{revision} and the current branch have no commit in common"
    else:
        why = f"unknown revision {revision!r}"
    raise DataError(f"{option}: {why}{_shallow(top)}")


def _known(top: str, revision: str) -> str:
    """The full name of a commit; empty if it is unknown."""
    words = ("rev-parse", "--verify", "-q", "--end-of-options", f"{revision}^{{commit}}")
    found = _try(top, *words)
    return "" if found.returncode else _decoded(found.stdout).strip()


def _shallow(top: str) -> str:
    """A hint for a clone that lacks the history."""
    is_shallow = _decoded(_try(top, "rev-parse", "--is-shallow-repository").stdout).strip()
    hint = "; shallow clone: fetch the history (git fetch --unshallow, or fetch-depth: 0)"
    return hint if is_shallow == "true" else ""


def _patch(top: str, words: list[str]) -> dict[str, tuple[tuple[int, int], ...]]:
    """The changed lines of each file in a diff; all lines of a file that git treats as binary.

    A line of which only the line break has changed is not one of them.

    Raises:
        DataError: a conflict is not resolved, so git does not know what has changed.
    """
    if unmerged := _names(_git(top, "diff", "--name-only", "-z", "--diff-filter=U")):
        raise DataError(f"not merged: {', '.join(unmerged)}; resolve the conflict and git add it")
    kinds = ("--no-ext-diff", "--find-renames", "--diff-filter=ACMR", "--ignore-submodules")
    text = _decoded(
        _git(
            top, "-c", "core.quotePath=false", "diff", "-U0", "--no-color", "--no-textconv",
            "--ignore-cr-at-eol", "--src-prefix=a/", "--dst-prefix=b/", *kinds, *words, "--",
        )
    )  # fmt: skip
    found: dict[str, list[tuple[int, int]]] = {}
    if "\nBinary files " in text:
        for name in _not_text(_git(top, "diff", "--numstat", "-z", *kinds, *words, "--")):
            found[os.path.join(top, name)] = list(WHOLE)
    path = ""
    in_head = True
    for line in text.split("\n"):
        if line.startswith("diff --git "):
            in_head = True
        elif in_head and line.startswith("+++ "):
            path = os.path.join(top, _unquoted(line[4:]).removeprefix("b/"))
        elif hunk := _HUNK.match(line):
            in_head = False
            first, size = int(hunk[1]), int(hunk[2] or "1")
            if size:
                found.setdefault(path, []).append((first, first + size - 1))
    return {path: tuple(ranges) for path, ranges in found.items()}


def _not_text(data: bytes) -> Iterator[str]:
    """Yield the files for which ``git diff --numstat -z`` counts no lines, by their new names."""
    parts = iter(data.split(b"\0"))
    for part in parts:
        added, _, rest = part.partition(b"\t")
        name = rest.partition(b"\t")[2]
        if added and not name:  # renamed: the old name and the new one follow
            next(parts)
            name = next(parts)
        if added == b"-":
            yield os.fsdecode(name)


def _unquoted(name: str) -> str:
    """The path for a file name in a patch, which git quotes like a C string if necessary."""
    if not name.startswith('"'):
        return name.removesuffix("\t")
    raw = name.strip()[1:-1].encode("utf-8", "surrogateescape")
    plain = _ESCAPE.sub(lambda m: _LETTERS.get(m[1]) or bytes([int(m[1], 8)]), raw)
    return os.fsdecode(plain)


def _names(data: bytes) -> list[str]:
    return [os.fsdecode(name) for name in data.split(b"\0") if name]


def _decoded(data: bytes) -> str:
    return data.decode("utf-8", "surrogateescape")


def _git(folder: str, *words: str, given: str = "") -> bytes:
    """Run git and return its output.

    Raises:
        DataError: git failed; the message includes git's own.
    """
    done = _try(folder, *words, given=given)
    if done.returncode:
        told = _decoded(done.stderr).strip().split("\n")[0]
        command = next(word for word in words if word[:1] != "-" and "=" not in word)
        raise DataError(f"git {command} failed: {told}")
    return done.stdout


def _try(folder: str, *words: str, given: str = "") -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            [git_program(), *_NO_PROGRAMS, *words], cwd=folder, capture_output=True, check=False,
            input=os.fsencode(given),
        )  # fmt: skip
    except FileNotFoundError:
        raise DataError("git is not installed, so changes cannot be determined") from None
