"""The layout of help."""

from __future__ import annotations

from argparse import RawDescriptionHelpFormatter


class Formatter(RawDescriptionHelpFormatter):
    """Help at a fixed width: asking the terminal takes longer than a check."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, width=88, max_help_position=28)
