"""What ``SOURCES.toml`` says: which generated file is made of what, and by which command."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

from tools.data.folders import HERE, ROOT

LIST = HERE / "SOURCES.toml"
_SHA256 = re.compile(r"[0-9a-f]{64}")
_OF_ALL = ("title", "licence", "sha256")
_OF_OTHERS = ("address", "version", "file")


class Input(NamedTuple):
    """One thing that files are made of.

    Attributes:
        path: where it lies in the repository; empty if it has to be fetched.
        file: its name in the folder of inputs.
        unpacked: what of an archive is used.
        module: where an installed package has it, ``package/file``.
        known: if it is unknown, what is known of it.
    """

    name: str
    title: str = ""
    licence: str = ""
    sha256: str = ""
    path: str = ""
    address: str = ""
    version: str = ""
    file: str = ""
    unpacked: str = ""
    module: str = ""
    input: str = ""
    known: str = ""
    nearest: str = ""
    made_of: tuple[str, ...] = ()

    @property
    def is_unknown(self) -> bool:
        """Whether nobody recorded what it was."""
        return self.input == "unknown"


class Made(NamedTuple):
    """Files made by one command, with the SHA-256 of each."""

    name: str
    command: str
    inputs: tuple[str, ...]
    files: dict[str, str]


_T = TypeVar("_T", Input, Made)


class Sources(NamedTuple):
    """Everything that the list says, in its order."""

    inputs: dict[str, Input]
    made: dict[str, Made]


def read(path: Path = LIST) -> Sources:
    """The list.

    Raises:
        ValueError: a key is not one of the list's, or a name stands there twice.
    """
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    inputs = [_entry(Input, row) for row in told["input"]]
    made = [_entry(Made, row) for row in told["made"]]
    found = Sources({one.name: one for one in inputs}, {one.name: one for one in made})
    if len(found.inputs) < len(inputs) or len(found.made) < len(made):
        raise ValueError(f"{path.name}: a name stands there twice")
    return found


def _entry(kind: type[_T], row: dict[str, Any]) -> _T:
    strange = row.keys() - set(kind._fields)
    if strange:
        raise ValueError(f"{row['name']}: what is {', '.join(sorted(strange))}?")
    values: dict[str, Any] = {
        key: tuple(value) if isinstance(value, list) else value for key, value in row.items()
    }
    return kind(**values)


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def faults(sources: Sources, root: Path = ROOT) -> Iterator[str]:
    """What is wrong with the list: fields left out, and hashes that no longer agree."""
    used = {name for made in sources.made.values() for name in made.inputs}
    used |= {name for one in sources.inputs.values() for name in one.made_of}
    for one in sources.inputs.values():
        yield from (f"{one.name}: {fault}" for fault in _faults_of(one, root))
        if one.name not in used:
            yield f"{one.name}: nothing is made of it"
    for name in sorted(used - sources.inputs.keys()):
        yield f"{name}: not listed as an input"
    for made in sources.made.values():
        if not made.command or not made.inputs:
            yield f"{made.name}: no command or no inputs"
        for file, sha256 in made.files.items():
            yield from _changed(root / file, file, sha256)


def _faults_of(one: Input, root: Path) -> Iterator[str]:
    if one.is_unknown:
        if not one.title or not one.known.endswith("."):
            yield "unknown, and no sentence says what is known"
        if one.sha256 or one.path:
            yield "unknown, but it has a hash or a path"
        return
    wanted = _OF_ALL if one.path else (*_OF_ALL, *_OF_OTHERS)
    yield from (f"no {field}" for field in wanted if not getattr(one, field))
    if one.sha256 and not _SHA256.fullmatch(one.sha256):
        yield "its SHA-256 is none"
    if one.path:
        yield from _changed(root / one.path, one.path, one.sha256)


def _changed(path: Path, name: str, sha256: str) -> Iterator[str]:
    if not path.is_file():
        yield f"{name} is not there"
    elif digest(path) != sha256:
        yield f"{name} is not the file whose SHA-256 the list has; its own is {digest(path)}"
