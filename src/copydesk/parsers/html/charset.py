"""The encoding that an HTML page declares for itself."""

from __future__ import annotations

import codecs
import re

_HEAD = 4_096  # bytes; the standard says 1,024, but pages keep it further down
_DECLARED = re.compile(
    rb"<meta\b[^>]*?\bcharset\s*=\s*[\"']?\s*([\w.:-]+)"
    rb"|\A\s*<\?xml\b[^>]*?\bencoding\s*=\s*[\"']([\w.:-]+)",
    re.IGNORECASE,
)
# Browsers read these as Windows-1252, as do the programs that write such pages.
_WINDOWS = frozenset({"iso8859-1", "ascii"})


def declared_encoding(data: bytes) -> str:
    """The encoding named in a ``meta`` tag or an XML declaration; empty if none applies.

    A page that can be read as UTF-8 is UTF-8, whatever it says, because text in another
    encoding hardly ever can.
    """
    found = _DECLARED.search(data, 0, _HEAD)
    if found is None:
        return ""
    try:
        data.decode()
    except UnicodeDecodeError:
        return _known((found[1] or found[2]).decode("ascii"))
    return ""


def _known(name: str) -> str:
    """Python's name of an encoding; empty if it is unknown, or if it is UTF-8."""
    try:
        known = codecs.lookup(name).name
    except LookupError:
        return ""
    if known in _WINDOWS:
        return "cp1252"
    return "" if known.startswith("utf") else known
