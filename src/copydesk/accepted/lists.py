"""Lists of accepted words as text: the entries of their lines."""

from __future__ import annotations

from copydesk.accepted import forms
from copydesk.accepted.kinds import is_vale
from copydesk.model.errors import DataError
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.files.data_file import DataFile

_MARKS = frozenset("\\^$.|?*+()[]{}")  # with any of these, a line of Vale's is a pattern


class Entry(ValueTuple):
    """One line of a list.

    Attributes:
        word: the word or name; a pattern as it is written.
        line: its line, from 1.
        note: what the line says about it.
        is_pattern: whether it is a regular expression.
    """

    word: str
    line: int
    note: str = ""
    is_pattern: bool = False


class Unreadable(ValueTuple):
    """A line that cannot be read, and why."""

    line: int
    why: str


def text_of(file: DataFile, encoding: str = "utf-8-sig") -> str:
    """The text of a list.

    Raises:
        DataError: it cannot be read, or is no text.
    """
    data = file.content
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise DataError(f"{file.path}:{line}: not {encoding.partition('-sig')[0]}") from None
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise DataError(f"{file.path}:{line}: no list of words but a binary file")
    return text


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """The lines of a list, numbered from 1, without spaces around them; empty ones left out."""
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        if line := line.strip():
            yield number, line


def parted(line: str) -> tuple[str, str]:
    """The word of a line and its note, which begins with ``#`` at the start or after a space."""
    if "#" not in line:
        return line, ""
    if line[0] == "#":
        return "", line[1:].strip()
    for blank in (" #", "\t#"):
        at = line.find(blank)
        if at >= 0:
            return line[:at].rstrip(), line[at + 2 :].strip()
    return line, ""


def entries(path: str, text: str) -> Iterator[Entry | Unreadable]:
    """The entries of a list that is no dictionary, and the lines that cannot be read.

    Args:
        path: its name in messages, which also tells of what kind it is.
        text: its content.
    """
    vale, patterns = is_vale(path), 0
    for number, line in lines_of(text):
        if vale and line[0] != "#" and not _MARKS.isdisjoint(line):
            patterns += 1
            yield _pattern(path, number, line, patterns)
            continue
        word, note = parted(line)
        if not word:
            continue
        why = fault_of(word)
        yield Unreadable(number, why) if why else Entry(word, number, note)


def fault_of(word: str) -> str:
    """Why a line is no word or name; empty if it is one."""
    if len(word) > forms.LONGEST:
        return f"longer than {forms.LONGEST} characters, so no word or name"
    if not word.isprintable() and any(ord(char) < 32 and char != "\t" for char in word):
        return "contains a control character"
    if not any(map(str.isalnum, word)):
        return "has no letter or figure"
    return ""


def _pattern(path: str, number: int, line: str, count: int) -> Entry | Unreadable:
    from copydesk.accepted.patterns import MOST, check_pattern

    if count > MOST:
        return Unreadable(number, f"more than {MOST:,} patterns")
    try:
        check_pattern(line, path)
    except DataError as error:
        return Unreadable(number, str(error).removeprefix(f"{path}: "))
    return Entry(line, number, "", True)


def read_entries(path: str, text: str) -> list[Entry]:
    """The entries of a list that is no dictionary.

    Raises:
        DataError: a line cannot be read.
    """
    found: list[Entry] = []
    for one in entries(path, text):
        if isinstance(one, Unreadable):
            raise DataError(f"{path}:{one.line}: {one.why}")
        found.append(one)
    return found
