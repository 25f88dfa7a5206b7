"""Build the pack of facts, a distribution with data only.

::

    python -m tools.release.facts_pack --version 2026.11.30 --to dist
    python -m tools.release.facts_pack --check

The tables in ``lint_rules/_facts`` are the only ones there are: this writes the contents of the
pack, ``pack.json``, and puts both into a wheel, which ``copydesk facts update`` reads as well.
Without ``--version`` the version stays as it is. With ``--check`` the exit status is 1 if the
contents are not those of the tables.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
from pathlib import Path
from typing import Any

from copydesk.facts.pack import CONTENTS, contents_of, read_contents

ROOT = Path(__file__).resolve().parents[2]
TABLES = ROOT / "lint_rules" / "_facts"
BACKEND = ROOT / "plugins" / "copydesk-facts" / "pack_backend.py"


def contents(folder: Path, version: str = "") -> str:
    """The contents of a pack with the tables in a folder.

    Args:
        folder: the folder.
        version: the date of the pack; by default that of the contents that are there.
    """
    if not version:
        version = read_contents((folder / CONTENTS).read_bytes(), CONTENTS).version
    tables = {path.name: path.read_bytes() for path in sorted(folder.glob("*.toml"))}
    return contents_of(tables, version)


def write_contents(folder: Path, version: str = "") -> None:
    """Write the contents beside the tables that they describe."""
    (folder / CONTENTS).write_text(contents(folder, version), "utf-8", newline="\n")


def backend() -> Any:
    """The build backend of the distribution."""
    spec = importlib.util.spec_from_file_location("pack_backend", BACKEND)
    assert spec is not None
    assert spec.loader is not None
    found = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(found)
    return found


def build(to: Path) -> Path:
    """Build the wheel into a folder; return its path."""
    to.mkdir(parents=True, exist_ok=True)
    return to / str(backend().build_wheel(str(to)))


def main(words: list[str] | None = None) -> int:
    """Write the contents and build the pack, or check the contents."""
    parser = argparse.ArgumentParser(prog="facts_pack", description="Build the pack of facts.")
    parser.add_argument("--version", default="", help="the date of the pack, such as 2026.11.30")
    parser.add_argument("--to", type=Path, help="the folder for the wheel (default: no wheel)")
    parser.add_argument("--check", action="store_true", help="only compare the contents")
    given = parser.parse_args(words)
    if given.check:
        same = contents(TABLES) == (TABLES / CONTENTS).read_text("utf-8")
        print("pack.json is as the tables are" if same else "pack.json is out of date")
        return 0 if same else 1
    write_contents(TABLES, given.version)
    if given.to:
        print(build(given.to))
    return 0


if __name__ == "__main__":
    sys.exit(main())
