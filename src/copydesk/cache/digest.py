"""The one digest by which content is known again."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - not CPython
    from hashlib import blake2b


DIGEST = 16  # bytes


def digest(*parts: bytes) -> bytes:
    """A digest of these parts, and of where one ends and the next begins.

    Raises:
        TypeError: a part is no bytes.
    """
    found = blake2b(digest_size=DIGEST)
    for part in parts:
        found.update(len(part).to_bytes(8, "little") + part)
    return found.digest()
