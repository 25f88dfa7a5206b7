"""Whether a pack of facts is one that the newsroom accepts: by its digest, or by a signature.

The digest and the signature are those of the contents, which have the digest of every table.
Signatures are those of minisign (Ed25519): ``minisign -S -m pack.json`` makes one.
"""

from __future__ import annotations

import base64
import hashlib
from binascii import Error

from copydesk.facts.pack import CONTENTS, sha256_of
from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

SIGNATURE = f"{CONTENTS}.minisig"
_FORMS = "sha256:DIGEST or minisign:KEY"
_KEY, _SIGNED, _GLOBAL = 42, 74, 64  # bytes
_TRUSTED = "trusted comment: "


def check_pin(pin: str, read: Callable[[str], bytes], where: str) -> None:
    """Check that a pack is the one that ``pin`` names, or signed with its key.

    Args:
        pin: ``sha256:DIGEST`` or ``minisign:KEY``; empty if any pack will do.
        read: reads a file of the pack.
        where: the name of the pack in messages.

    Raises:
        DataError: it is not.
    """
    if not pin:
        return
    kind, _, value = pin.partition(":")
    contents = read(CONTENTS)
    if kind == "sha256":
        if sha256_of(contents) != value.lower():
            raise DataError(f"{where}: not the pack that facts-pack names: {CONTENTS} differs")
    elif kind == "minisign":
        try:
            signature = read(SIGNATURE).decode("utf-8")
        except (OSError, KeyError, UnicodeDecodeError):
            raise DataError(f"{where}: not signed: it has no {SIGNATURE}") from None
        verify(value, contents, signature, where)
    else:
        raise DataError(f"facts-pack must be {_FORMS}, not {pin!r}")


def verify(public: str, content: bytes, signature: str, where: str) -> None:
    """Check a signature of minisign.

    Raises:
        DataError: it is not a signature of the content with that key, or cannot be checked.
    """
    try:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
    except ImportError:
        told = "signatures are checked with an extra: pip install 'copydesk[signed]'"
        raise DataError(f"{where}: {told}") from None
    key = _bytes(public, _KEY, "the key")
    lines = [*signature.splitlines(), "", "", "", ""]
    signed = _bytes(lines[1], _SIGNED, f"{where}: the signature")
    whole = _bytes(lines[3], _GLOBAL, f"{where}: the signature")
    comment = lines[2].removeprefix(_TRUSTED).encode("utf-8")
    if key[2:10] != signed[2:10]:
        raise DataError(f"{where}: signed with another key")
    if signed[:2] == b"ED":  # of the digest; Ed is of the content itself
        content = hashlib.blake2b(content).digest()
    try:
        known = Ed25519PublicKey.from_public_bytes(key[10:])
        known.verify(signed[10:], content)
        known.verify(whole, signed[10:] + comment)
    except (InvalidSignature, ValueError):
        raise DataError(f"{where}: the signature is not that of the pack") from None


def _bytes(text: str, length: int, what: str) -> bytes:
    try:
        found = base64.b64decode(text.strip(), validate=True)
    except (Error, ValueError):
        found = b""
    if len(found) != length or (length != _GLOBAL and found[:2] not in (b"Ed", b"ED")):
        raise DataError(f"{what} is not one of minisign")
    return found
