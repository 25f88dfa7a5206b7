"""The values passed between the parts of copydesk: spans, fixes, findings, problems.

All are immutable. A *span* is half-open and counts code points. Rules use spans
of the document's ``text``; the engine maps them to the source once, so every
span that leaves the engine counts code points of the decoded file.
"""

from __future__ import annotations

from enum import IntEnum

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    Safety = Literal["safe", "suggested"]


class Span(ValueTuple):
    """A half-open range of code points: it includes ``start`` but not ``end``."""

    start: int
    end: int

    def holds(self, other: tuple[int, int]) -> bool:
        """Whether ``other`` is entirely within this span."""
        return self.start <= other[0] and other[1] <= self.end

    def meets(self, other: tuple[int, int]) -> bool:
        """Whether the two spans share at least one code point."""
        return self.start < other[1] and other[0] < self.end


class Severity(IntEnum):
    """What an error would cost if it were published; a higher severity costs more.

    ``STOP`` would need a correction and ``FIX`` a refile; ``STYLE`` is a matter of
    house style only; ``ASK`` is a question for an editor to decide.
    """

    ASK = 1
    STYLE = 2
    FIX = 3
    STOP = 4

    def __str__(self) -> str:
        return self.name.lower()

    def __setstate__(self, state: object) -> None:
        """Refuse to be changed by what is read with pickle.

        Raises:
            TypeError: always.
        """
        raise TypeError("a severity cannot be changed")

    @classmethod
    def named(cls, name: str) -> Severity:
        """Get a severity by its name, in upper or lower case.

        Raises:
            KeyError: there is no severity of that name.
        """
        return cls[name.upper()]


class Edit(ValueTuple):
    """Replace ``span`` with ``text``; an empty span inserts the text."""

    span: Span
    text: str


class Fix(ValueTuple):
    """A proposed correction.

    ``title`` says in the imperative what the fix does. A ``safe`` fix may be
    applied without review; an editor must review a ``suggested`` one.
    """

    title: str
    edits: tuple[Edit, ...]
    safety: Safety = "suggested"


class Related(ValueTuple):
    """Another place in the document that is relevant to a finding."""

    span: Span
    message: str = ""


class Finding(ValueTuple):
    """One thing to look at in a document, with the evidence and possible fixes.

    Attributes:
        rule: the rule's id, ``group/name``.
        severity: what it would cost if published.
        span: the words in question.
        message: what is wrong, in one line.
        evidence: why it is wrong (the conflicting passage, dates, the source), in one line.
        related: other relevant places.
        fixes: proposed corrections, the best first; may be empty.
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


class Problem(ValueTuple):
    """Why a draft, or a part of the check, could not be done; it means exit status 2.

    ``path`` is the file and ``rule`` the rule concerned; either may be empty.
    ``message`` is one line and says what to do if that is known.
    """

    message: str
    path: str = ""
    rule: str = ""

    def __str__(self) -> str:
        where = ": ".join(part for part in (self.path, self.rule) if part)
        return f"{where}: {self.message}" if where else self.message
