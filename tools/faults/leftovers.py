"""How the rules on leftovers do on the real copy beside the project.

Run: python -m tools.faults.leftovers [--missed] [SHARED]

Prints, for whole web pages labelled line by line and for wire copy marked by
hand (``leftover_marks.tsv``), how many lines of the story itself are flagged at
``stop`` and how many of the marked lines are found. Without the folder of real
copy it says so and ends.
"""

from __future__ import annotations

import argparse
import csv
import os
import tempfile
from pathlib import Path
from typing import NamedTuple

from copydesk.config import RuleSelection
from copydesk.model.findings import Severity
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings

HERE = Path(__file__).resolve().parent
SHARED = HERE.parents[2] / "shared"


class Flags(NamedTuple):
    """The lines of one file that are flagged: all of them, and those at ``stop``."""

    all: frozenset[int]
    stop: frozenset[int]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--missed", action="store_true", help="list what was missed, and misfires")
    parser.add_argument("shared", nargs="?", type=Path, default=SHARED)
    arguments = parser.parse_args()
    folder = arguments.shared / "corpora" / "leftovers"
    if not folder.is_dir():
        print(f"{folder} is not there: nothing to measure")
        return
    with tempfile.TemporaryDirectory() as cache:
        choice = RuleSelection(select=("leftover",))
        desk = Linter(RunSettings(choice=choice, date="2025-04-15", cache=cache))
        marks = read_marks(HERE / "leftover_marks.tsv")
        flags = {name: flagged(desk, folder / name) for name in sorted(marks)}
        story(folder, desk, arguments.missed)
        for title, pages in (("pages", True), ("wire copy and the rest", False)):
            recall(title, folder, marks, flags, pages, arguments.missed)


def read_marks(path: Path) -> dict[str, frozenset[int]]:
    """The marked lines of each file, counted from 1."""
    rows = [row.split("\t") for row in path.read_text("utf-8").splitlines() if row[:1] != "#"]
    return {name: frozenset(int(one) for one in lines.split(",") if one) for name, lines in rows}


def flagged(desk: Linter, path: Path) -> Flags:
    """The lines that findings touch; a blank line at a finding's end does not count."""
    every: set[int] = set()
    stop: set[int] = set()
    for one in desk.check_bytes(path.name, path.read_bytes()).findings:
        first = one.range.start.line
        last = first + one.range.text.rstrip().count("\n")
        every.update(range(first, last + 1))
        if one.severity >= Severity.STOP:
            stop.update(range(first, last + 1))
    return Flags(frozenset(every), frozenset(stop))


def story(folder: Path, desk: Linter, missed: bool) -> None:
    """How many lines of the story itself are flagged at ``stop``, on the labelled pages."""
    total, wrong = 0, []
    labels: dict[str, dict[int, str]] = {}
    with open(folder / "page_line_labels.tsv", encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            if row["is_boilerplate"] == "0":
                labels.setdefault(row["id"], {})[int(row["line_no"])] = row["text"]
    for page, lines in labels.items():
        stop = flagged(desk, folder / f"page_{page}.txt").stop
        total += len(lines)
        wrong += [(page, line, lines[line]) for line in sorted(stop & set(lines))]
    share = len(wrong) / total
    print(f"pages: {len(wrong)} of {total} lines of the story flagged at stop ({share:.1%})")
    if missed:
        print("".join(f"    {page}:{line}  {text[:100]}\n" for page, line, text in wrong), end="")


def recall(
    title: str,
    folder: Path,
    marks: dict[str, frozenset[int]],
    flags: dict[str, Flags],
    pages: bool,
    missed: bool,
) -> None:
    """How many of the marked lines are found."""
    names = [name for name in sorted(marks) if name.startswith("page_") == pages]
    found = sum(len(marks[name] & flags[name].all) for name in names)
    total = sum(len(marks[name]) for name in names)
    print(f"{title}: {found} of {total} marked lines in {len(names)} files ({found / total:.1%})")
    for name in names if missed else ():
        lines = (folder / name).read_text("utf-8").split("\n")
        for line in sorted(marks[name] - flags[name].all):
            print(f"    {name}:{line}  {lines[line - 1][:100].strip()}")


if __name__ == "__main__":
    os.environ.setdefault("COPYDESK_CACHE_DIR", tempfile.gettempdir())
    main()
