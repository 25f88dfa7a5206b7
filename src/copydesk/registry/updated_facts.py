"""The pack of facts that ``copydesk facts update`` has put into the user’s data folder.

The folder must be private to the user: whoever can write there can hide findings.
"""

from __future__ import annotations

import os

from copydesk.cache.folder import private_fault, users_folder
from copydesk.model.facts_pack import FactsPack
from copydesk.registry.contributions import ShippedFile

VARIABLE = "COPYDESK_DATA_DIR"
IN_USE = "in-use"
"""The file in the folder of packs that names the pack in use, and its tables."""
_HEAD = "copydesk facts 1"
_FORCED = "always"
_SHA256 = 64  # letters


def packs_folder() -> str:
    """The user’s folder for packs of facts, whether it exists or not; empty for none.

    ``COPYDESK_DATA_DIR`` names the folder above it; if it is set but empty, there is none.
    """
    if VARIABLE in os.environ:
        folder = os.environ[VARIABLE]
        return os.path.join(folder, "facts") if folder else ""
    share = os.path.join(".local", "share")
    return os.path.join(users_folder("Application Support", "XDG_DATA_HOME", share), "facts")


def fault_of(folder: str) -> str:
    """Why a folder may not be used: it is not private to the user; empty if it may be."""
    above = os.path.dirname(folder)
    return private_fault(above, VARIABLE) or private_fault(folder, VARIABLE)


def updated() -> tuple[FactsPack | None, str]:
    """The pack in the data folder, or None; and why it is not used, if there is a reason."""
    home = packs_folder()
    if not home:
        return None, ""
    try:
        with open(os.path.join(home, IN_USE), encoding="utf-8") as handle:
            lines = handle.read().splitlines()
    except (OSError, ValueError):
        return None, ""
    fault = fault_of(home)
    pack = None if fault else _read(lines, home)
    why = fault or ("" if pack else "it is damaged; run ‘copydesk facts update’ again")
    return pack, f"the pack of facts in {home} is not used: {why}" if why else ""


def _read(lines: list[str], home: str) -> FactsPack | None:
    """The pack that the lines of ``in-use`` describe."""
    try:
        head, name, version, as_of, folder, how, *files = lines
        pairs = tuple((one[_SHA256 + 1 :], one[:_SHA256]) for one in files)
    except ValueError:
        return None
    place = os.path.join(home, os.path.basename(folder))
    pack = FactsPack(name, version, as_of, pairs, place, how == _FORCED)
    try:
        return pack if head == _HEAD and pairs and pack.order else None
    except ValueError:
        return None


def written(pack: FactsPack) -> str:
    """The text of ``in-use`` for a pack."""
    files = [f"{sha256} {name}" for name, sha256 in pack.files]
    folder = os.path.basename(pack.folder)
    how = _FORCED if pack.forced else "if newest"
    return "\n".join([_HEAD, pack.name, pack.version, pack.as_of, folder, how, *files]) + "\n"


def tables(pack: FactsPack) -> tuple[ShippedFile, ...]:
    """The tables of a pack as files, each with its SHA-256 as its digest."""
    return tuple(
        ShippedFile(os.path.join(pack.folder, name), sha256, True, sha256)
        for name, sha256 in pack.files
    )
