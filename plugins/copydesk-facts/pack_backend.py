"""Builds the pack of facts: a wheel with the tables of ``lint_rules/_facts`` and no code.

A build backend (PEP 517) that needs nothing but Python, so that the pack has no copy of the
tables in the repository. The wheel is the same for the same tables, byte for byte.
"""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import json
import os
import tarfile
import zipfile

HERE = os.path.dirname(os.path.abspath(__file__))
PACKAGE = "copydesk_facts"
_FIRST = (1980, 1, 1, 0, 0, 0)  # the earliest time in a zip file
_ENTRY_POINTS = f"[copydesk.facts]\nfacts = {PACKAGE}\n"
_WHEEL = "Wheel-Version: 1.0\nGenerator: copydesk\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


def get_requires_for_build_wheel(config_settings: object = None) -> list[str]:
    """Nothing."""
    return []


get_requires_for_build_sdist = get_requires_for_build_editable = get_requires_for_build_wheel


def build_wheel(
    wheel_directory: str, config_settings: object = None, metadata_directory: object = None
) -> str:
    """Write the wheel into a folder; return its name."""
    files, version = _files()
    info = f"{PACKAGE}-{version}.dist-info"
    held = {f"{PACKAGE}/{name}": content for name, content in files.items()}
    held |= {
        f"{info}/METADATA": _metadata(version), f"{info}/WHEEL": _WHEEL.encode(),
        f"{info}/entry_points.txt": _ENTRY_POINTS.encode(),
    }  # fmt: skip
    held[f"{info}/RECORD"] = _record(held, f"{info}/RECORD")
    name = f"{PACKAGE}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(os.path.join(wheel_directory, name), "w", zipfile.ZIP_DEFLATED) as wheel:
        for path, content in held.items():
            entry = zipfile.ZipInfo(path, _FIRST)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            wheel.writestr(entry, content)
    return name


build_editable = build_wheel


def build_sdist(sdist_directory: str, config_settings: object = None) -> str:
    """Write the source archive, with the tables, into a folder; return its name."""
    files, version = _files()
    top = f"{PACKAGE}-{version}"
    held = {f"tables/{name}": content for name, content in files.items()}
    for name in ("pyproject.toml", "pack_backend.py", "README.md"):
        with open(os.path.join(HERE, name), "rb") as handle:
            held[name] = handle.read()
    held["PKG-INFO"] = _metadata(version)
    with tarfile.open(os.path.join(sdist_directory, f"{top}.tar.gz"), "w:gz") as archive:
        for path, content in held.items():
            entry = tarfile.TarInfo(f"{top}/{path}")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
    return f"{top}.tar.gz"


def _files() -> tuple[dict[str, bytes], str]:
    """The contents and the tables, by name, and the version."""
    own = os.path.join(HERE, "tables")
    folder = own if os.path.isdir(own) else os.path.join(HERE, "..", "..", "lint_rules", "_facts")
    files = {"pack.json": _read(folder, "pack.json")}
    contents = json.loads(files["pack.json"])
    for name, sha256 in contents["files"].items():
        files[name] = _read(folder, name)
        if hashlib.sha256(files[name]).hexdigest() != sha256:
            told = "write the contents anew: python -m tools.release.facts_pack"
            raise SystemExit(f"{name} is not the file of pack.json; {told}")
    return files, str(contents["version"])


def _read(folder: str, name: str) -> bytes:
    with open(os.path.join(folder, name), "rb") as handle:
        return handle.read()


def _metadata(version: str) -> bytes:
    readme = _read(HERE, "README.md").decode("utf-8")
    head = (
        f"Metadata-Version: 2.4\nName: copydesk-facts\nVersion: {version}\n"
        "Summary: Who holds which office: a pack of facts for copydesk\n"
        "License-Expression: CC0-1.0\nRequires-Python: >=3.11\n"
        "Description-Content-Type: text/markdown\n\n"
    )
    return (head + readme).encode("utf-8")


def _record(held: dict[str, bytes], own: str) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for path, content in held.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
        writer.writerow([path, f"sha256={digest}", len(content)])
    writer.writerow([own, "", ""])
    return out.getvalue().encode("utf-8")
