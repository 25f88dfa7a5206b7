"""What is checked of a wheel before it is published: a right one, and wrong ones."""

from __future__ import annotations

import base64
import hashlib
import zipfile
from pathlib import Path

import pytest

from tools.release.check_wheel import INFORMATION, MUST_HOLD, TABLES, faults, main

NAME = "copydesk-0.1.0-py3-none-any.whl"
INFO = "copydesk-0.1.0.dist-info"
METADATA = """\
Metadata-Version: 2.4
Name: copydesk
Version: 0.1.0
License-Expression: Apache-2.0

# copydesk
"""


def right() -> dict[str, bytes]:
    """The files of a right wheel, but for RECORD."""
    files = dict.fromkeys(MUST_HOLD, b"one\n")
    files |= {f"copydesk/compiled/{kind}-0f.bin": b"three\n" for kind in TABLES}
    files |= {f"{INFO}/{name}": b"two\n" for name in INFORMATION if name != "RECORD"}
    return files | {f"{INFO}/METADATA": METADATA.encode()}


def record(files: dict[str, bytes]) -> bytes:
    lines = [f"{INFO}/RECORD,,"]
    for name, content in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")
        lines.append(f"{name},sha256={digest},{len(content)}")
    return "\n".join(lines).encode()


def built(
    folder: Path, files: dict[str, bytes], told: bytes | None = None, name: str = NAME
) -> Path:
    path = folder / name
    with zipfile.ZipFile(path, "w") as wheel:
        for one, content in files.items():
            wheel.writestr(one, content)
        wheel.writestr(f"{INFO}/RECORD", record(files) if told is None else told)
    return path


@pytest.mark.parametrize("tag", ["", "v0.1.0"])
def test_a_right_wheel(tag: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = built(tmp_path, right())
    assert list(faults(path, tag)) == []
    assert main([str(path), "--tag", tag]) == 0
    assert capsys.readouterr().out == f"{NAME}: as it should be\n"


@pytest.mark.parametrize(
    ("more", "fault"),
    [
        ({"tests/test_one.py": b""}, "tests does not belong in it"),
        ({"tools/__init__.py": b""}, "tools does not belong in it"),
        (
            {"copydesk/compiled/terms-1e.bin": b""},
            "it holds 2 compiled tables of terms, not one",
        ),
        ({"pyproject.toml": b""}, "pyproject.toml does not belong in it"),
        ({"lint_rules/tests/one.py": b""}, "lint_rules/tests/one.py does not belong in it"),
        ({"copydesk/one.pyc": b""}, "copydesk/one.pyc does not belong in it"),
        ({"copydesk/../one.py": b""}, "copydesk/../one.py does not belong in it"),
        (
            {f"{INFO}/METADATA": METADATA.replace("0.1.0", "0.1.1").encode()},
            "METADATA gives the version 0.1.1, its name 0.1.0",
        ),
        (
            {f"{INFO}/METADATA": METADATA.replace("Apache-2.0", "MIT").encode()},
            "METADATA gives the licence MIT",
        ),
        (
            {f"{INFO}/METADATA": METADATA.replace("# copydesk\n", "").encode()},
            "METADATA has no description",
        ),
        (
            {f"{INFO}/METADATA": f"{METADATA}[a](docs/a.md) [b](#b) [c](https://c.org)".encode()},
            "docs/a.md is a link that leads nowhere on PyPI",
        ),
    ],
)
def test_a_wheel_with_what_does_not_belong(
    more: dict[str, bytes], fault: str, tmp_path: Path
) -> None:
    assert list(faults(built(tmp_path, right() | more))) == [fault]


@pytest.mark.parametrize("name", [*MUST_HOLD, *(f"{INFO}/{name}" for name in INFORMATION)])
def test_a_wheel_without_what_it_must_hold(name: str, tmp_path: Path) -> None:
    files = {one: content for one, content in right().items() if one != name}
    path = tmp_path / NAME
    with zipfile.ZipFile(path, "w") as wheel:
        for one, content in files.items():
            wheel.writestr(one, content)
        if name != f"{INFO}/RECORD":
            wheel.writestr(f"{INFO}/RECORD", record(files))
    assert list(faults(path)) == [f"{name} is missing"]


def test_a_wheel_of_another_version(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = built(tmp_path, right())
    assert main([str(path), "--tag", "v0.1.1"]) == 1
    assert capsys.readouterr().err == f"{NAME}: its version is 0.1.0, the tag is v0.1.1\n"
    assert list(faults(path, "0.1.0")) == ["its version is 0.1.0, the tag is 0.1.0"]


def test_a_wheel_that_is_not_what_its_record_says(tmp_path: Path) -> None:
    told = record(right())
    changed = right() | {"copydesk/py.typed": b"three\n"}
    assert list(faults(built(tmp_path, changed, told))) == [
        "copydesk/py.typed is not the file of RECORD"
    ]
    added = right() | {"copydesk/more.py": b""}
    assert list(faults(built(tmp_path, added, told))) == ["copydesk/more.py is only in the wheel"]


def test_a_wheel_for_one_system_and_no_wheel(tmp_path: Path) -> None:
    name = "copydesk-0.1.0-cp311-cp311-linux_x86_64.whl"
    (fault,) = faults(built(tmp_path, right(), name=name))
    assert fault.startswith("its name is not")
    (tmp_path / NAME).write_text("no archive")
    (fault,) = faults(tmp_path / NAME)
    assert fault.startswith("it cannot be read")


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_wheel_with_a_file_twice(tmp_path: Path) -> None:
    path = built(tmp_path, right())
    with zipfile.ZipFile(path, "a") as wheel:
        wheel.writestr("copydesk/py.typed", b"one\n")
    assert list(faults(path)) == ["copydesk/py.typed is in it twice"]
