"""The rules about overrides; ``copydesk.stet`` itself finds unused ones."""

from __future__ import annotations

from copydesk.model.findings import Edit, Finding, Fix, Severity, Span
from copydesk.rules.rule import Bad, Good, Rule
from copydesk.stet.inline import CHECKED, UNUSED, marks

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from copydesk.document import Document


class UnusedOverride(Rule):
    """No override and no entry of the stet ledger is unused.

    An unused override or entry says that a fault was checked, but no such fault
    is found: the words have changed, or the rule's name is wrong. Left in, it
    would hide the next fault. ``copydesk stet prune`` removes such entries from
    the ledger.
    """

    id = UNUSED
    severity = Severity.STYLE
    languages = ("*",)
    examples = (
        Good("Talks went on.\n\n<!-- A note to the desk. -->\n\nThey ended.", format="markdown"),
        Bad(
            "[[<!-- stet: spelling/house-form: a dish -->]]\n\nAll is well.",
            format="markdown",
        ),
    )

    def check(self, doc: Document) -> Iterable[Finding]:
        """Report nothing: the engine reports unused overrides once all rules have run."""
        return ()


class CheckedMark(Rule):
    """No [CQ] mark is left in copy that is about to be published.

    [CQ] says that the words before it were checked, and answers questions about
    them. With --final, no such mark may be left.
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
        """Find the marks, in a final draft only."""
        if not doc.final:
            return
        for start in marks(doc.text):
            space = doc.text[start - 1 : start] == " "
            span = Span(start - space, start + len(CHECKED))
            yield self.find(
                (start, span.end),
                "“[CQ]” is a note to the desk and must come out of a final draft.",
                fixes=(Fix("Delete “[CQ]”", (Edit(span, ""),)),),
            )
