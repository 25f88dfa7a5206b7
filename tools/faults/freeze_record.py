"""The record on disk: lines of JSON, packed so that the same lines give the same bytes."""

from __future__ import annotations

import gzip
import hashlib
import json
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

VERSION = 1
Entry = dict[str, Any]
_DIGEST = 10  # hexadecimal digits: 40 bits tell two of a few thousand apart


def digest(value: object, digits: int = _DIGEST) -> str:
    """The first hexadecimal digits of the SHA-256 of bytes, a text or a value of JSON."""
    if isinstance(value, str):
        value = value.encode("utf-8", "surrogatepass")
    if not isinstance(value, bytes):
        value = json.dumps(value, ensure_ascii=True, sort_keys=True).encode()
    return hashlib.sha256(value).hexdigest()[:digits]


def name_digest(name: str) -> str:
    """What stands in the record in place of a file's name that is not ours; SHA-1."""
    return hashlib.sha1(name.encode(), usedforsecurity=False).hexdigest()[:10]


def write_lines(path: Path, lines: Iterable[object]) -> None:
    """Write values as lines of JSON, packed; no time and no name goes into the file."""
    text = "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)
    data = gzip.compress(text.encode("utf-8", "surrogatepass"), 9, mtime=0)
    path.write_bytes(data)


def read_lines(path: Path) -> list[Any]:
    """The values that ``write_lines`` wrote.

    Raises:
        OSError: the file is not there, or is damaged.
    """
    text = gzip.decompress(path.read_bytes()).decode("utf-8", "surrogatepass")
    return [json.loads(line) for line in text.splitlines() if line]


def read_header(folder: Path) -> Entry:
    """The head of the record; empty where there is none.

    Raises:
        SystemExit: a later version wrote it.
    """
    path = folder / "header.json"
    if not path.is_file():
        return {}
    header: Entry = json.loads(path.read_text("utf-8"))
    if header.get("version") != VERSION:
        raise SystemExit(f"freeze: {folder} is a record of version {header.get('version')}")
    return header


def write_header(folder: Path, header: Entry) -> None:
    """Write the head of the record, for people and programs."""
    text = json.dumps({"version": VERSION, **header}, indent=1, ensure_ascii=False, sort_keys=True)
    (folder / "header.json").write_text(f"{text}\n", "utf-8")
