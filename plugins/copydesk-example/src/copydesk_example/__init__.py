"""A third-party pack for copydesk: the hooks, a rule and a term list.

Copy this folder, rename it, and put your own rules in.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from copydesk import hookimpl
from copydesk_example.clock_time import ClockTime

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk import Rule


@hookimpl
def copydesk_rules() -> Iterable[type[Rule]]:
    """Our rules."""
    return (ClockTime,)


@hookimpl
def copydesk_terms() -> Iterable[str]:
    """Our term lists."""
    return (os.path.join(os.path.dirname(__file__), "terms.toml"),)
