"""Decodes drafts from bytes to text, with clear errors."""

from __future__ import annotations

import codecs
from contextlib import suppress

from copydesk.model.value_tuple import ValueTuple

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


_ASCII = bytes(range(128))


class DecodeError(ValueError):
    """The bytes cannot be decoded; the message says what to do."""


class Decoded(ValueTuple):
    """A file as text, with everything needed to write it back.

    ``text`` has its original line ends and no byte order mark; ``mark`` is that
    mark, or empty.
    """

    text: str
    encoding: str
    mark: bytes = b""


def decode(data: bytes, encoding: str = "") -> Decoded:
    """Decode a file: by its byte order mark, else as UTF-8 or, if it is not UTF-8, as ``encoding``.

    Text in another encoding that has letters beyond ASCII is practically never valid
    UTF-8. Encodings that are not supersets of ASCII, such as UTF-16, are tried first;
    a file in ASCII alone is in ``encoding``, so that fixes are written in it.

    Raises:
        DecodeError: the file is binary, or not in that encoding.
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return Decoded(_decoded(data[len(mark) :], name), name, mark)
    if not encoding and b"\0" in data:
        raise DecodeError(_nul(data))
    if not encoding or (not data.isascii() and _extends_ascii(encoding)):
        with suppress(UnicodeDecodeError):
            return Decoded(data.decode("utf-8"), "utf-8")
    name = encoding or "utf-8"
    return Decoded(_decoded(data, name), name)


def _extends_ascii(encoding: str) -> bool:
    try:
        return _ASCII.decode(encoding) == _ASCII.decode("ascii")
    except (LookupError, UnicodeError):
        return False


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except LookupError:
        raise DecodeError(f"unknown encoding {encoding!r}") from None
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DecodeError(
            f"not {encoding.upper()}: byte 0x{data[error.start]:02x} on line {line}; "
            "save the file as UTF-8, or give its encoding with --encoding"
        ) from None
    except UnicodeError as error:
        raise DecodeError(f"cannot decode as {encoding}: {error}") from None


def _nul(data: bytes) -> str:
    at = data.index(0)
    line = data.count(b"\n", 0, at) + 1
    if _looks_like_utf16(data):
        return "looks like UTF-16 without a byte order mark; save the file as UTF-8"
    return f"a NUL byte on line {line} (offset {at}): not a text file, or damaged"


def _looks_like_utf16(data: bytes) -> bool:
    sample = data[:2000]
    if len(sample) < 4:
        return False
    odd, even = sample[1::2].count(0), sample[::2].count(0)
    return max(odd, even) > len(sample) * 0.3 and min(odd, even) < len(sample) * 0.05
