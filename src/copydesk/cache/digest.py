"""The digest that identifies content in the cache."""

from __future__ import annotations

try:
    from _blake2 import blake2b
except ImportError:  # pragma: no cover - not CPython
    from hashlib import blake2b


__all__ = ["DIGEST", "blake2b", "digest", "digest_of"]

DIGEST = 16  # bytes


def digest_of(data: bytes) -> bytes:
    """The digest that identifies the content of a file."""
    return blake2b(data, digest_size=DIGEST).digest()


def digest(*parts: bytes) -> bytes:
    """The digest of several parts and of the boundaries between them.

    Raises:
        TypeError: a part is not bytes.
    """
    found = blake2b(digest_size=DIGEST)
    for part in parts:
        found.update(len(part).to_bytes(8, "little") + part)
    return found.digest()
