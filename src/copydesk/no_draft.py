"""Files that are no drafts, whatever their ending: licences, notices, lists for programs."""

from __future__ import annotations

import os
import re

REASON = "a file of this name is no draft, so nothing in it is fixed"

_LEGAL = (
    "licen[cs]e|unlicen[cs]e|copying|copyright|notice|patents|legal|third[-_ ]?party|authors"
    "|contributors|maintainers|changelog|changes|history|readme|security|code[-_]of[-_]conduct"
)
_NAME = re.compile(
    rf"(?:{_LEGAL})(?:[-._][\w.-]*)?|(?:requirements|constraints)[\w.-]*\.txt|cmakelists\.txt"
    r"|(?:robots|humans|ads|app-ads|security|llms|llms-full)\.txt",
    re.IGNORECASE,
)


def is_no_draft(path: str) -> bool:
    """Whether a file is by its name a licence, a notice, a change log or a list for programs."""
    return _NAME.fullmatch(os.path.basename(path)) is not None
