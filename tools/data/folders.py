"""Where the makers of data read and write, and the option that they share."""

from __future__ import annotations

import argparse
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SPELLING = Path("lint_rules/spelling")
FACTS = Path("lint_rules/_facts")


def parser_of(doc: str | None) -> argparse.ArgumentParser:
    """A parser with ``--root``: where ``lint_rules`` and ``src`` lie that are written to."""
    parser = argparse.ArgumentParser(description=(doc or "").partition("\n")[0])
    parser.add_argument("--root", type=Path, default=ROOT, help="write here, not in the repository")
    return parser


def root_given(doc: str | None) -> Path:
    """The folder to write to, of a command that takes nothing else."""
    root: Path = parser_of(doc).parse_args().root
    return root


def text_of(path: Path) -> str:
    """The text of a list from elsewhere: UTF-8 or, if it is not, Latin-1."""
    data = path.read_bytes()
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


def lines_of(name: str) -> list[str]:
    """The lines of a list beside this module, without blank lines and remarks."""
    if not (HERE / name).exists():
        return []
    text = (HERE / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if line.strip() and not line.startswith("#")]
