"""Writes into SOURCES.toml what changed: for ``rebuild --write``."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

import tomlkit

from tools.data.folders import ROOT
from tools.data.sources import LIST, Made, digest, read


def note_inputs(name: str) -> None:
    """Note the hashes of the inputs in the repository of which these files are made."""
    told: Any = tomlkit.parse(LIST.read_text(encoding="utf-8"))
    wanted = read().made[name].inputs
    for row in told["input"]:
        if row["name"] in wanted and "path" in row:
            row["sha256"] = digest(ROOT / row["path"])
    LIST.write_text(tomlkit.dumps(told), encoding="utf-8")


def take(made: Made, home: Path) -> None:
    """Take the files from a folder, and note their hashes."""
    told: Any = tomlkit.parse(LIST.read_text(encoding="utf-8"))
    (files,) = (row["files"] for row in told["made"] if row["name"] == made.name)
    for file in made.files:
        shutil.copyfile(home / file, ROOT / file)
        files[file] = digest(ROOT / file)
    LIST.write_text(tomlkit.dumps(told), encoding="utf-8")
