"""``python -m copydesk``."""

from __future__ import annotations

from copydesk.cli import run

run()
