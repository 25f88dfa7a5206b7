r"""Text for logs and terminals: no line is a command of a CI service, no character is unseen.

The runner of GitHub Actions obeys a line that begins with ``::``, after any blanks, and
``##[`` anywhere in a line; other services obey ``##vso[`` and ``##teamcity[``. Lines end
at a carriage return, too.
"""

from __future__ import annotations

from functools import cache

from copydesk.formats.summary import UNSEEN, harmless
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re

_START = r"(?:[^\S\n\r]|\x1b\[[\d;]*m)*"  # blanks and colours before the first mark of a line
_LATER = rf"(?<=[\n\r])({_START}):(?=:)"
_FIRST = rf"(?:(?<=[\n\r])|\A)({_START}):(?=:)"
_ANYWHERE = r"#(?=#\w*\[)"
_UNSEEN = rf"(?!\r\n|[\t\n])[\x00-\x1f{UNSEEN}]"

_pattern = cache(compiled)


def inert(text: str, is_start: bool = True) -> str:
    r"""The text without commands: the first mark of each is written as ``\u{3a}`` or ``\u{23}``.

    Args:
        text: one line or more.
        is_start: whether it begins a line.
    """
    if "##" in text:
        text = _pattern(_ANYWHERE).sub(r"\\u{23}", text)
    if "::" in text:
        text = _pattern(_FIRST if is_start else _LATER).sub(r"\1\\u{3a}", text)
    return text


def visible(text: str) -> str:
    """The text with everything but its lines and tabs harmless."""
    if text.isascii() and text.replace("\n", "").isprintable():
        return text
    return _pattern(_UNSEEN).sub(_written_out, text)


def in_json(text: str) -> str:
    r"""JSON without commands: they can only be in its strings, where ``#`` is ``\u0023``."""
    return text.replace("##", "#\\u0023")


def in_markup(text: str) -> str:
    """Escaped text for XML or HTML without commands: it reads back as it was."""
    return text.replace("##", "#&#35;").replace("::", ":&#58;")


def _written_out(match: re.Match[str]) -> str:
    return harmless(match[0])
