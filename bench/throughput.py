"""Drafts per second: a thousand made-up drafts, or a folder, beside the peers.

Run: python -m bench.throughput [--peers DIR] [--runs N] [FOLDER]
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from bench.drafts import draft
from bench.timing import find, side_by_side, table

PEERS = {"proselint": ["check"], "codespell": [], "typos": []}


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", help="a folder with the peers' commands")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("folder", nargs="?", help="drafts of your own")
    arguments = parser.parse_args()
    copydesk = find("copydesk", os.path.dirname(sys.executable))
    if copydesk is None:
        raise SystemExit("copydesk is not installed")
    with tempfile.TemporaryDirectory() as made:
        folder = arguments.folder or os.path.join(made, "drafts")
        if not arguments.folder:
            os.mkdir(folder)
            for number in range(1000):
                text = draft(number, 2000 + number % 7 * 600)
                Path(folder, f"{number:04}.txt").write_text(text, "utf-8")
        files = sorted(str(path) for path in Path(folder).rglob("*") if path.is_file())
        size = sum(os.path.getsize(file) for file in files)
        commands = {
            f"copydesk check --jobs {jobs}": [copydesk, "check", "--jobs", str(jobs), folder]
            for jobs in (1, 2)
        }
        for name, words in PEERS.items():
            found = find(name, arguments.peers)
            if found is not None:
                commands[f"{name} {' '.join(words)}".strip()] = [found, *words, *files]
        env = {"COPYDESK_CACHE_DIR": os.path.join(made, "cache")}
        print(f"{len(files):,} drafts, {size / 1e6:.1f} MB")
        medians = side_by_side(commands, arguments.runs, env)
        print(table(medians))
        print(f"{len(files) / next(iter(medians.values())):,.0f} drafts a second in one process")


if __name__ == "__main__":
    main()
