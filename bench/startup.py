"""What a start costs: --version, and a check of one 6 KB draft, beside the peers.

Run: python -m bench.startup [--peers DIR] [--runs N] [DRAFT]

The peers are proselint, harper-cli, codespell and typos, where they are found.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

from bench.drafts import draft
from bench.timing import find, side_by_side, table

PEERS = {
    "proselint": ["check"],
    "codespell": [],
    "typos": [],
    "harper": ["lint"],
    "harper-cli": ["lint"],
}


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", help="a folder with the peers' commands")
    parser.add_argument("--runs", type=int, default=11)
    parser.add_argument("draft", nargs="?", help="a draft of your own")
    arguments = parser.parse_args()
    copydesk = find("copydesk", os.path.dirname(sys.executable))
    if copydesk is None:
        raise SystemExit("copydesk is not installed")
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.draft or os.path.join(folder, "draft.txt")
        if not arguments.draft:
            Path(path).write_text(draft(1, 6000), "utf-8")
        env = {"COPYDESK_CACHE_DIR": os.path.join(folder, "cache")}
        bare = {
            "copydesk --version": [copydesk, "--version"],
            "python -c pass": [sys.executable, "-c", "pass"],
        }
        print(table(side_by_side(bare, arguments.runs, env)), end="\n\n")
        commands = {"copydesk check": [copydesk, "check", path]}
        for name, words in PEERS.items():
            found = find(name, arguments.peers)
            if found is not None:
                commands[f"{name} {' '.join(words)}".strip()] = [found, *words, path]
        print(f"one draft of {os.path.getsize(path):,} bytes, warm cache")
        print(table(side_by_side(commands, arguments.runs, env)), end="\n\n")
        cold = {"copydesk check, no cache": commands["copydesk check"]}
        print(table(side_by_side(cold, 3, {"COPYDESK_CACHE_DIR": ""})))


if __name__ == "__main__":
    main()
