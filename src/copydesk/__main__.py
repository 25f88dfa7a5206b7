"""``python -m copydesk``."""

from __future__ import annotations

import sys

from copydesk.cli import main

sys.exit(main())
