"""Compiled tables: a wheel's come first, then the cache's; damage is noticed when touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from copydesk.cache import tables
from copydesk.cache.blocks import SHIFT, Blocks, open_blocks, read_blocks
from copydesk.cache.files import write_blocks
from copydesk.cache.hash_table import HashTable, lay_out
from copydesk.cache.tables import get_table, table_name

MAGIC = b"cdtests1"
VALUES = {f"word{number}": number for number in range(700)}
RECORDS = [f"record {number}" * 3 for number in range(200)]
NAME = "terms-1.bin"


@pytest.fixture
def shipped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "compiled"
    monkeypatch.setattr(tables, "SHIPPED", str(folder))
    return folder


def content(data: bytes | Blocks) -> bytes:
    if isinstance(data, Blocks):
        data.check(0, len(data.data))
        return bytes(data.data)
    return data


def got(name: str, cache: Path | str) -> bytes:
    return get_table(name, str(cache), content, lambda: b"built")


def test_a_shipped_table_comes_before_the_cache(tmp_path: Path, shipped: Path) -> None:
    write_blocks(str(shipped / NAME), b"shipped")
    write_blocks(str(tmp_path / NAME), b"kept")
    write_blocks(str(tmp_path / "terms-2.bin"), b"kept")
    assert got(NAME, tmp_path) == b"shipped"
    assert got("terms-2.bin", tmp_path) == b"kept"
    assert got(NAME, "") == b"shipped"
    assert got("terms-2.bin", "") == b"built"


def test_a_table_that_is_built_is_kept(tmp_path: Path, shipped: Path) -> None:
    assert got(NAME, tmp_path) == b"built"
    assert bytes(read_blocks(str(tmp_path / NAME)) or b"") == b"built"


def test_a_damaged_table_counts_as_none(tmp_path: Path, shipped: Path) -> None:
    path = shipped / NAME
    write_blocks(str(path), b"shipped")
    path.write_bytes(path.read_bytes().replace(b"h", b"H"))
    write_blocks(str(tmp_path / NAME), b"kept")
    assert got(NAME, tmp_path) == b"kept"
    (tmp_path / NAME).write_bytes(b"")
    assert got(NAME, tmp_path) == b"built"


def test_a_table_of_another_kind_counts_as_none(tmp_path: Path, shipped: Path) -> None:
    write_blocks(str(shipped / NAME), b"shipped")

    def refused(data: bytes | Blocks) -> bytes:
        if isinstance(data, Blocks):
            raise ValueError("not such a table")
        return data

    assert get_table(NAME, str(tmp_path), refused, lambda: b"built") == b"built"


def table(data: bytes | memoryview | Blocks) -> HashTable:
    return HashTable(data, MAGIC)


def in_full(opened: HashTable) -> tuple[object, ...]:
    """Everything that a table tells."""
    words = [*VALUES, "other", "another"]
    values = {word: opened.get(word) for word in words}
    return opened.known(words), values, list(map(opened.record, range(len(opened)))), opened.rest


def assert_mended(cache: Path, data: bytes, expected: object) -> None:
    """Whatever is damaged, the table tells the same, and is built once."""
    builds: list[int] = []

    def build() -> bytes:
        builds.append(1)
        return data

    assert in_full(get_table(NAME, str(cache), table, build)) == expected
    assert builds == [1]


@pytest.mark.parametrize("is_shipped", [True, False])
def test_a_flipped_bit_is_noticed_wherever_it_is(
    tmp_path: Path, shipped: Path, is_shipped: bool
) -> None:
    data = lay_out(MAGIC, VALUES, RECORDS, {"n": 1}, 3)
    expected = in_full(table(data))
    path = (shipped if is_shipped else tmp_path) / NAME
    write_blocks(str(path), data)
    whole = path.read_bytes()
    for at in range(1 << (SHIFT - 1), len(whole), 1 << (SHIFT - 1)):
        damaged = bytearray(whole)
        damaged[at] ^= 8
        path.write_bytes(damaged)
        if is_shipped:
            (tmp_path / NAME).unlink(missing_ok=True)
        assert_mended(tmp_path, data, expected)
        assert bytes(read_blocks(str(tmp_path / NAME)) or b"") == data


def test_a_damaged_block_is_taken_from_the_cache_if_it_is_whole_there(
    tmp_path: Path, shipped: Path
) -> None:
    data = lay_out(MAGIC, VALUES, RECORDS, {"n": 1}, 3)
    write_blocks(str(shipped / NAME), data)
    write_blocks(str(tmp_path / NAME), data)
    damaged = bytearray((shipped / NAME).read_bytes())
    damaged[len(data) // 2] ^= 1
    (shipped / NAME).write_bytes(damaged)
    opened = get_table(NAME, str(tmp_path), table, lambda: pytest.fail("built"))
    assert in_full(opened) == in_full(table(data))


def test_a_table_with_no_way_to_make_it_anew_fails(tmp_path: Path) -> None:
    data = lay_out(MAGIC, VALUES, RECORDS, {"n": 1}, 3)
    write_blocks(str(tmp_path / NAME), data)
    damaged = bytearray((tmp_path / NAME).read_bytes())
    damaged[len(data) // 2] ^= 1
    (tmp_path / NAME).write_bytes(damaged)
    blocks = open_blocks(str(tmp_path / NAME))
    assert blocks is not None
    with pytest.raises(ValueError, match="damaged"):
        in_full(table(blocks))


def test_a_file_of_blocks_that_is_cut_short_or_renamed_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / NAME
    write_blocks(str(path), b"abc" * 1000)
    whole = path.read_bytes()
    for short in (b"", b"abc", whole[:-1], whole[4:], whole[:-16]):
        path.write_bytes(short)
        assert open_blocks(str(path)) is None
    path.write_bytes(whole)
    assert bytes(read_blocks(str(path)) or b"") == b"abc" * 1000
    path.rename(tmp_path / "terms-2.bin")
    assert open_blocks(str(tmp_path / "terms-2.bin")) is None


def blocks_read(entries: int, folder: Path) -> int:
    """How many blocks are checked to open a table and look three words up."""
    path = str(folder / NAME)
    write_blocks(path, lay_out(MAGIC, {f"word{n}": n for n in range(entries)}, [], (), 3))
    blocks = open_blocks(path)
    assert blocks is not None
    opened = table(blocks)
    opened.known(["word1", "word2", "other"])
    assert opened.get("word1") == 1
    return sum(blocks.seen)


def test_only_what_is_touched_is_checked(tmp_path: Path) -> None:
    assert 0 < blocks_read(20_000, tmp_path) < 12
    assert blocks_read(200_000, tmp_path) < 12


def test_names_differ_by_what_is_compiled_and_by_nothing_else() -> None:
    names = [
        table_name("terms", ["ab", "c"]),
        table_name("terms", ["a", "bc"]),
        table_name("terms", ["a"]),
        table_name("facts", ["a"]),
    ]
    assert len(set(names)) == 4
    assert table_name("terms", iter(["a"])) == names[2]
