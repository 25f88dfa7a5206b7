"""Add a word to the text of a list, which stays as it is otherwise."""

from __future__ import annotations

from itertools import pairwise

from copydesk.accepted.forms import is_free, normal
from copydesk.accepted.lists import fault_of, parted
from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Key = Callable[[str], str]

NEW_LIST = "words.txt"
"""The name of a list that is written where the config has none."""

_HEAD = "# Words and names that are right; notes go after a “#”. See copydesk help accept.\n"
_KEYS: tuple[Key, ...] = (str.casefold, str)  # the orders in which a list may be sorted


def tidy(word: str, note: str) -> tuple[str, str]:
    """A word and the note on it, as they go into a list.

    Raises:
        DataError: it is no word or name.
    """
    word, note = " ".join(word.split()), " ".join(note.split())
    why = "is empty" if not word else fault_of(word)
    if parted(word)[0] != word:
        why = "contains a “#” with a space before it, which begins a note"
    if why:
        raise DataError(f"{word!r:.60} {why}")
    return word, note


def is_same(entry: str, word: str) -> bool:
    """Whether an entry accepts a word; both as they are written."""
    entry, word = normal(entry), normal(word)
    if is_free(entry):
        return word.lower() == entry
    return word in (entry, entry.upper())


def added(text: str, word: str, note: str = "") -> str:
    """The text of a list with one entry more: in its place if the list is sorted, else at the end.

    Args:
        text: the list; empty for a new one.
        word: the word, tidy.
        note: what is noted on it; empty for nothing.
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    text = text.removeprefix(mark) or _HEAD
    end = "\r\n" if "\r\n" in text else "\n"
    rows = text.split("\n")
    if rows[-1]:
        rows[-1] += end[:-1]
        rows.append("")
    words = [(number, one) for number, row in enumerate(rows) if (one := parted(row.strip())[0])]
    line = f"{word}  # {note}" if note else word
    rows.insert(_place(words, word, len(rows) - 1), f"{line}{end[:-1]}")
    return mark + "\n".join(rows)


def _place(words: Sequence[tuple[int, str]], word: str, last: int) -> int:
    """The number of the row before which a word goes."""
    for key in _KEYS if len(words) > 1 else ():
        if all(key(one[1]) <= key(other[1]) for one, other in pairwise(words)):
            before = [number for number, one in words if key(one) <= key(word)]
            return before[-1] + 1 if before else words[0][0]
    return last
