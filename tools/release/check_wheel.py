"""Check what a built wheel holds, before it is published.

::

    python -m tools.release.check_wheel dist/*.whl --tag v0.1.0

Exit status: 0, the wheel is right; 1, it is not, and standard error says why. Without a tag, or
with an empty one, the version is compared only with that in the wheel's name.
"""

from __future__ import annotations

import argparse
import base64
import csv
import hashlib
import re
import sys
import zipfile
from email.parser import HeaderParser
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PACKAGES = ("copydesk", "lint_rules")
MUST_HOLD = (
    "copydesk/__main__.py",
    "copydesk/formats/report-1.schema.json",
    "copydesk/formats/list-1.schema.json",
    "copydesk/formats/html/list.css",
    "copydesk/formats/html/list.js",
    "copydesk/measure/pronunciation.bin",
    "copydesk/py.typed",
    "copydesk/schemas/config-1.schema.json",
    "copydesk/schemas/facts-1.schema.json",
    "copydesk/schemas/pack-1.schema.json",
    "copydesk/schemas/style-1.schema.json",
    "lint_rules/_facts/pack.json",
    "lint_rules/hooks.py",
    "lint_rules/spelling/house_form.toml",
)
INFORMATION = (
    "METADATA",
    "RECORD",
    "WHEEL",
    "entry_points.txt",
    "licenses/LICENSE",
    "licenses/NOTICE",
)
TABLES = ("facts", "terms")  # compiled when the wheel is built
UNWANTED = {"__pycache__", "bench", "tests", "tools"}
_RELATIVE = re.compile(r"\]\(((?!https?://|#)[^)\s]+)\)")


def faults(path: Path, tag: str = "") -> Iterator[str]:
    """Say everything that is wrong with a wheel."""
    try:
        with zipfile.ZipFile(path) as wheel:
            yield from _faults(wheel, path.name, tag)
    except (OSError, zipfile.BadZipFile) as error:
        yield f"it cannot be read: {error}"


def _faults(wheel: zipfile.ZipFile, name: str, tag: str) -> Iterator[str]:
    version = [*name.split("-"), ""][1]
    folder = f"copydesk-{version}.dist-info"
    names = [one for one in wheel.namelist() if not one.endswith("/")]
    if not name.startswith("copydesk-") or not name.endswith("-py3-none-any.whl"):
        yield f"its name is not copydesk-VERSION-py3-none-any.whl but {name}"
    if tag and tag != f"v{version}":
        yield f"its version is {version}, the tag is {tag}"
    yield from _faults_of_names(names, folder)
    if f"{folder}/METADATA" in names:
        yield from _faults_of_metadata(wheel.read(f"{folder}/METADATA"), version)
    if f"{folder}/RECORD" in names:
        yield from _faults_of_record(wheel, names, f"{folder}/RECORD")


def _faults_of_names(names: list[str], folder: str) -> Iterator[str]:
    """What is missing, what is too much, what is there twice."""
    top = {one.partition("/")[0] for one in names}
    for one in sorted(top - {*PACKAGES, folder}):
        yield f"{one} does not belong in it"
    for one in (*MUST_HOLD, *(f"{folder}/{each}" for each in INFORMATION)):
        if one not in names:
            yield f"{one} is missing"
    for one in names:
        parts = one.split("/")
        if UNWANTED.intersection(parts[1:]) or ".." in parts or one.endswith(".pyc"):
            yield f"{one} does not belong in it"
    for kind in TABLES:
        count = sum(one.startswith(f"copydesk/compiled/{kind}-") for one in names)
        if count != 1:
            yield f"it holds {count} compiled tables of {kind}, not one"
    for one in sorted({one for one in names if names.count(one) > 1}):
        yield f"{one} is in it twice"


def _faults_of_metadata(content: bytes, version: str) -> Iterator[str]:
    """Compare what the wheel says of itself with its name."""
    metadata = HeaderParser().parsestr(content.decode("utf-8"))
    if metadata["Name"] != "copydesk":
        yield f"METADATA calls it {metadata['Name']}"
    if metadata["Version"] != version:
        yield f"METADATA gives the version {metadata['Version']}, its name {version}"
    if metadata["License-Expression"] != "Apache-2.0":
        yield f"METADATA gives the licence {metadata['License-Expression']}"
    description = str(metadata.get_payload())
    if not description.strip():
        yield "METADATA has no description"
    for target in _RELATIVE.findall(description):
        yield f"{target} is a link that leads nowhere on PyPI"


def _faults_of_record(wheel: zipfile.ZipFile, names: list[str], record: str) -> Iterator[str]:
    """Compare every file with its line in RECORD."""
    rows = csv.reader(wheel.read(record).decode("utf-8").splitlines())
    told = {row[0]: row[1] for row in rows if len(row) == 3}
    for one in sorted(told.keys() ^ set(names)):
        yield f"{one} is only in {'RECORD' if one in told else 'the wheel'}"
    for one in sorted(told.keys() & set(names) - {record}):
        digest = base64.urlsafe_b64encode(hashlib.sha256(wheel.read(one)).digest())
        if told[one] != f"sha256={digest.decode().rstrip('=')}":
            yield f"{one} is not the file of RECORD"


def main(words: list[str] | None = None) -> int:
    """Check the wheel that the command line names."""
    parser = argparse.ArgumentParser(prog="check_wheel", description="Check a built wheel.")
    parser.add_argument("wheel", type=Path)
    parser.add_argument("--tag", default="", help="such as v0.1.0: the version it must have")
    given = parser.parse_args(words)
    wrong = list(faults(given.wheel, given.tag))
    for one in wrong:
        print(f"{given.wheel.name}: {one}", file=sys.stderr)
    if not wrong:
        print(f"{given.wheel.name}: as it should be")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
