"""The words and names that a newsroom accepts: the one place that says what is among them.

Nothing is read before a finding, or a rule that has nearly found something, asks.
"""

from __future__ import annotations

from functools import cached_property

from copydesk.accepted import forms
from copydesk.accepted.around import Around
from copydesk.accepted.patterns import Tried
from copydesk.accepted.table import Table, load_table, with_affixes
from copydesk.model.errors import DataError
from copydesk.model.findings import Problem
from copydesk.terms.budget import DraftBudget, RunBudget

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.document import Document
    from copydesk.files.data_file import DataFile
    from copydesk.model.findings import Span


class Accepted:
    """The accepted words of one config.

    Args:
        files: its lists, as they are named there.
        cache: the folder in which a large list is kept in parsed form; empty for none.
    """

    def __init__(self, files: Sequence[DataFile], cache: str = "") -> None:
        self.files = tuple(files)
        self._cache = cache
        self._run = RunBudget()

    @cached_property
    def table(self) -> Table:
        """What the lists say, read on first use.

        Raises:
            DataError: a list cannot be read; the message gives file and line.
        """
        return load_table(self.files, self._cache)

    def digests(self) -> list[tuple[str, str]]:
        """The lists, and the endings of dictionaries, with digests of what they contain now.

        Raises:
            DataError: one cannot be read.
        """
        files = with_affixes(file.again() for file in self.files)
        return [(file.path, file.digest) for file in files]

    def accepts(self, words: str) -> bool:
        """Whether the newsroom accepts just these words; false if its lists cannot be read."""
        try:
            return Asked(self, words, []).covers((0, len(words)))
        except DataError:
            return False

    def within(self, doc: Document, problems: list[Problem]) -> InDraft:
        """What is accepted in one draft; what goes wrong is added to ``problems``."""
        return InDraft(self, doc, problems)

    def budget(self, length: int) -> DraftBudget:
        """The time that patterns may take on a text of that many code points."""
        return DraftBudget(length, self._run)


class InDraft:
    """The accepted words in one draft.

    Args:
        accepted: the words.
        doc: the draft.
        problems: where it is added that a list cannot be read, or a pattern takes too long.
    """

    def __init__(self, accepted: Accepted, doc: Document, problems: list[Problem]) -> None:
        self._accepted = accepted
        self._doc = doc
        self._problems = problems
        self._is_broken = False

    def covers(self, span: Span) -> bool:
        """Whether every word at a place is accepted, alone or as part of a longer name."""
        if self._is_broken:
            return False
        try:
            return self._asked.covers(span)
        except DataError as error:
            self._is_broken = True
            self._problems.append(Problem(str(error), self._doc.path))
            return False

    def accepts(self, words: str) -> bool:
        """Whether just these words are accepted."""
        return not self._is_broken and self._accepted.accepts(words)

    @cached_property
    def _asked(self) -> Asked:
        return Asked(self._accepted, self._doc.text, self._problems, self._doc.path)


class Asked:
    """A text in which places are looked at.

    Args:
        accepted: the words.
        text: the text.
        problems: where it is added that a pattern takes too long.
        path: the draft, for such a message.
    """

    def __init__(
        self, accepted: Accepted, text: str, problems: list[Problem], path: str = ""
    ) -> None:
        self._accepted = accepted
        self._text = text
        self._tried = Tried(accepted.budget(len(text)), problems, path)

    def covers(self, span: tuple[int, int]) -> bool:
        """Whether every word at a place is accepted.

        Raises:
            DataError: a list cannot be read.
        """
        table, (start, end) = self._accepted.table, span
        words = self._text[start:end]
        if not words.strip() or len(words) > forms.LONGEST:
            return False
        if table.has(forms.normal(words)):
            return True
        around = Around(self._text, span)
        if around.is_covered(table):
            return True
        return bool(table.patterns) and self._tried.covers(table.patterns, around)
