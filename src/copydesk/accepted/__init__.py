"""The words and names that a newsroom accepts: the one place that says what is among them.

Nothing is read or imported before a finding, or a rule that has nearly found something, asks.
"""

from __future__ import annotations

from functools import cached_property

from copydesk.model.errors import DataError
from copydesk.model.findings import Problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from copydesk.accepted.asked import Asked
    from copydesk.accepted.table import Table
    from copydesk.document import Document
    from copydesk.files.data_file import DataFile
    from copydesk.model.findings import Span
    from copydesk.terms.budget import RunBudget


class Accepted:
    """The accepted words of one config.

    Args:
        files: its lists, as they are named there.
        cache: the folder in which a large list is kept in parsed form; empty for none.
    """

    def __init__(self, files: Sequence[DataFile], cache: str = "") -> None:
        self.files = tuple(files)
        self._cache = cache

    @cached_property
    def table(self) -> Table:
        """What the lists say, read on first use.

        Raises:
            DataError: a list cannot be read; the message gives file and line.
        """
        from copydesk.accepted.table import load_table

        return load_table(self.files, self._cache)

    @cached_property
    def budget(self) -> RunBudget:
        """The time that patterns may take in a run."""
        from copydesk.terms.budget import RunBudget

        return RunBudget()

    def digests(self) -> list[tuple[str, str]]:
        """The lists, and the endings of dictionaries, with digests of what they contain now.

        Raises:
            DataError: one cannot be read.
        """
        from copydesk.accepted.kinds import with_affixes

        files = with_affixes(file.again() for file in self.files)
        return [(file.path, file.digest) for file in files]

    def accepts(self, words: str) -> bool:
        """Whether the newsroom accepts just these words; false if its lists cannot be read."""
        try:
            return self.within_text(words, []).covers((0, len(words)))
        except DataError:
            return False

    def within(self, doc: Document, problems: list[Problem]) -> InDraft:
        """What is accepted in one draft; what goes wrong is added to ``problems``."""
        return InDraft(self, doc, problems)

    def within_text(self, text: str, problems: list[Problem], path: str = "") -> Asked:
        """What is accepted in a text.

        Args:
            text: the text.
            problems: where it is added that a pattern takes too long.
            path: the draft, for such a message.

        Raises:
            DataError: a list cannot be read.
        """
        from copydesk.accepted.asked import Asked

        return Asked(self.table, text, self.budget, problems, path)


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

    def covers(self, span: Span) -> bool:
        """Whether every word at a place is accepted, alone or as part of a longer name."""
        return self._asked is not None and self._asked.covers(span)

    def accepts(self, words: str) -> bool:
        """Whether just these words are accepted."""
        return self._accepted.accepts(words)

    @cached_property
    def _asked(self) -> Asked | None:
        """What is accepted in the text; None if a list cannot be read."""
        try:
            return self._accepted.within_text(self._doc.text, self._problems, self._doc.path)
        except DataError as error:
            self._problems.append(Problem(str(error), self._doc.path))
            return None
