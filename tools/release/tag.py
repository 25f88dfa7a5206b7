"""Tag a release: check that everything is ready, make the signed tag, pin the example for GitHub.

::

    python -m tools.release.tag 0.2.0 --dry-run
    python -m tools.release.tag 0.2.0

It never pushes. Exit status: 0, the tag was made (or could be, with ``--dry-run``); 1, something
is not ready, and standard error says what; nothing was changed then.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

VERSION_FILE = "src/copydesk/model/__init__.py"
HOOKS_PAGE = "docs/ci.md"  # its ``rev`` is set before the tag
EXAMPLE = "docs/ci/github.yml"  # its hash can be known only with the tagged commit
_VERSION = re.compile(r"\d+\.\d+\.\d+(rc\d+)?")
_REV = re.compile(r"^ +rev: v(\S+)$", re.M)
_PIN = re.compile(r"(uses: copydesk/copydesk@)[0-9a-f]{40} # v\S+")
_LOOK_UP = re.compile(r"(ls-remote \S+/copydesk/copydesk \")v[^\"^]+(\^\{\}\")")


def git(root: Path, *words: str) -> str:
    """The output of a git command.

    Raises:
        subprocess.CalledProcessError: git refuses.
    """
    done = subprocess.run(
        ["git", *words], cwd=root, check=True, capture_output=True, encoding="utf-8"
    )
    return done.stdout.strip()


def faults(root: Path, version: str) -> Iterator[str]:
    """Say everything that is not ready for a release of this version."""
    if not (form := _VERSION.fullmatch(version)):
        yield f"{version} is no version such as 0.2.0 or 0.2.0rc1"
        return
    yield from _git_faults(root, version)
    yield from _version_faults(root, version)
    if not form[1]:  # a candidate leaves the changelog and the pages alone
        yield from _changelog_faults(root, version)
        yield from page_faults(root, version)


def _git_faults(root: Path, version: str) -> Iterator[str]:
    if git(root, "status", "--porcelain"):
        yield "the working tree is not clean"
    if git(root, "rev-parse", "--abbrev-ref", "HEAD") != "main":
        yield "this is not the branch main"
    if git(root, "tag", "--list", f"v{version}"):
        yield f"the tag v{version} exists already"


def _version_faults(root: Path, version: str) -> Iterator[str]:
    lines = git(root, "grep", "-E", "^__version__ *=", "--", "src", "lint_rules")
    places = lines.splitlines()
    if len(places) != 1:
        yield f"the version is set in {len(places)} places"
    if f'{VERSION_FILE}:__version__ = "{version}"' not in places:
        yield f"{VERSION_FILE} does not have the version {version}"
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))["project"]
    if "version" in project:
        yield "pyproject.toml has a version of its own"


def _changelog_faults(root: Path, version: str) -> Iterator[str]:
    left = [one for one in git(root, "ls-files", "changes").splitlines()
            if Path(one).name != "README.md"]  # fmt: skip
    if left:
        yield f"changes/ still has {len(left)} of its entries: run towncrier build"
    headings = re.findall(r"^## (.+)$", (root / "CHANGELOG.md").read_text("utf-8"), re.M)
    if not headings or not re.fullmatch(
        rf"{re.escape(version)} \(\d{{4}}-\d\d-\d\d\)", headings[0]
    ):
        yield f"CHANGELOG.md does not begin with {version} and a date"
    yield from (f"CHANGELOG.md still has “{one}”" for one in headings if "(unreleased)" in one)


def page_faults(root: Path, version: str) -> Iterator[str]:
    """Say what is not ready in the pages that name a version or the commit of a release."""
    for rev in _REV.findall((root / HOOKS_PAGE).read_text("utf-8")) or ["?"]:
        if rev != version:
            yield f"{HOOKS_PAGE}: rev is v{rev}, not v{version}"
    text = (root / EXAMPLE).read_text("utf-8")
    if len(_PIN.findall(text)) != 1 or len(_LOOK_UP.findall(text)) != 1:
        yield f"{EXAMPLE} does not have exactly one commit to replace, and one line on finding it"


def pinned(text: str, version: str, commit: str) -> str:
    """The example with the hash of the tagged commit, and the version beside it."""
    text = _PIN.sub(rf"\g<1>{commit} # v{version}", text)
    return _LOOK_UP.sub(rf"\g<1>v{version}\g<2>", text)


def release(root: Path, version: str) -> None:
    """Make the signed tag, and then pin the example; a candidate is not pinned."""
    git(root, "tag", "-s", f"v{version}", "-m", f"copydesk {version}")
    if "rc" not in version:
        commit = git(root, "rev-parse", f"v{version}^{{}}")
        text = (root / EXAMPLE).read_text("utf-8")
        (root / EXAMPLE).write_text(pinned(text, version, commit), "utf-8", newline="\n")


def _told(root: Path, version: str) -> Iterator[str]:
    """What is done, and what is left to do."""
    commit = git(root, "rev-parse", "HEAD")
    yield f'git tag -s v{version} -m "copydesk {version}"  # {commit}'
    if "rc" not in version:
        yield f"{EXAMPLE}: {commit} # v{version}; commit it in a pull request"
    yield f"left to you: git push origin v{version}"


def main(words: list[str] | None = None, root: Path = Path()) -> int:
    """Check, and tag unless it is a dry run."""
    parser = argparse.ArgumentParser(description="Check that a release is ready, and tag it.")
    parser.add_argument("version", help="such as 0.2.0; the tag is v0.2.0")
    parser.add_argument("--dry-run", action="store_true", help="only say what would be done")
    given = parser.parse_args(words)
    try:
        found = list(faults(root, given.version))
        told = [] if found else list(_told(root, given.version))
        if told and not given.dry_run:
            release(root, given.version)
    except subprocess.CalledProcessError as error:
        found = [f"git {error.cmd[1]}: {error.stderr.strip() or 'failed'}"]
    for fault in found:
        print(fault, file=sys.stderr)
    if not found:
        print("\n".join(["It would be:" if given.dry_run else "Done:", *told]))
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
