"""What kind of list a file is, told by its name."""

from __future__ import annotations

import os

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from copydesk.files.data_file import DataFile

_VALE = "accept.txt"  # the name that Vale gives the list of a vocabulary
_DICTIONARY, _AFFIXES = ".dic", ".aff"


def is_dictionary(path: str) -> bool:
    """Whether a file is a dictionary for hunspell."""
    return path.lower().endswith(_DICTIONARY)


def is_vale(path: str) -> bool:
    """Whether a file is a list of Vale, whose lines may be patterns."""
    return os.path.basename(path).lower() == _VALE


def is_plain(path: str) -> bool:
    """Whether words can be added to a file: one a line, and nothing else."""
    return not (is_dictionary(path) or is_vale(path) or path.lower().endswith(_AFFIXES))


def first_plain(files: Iterable[str]) -> str:
    """The first list to which words can be added; empty if there is none."""
    return next((file for file in files if is_plain(file)), "")


def affixes_of(path: str) -> str:
    """The file with the endings of a dictionary for hunspell, which may be missing."""
    return path[: -len(_DICTIONARY)] + _AFFIXES


def with_affixes(files: Iterable[DataFile]) -> Iterator[DataFile]:
    """The lists, with the file of endings beside each dictionary that has one."""
    for file in files:
        yield file
        if is_dictionary(file.file) and (beside := file.beside(affixes_of(file.path))):
            yield beside
