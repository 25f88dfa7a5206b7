"""The baseline: known findings, which do not fail the check."""

from __future__ import annotations

import json
import os
from collections import Counter

from copydesk.cache.files import write_beside
from copydesk.files.bounds import OutOfBounds, bounds_of, resolved
from copydesk.files.find_up import file_in
from copydesk.files.json_file import read_json
from copydesk.files.tree import WORKING_TREE
from copydesk.model.errors import DataError
from copydesk.model.value_tuple import ValueTuple
from copydesk.report.fingerprint import context_hash

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from copydesk.files.tree import Tree
    from copydesk.model.placed import PlacedFinding
    from copydesk.report import FileReport

VERSION = 1
_LONGEST = 80  # code points of the words shown to readers; the hash covers all of them


class Old(ValueTuple):
    """A known finding: file, rule, words, and a hash of words and sentence.

    The file is relative to the folder that contains ``.copydesk``, with slashes.
    No line is stored, so that a finding that moves is still known.
    """

    file: str
    rule: str
    words: str
    context: str


class Baseline(ValueTuple):
    """A baseline file: its path, and how often each known finding occurred."""

    path: str
    old: Mapping[Old, int]

    @property
    def folder(self) -> str:
        """The folder that the files are relative to."""
        return os.path.dirname(os.path.dirname(self.path))


def read_baseline(path: str, tree: Tree = WORKING_TREE, named: bool = False) -> Baseline:
    """Read a baseline.

    Args:
        path: the file.
        tree: where it is read from.
        named: whether the user named it on the command line.

    Raises:
        DataError: it cannot be read, is not a baseline, or has another version.
    """
    no_json = "not a baseline file; run copydesk baseline to make a new one"
    data = read_json(path, no_json, tree, named)
    version = data.get("version") if isinstance(data, dict) else None
    if version != VERSION:
        told = f"baseline version {version}" if isinstance(version, int) else "not a baseline file"
        hint = f"this copydesk reads version {VERSION}; run copydesk baseline to make a new one"
        raise DataError(f"{path}: {told}; {hint}")
    try:
        rows = [Old(*(row[key] for key in Old._fields)) for row in data["findings"]]
        if not all(isinstance(text, str) for row in rows for text in row):
            raise TypeError
    except (KeyError, TypeError):
        raise DataError(f"{path}: an entry lacks one of {', '.join(Old._fields)}") from None
    return Baseline(path, Counter(rows))


def hold_back(reports: Iterable[FileReport], baseline: Baseline) -> tuple[list[FileReport], int]:
    """Drop known findings; return the reports and how many were dropped."""
    files = []
    held = 0
    for file in reports:
        left = dict(baseline.old)
        name = file_in(baseline.folder, file.path)

        def is_new(finding: PlacedFinding, name: str = name, left: dict[Old, int] = left) -> bool:
            old = old_of(finding, name)
            left[old] = left.get(old, 0) - 1
            return left[old] < 0

        kept = file.only(is_new)
        held += len(file.findings) - len(kept.findings)
        files.append(kept)
    return files, held


def drawn_up(path: str, files: Iterable[FileReport]) -> Baseline:
    """Build a baseline of all findings of a run."""
    folder = Baseline(path, {}).folder
    rows = (old_of(one, file_in(folder, file.path)) for file in files for one in file.findings)
    return Baseline(path, Counter(rows))


def pruned(baseline: Baseline, files: Iterable[FileReport]) -> Baseline:
    """The baseline without findings that are fixed in the files of a run; none are added."""
    now = drawn_up(baseline.path, files).old
    seen = {file_in(baseline.folder, file.path) for file in files}
    kept = {
        old: min(count, now.get(old, 0)) if old.file in seen else count
        for old, count in baseline.old.items()
        if old.file in seen or os.path.exists(os.path.join(baseline.folder, old.file))
    }
    return Baseline(baseline.path, {old: count for old, count in kept.items() if count})


def save_baseline(baseline: Baseline) -> None:
    """Write a baseline, one entry per line, in a stable order.

    Raises:
        DataError: it cannot be written, or a link leads out of bounds.
    """
    try:
        target = resolved(baseline.path, bounds_of(baseline.folder))
    except OutOfBounds as error:
        raise DataError(f"{baseline.path}: {error.message}") from None
    rows = [row for row, count in sorted(baseline.old.items()) for _ in range(count)]
    lines = [json.dumps(row._asdict(), ensure_ascii=True) for row in rows]
    body = ",\n    ".join(lines)
    text = f'{{\n  "version": {VERSION},\n  "findings": [\n    {body}\n  ]\n}}\n'
    if not rows:
        text = f'{{\n  "version": {VERSION},\n  "findings": []\n}}\n'
    if not write_beside(target, text.encode("utf-8")):
        raise DataError(f"{baseline.path}: cannot write")


def old_of(finding: PlacedFinding, file: str) -> Old:
    """A finding as a baseline entry."""
    words = " ".join(finding.range.text.split())
    if len(words) > _LONGEST:
        words = f"{words[:_LONGEST]}…"
    return Old(file, finding.rule, words, context_hash(finding))
