"""A release is tagged only if everything is ready, in a small repository of the same shape."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from copydesk.model import __version__
from tools.release.tag import (
    EXAMPLE,
    HOOKS_PAGE,
    VERSION_FILE,
    faults,
    git,
    main,
    page_faults,
    pinned,
)

ROOT = Path(__file__).resolve().parents[2]
FILES = {
    VERSION_FILE: '"""The version."""\n\n__version__ = "0.2.0"\n',
    "lint_rules/__init__.py": "",
    "pyproject.toml": '[project]\nname = "copydesk"\ndynamic = ["version"]\n',
    "changes/README.md": "# Changelog entries\n",
    "CHANGELOG.md": "# Changelog\n\n## 0.2.0 (2026-12-01)\n\n### Fixed\n\n## 0.1.0 (2026-11-30)\n",
    HOOKS_PAGE: "```yaml\nrepos:\n  - repo: x\n    rev: v0.2.0\n```\n",
}
SIGNER = "#!/bin/sh\ncat >/dev/null\nprintf '\\n[GNUPG:] SIG_CREATED \\n' >&2\necho '-----BEGIN PGP SIGNATURE-----'\n"

pytestmark = [
    pytest.mark.process,
    pytest.mark.skipif(sys.platform == "win32", reason="platform: the signer is a shell script"),
]


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, "utf-8")


def commit(root: Path) -> None:
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "A change")


@pytest.fixture
def ready(tmp_path: Path) -> Path:
    """A repository that is ready for 0.2.0, with a signer that signs anything."""
    root = tmp_path / "repository"
    write(tmp_path, "signer", SIGNER)
    (tmp_path / "signer").chmod(0o755)
    for name, text in FILES.items():
        write(root, name, text)
    write(root, EXAMPLE, (ROOT / EXAMPLE).read_text("utf-8"))
    git(root, "init", "-q", "-b", "main")
    for key, value in {
        "user.name": "Desk", "user.email": "desk@example.org", "user.signingkey": "desk",
        "commit.gpgsign": "false", "gpg.format": "openpgp", "gpg.program": str(tmp_path / "signer"),
    }.items():  # fmt: skip
        git(root, "config", key, value)
    commit(root)
    return root


def test_a_release(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    head = git(ready, "rev-parse", "HEAD")
    assert main(["0.2.0"], ready) == 0
    assert git(ready, "rev-parse", "v0.2.0^{}") == head
    assert "BEGIN PGP SIGNATURE" in git(ready, "cat-file", "tag", "v0.2.0")
    assert git(ready, "diff", "--name-only") == EXAMPLE
    text = (ready / EXAMPLE).read_text("utf-8")
    assert f"uses: copydesk/copydesk@{head} # v0.2.0\n" in text
    assert 'ls-remote https://github.com/copydesk/copydesk "v0.2.0^{}"' in text
    assert "v0.1.0" not in text
    assert capsys.readouterr().out.endswith("left to you: git push origin v0.2.0\n")


def test_a_dry_run_changes_nothing(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["0.2.0", "--dry-run"], ready) == 0
    assert git(ready, "tag", "--list") == ""
    assert git(ready, "status", "--porcelain") == ""
    out = capsys.readouterr().out
    assert out.startswith('It would be:\ngit tag -s v0.2.0 -m "copydesk 0.2.0"')
    assert git(ready, "rev-parse", "HEAD") in out


def test_it_pushes_nothing(ready: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "elsewhere")
    git(ready, "remote", "add", "origin", str(tmp_path / "elsewhere"))
    assert main(["0.2.0"], ready) == 0
    assert git(ready, "ls-remote", "origin") == ""


def test_a_candidate_leaves_changelog_and_pages_alone(ready: Path) -> None:
    write(ready, VERSION_FILE, '__version__ = "0.3.0rc1"\n')
    write(ready, "changes/1.fixed.md", "Mended.\n")
    commit(ready)
    assert main(["0.3.0rc1"], ready) == 0
    assert git(ready, "tag", "--list") == "v0.3.0rc1"
    assert git(ready, "status", "--porcelain") == ""


def changed(name: str, text: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        write(root, name, text)
        commit(root)

    return change


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda root: write(root, "new.txt", ""), "the working tree is not clean"),
        (lambda root: git(root, "switch", "-q", "-c", "side"), "this is not the branch main"),
        (lambda root: git(root, "tag", "v0.2.0"), "the tag v0.2.0 exists already"),
        (changed(VERSION_FILE, '__version__ = "0.1.0"\n'), "does not have the version 0.2.0"),
        (changed("lint_rules/__init__.py", "__version__ = 1\n"), "the version is set in 2 places"),
        (changed("pyproject.toml", '[project]\nversion = "0.2.0"\n'), "a version of its own"),
        (changed("changes/1.fixed.md", "Mended.\n"), "changes/ still has 1 of its entries"),
        (changed("CHANGELOG.md", "# Changelog\n\n## 0.1.0 (2026-11-30)\n"), "begin with 0.2.0"),
        (
            changed("CHANGELOG.md", "## 0.2.0 (2026-12-01)\n\n## 0.1.0 (unreleased)\n"),
            "CHANGELOG.md still has “0.1.0 (unreleased)”",
        ),
        (changed(HOOKS_PAGE, "    rev: v0.1.0\n"), "docs/ci.md: rev is v0.1.0, not v0.2.0"),
        (changed(EXAMPLE, "uses: copydesk/copydesk@v0\n"), "exactly one commit to replace"),
    ],
)  # fmt: skip
def test_what_is_not_ready_is_said_and_nothing_is_done(
    ready: Path, capsys: pytest.CaptureFixture[str], change: Callable[[Path], None], told: str
) -> None:
    change(ready)
    tags = git(ready, "tag", "--list")
    assert main(["0.2.0"], ready) == 1
    (line,) = capsys.readouterr().err.splitlines()
    assert told in line
    assert git(ready, "tag", "--list") == tags
    assert git(ready, "diff") == ""


@pytest.mark.parametrize("version", ["v0.2.0", "0.2", "0.2.0.dev1", "--", "0.2.0;x"])
def test_no_version(ready: Path, version: str) -> None:
    assert list(faults(ready, version)) == [f"{version} is no version such as 0.2.0 or 0.2.0rc1"]


def test_without_a_key_there_is_no_tag(ready: Path, capsys: pytest.CaptureFixture[str]) -> None:
    git(ready, "config", "gpg.program", "/bin/false")
    assert main(["0.2.0"], ready) == 1
    assert capsys.readouterr().err.startswith("git tag: ")
    assert git(ready, "tag", "--list") == ""
    assert git(ready, "status", "--porcelain") == ""


def test_this_repository_has_the_places_that_are_replaced() -> None:
    text = (ROOT / EXAMPLE).read_text("utf-8")
    new = pinned(text, "9.9.9", "a" * 40)
    assert new.count("v9.9.9") == 2
    assert new.count("a" * 40) == 1
    version = __version__.partition("rc")[0]
    assert list(page_faults(ROOT, version)) == []


def test_a_folder_without_git(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(subprocess.CalledProcessError):
        git(tmp_path, "--git-dir", str(tmp_path / "none"), "status")
    assert main(["0.2.0"], tmp_path) == 1
    assert capsys.readouterr().err.startswith("git status: ")
