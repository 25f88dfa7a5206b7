"""What is wrong with lists of accepted words: unused, twice, unreadable, against the style."""

from __future__ import annotations

from copydesk.accepted import forms
from copydesk.accepted.lists import Unreadable, entries
from copydesk.accepted.table import of_words
from copydesk.document.words import plain
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from copydesk.accepted.lists import Entry
    from copydesk.accepted.table import Table
    from copydesk.terms.entry import Entry as Term


class Fault(ValueTuple):
    """What is wrong, with the number of its list and its line."""

    list: int
    line: int
    message: str


class WordList(ValueTuple):
    """A list of words that is no dictionary: its name in messages, its entries and bad lines."""

    path: str
    entries: tuple[Entry, ...]
    unreadable: tuple[Unreadable, ...]


def read_list(path: str, text: str) -> WordList:
    """Read a list, with the lines that cannot be read."""
    found = list(entries(path, text))
    bad = tuple(one for one in found if isinstance(one, Unreadable))
    return WordList(path, tuple(one for one in found if not isinstance(one, Unreadable)), bad)


def unreadable(lists: Sequence[WordList]) -> Iterator[Fault]:
    """The lines that cannot be read."""
    for number, one in enumerate(lists):
        yield from (Fault(number, bad.line, f"unreadable: {bad.why}") for bad in one.unreadable)


def doubles(lists: Sequence[WordList]) -> Iterator[Fault]:
    """The entries that another one makes superfluous."""
    first: dict[str, str] = {}
    free = {forms.normal(one.word): f"{words.path}:{one.line}" for words in reversed(lists)
            for one in reversed(words.entries) if _is_free(one)}  # fmt: skip
    for number, words in enumerate(lists):
        for entry in words.entries:
            key, place = forms.normal(entry.word), f"{words.path}:{entry.line}"
            before = first.setdefault(key, place)
            if before == place and not entry.is_pattern and not _is_free(entry):
                before = free.get(key.lower(), place)
            if before != place:
                told = f"unused: “{entry.word}” is already accepted by {before}"
                yield Fault(number, entry.line, told)


def _is_free(entry: Entry) -> bool:
    return not entry.is_pattern and forms.is_free(forms.normal(entry.word))


def contradictions(
    lists: Sequence[WordList], rejected: Callable[[str], Term | None]
) -> Iterator[Fault]:
    """The entries that the house style, or a list of forms to avoid, rejects.

    Args:
        lists: the lists.
        rejected: returns the entry of the style that rejects a form.
    """
    for number, words in enumerate(lists):
        for entry in words.entries:
            found = (term for form in _cases(entry) if (term := rejected(form)) is not None)
            term = next(found, None)
            if term is None:
                continue
            by = f"{term.style} " if term.style else ""
            told = f"“{entry.word}” is accepted here, but {by}({term.pack}:{term.line}) avoids it"
            favour = f" in favour of “{term.use}”" if term.use else ""
            yield Fault(number, entry.line, f"contradiction: {told}{favour}")


def _cases(entry: Entry) -> tuple[str, ...]:
    """The capitals in which an entry accepts its word and a style may list it."""
    word = entry.word
    if entry.is_pattern:
        return ()
    return (word, word.capitalize(), word.title()) if _is_free(entry) else (word,)


class Used:
    """Which entries occur in drafts.

    Args:
        lists: the lists.
    """

    def __init__(self, lists: Sequence[WordList]) -> None:
        self._lists = lists
        words = (forms.normal(one.word) for each in lists for one in each.entries
                 if not one.is_pattern)  # fmt: skip
        self._table: Table = of_words(words)
        self._seen: set[str] = set()
        self.patterns = {one.word for each in lists for one in each.entries if one.is_pattern}
        """Those that no draft has matched yet."""

    def look_at(self, text: str) -> None:
        """Count the words of a draft."""
        table = self._table
        words = [forms.normal(word) for word in plain(text).split()]
        for at, word in enumerate(words):
            self._see(word)
            if "-" in word:
                for part in word.split("-"):
                    self._see(part)
            for length in table.lengths(word):
                self._see(" ".join(words[at : at + length]))

    def _see(self, words: str) -> None:
        self._seen.update(filter(None, map(self._table.key_of, forms.readings(words))))

    def faults(self, drafts: str) -> Iterator[Fault]:
        """The entries that no draft had; ``drafts`` says where they are not."""
        for number, words in enumerate(self._lists):
            for entry in words.entries:
                if not self._is_used(entry):
                    told = f"unused: “{entry.word}” is {drafts}"
                    yield Fault(number, entry.line, told)

    def _is_used(self, entry: Entry) -> bool:
        if entry.is_pattern:
            return entry.word not in self.patterns
        key = forms.normal(entry.word)
        return key in self._seen or key.upper() in self._seen


def in_order(faults: Iterable[Fault]) -> list[Fault]:
    """The faults by list and line; what is superfluous twice over is told once."""
    found: dict[tuple[int, int], Fault] = {}
    for fault in faults:
        found.setdefault((fault.list, fault.line), fault)
    return sorted(found.values())
