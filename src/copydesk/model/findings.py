"""The values that travel through copydesk: spans, fixes, findings, problems.

All are frozen. A *span* is half-open and counts code points. A rule speaks of
spans in the document's ``text``; the engine maps them to the source once, so
every span that leaves the engine counts code points of the decoded file.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Literal, NamedTuple

Safety = Literal["safe", "suggested"]


class Span(NamedTuple):
    """A half-open range of code points: ``start`` is in it, ``end`` is not."""

    start: int
    end: int

    def holds(self, other: tuple[int, int]) -> bool:
        """Whether ``other`` lies wholly within this span."""
        return self.start <= other[0] and other[1] <= self.end

    def meets(self, other: tuple[int, int]) -> bool:
        """Whether the two share at least one code point."""
        return self.start < other[1] and other[0] < self.end


class Severity(IntEnum):
    """What a fault would cost if it were published; a higher one costs more.

    ``STOP`` a correction, ``FIX`` a refile, ``STYLE`` house style only,
    ``ASK`` a question that a person must decide.
    """

    ASK = 1
    STYLE = 2
    FIX = 3
    STOP = 4

    def __str__(self) -> str:
        return self.name.lower()

    @classmethod
    def named(cls, name: str) -> Severity:
        """The severity of that name, in any case.

        Raises:
            KeyError: there is none of that name.
        """
        return cls[name.upper()]


class Edit(NamedTuple):
    """Put ``text`` in the place of ``span``; an empty span inserts."""

    span: Span
    text: str


class Fix(NamedTuple):
    """A way to mend a finding.

    ``title`` says in the imperative what the fix does. A ``safe`` fix may be
    applied unseen; a ``suggested`` one needs an editor's eye.
    """

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = "suggested"


class Related(NamedTuple):
    """Another place of the document that bears on a finding: the witness."""

    span: Span
    message: str = ""


class Finding(NamedTuple):
    """One fault in one document, with its evidence and what may be done.

    Attributes:
        rule: the rule's id, ``group/name``.
        severity: what it would cost if published.
        span: the faulty words.
        message: what is wrong, one line.
        evidence: what shows it (the witness, dates, the source), one line.
        related: other places that bear on it.
        fixes: ways to mend it, the best first; may be empty.
    """

    rule: str
    severity: Severity
    span: Span
    message: str
    evidence: str = ""
    related: tuple[Related, ...] = ()
    fixes: tuple[Fix, ...] = ()

    @property
    def order(self) -> tuple[int, int, str, str, str]:
        """The key by which findings of one document are sorted."""
        return (self.span.start, self.span.end, self.rule, self.message, self.evidence)


class Problem(NamedTuple):
    """Something that kept copydesk from doing its work; it means exit 2.

    ``path`` is the file concerned, ``rule`` the rule concerned; either may be
    empty. ``message`` is one line and says what to do where that is known.
    """

    message: str
    path: str = ""
    rule: str = ""

    def __str__(self) -> str:
        where = ": ".join(part for part in (self.path, self.rule) if part)
        return f"{where}: {self.message}" if where else self.message
