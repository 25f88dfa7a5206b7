"""The one digest by which content is known again."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - not CPython
    from hashlib import blake2b


__all__ = ["DIGEST", "blake2b", "digest", "digest_of"]

DIGEST = 16  # bytes


def digest_of(data: bytes) -> bytes:
    """A digest of a file's bytes, by which they are known again."""
    return blake2b(data, digest_size=DIGEST).digest()


def digest(*parts: bytes) -> bytes:
    """A digest of these parts, and of where one ends and the next begins.

    Raises:
        TypeError: a part is no bytes.
    """
    found = blake2b(digest_size=DIGEST)
    for part in parts:
        found.update(len(part).to_bytes(8, "little") + part)
    return found.digest()
