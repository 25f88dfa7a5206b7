"""Makes generated files anew in a temporary folder and compares them with those in the repository.

Run: python -m tools.data.rebuild [NAME …] [--inputs FOLDER] [--write]

The names are those of ``[[made]]`` in SOURCES.toml; without one all are made. Inputs that are not
in the repository are looked for in the folder (by default, the one that the variable
COPYDESK_INPUTS names) and then in installed packages; each must have the SHA-256 that SOURCES.toml
has. Nothing is fetched.

Exit status: 0, everything is the same byte for byte; 1, something differs or could not be made;
2, an input is not here or not known. With --write, what was made goes into the repository, and its
SHA-256, like those of the inputs there, into SOURCES.toml.
"""

from __future__ import annotations

import argparse
import importlib.util
import os
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from tools.data.folders import ROOT
from tools.data.record import note_inputs, take
from tools.data.sources import Input, Made, Sources, digest, read
from tools.data.unpack import unpack

SAME, DIFFERENT, NO_INPUT = 0, 1, 2
VARIABLE = "COPYDESK_INPUTS"


class Result(NamedTuple):
    """How it went with the files of one command: an exit status, and a line on each of them.

    ``all_made`` says whether the command made every file, the same as before or not.
    """

    status: int
    lines: list[str]
    all_made: bool = False


def find(one: Input, folder: Path | None) -> Path | None:
    """Where an input lies; None if it is not here."""
    if one.path:
        return ROOT / one.path if (ROOT / one.path).is_file() else None
    if folder is not None and (folder / one.file).is_file():
        return folder / one.file
    package, _, inside = one.module.partition("/")
    found = importlib.util.find_spec(package) if package else None
    for home in (found.submodule_search_locations or ()) if found else ():
        if (Path(home) / inside).is_file():
            return Path(home) / inside
    return None


def missing(made: Made, sources: Sources, folder: Path | None) -> list[str]:
    """Why these files cannot be made: a line for each input that is not here or not known."""
    lines = []
    for one in (sources.inputs[name] for name in made.inputs):
        if one.is_unknown:
            lines.append(f"{made.name}: input {one.name} is unknown: {one.known}")
        elif find(one, folder) is None:
            told = one.path or f"{one.file} ({one.address})"
            lines.append(f"{made.name}: input {one.name} is not here: {told}")
    return lines


def rebuild(made: Made, sources: Sources, folder: Path | None, home: Path) -> Result:
    """Make the files in a folder of their own, ``home``, and compare them."""
    lacks = missing(made, sources, folder)
    if lacks:
        return Result(NO_INPUT, lacks)
    places: dict[str, str] = {}
    for one in (sources.inputs[name] for name in made.inputs):
        path = find(one, folder)
        assert path is not None
        if digest(path) != one.sha256:
            return Result(
                DIFFERENT, [f"{made.name}: {path} has not the SHA-256 of input {one.name}"]
            )
        places[one.name] = str(_unpacked(one, path, home / "inputs"))
    for file in made.files:
        (home / file).parent.mkdir(parents=True, exist_ok=True)
    words = shlex.split(made.command)
    words = [word.format(**places) for word in words] + ["--root", str(home)]
    done = subprocess.run(
        [sys.executable, *words[1:]], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        return Result(DIFFERENT, [f"{made.name}: {done.stderr.strip() or 'the command failed'}"])
    return _compared(made, home)


def _unpacked(one: Input, path: Path, folder: Path) -> Path:
    """What of an input is read, unpacked if it comes in an archive."""
    if not one.unpacked:
        return path
    home = folder / one.name
    unpack(path, home)
    return home / one.unpacked


def _compared(made: Made, home: Path) -> Result:
    status, lines, all_made = SAME, [], True
    for file, sha256 in made.files.items():
        if not (home / file).is_file():
            status, all_made = DIFFERENT, False
            lines.append(f"{made.name}: {file} was not made")
        elif digest(home / file) != sha256:
            status = DIFFERENT
            lines.append(f"{made.name}: {file} differs")
        else:
            lines.append(f"{made.name}: {file} is the same")
    return Result(status, lines, all_made)


def compare(name: str, folder: Path | None) -> Result:
    """Make the files of one command anew, and compare them."""
    sources = read()
    with tempfile.TemporaryDirectory() as home:
        return rebuild(sources.made[name], sources, folder, Path(home))


def renew(name: str, folder: Path | None) -> Result:
    """Make the files of one command anew, and take them."""
    lacks = missing(read().made[name], read(), folder)
    if lacks:
        return Result(NO_INPUT, lacks)
    note_inputs(name)
    sources = read()
    with tempfile.TemporaryDirectory() as home:
        result = rebuild(sources.made[name], sources, folder, Path(home))
        if not result.all_made:
            return result
        take(sources.made[name], Path(home))
    return Result(SAME, [line.replace(" differs", " was written anew") for line in result.lines])


def check_names(parser: argparse.ArgumentParser, names: Iterable[str], sources: Sources) -> None:
    """Stop with status 2 if a name on the command line is not one of the list's."""
    strange = set(names) - sources.made.keys()
    if strange:
        parser.error(f"not in SOURCES.toml: {', '.join(sorted(strange))}")


def main(words: list[str] | None = None) -> int:
    """Rebuild, and print a line for each file."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("names", nargs="*", metavar="NAME")
    parser.add_argument("--inputs", type=Path, default=os.environ.get(VARIABLE) or None)
    parser.add_argument("--write", action="store_true", help="take what is made")
    given = parser.parse_args(words)
    sources = read()
    check_names(parser, given.names, sources)
    results = [
        renew(name, given.inputs) if given.write else compare(name, given.inputs)
        for name in given.names or sources.made
    ]
    print("\n".join(line for result in results for line in result.lines))
    found = {result.status for result in results}
    return DIFFERENT if DIFFERENT in found else max(found)


if __name__ == "__main__":
    raise SystemExit(main())
