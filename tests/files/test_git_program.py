"""No program called git in the checkout is run."""

from __future__ import annotations

import os
from pathlib import Path

from copydesk.files.git_program import found_in, git_program


def test_only_absolute_folders_of_the_path_are_searched(tmp_path: Path) -> None:
    checkout, system = tmp_path / "checkout", tmp_path / "system"
    for folder in (checkout, system):
        folder.mkdir()
        (folder / "git.exe").write_text("")
    before = Path.cwd()
    os.chdir(checkout)
    try:
        for path in (["", ".", str(system)], ["checkout", str(system)], [str(system), "."]):
            assert found_in(os.pathsep.join(path), (".exe",)) == str(system / "git.exe")
        assert found_in(os.pathsep.join(["", "."]), (".exe",)) == ""
        (system / "git.cmd").write_text("")
        assert found_in(str(system), (".bat", ".cmd", ".exe")) == str(system / "git.cmd")
    finally:
        os.chdir(before)


def test_elsewhere_the_system_looks_for_it() -> None:
    assert os.name == "nt" or git_program() == "git"
