"""Puts a pack of facts into the user’s data folder, if it is whole, accepted and newer."""

from __future__ import annotations

import os
from shutil import rmtree

from copydesk.cache.files import write_beside
from copydesk.cli.packs.opened import opened
from copydesk.cli.packs.pinned import check_pin
from copydesk.facts.pack import CONTENTS, checked_tables, read_contents, sha256_of
from copydesk.model.errors import DataError
from copydesk.registry.updated_facts import IN_USE, fault_of, packs_folder, updated, written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.model.facts_pack import FactsPack

_PRIVATE = 0o700


def update(source: str, known: FactsPack, pin: str = "", allow_older: bool = False) -> FactsPack:
    """Check a pack and use it from now on; return it.

    Args:
        source: a folder, an archive or an address.
        known: the pack in use.
        pin: what the newsroom accepts: ``sha256:DIGEST``, ``minisign:KEY`` or anything if empty.
        allow_older: whether it may be older than the pack in use.

    Raises:
        DataError: it is damaged, not accepted, older, or for a newer copydesk; or it cannot be
            put into the data folder.
    """
    read = opened(source)
    where = source.rstrip("/").rpartition("/")[2]
    try:
        contents = read(CONTENTS)
    except (OSError, KeyError):
        raise DataError(f"{where}: not a pack of facts: it has no {CONTENTS}") from None
    check_pin(pin, read, where)
    pack = read_contents(contents, where)
    _check_age(pack, known, allow_older)
    tables = checked_tables(pack, read, where)
    folder = f"{pack.version}-{sha256_of(contents)[:12]}"
    home = _home()
    pack = pack._replace(folder=os.path.join(home, folder), forced=allow_older)
    _put(pack, {CONTENTS: contents, **tables}, home)
    return pack


def _check_age(pack: FactsPack, known: FactsPack, allow_older: bool) -> None:
    if allow_older:
        return
    if pack.order < known.order:
        told = f"{pack} is older than {known}, which is in use"
        raise DataError(f"{told}; --allow-older uses it all the same")
    if pack.order == known.order and pack.files != known.files:
        told = f"{pack} is in use, with other tables"
        raise DataError(f"{told}; --allow-older uses these instead")


def _home() -> str:
    """The folder of packs, made if need be."""
    home = packs_folder()
    if not home:
        raise DataError("there is no data folder: COPYDESK_DATA_DIR is empty")
    try:
        os.makedirs(os.path.dirname(home), _PRIVATE, exist_ok=True)
        os.makedirs(home, _PRIVATE, exist_ok=True)
    except OSError as error:
        raise DataError(f"{home}: cannot be made: {error.strerror or error}") from None
    if fault := fault_of(home):
        raise DataError(f"{home} is not private: {fault}")
    return home


def _put(pack: FactsPack, files: dict[str, bytes], home: str) -> None:
    """Write the files beside the pack in use, then name them as those in use, in one step."""
    before = updated()[0]
    temporary = os.path.join(home, f".new-{os.getpid()}-{os.urandom(4).hex()}")
    try:
        os.mkdir(temporary, _PRIVATE)
        for name, content in files.items():
            _write(os.path.join(temporary, name), content)
        if os.path.isdir(pack.folder):
            os.replace(pack.folder, f"{temporary}-old")
        os.replace(temporary, pack.folder)
    except OSError as error:
        rmtree(temporary, ignore_errors=True)
        raise DataError(f"{home}: cannot be written: {error.strerror or error}") from None
    if not write_beside(os.path.join(home, IN_USE), written(pack).encode("utf-8"), private=True):
        raise DataError(f"{home}: cannot be written")
    kept = {os.path.basename(one.folder) for one in (pack, before) if one is not None}
    for entry in os.scandir(home):
        if entry.is_dir(follow_symlinks=False) and entry.name not in kept:
            rmtree(entry.path, ignore_errors=True)


def _write(path: str, content: bytes) -> None:
    with open(path, "xb", opener=lambda name, flags: os.open(name, flags, 0o600)) as handle:
        handle.write(content)
        handle.flush()
        os.fsync(handle.fileno())
