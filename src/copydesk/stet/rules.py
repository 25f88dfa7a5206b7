"""The rules about overrides; what they say is found by ``copydesk.stet``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.model.findings import Edit, Finding, Fix, Severity, Span
from copydesk.rules.rule import Bad, Good, Rule
from copydesk.stet.inline import CHECKED, UNUSED, marks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.document import Document


class UnusedOverride(Rule):
    """An override, or an entry of the stet ledger, that holds nothing back.

    It says that a fault was looked at, and there is no fault: the words have
    changed, or the rule's name is wrong. Left in, it would hide the next one.
    ``copydesk stet prune`` takes such entries out of the ledger.
    """

    id = UNUSED
    severity = Severity.STYLE
    languages = ("*",)
    examples = (
        Good("Talks went on.\n\n<!-- A note to the desk. -->\n\nThey ended.", format="markdown"),
        Bad(
            "[[<!-- stet: spelling/house-form: a dish -->]]\n\nAll is well.",
            fixed="All is well.",
            format="markdown",
        ),
    )

    def check(self, doc: Document) -> Iterable[Finding]:
        """Nothing: the engine finds these itself, once all rules have run."""
        return ()


class CheckedMark(Rule):
    """A [CQ] mark in copy that is about to be published.

    [CQ] after words tells the desk that they were checked, and clears the
    questions on them. With --final, nothing of the kind may be left.
    """

    id = "stet/cq"
    severity = Severity.STOP
    languages = ("*",)
    examples = (
        Good("The mayor, Jon Smyth [CQ], spoke."),
        Good("The CQ in a radio call means “seek you”.", final=True),
        Bad("Jon Smyth [[[CQ]]] spoke at noon.", fixed="Jon Smyth spoke at noon.", final=True),
    )

    def check(self, doc: Document) -> Iterable[Finding]:
        """The marks, in a final draft only."""
        if not doc.final:
            return
        for start in marks(doc.text):
            blank = doc.text[start - 1 : start] == " "
            span = Span(start - blank, start + len(CHECKED))
            yield self.find(
                (start, span.end),
                "“[CQ]” is a note to the desk, and this draft is final.",
                fixes=(Fix("Delete “[CQ]”", (Edit(span, ""),)),),
            )
