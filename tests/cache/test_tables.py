"""Compiled tables: a wheel's come first, then the cache's; a damaged one counts as none."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.cache import tables
from copydesk.cache.files import write_sealed
from copydesk.cache.tables import find_table, table_name


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "compiled"
    monkeypatch.setattr(tables, "SHIPPED", str(folder))
    return folder


def test_a_shipped_table_comes_before_the_cache(tmp_path: Path, shipped: Path) -> None:
    write_sealed(str(shipped / "terms-1.bin"), b"shipped")
    write_sealed(str(tmp_path / "terms-1.bin"), b"kept")
    write_sealed(str(tmp_path / "terms-2.bin"), b"kept")
    assert find_table("terms-1.bin", str(tmp_path), bytes) == b"shipped"
    assert find_table("terms-2.bin", str(tmp_path), bytes) == b"kept"
    assert find_table("terms-1.bin", "", bytes) == b"shipped"
    assert find_table("terms-2.bin", "", bytes) is None


def test_a_damaged_table_counts_as_none(tmp_path: Path, shipped: Path) -> None:
    path = shipped / "terms-1.bin"
    write_sealed(str(path), b"shipped")
    path.write_bytes(path.read_bytes().replace(b"h", b"H"))
    assert find_table("terms-1.bin", str(tmp_path), bytes) is None
    write_sealed(str(tmp_path / "terms-1.bin"), b"kept")
    assert find_table("terms-1.bin", str(tmp_path), bytes) == b"kept"


def test_a_table_of_another_kind_counts_as_none(tmp_path: Path, shipped: Path) -> None:
    write_sealed(str(shipped / "terms-1.bin"), b"shipped")

    def refused(data: memoryview) -> bytes:
        raise ValueError(bytes(data))

    assert find_table("terms-1.bin", str(tmp_path), refused) is None


def test_names_differ_by_what_is_compiled_and_by_nothing_else() -> None:
    names = [
        table_name("terms", ["ab", "c"]),
        table_name("terms", ["a", "bc"]),
        table_name("terms", ["a"]),
        table_name("facts", ["a"]),
    ]
    assert len(set(names)) == 4
    assert table_name("terms", iter(["a"])) == names[2]
