"""copydesk beside installed peers: one draft, and a thousand, in rounds that take turns.

Run: python -m bench.peers [--peers DIR]… [--rounds N] [--stories DIR] [--drafts N]

Prints Markdown tables: bench/README.md and README.md quote them. The peers are proselint,
Vale, typos, codespell and harper, as far as they are found in the folders or on the path.
Vale gets a house style of fourteen substitutions. Every round of a single draft has a text
of its own, so that no result is in any cache; tables are compiled.
"""

from __future__ import annotations

import argparse
import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from bench.drafts import draft
from bench.timing import Make, Usage, find, in_turn, table

PEERS = {
    "proselint check": ("proselint", ("check",)),
    "vale": ("vale", ("--config", "{vale}", "--output", "line")),
    "typos": ("typos", ()),
    "codespell": ("codespell", ()),
    "harper lint": ("harper", ("lint",)),
}
SLOW = {"harper lint": 10}  # of how many drafts they are given one; the figures are scaled
SWAPS = {
    "adviser": "advisor", "e-mail": "email", "on-line": "online", "web site": "website",
    "per cent": "percent", "Kiev": "Kyiv", "Odessa": "Odesa", "towards": "toward",
    "amongst": "among", "whilst": "while", "health care": "healthcare", "learnt": "learned",
    "grey": "gray", "cheque": "check",
}  # fmt: skip


def vale_config(folder: Path) -> str:
    """A config of Vale, with a house style of substitutions; its path."""
    (folder / "styles" / "House").mkdir(parents=True)
    swaps = "".join(f"  {bad}: {good}\n" for bad, good in SWAPS.items())
    rule = f"extends: substitution\nmessage: Use %s, not %s.\nlevel: error\nswap:\n{swaps}"
    (folder / "styles" / "House" / "Words.yml").write_text(rule, "utf-8")
    config = f"StylesPath = {folder / 'styles'}\n[*]\nBasedOnStyles = House\n"
    (folder / ".vale.ini").write_text(config, "utf-8")
    return str(folder / ".vale.ini")


def peers(folders: Sequence[str], config: str) -> dict[str, list[str]]:
    """The commands of the peers that are there, without file names."""
    found = {}
    for name, (program, words) in PEERS.items():
        path = find(program, os.pathsep.join(folders))
        if path is not None:
            found[name] = [path, *(word.format(vale=config) for word in words)]
    return found


def single(copydesk: str, others: dict[str, list[str]], folder: Path) -> dict[str, Make]:
    """The commands for one draft, with a new one for every round."""

    def new(number: int) -> str:
        path = folder / f"draft-{number}.txt"
        path.write_text(draft(number, 3000), "utf-8")
        return str(path)

    def fresh(words: list[str]) -> Make:
        return lambda number: [*words, new(number)]

    bare = {
        "python -c pass": lambda _: [sys.executable, "-c", "pass"],
        "copydesk --version": lambda _: [copydesk, "--version"],
    }
    ours = {"copydesk check": fresh([copydesk, "check"])}
    return {**bare, **ours, **{name: fresh(words) for name, words in others.items()}}


def many(
    copydesk: str, others: dict[str, list[str]], files: list[str], room: Path
) -> dict[str, Make]:
    """The commands for many drafts; ours without earlier results, but with compiled patterns."""

    def fixed(words: list[str]) -> Make:
        return lambda _: words

    def cold(jobs: int) -> Make:
        def made(_: int) -> list[str]:
            for path in (room / "cache").glob("results*"):
                path.unlink()
            words = [copydesk, "check", "--isolated", "--jobs", str(jobs)]
            return [*words, str(room / "many")]

        return made

    ours = {f"copydesk check --jobs {jobs}": cold(jobs) for jobs in (1, 2)}
    return ours | {
        name: fixed([*words, *files[:: SLOW.get(name, 1)]]) for name, words in others.items()
    }


def scaled(medians: dict[str, Usage]) -> dict[str, Usage]:
    """The medians, with those of peers that got a part of the drafts scaled to all."""
    return {
        (f"{name} (one in {SLOW[name]}, scaled)" if name in SLOW else name): Usage(
            used.cpu * SLOW.get(name, 1), used.wall * SLOW.get(name, 1), used.memory
        )
        for name, used in medians.items()
    }


def stories(folder: Path, given: str | None, count: int) -> list[str]:
    """The drafts to check, copied or made up; their paths."""
    folder.mkdir()
    if given is None:
        for number in range(count):
            text = draft(number, 2000 + number % 7 * 600)
            (folder / f"{number:05}.txt").write_text(text, "utf-8")
    else:
        for path in sorted(Path(given).rglob("*.txt"))[:count]:
            shutil.copy(path, folder / path.name)
    return sorted(str(path) for path in folder.iterdir())


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", action="append", default=[], help="a folder with peers")
    parser.add_argument("--rounds", type=int, default=9)
    parser.add_argument("--stories", help="a folder of real stories instead of made-up ones")
    parser.add_argument("--drafts", type=int, default=1000)
    arguments = parser.parse_args()
    copydesk = find("copydesk", os.path.dirname(sys.executable))
    if copydesk is None:
        raise SystemExit("copydesk is not installed")
    with tempfile.TemporaryDirectory() as made:
        room = Path(made)
        others = peers(arguments.peers, vale_config(room))
        env = {"COPYDESK_CACHE_DIR": str(room / "cache")}
        print(f"Python {platform.python_version()}, {os.cpu_count()} cores, {sys.platform}\n")
        (room / "one").mkdir()
        one = in_turn(single(copydesk, others, room / "one"), arguments.rounds, env, made)
        print(f"One new draft of 3 KB, medians of {arguments.rounds}:\n")
        print(table(one, "copydesk check"), end="\n\n", flush=True)
        files = stories(room / "many", arguments.stories, arguments.drafts)
        size = sum(map(os.path.getsize, files))
        rounds = max(1, arguments.rounds // 3)
        medians = in_turn(many(copydesk, others, files, room), rounds, env, made)
        print(f"{len(files):,} drafts, {size / 1e6:.1f} MB, medians of {rounds}:\n")
        print(table(scaled(medians), "copydesk check --jobs 1"))


if __name__ == "__main__":
    main()
