"""The mapped hash table of terms and of facts."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copydesk.cache.hash_table import HashTable, lay_out

MAGIC = b"cdtests1"
KEYS = st.text(max_size=12)
VALUES = st.lists(st.tuples(st.integers(0, 2**31 - 1), st.booleans()), max_size=3)


@given(st.dictionaries(KEYS, VALUES, max_size=40), st.lists(st.text(max_size=9), max_size=6), KEYS)
def test_what_was_laid_out_is_found(
    values: dict[str, list[tuple[int, bool]]], records: list[str], other: str
) -> None:
    table = HashTable(lay_out(MAGIC, values, records, {"n": 1}, 3), MAGIC)
    assert {key: table.get(key) for key in values} == values
    assert table.get(other) == values.get(other)
    assert set(table.known(values)) == set(values)
    assert [table.record(number) for number in range(len(table))] == records
    assert table.rest == {"n": 1}


def test_the_same_content_gives_the_same_bytes_in_any_order() -> None:
    one = lay_out(MAGIC, {"a": 1, "b": 2}, [], (), 4)
    assert one == lay_out(MAGIC, {"b": 2, "a": 1}, [], (), 4)


def test_most_words_that_are_not_there_end_at_an_empty_slot() -> None:
    table = HashTable(lay_out(MAGIC, {f"word{n}": n for n in range(1000)}, [], (), 4), MAGIC)
    assert len(table.known(f"other{n}" for n in range(1000))) < 500


@pytest.mark.parametrize(
    "damage", [lambda data: b"", lambda data: data[:7], lambda data: b"x" + data[1:],
               lambda data: data[:-1], lambda data: data + b"x"],
)  # fmt: skip
def test_what_is_no_such_table_is_refused(damage) -> None:
    with pytest.raises(ValueError, match="table"):
        HashTable(damage(lay_out(MAGIC, {"a": 1}, ["b"], (), 4)), MAGIC)
