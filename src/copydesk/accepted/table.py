"""All accepted words of a config in one table, kept in parsed form if a list is large."""

from __future__ import annotations

import os

from copydesk.accepted import forms
from copydesk.accepted.kinds import affixes_of, is_dictionary, with_affixes
from copydesk.cache.digest import digest
from copydesk.cache.files import read_kept, write_kept
from copydesk.cache.sorted_lines import SortedLines, packed
from copydesk.model import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from copydesk.accepted.hunspell import Dictionary
    from copydesk.files.data_file import DataFile

_EXACT, _FREE = "e", "f"
_LEAST = 5_000  # bytes; smaller lists are read in less time than it takes to keep them


class Table:
    """The accepted words, looked up where they lie, so that loading them takes no time.

    Args:
        words: sorted lines of all words in their normal form. The value has an ``e`` for one
            that is accepted exactly so, an ``f`` for one in lower case that is in any case.
        sizes: likewise, by the first word, bare and in lower case, of names of several words: how
            many words they have.
        patterns: regular expressions, each with its place for messages.
        dictionaries: those for hunspell.
    """

    def __init__(
        self,
        words: bytes,
        sizes: bytes,
        patterns: tuple[tuple[str, str], ...] = (),
        dictionaries: tuple[Dictionary, ...] = (),
    ) -> None:
        self.patterns = patterns
        self.dictionaries = dictionaries
        self._packed = words, sizes
        self._words = SortedLines.of(words)
        self._sizes = SortedLines.of(sizes)

    @property
    def plain(self) -> tuple[Any, ...]:
        """The table as plain values."""
        return (*self._packed, self.patterns, tuple(one.plain for one in self.dictionaries))

    @classmethod
    def of(cls, words: bytes, sizes: bytes, patterns: Any, dictionaries: Any) -> Table:
        """The table of plain values."""
        if dictionaries:
            from copydesk.accepted.hunspell import Dictionary

            dictionaries = tuple(Dictionary.of(*one) for one in dictionaries)
        return cls(words, sizes, patterns, dictionaries)

    def has(self, words: str) -> bool:
        """Whether words, in their normal form, are accepted, also with a possessive or marks."""
        if any(self._has(one) for one in forms.readings(words)):
            return True
        parts = words.split("-")
        return len(parts) > 1 and all(part and self._has(part) for part in parts)

    def lengths(self, word: str) -> tuple[int, ...]:
        """How many words the accepted names have that begin with a word."""
        if not self._packed[1]:
            return ()
        return tuple(map(int, self._sizes.get(forms.bare(word).lower()).split()))

    def key_of(self, words: str) -> str:
        """The entry by which words are accepted, in its normal form or in capitals; or nothing."""
        if not self._packed[0]:
            return ""
        if _EXACT in self._words.get(words):
            return words
        low = words.lower()
        return low if _FREE in self._words.get(low) else ""

    def _has(self, words: str) -> bool:
        return bool(self.key_of(words)) or any(one.has(words) for one in self.dictionaries)


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
        return Table.of(*kept)
    found = _table(files)
    write_kept(path, state, found.plain)
    return found


def _is_large(file: DataFile) -> bool:
    try:
        return os.stat(file.file).st_size >= _LEAST
    except OSError:  # it is in a revision in git
        return True


def _table(files: Iterable[DataFile]) -> Table:
    from copydesk.accepted.lists import read_entries, text_of

    words: list[str] = []
    patterns: list[tuple[str, str]] = []
    dictionaries: list[Dictionary] = []
    for file in files:
        if is_dictionary(file.file):
            from copydesk.accepted.hunspell import read_dictionary

            dictionaries.append(read_dictionary(file, file.beside(affixes_of(file.path))))
            continue
        for entry in read_entries(file.path, text_of(file)):
            if entry.is_pattern:
                patterns.append((entry.word, f"{file.path}:{entry.line}"))
            else:
                words.append(forms.normal(entry.word))
    return Table(*lines_of_words(words), tuple(patterns), tuple(dictionaries))


def of_words(words: Iterable[str]) -> Table:
    """The table of words in their normal form."""
    return Table(*lines_of_words(words))


def lines_of_words(words: Iterable[str]) -> tuple[bytes, bytes]:
    """The sorted lines of words in their normal form, and of the sizes of longer names."""
    found: dict[str, str] = {}
    sizes: dict[str, set[int]] = {}
    for word in words:
        kind = _FREE if forms.is_free(word) else _EXACT
        for one in {word, word.upper()} if kind == _EXACT else (word,):
            found[one] = found.get(one, "") + kind
        if " " in word:
            first = forms.bare(word.partition(" ")[0]).lower()
            sizes.setdefault(first, set()).add(word.count(" ") + 1)
    rows = {first: " ".join(map(str, sorted(counts))) for first, counts in sizes.items()}
    return packed(found), packed(rows)
