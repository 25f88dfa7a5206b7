"""Fetches the inputs of generated files that are not in the repository, and checks their SHA-256.

Run: python -m tools.data.fetch FOLDER [NAME …]

The names are those of ``[[made]]`` in SOURCES.toml; without one the inputs of all are fetched. A
file is taken from its address or, where that does not answer, from the package mirrors that apt-get
and pip are set up for. A file with another SHA-256 is not kept.

Exit status: 0, every input that is known is there; 2, some are not: they are listed.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import urllib.request
from collections.abc import Iterator
from pathlib import Path

from tools.data.rebuild import check_names, find
from tools.data.sources import Input, Sources, digest, read

_SECONDS = 120  # for one file
_WEB = ("https://", "http://")


def wanted(sources: Sources, names: list[str]) -> list[Input]:
    """The known inputs of these files that have to be fetched."""
    made = [sources.made[name] for name in names or sources.made]
    inputs = {name for one in made for name in one.inputs}
    return [one for name, one in sources.inputs.items() if name in inputs and one.file]


def fetch(one: Input, folder: Path) -> bool:
    """Fetch one input into a folder; False if no source has the file with its SHA-256."""
    target = folder / one.file
    there = find(one, folder)
    if there is not None and digest(there) == one.sha256:
        return True
    with tempfile.TemporaryDirectory() as home:
        for command in _commands(one):
            if command[0] == "download":
                _download(one.address, Path(home) / one.file)
            else:
                _run(command, home)
            for path in Path(home).iterdir():  # apt-get writes %3a for the colon of an epoch
                if digest(path) == one.sha256:
                    shutil.move(path, target)
                    return True
    return False


def _commands(one: Input) -> Iterator[list[str]]:
    """The ways to get a file, the most direct first."""
    if one.address.startswith(_WEB) and one.address.endswith(one.file):
        yield ["download"]
    words = one.version.replace(",", "").split()
    if one.file.endswith(".deb"):
        yield ["apt-get", "download", f"{words[2]}={words[3]}"]
    elif "pypi.org" in one.address:
        pip = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps"]
        yield [*pip, "--no-binary", ":all:", f"{words[0]}=={words[1]}"]


def _download(address: str, target: Path) -> None:
    try:
        with urllib.request.urlopen(address, timeout=_SECONDS) as answer, target.open("wb") as file:
            shutil.copyfileobj(answer, file)
    except OSError:
        target.unlink(missing_ok=True)


def _run(command: list[str], folder: str) -> None:
    if shutil.which(command[0]):
        subprocess.run(
            command, cwd=folder, check=False, timeout=_SECONDS, stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip


def main(words: list[str] | None = None) -> int:
    """Fetch, and print a line for each input."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("names", nargs="*", metavar="NAME")
    given = parser.parse_args(words)
    sources = read()
    check_names(parser, given.names, sources)
    given.folder.mkdir(parents=True, exist_ok=True)
    lacking = 0
    for one in wanted(sources, given.names):
        done = fetch(one, given.folder)
        lacking += not done
        print(f"{one.file}: {'here' if done else f'not to be had; {one.address}'}")
    return 2 if lacking else 0


if __name__ == "__main__":
    raise SystemExit(main())
