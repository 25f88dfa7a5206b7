"""Python searches for garbage less often in our own processes, and only there."""

from __future__ import annotations

import gc
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from copydesk import check_paths

if TYPE_CHECKING:
    from pathlib import Path

USUAL = 700  # objects between two searches, in Python 3.11 to 3.13
# Says how many objects are made between two searches when a run ends.
_ASKED = """
import gc, os, sys
os._exit = lambda status: print(gc.get_threshold()[0], gc.isenabled())
sys.argv = ["copydesk", "check", "--isolated", "--no-cache", "--jobs", "1", sys.argv[1]]
from copydesk.cli import run
run()
"""


def ended(folder: Path) -> list[str]:
    """What the program says about garbage after a run on a folder."""
    told = subprocess.run(
        [sys.executable, "-c", _ASKED, str(folder)], capture_output=True, text=True, check=True
    )
    return told.stdout.split()[-2:]


@pytest.mark.process
def test_a_run_of_many_drafts_searches_rarely(tmp_path: Path) -> None:
    for number in range(60):
        (tmp_path / f"{number}.txt").write_text("The pier is open.\n", "utf-8")
    objects, is_on = ended(tmp_path)
    assert int(objects) >= 20 * USUAL
    assert is_on == "True"


@pytest.mark.process
def test_a_run_of_one_draft_does_not_search(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The pier is open.\n", "utf-8")
    assert ended(tmp_path)[1] == "False"


def test_the_library_leaves_the_program_around_it_alone(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("The pier is open.\n", "utf-8")
    before = gc.get_threshold(), gc.isenabled()
    check_paths([tmp_path])
    assert (gc.get_threshold(), gc.isenabled()) == before
