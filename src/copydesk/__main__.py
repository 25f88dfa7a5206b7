"""``python -m copydesk``; use ``python -P -m copydesk`` in a folder that you do not trust."""

from __future__ import annotations

import os
import sys


def _leave_folder_out() -> None:
    """Remove the current folder, which ``-m`` put first, from the import path."""
    if not sys.flags.safe_path and sys.path and os.path.abspath(sys.path[0]) == os.getcwd():
        del sys.path[0]


if __name__ == "__main__":  # spawned processes import this module, too
    _leave_folder_out()
    from copydesk.cli import run

    run()
