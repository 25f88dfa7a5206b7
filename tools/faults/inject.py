"""Injects faults into clean stories and counts how many are found.

Run: python -m tools.faults.inject [--stories N] [--seed N] [--misses N] [FOLDER ...]

The folders hold published stories as text files; without any, the corpora beside the
project are taken, and where they are not there either, nothing is done. A story is clean
for a kind of fault if no rule of that kind finds anything in it. One fault of each kind is
put into each story, at a place drawn by the seed; it is found if a rule of the kind reports
something in the same paragraph. Some injuries leave copy that nobody could tell from sound
copy; each injector decides that by the letters around the cut, and names why. They are
counted apart.

To add a kind, write an injector and give it a line in ``KINDS``.
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from copydesk.config import RuleSelection
from copydesk.document import Document
from copydesk.document.date import Clock
from copydesk.registry.own_formats import PARSERS
from copydesk.run.linter import Linter
from copydesk.run.settings import RunSettings
from tools.faults.injectors import (
    Injury,
    cut_closing_mark,
    cut_first_word,
    cut_last_stop,
    double_word,
)

_CORPORA = Path(__file__).resolve().parents[2].parent / "shared" / "corpora"
_TODAY = "2026-01-15"
_TRIES = 25  # places drawn in a story before it is left out

Injector = Callable[[Document, random.Random], Injury | None]


class Kind(NamedTuple):
    """A kind of fault: what puts it in, and the rules one of which must find it."""

    inject: Injector
    rules: tuple[str, ...]


KINDS = {
    "first word cut": Kind(cut_first_word, ("sentence/fragment",)),
    "last stop cut": Kind(cut_last_stop, ("sentence/lost-stop", "sentence/fragment")),
    "closing mark cut": Kind(cut_closing_mark, ("quote/unbalanced", "quote/mixed-marks")),
    "word doubled": Kind(double_word, ("sentence/doubled-word",)),
}


class Tally(NamedTuple):
    """What came of one kind: faults injected and found, sound ones by reason, some misses."""

    injected: int
    found: int
    sound: Counter[str]
    misses: list[str]

    @property
    def share(self) -> float:
        """The part of the faults that was found."""
        return self.found / self.injected if self.injected else 0.0


def stories(folders: Sequence[Path], count: int, seed: int) -> list[tuple[str, str]]:
    """That many stories, as path and text, drawn by the seed."""
    files = sorted(path for folder in folders for path in folder.rglob("*.txt"))
    random.Random(seed).shuffle(files)
    return [(str(path), text) for path in files[:count] if (text := _read(path))]


def _read(path: Path) -> str:
    try:
        return path.read_text("utf-8").replace("\r\n", "\n")
    except UnicodeDecodeError:
        return ""


def run(drafts: Sequence[tuple[str, str]], kind: str, seed: int, wanted: int) -> Tally:
    """Inject one kind of fault into ``wanted`` of the drafts that are clean of it."""
    made = KINDS[kind]
    desk = Linter(RunSettings(choice=RuleSelection(select=made.rules), today=_TODAY))
    injected = found = 0
    sound: Counter[str] = Counter()
    misses: list[str] = []
    for path, text in drafts:
        if injected + sound.total() >= wanted:
            break
        if any(True for _ in _findings(desk, text, made.rules)):
            continue
        injury = _injury(text, made.inject, random.Random(f"{seed} {kind} {Path(path).name}"))
        if injury is None:
            continue
        if injury.sound:
            sound[injury.sound] += 1
            continue
        injected += 1
        if _is_found(desk, injury, made.rules):
            found += 1
        else:
            misses.append(injury.source[max(0, injury.at - 70) : injury.at + 50])
    return Tally(injected, found, sound, misses)


def _injury(text: str, inject: Injector, rng: random.Random) -> Injury | None:
    load = next(parser.load for parser in PARSERS if parser.name == "text")
    doc = Document(text, load(), "story.txt", Clock(today=_TODAY))
    return next((one for _ in range(_TRIES) if (one := inject(doc, rng)) is not None), None)


def _findings(desk: Linter, text: str, rules: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    report = desk.check_bytes("story.txt", text.encode())
    for finding in report.findings:
        if finding.rule in rules:
            yield finding.range.start.offset, finding.range.end.offset


def _is_found(desk: Linter, injury: Injury, rules: tuple[str, ...]) -> bool:
    start = injury.source.rfind("\n", 0, injury.at) + 1
    end = injury.source.find("\n", injury.at)
    end = len(injury.source) if end < 0 else end
    found = _findings(desk, injury.source, rules)
    return any(first <= end and start <= last for first, last in found)


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--stories", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--misses", type=int, default=0, help="show so many misses of each kind")
    parser.add_argument("folders", nargs="*", type=Path)
    arguments = parser.parse_args()
    folders = arguments.folders or [_CORPORA / "news", _CORPORA / "stories"]
    if not all(folder.is_dir() for folder in folders):
        raise SystemExit("no stories beside the project; name a folder of your own")
    drafts = stories(folders, 10 * arguments.stories, arguments.seed)
    print(f"{'kind':<20} {'faults':>7} {'found':>6} {'%':>6}  left sound copy")
    for kind in KINDS:
        tally = run(drafts, kind, arguments.seed, arguments.stories)
        sound = ", ".join(f"{why} {count}" for why, count in sorted(tally.sound.items()))
        print(
            f"{kind:<20} {tally.injected:>7} {tally.found:>6} {tally.share:>6.1%}  "
            f"{tally.sound.total()}{f': {sound}' if sound else ''}"
        )
        for miss in tally.misses[: arguments.misses]:
            print("    " + miss.replace("\n", "¶"))


if __name__ == "__main__":
    main()
