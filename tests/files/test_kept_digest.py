"""The digest of a large file is kept as long as the file is the same."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from copydesk.cache.digest import digest_of
from copydesk.files import kept_digest as module
from copydesk.files.data_file import DataFile
from copydesk.files.kept_digest import kept_digest
from copydesk.files.tree import WORKING_TREE

LARGE = b"a = 1\n" * 20_000
OTHER = b"a = 2\n" * 20_000


class Reader:
    """Reads a file and counts how often."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.times = 0

    def __call__(self) -> bytes:
        self.times += 1
        return self.path.read_bytes()

    def is_right(self) -> bool:
        return kept_digest(str(self.path), self) == digest_of(self.path.read_bytes()).hex()


@pytest.fixture
def reader(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Reader:
    monkeypatch.setenv("COPYDESK_CACHE_DIR", str(tmp_path / "cache"))
    monkeypatch.setattr(module, "_SETTLED", -(10**12))
    path = tmp_path / "own.toml"
    path.write_bytes(LARGE)
    return Reader(path)


def test_a_large_file_is_read_once(reader: Reader) -> None:
    assert reader.is_right() and reader.is_right()
    assert reader.times == 1


def test_a_file_that_changed_is_read_again(reader: Reader) -> None:
    assert reader.is_right()
    reader.path.write_bytes(OTHER)
    os.utime(reader.path, ns=(1, 1))  # a time of its own, however fast the test
    assert reader.is_right()
    assert reader.times == 2
    other = reader.path.with_name("other.toml")
    other.write_bytes(LARGE)
    os.replace(other, reader.path)
    assert reader.is_right()
    assert reader.times == 3


def test_what_is_kept_is_checked(reader: Reader, tmp_path: Path) -> None:
    assert reader.is_right()
    (kept,) = (tmp_path / "cache").glob("digest-*")
    damaged = bytearray(kept.read_bytes())
    damaged[-10] ^= 1
    kept.write_bytes(damaged)
    assert reader.is_right()
    assert reader.times == 2


def test_a_file_that_changed_just_now_is_not_kept(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_SETTLED", 10**12)
    assert reader.is_right() and reader.is_right()
    assert reader.times == 2


def test_nothing_is_kept_of_a_small_file_or_without_a_cache(
    reader: Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    reader.path.write_bytes(b"a = 1\n")
    assert reader.is_right() and reader.is_right()
    reader.path.write_bytes(LARGE)
    monkeypatch.setenv("COPYDESK_CACHE_DIR", "")
    assert reader.is_right() and reader.is_right()
    assert reader.times == 4


def test_a_data_file_is_not_read_for_its_digest(reader: Reader) -> None:
    first = DataFile("own.toml", file=str(reader.path), tree=WORKING_TREE)
    assert first.digest == digest_of(LARGE).hex()
    again = first.again()
    assert again.digest == first.digest
    assert again._content is None
    assert again.content == LARGE
