"""Compiled ``re`` patterns, cached because compiling them took half the time of a short check.

``re.compile`` turns a pattern into a list of numbers, which the matcher validates
and uses. That list is cached under the pattern, its flags and the exact version
of Python. If the internals of ``re`` are not as expected, or the cached list is
invalid, the pattern is compiled as usual.
"""

from __future__ import annotations

import os
import re
import sys

from copydesk.cache.files import read_kept, write_kept
from copydesk.cache.folder import cache_folder

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

try:
    import _sre  # type: ignore[import-not-found]
    from re import _compiler, _parser  # type: ignore[attr-defined]

    _STATE = (sys.hexversion, _sre.MAGIC, _sre.CODESIZE)
    _NAME = f"patterns-{sys.implementation.cache_tag}.bin"
except (ImportError, AttributeError):  # pragma: no cover - another Python
    _NAME = ""

Row = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]
_WRONG = (AttributeError, TypeError, ValueError, RuntimeError, OverflowError, LookupError)

_kept: dict[str, Row] | None = None
_new: dict[str, Row] = {}


def compiled(text: str, flags: int = 0) -> re.Pattern[str]:
    r"""Compile a pattern like ``re.compile``, or load it from the cache.

    Classes such as ``\p{Lu}`` and look-behinds of several widths, which ``re`` does not
    support, are expanded.

    Raises:
        re.error: the pattern is invalid.
    """
    found = stored(text, flags)
    if found is not None:
        return found
    if not _NAME:
        return re.compile(_plain(text), flags)
    try:
        row = _row(text, int(flags))
        found = _made(text, row)
    except re.error:
        raise
    except _WRONG:
        return re.compile(_plain(text), flags)
    _new[_key(text, flags)] = row
    return found


def is_valid(text: str, flags: int = 0) -> bool:
    """Compile a pattern and keep nothing: what no draft has asked for costs no later run.

    Raises:
        re.error: the pattern is invalid.
    """
    try:
        _row(text, int(flags))
    except re.error:
        raise
    except (*_WRONG, NameError):
        re.compile(_plain(text), flags)
    return True


def stored(text: str, flags: int = 0) -> re.Pattern[str] | None:
    """A pattern from the cache; None if it has to be compiled."""
    row = _rows().get(_key(text, flags)) if _NAME else None
    if row is None:
        return None
    try:
        return _made(text, row)
    except _WRONG:
        return None


def _key(text: str, flags: int) -> str:
    return f"{int(flags)} {text}"


def _plain(text: str) -> str:
    if "\\p{" not in text and "\\P{" not in text:
        return text
    from copydesk.regexes.unicode import written_out

    return written_out(text)


def save() -> None:
    """Save the newly compiled patterns for later runs."""
    folder = cache_folder()
    if not _new or not folder:
        return
    kept = {**_read(), **_new}
    write_kept(os.path.join(folder, _NAME), _STATE, kept)
    _new.clear()


def _rows() -> dict[str, Row]:
    global _kept
    if _kept is None:
        _kept = _read()
    return _kept


def _read() -> dict[str, Row]:
    folder = cache_folder()
    kept = read_kept(os.path.join(folder, _NAME), _STATE) if folder else None
    return kept if isinstance(kept, dict) else {}


def _row(text: str, flags: int) -> Row:
    """Compile a pattern to the arguments of the matcher, in the steps of ``re.compile``."""
    from array import array

    plain = _plain(text)
    parsed: Any = _parser.parse(plain, flags)
    try:
        code = array("I", _compiler._code(parsed, flags))
    except re.error as error:
        if "look-behind" not in str(error):
            raise
        from copydesk.regexes.look_behind import of_one_width

        parsed = _parser.parse(of_one_width(plain, bool(flags & re.VERBOSE)), flags)
        code = array("I", _compiler._code(parsed, flags))
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return (
        int(flags | state.flags),
        code.tobytes(),
        state.groups - 1,
        dict(state.groupdict),
        tuple(names),
    )


def _made(text: str, row: Row) -> re.Pattern[str]:
    flags, code, groups, index, names = row
    numbers = memoryview(code).cast("I").tolist()
    found: re.Pattern[str] = _sre.compile(text, flags, numbers, groups, index, names)
    return found
