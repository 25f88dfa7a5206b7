from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import pytest

from copydesk.files.discover import discover
from copydesk.files.no_draft import is_mould, is_no_draft

SUFFIXES = (".md", ".txt")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def make(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("x")


def found(paths: Iterable[str] = (".",), excluded: Iterable[str] = ()) -> list[str]:
    result = discover(paths, SUFFIXES, lambda path: os.path.basename(path) in excluded)
    assert not result.problems
    return [draft.path for draft in result.drafts]


def test_drafts_are_found_in_order_and_others_left(folder: Path) -> None:
    make(folder, "b.md", "a/z.txt", "a/B.MD", "c.py", ".hidden.md", ".git/x.md",
         "node_modules/x.md", "é ü.md")  # fmt: skip
    assert found() == ["a/B.MD", "a/z.txt", "b.md", "é ü.md"]


def test_what_git_ignores_is_left(folder: Path) -> None:
    make(folder, "a.md", "out/b.md", "keep/c.md", "keep/d.md", "keep/sub/d.md", "e.md")
    (folder / ".gitignore").write_text("# built\nout/\ne.md\n")
    (folder / "keep" / ".gitignore").write_text("/d.md\n")
    assert found() == ["a.md", "keep/c.md", "keep/sub/d.md"]


def test_the_ignore_files_above_hold_inside_a_repository(folder: Path) -> None:
    make(folder, "desk/a.md", "desk/out/b.md", "desk/out/keep.md")
    (folder / ".git").mkdir()
    (folder / ".gitignore").write_text("desk/out/*\n!keep.md\n")
    assert found(["desk"]) == ["desk/a.md", "desk/out/keep.md"]


def test_a_named_file_is_checked_whatever_it_is(folder: Path) -> None:
    make(folder, "a.py", ".hidden.md", "out/b.md")
    (folder / ".gitignore").write_text("out/\n")
    assert found(["a.py", ".hidden.md", "out/b.md"]) == [".hidden.md", "a.py", "out/b.md"]


def test_a_file_named_twice_is_checked_once(folder: Path) -> None:
    make(folder, "a/b.md")
    assert found(["a", "a/b.md", "./a/../a/b.md", "."]) == ["a/b.md"]


def test_the_config_excludes_files_and_folders(folder: Path) -> None:
    make(folder, "a.md", "b/c.md", "d/e.md")
    assert found(excluded=["a.md"]) == ["b/c.md", "d/e.md"]


def test_a_folder_called_like_a_draft_is_walked(folder: Path) -> None:
    make(folder, "x.md/y.md")
    assert found() == ["x.md/y.md"]
    assert found(["x.md"]) == ["x.md/y.md"]


def test_links_to_folders_are_not_followed(folder: Path) -> None:
    make(folder, "a/b.md")
    (folder / "a" / "loop").symlink_to(folder / "a", target_is_directory=True)
    (folder / "other").symlink_to(folder / "a", target_is_directory=True)
    assert found() == ["a/b.md"]


def test_what_is_not_there_is_a_problem(folder: Path) -> None:
    result = discover(["none.md"], SUFFIXES, lambda path: False)
    assert [str(problem) for problem in result.problems] == ["none.md: no such file or folder"]


@pytest.mark.parametrize(
    "name",
    ["OFL.txt", "license-mit.md", "Apache License.txt", "Apache License 2.0.txt", "GPL-3.0.txt",
     "mit-license.txt", "lgpl.txt", "LICENSES/Zlib.txt", "fonts/licenses/inter.md",
     "site/archetypes/post.md", ".github/ISSUE_TEMPLATE/bug.md"],
)  # fmt: skip
def test_licences_and_moulds_are_no_drafts(name: str) -> None:
    assert is_no_draft(name)


@pytest.mark.parametrize(
    "name",
    ["pub-license-row.md", "2031-05-02-license-to-fish.md", "apache.md", "open-and-free.txt",
     "mit-opens-lab.md", "bsd-team-wins.txt", "licensed/story.md"],
)  # fmt: skip
def test_stories_about_licences_are_drafts(name: str) -> None:
    assert not is_no_draft(name)


@pytest.mark.parametrize(
    ("name", "mould"),
    [("docs/templates/release.md", True), ("app/templates/mail/issue.txt", True), ("_templates/a.html", True),
     ("scaffolds/post.md", True), ("story-template.md", True), ("stories/template-row.md", False),
     ("contemplates/a.md", False)],
)  # fmt: skip
def test_what_new_files_are_made_from(name: str, mould: bool) -> None:
    assert is_mould(name) is mould
