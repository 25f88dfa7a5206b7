"""What a change may decide about its own check: settings from its base, new overrides told."""

from __future__ import annotations

import os
from functools import lru_cache

from copydesk.files.find_up import CONFIG, LEDGER, PYPROJECT, find_ledger, has_table
from copydesk.files.tree import WORKING_TREE
from copydesk.gate.git import Changes, base_of, changed_names, changes_from, commit_of, top_of
from copydesk.gate.revision import Revision
from copydesk.model.errors import DataError
from copydesk.model.value_tuple import ValueTuple
from copydesk.report import Override, Trust
from copydesk.stet.ledger import read_ledger

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from copydesk.report import FileReport

VARIABLE = "COPYDESK_BASE"
# Variables with the commit that a change is to be merged into.
_COMMITS = (VARIABLE, "CI_MERGE_REQUEST_DIFF_BASE_SHA", "BITBUCKET_PR_DESTINATION_COMMIT")
# Variables with the name of its branch, set only for a change to be merged.
_BRANCHES = (
    "GITHUB_BASE_REF", "SYSTEM_PULLREQUEST_TARGETBRANCH", "CHANGE_TARGET",
    "BUILDKITE_PULL_REQUEST_BASE_BRANCH",
)  # fmt: skip
_SETTINGS = (CONFIG, ".gitignore")


class Base(ValueTuple):
    """The revision that a change is to be merged into, and the change.

    Attributes:
        revision: the commit, as a place to read settings from.
        begun: the commit at which the change branched off.
        changes: the changed lines.
    """

    revision: Revision
    begun: str
    changes: Changes


def base_named(environment: Mapping[str, str]) -> str:
    """The base revision that the CI environment names; empty if it names none.

    Sources: the documentation of the variables that GitHub, GitLab, Bitbucket, Azure
    Pipelines, Jenkins and Buildkite set.
    """
    event = _event(environment)
    if event:
        return event
    for name in _COMMITS:
        if environment.get(name):
            return environment[name]
    for name in _BRANCHES:
        if environment.get(name):
            return f"origin/{environment[name].removeprefix('refs/heads/')}"
    return ""


def _event(environment: Mapping[str, str]) -> str:
    """The base commit in the event that GitHub describes in a file."""
    path = environment.get("GITHUB_EVENT_PATH", "")
    if not path or not environment.get("GITHUB_ACTIONS"):
        return ""
    from copydesk.files.json_file import read_json

    try:
        event = read_json(path, "no event", named=True)
        change = event.get("pull_request")
        return str(change["base"]["sha"] if change else event["merge_group"]["base_sha"])
    except (DataError, KeyError, TypeError, AttributeError):
        return ""


def base_at(name: str, folder: str = os.curdir) -> Base:
    """The base revision of that name.

    Raises:
        DataError: there is no repository, or it does not have the commit.
    """
    top = top_of(folder)
    try:
        commit = commit_of(top, name, "--trust base")
        begun = base_of(top, commit, "--trust base")
        return Base(Revision(top, commit), begun, changes_from(top, begun))
    except DataError as error:
        hint = "--trust head reads the settings of the change itself"
        raise DataError(f"{error}; {hint}") from None


def trust_of(base: Base, files: Sequence[FileReport], used: Iterable[str], holds: bool) -> Trust:
    """What to tell of a change.

    Args:
        base: its base.
        files: the reports on its drafts.
        used: files with settings that were read, absolute.
        holds: whether the overrides that it adds hold already.
    """
    inline = (one for file in files for one in file.overrides)
    new = [one._replace(holds=holds) for one in inline if _is_new(one, base.changes)]
    new += (one._replace(holds=holds) for one in _new_entries(base, files))
    changed = tuple(sorted(_changed_settings(base, set(map(os.path.realpath, used)))))
    return Trust(base.revision.commit[:12], changed, tuple(sorted(new)))


def _is_new(override: Override, changes: Changes) -> bool:
    return changes.touch(override.path, override.line, override.line)


def _new_entries(base: Base, files: Iterable[FileReport]) -> set[Override]:
    """The entries on these drafts that the change adds to stet ledgers."""
    found: set[Override] = set()
    for file in files:
        path = find_ledger(os.path.dirname(os.path.abspath(file.path)))
        if path is not None:
            found.update(_entries(path, base.revision))
    return found


@lru_cache(maxsize=64)
def _entries(path: str, revision: Revision) -> tuple[Override, ...]:
    before = set(read_ledger(path, revision).entries) if revision.has(path) else set()
    now = read_ledger(path, WORKING_TREE)
    lines = [number for number, line in enumerate(now.text.split("\n"), 1) if "[[stet]]" in line]
    shown = os.path.relpath(path).replace(os.sep, "/")
    return tuple(
        Override(shown, line, f"{one.key.rule}: {one.key.words} ({one.who}: {one.why})")
        for line, one in zip(lines, now.entries, strict=False)
        if one not in before
    )


def _changed_settings(base: Base, used: set[str]) -> Iterable[str]:
    """The files with settings that differ from where the change began, relative to here."""
    top, trees = base.revision.top, (base.revision, WORKING_TREE)
    for name in changed_names(top, base.begun):
        path = os.path.join(top, name)
        last = os.path.basename(name)
        is_ours = last in _SETTINGS or LEDGER[0] in name.split("/") or path in used
        if is_ours or (last == PYPROJECT and any(has_table(path, tree) for tree in trees)):
            yield os.path.relpath(path).replace(os.sep, "/")
