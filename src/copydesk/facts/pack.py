"""A pack of facts: tables of facts with a version, which is a date, and a digest of each file.

A folder or an archive with the tables and ``pack.json``, which says what they are. Data
apart from code, so that a newsroom can renew its facts and keep its copydesk.
"""

from __future__ import annotations

import os

from copydesk.model.errors import DataError
from copydesk.model.facts_pack import FactsPack
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

CONTENTS = "pack.json"
SCHEMA = 1
"""The version of the schema of tables and packs that this copydesk reads."""
_NAME = compiled(r"[a-z0-9][a-z0-9-]{0,60}")
_VERSION = compiled(r"\d{4}\.\d{1,2}\.\d{1,2}(?:\.\d{1,4})?")
_DAY = compiled(r"\d{4}-\d{2}-\d{2}")
_FILE = compiled(r"[a-z0-9][a-z0-9_-]{0,60}\.toml")
_SHA256 = compiled(r"[0-9a-f]{64}")


def read_contents(text: bytes | str, where: str, folder: str = "") -> FactsPack:
    """The pack with these contents.

    Args:
        text: the contents, in JSON.
        where: its name in messages.
        folder: where the tables are.

    Raises:
        DataError: these are no contents, or its schema is newer than this copydesk knows.
    """
    import json

    try:
        raw: Any = json.loads(text)
        schema, files = raw["schema"], dict(raw["files"])
        told = raw["name"], raw["version"], raw["as-of"]
    except (ValueError, KeyError, TypeError) as error:
        raise DataError(f"{where}: not the contents of a pack of facts: {error!r}") from None
    if not isinstance(schema, int) or schema > SCHEMA:
        raise DataError(f"{where}: the pack needs a newer copydesk: its schema is {schema!r}")
    pack = FactsPack(*told, tuple(sorted(files.items())), folder)
    _check(pack, where)
    return pack


def _check(pack: FactsPack, where: str) -> None:
    """Reject what no contents have, such as names of files that lead elsewhere."""
    checks = [(pack.name, _NAME), (pack.version, _VERSION), (pack.as_of, _DAY)]
    checks += [(name, _FILE) for name, _ in pack.files]
    checks += [(sha256, _SHA256) for _, sha256 in pack.files]
    for value, pattern in checks:
        if not isinstance(value, str) or not pattern.fullmatch(value):
            raise DataError(f"{where}: {value!r} does not belong in the contents of a pack")
    if not pack.files:
        raise DataError(f"{where}: the pack has no tables")


def shipped_in(folder: str) -> FactsPack | None:
    """The pack in a folder; None if it has no contents or wrong ones."""
    where = os.path.join(folder, CONTENTS)
    try:
        with open(where, "rb") as handle:
            return read_contents(handle.read(), where, folder)
    except (OSError, DataError):
        return None


def checked_tables(pack: FactsPack, read: Callable[[str], bytes], where: str) -> dict[str, bytes]:
    """The tables of a pack by name.

    Args:
        pack: what its contents say.
        read: reads a file of the pack.
        where: its name in messages.

    Raises:
        DataError: a table is missing, is not what they say, or breaks the schema.
    """
    from copydesk.facts.joined import Joined
    from copydesk.facts.schema import read_table

    joined, found = Joined(), {}
    for name, sha256 in pack.files:
        try:
            content = found[name] = read(name)
        except (OSError, KeyError):
            raise DataError(f"{where}: {name} is missing") from None
        if sha256_of(content) != sha256:
            raise DataError(f"{where}: {name} is damaged: its SHA-256 is not that in pack.json")
        try:
            joined.add(read_table(f"{where}: {name}", content.decode("utf-8")))
        except UnicodeDecodeError:
            raise DataError(f"{where}: {name} is not UTF-8") from None
    return found


def contents_of(tables: Mapping[str, bytes], version: str, name: str = "copydesk-facts") -> str:
    """The contents of a pack with these tables, as JSON in a stable order.

    Args:
        tables: their content by file name.
        version: the date of the pack, such as ``2026.11.30``.
        name: the name of the pack.

    Raises:
        DataError: a table breaks the schema, or the version is no date.
    """
    import json

    from copydesk.facts.schema import read_table

    days = _days(read_table(key, tables[key].decode("utf-8")).sources.values() for key in tables)
    value = {
        "name": name, "version": version, "schema": SCHEMA, "as-of": max(days),
        "files": {key: sha256_of(tables[key]) for key in sorted(tables)},
    }  # fmt: skip
    text = json.dumps(value, indent=2) + "\n"
    read_contents(text, CONTENTS)
    return text


def _days(sources: Iterable[Iterable[Any]]) -> list[str]:
    return [one.as_of for some in sources for one in some]


def sha256_of(content: bytes) -> str:
    """The SHA-256 of some content, in hexadecimal."""
    from hashlib import sha256

    return sha256(content).hexdigest()
