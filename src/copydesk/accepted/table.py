"""All accepted words of a config in one table, kept in parsed form if a list is large."""

from __future__ import annotations

import os

from copydesk.accepted import forms
from copydesk.accepted.hunspell import Dictionary, read_dictionary
from copydesk.accepted.lists import affixes_of, is_dictionary, read_entries, text_of
from copydesk.cache.digest import digest
from copydesk.cache.files import read_kept, write_kept
from copydesk.model import __version__
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import Any

    from copydesk.files.data_file import DataFile

_LEAST = 20_000  # bytes; smaller lists are read in less time than it takes to keep them


class Table(ValueTuple):
    """The accepted words.

    Attributes:
        exact: those with a capital, as written and in capitals throughout.
        free: those without one, in lower case.
        sizes: by the first word, in lower case, of names of several words: how many they have.
        patterns: regular expressions, each with its place for messages.
        dictionaries: those for hunspell.
    """

    exact: frozenset[str] = frozenset()
    free: frozenset[str] = frozenset()
    sizes: Mapping[str, tuple[int, ...]] = {}
    patterns: tuple[tuple[str, str], ...] = ()
    dictionaries: tuple[Dictionary, ...] = ()

    def has(self, words: str) -> bool:
        """Whether words, in their normal form, are accepted, also with a possessive or marks."""
        if any(self._has(one) for one in forms.readings(words)):
            return True
        parts = words.split("-")
        return len(parts) > 1 and all(part and self._has(part) for part in parts)

    def lengths(self, word: str) -> tuple[int, ...]:
        """How many words the accepted names have that begin with a word."""
        if not self.sizes:
            return ()
        found = (self.sizes.get(one.lower(), ()) for one in forms.readings(word))
        return next(filter(None, found), ())

    def _has(self, words: str) -> bool:
        if words in self.exact or words.lower() in self.free:
            return True
        return any(one.has(words) for one in self.dictionaries)


def load_table(files: Sequence[DataFile], cache: str) -> Table:
    """The table of some lists.

    Args:
        files: the lists.
        cache: the folder for parsed lists; empty for none.

    Raises:
        DataError: a list cannot be read; the message gives file and line.
    """
    all_files = [*with_affixes(files)]
    state = (__version__, [(one.path, one.digest) for one in all_files])
    if not cache or not any(map(_is_large, all_files)):
        return _table(files)
    name = digest(repr(state).encode("utf-8", "surrogatepass")).hex()
    path = os.path.join(cache, f"accepted-{name}.bin")
    if (kept := read_kept(path, state)) is not None:
        return _unpacked(kept)
    found = _table(files)
    write_kept(path, state, _packed(found))
    return found


def with_affixes(files: Iterable[DataFile]) -> Iterator[DataFile]:
    """The lists, with the file of endings beside each dictionary that has one."""
    for file in files:
        yield file
        if is_dictionary(file.file) and (beside := file.beside(affixes_of(file.path))):
            yield beside


def _is_large(file: DataFile) -> bool:
    try:
        return os.stat(file.file).st_size >= _LEAST
    except OSError:  # it is in a revision in git
        return True


def _table(files: Iterable[DataFile]) -> Table:
    words: list[str] = []
    patterns: list[tuple[str, str]] = []
    dictionaries: list[Dictionary] = []
    for file in files:
        if is_dictionary(file.file):
            dictionaries.append(read_dictionary(file, file.beside(affixes_of(file.path))))
            continue
        for entry in read_entries(file.path, text_of(file)):
            if entry.is_pattern:
                patterns.append((entry.word, f"{file.path}:{entry.line}"))
            else:
                words.append(forms.normal(entry.word))
    return of_words(words)._replace(patterns=tuple(patterns), dictionaries=tuple(dictionaries))


def of_words(words: Iterable[str]) -> Table:
    """The table of words in their normal form."""
    exact: set[str] = set()
    free: set[str] = set()
    sizes: dict[str, set[int]] = {}
    for word in words:
        if forms.is_free(word):
            free.add(word)
        else:
            exact.update((word, word.upper()))
        if " " in word:
            first = word.partition(" ")[0].lower()
            sizes.setdefault(first, set()).add(word.count(" ") + 1)
    ordered = {first: tuple(sorted(counts)) for first, counts in sizes.items()}
    return Table(frozenset(exact), frozenset(free), ordered)


def _packed(table: Table) -> tuple[Any, ...]:
    """The table as plain values."""
    return (*table[:-1], [tuple(one) for one in table.dictionaries])


def _unpacked(kept: tuple[Any, ...]) -> Table:
    exact, free, sizes, patterns, dictionaries = kept
    return Table(exact, free, sizes, patterns, tuple(Dictionary(*one) for one in dictionaries))
