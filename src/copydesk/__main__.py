"""``python -m copydesk``; ``python -P -m copydesk`` where the folder at hand is a stranger's."""

from __future__ import annotations

import os
import sys


def _leave_folder_out() -> None:
    """Import nothing more from the current folder, which ``-m`` put first."""
    if not sys.flags.safe_path and sys.path and os.path.abspath(sys.path[0]) == os.getcwd():
        del sys.path[0]


if __name__ == "__main__":  # a process that is spawned imports this module, too
    _leave_folder_out()
    from copydesk.cli import run

    run()
