"""The marks of a quotation, and of one within it."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Option, Quote, Rule, Severity
from lint_rules._shared import RESIDUE

_DOUBLE = frozenset({'"', "“", "”", "''", "’’", "``", "‘‘"})
_SINGLE = frozenset({"'", "‘", "’"})
_OUTER = {"outer": True}
_WANTS_DOUBLE = {"quote-marks": "double"}
_WANTS_SINGLE = {"quote-marks": "single"}


class NestedMarks(Rule):
    """A quotation within a quotation takes the other kind of marks.

    With the option ``outer``, and where the house style says which kind stands
    outside, speech in the other kind is shown, too; not by default, because
    headlines pasted into a body have marks of their own.
    """

    id = "quote/nested-marks"
    severity = Severity.STYLE
    yields_to = RESIDUE
    triggers = ('"', "“", "‘", "'")
    options = (
        Option("outer", False, "also show speech in the other kind of marks than the house's"),
    )
    examples = (
        Good("“He said, ‘Go,’ and I went,” she said. They call it ‘ours’ here."),
        Good("“He said, ‘Go,’ and I went,” she said.", style=_WANTS_DOUBLE),
        Good("‘He said, “Go,” and I went,’ she said.", style=_WANTS_SINGLE),
        Bad("“He called it [[“the old pier”]] again and again,” she said."),
        Bad(
            "She said: [[‘We are open all summer, all of us.’]] He left.",
            style=_WANTS_DOUBLE,
            options=_OUTER,
        ),
        Bad(
            "She said: [[“We are open all summer.”]] He left.", style=_WANTS_SINGLE, options=_OUTER
        ),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare each quotation with the one around it, and with the house's marks."""
        wanted = self.style.get("quote-marks") if self.settings["outer"] else None
        outer: Quote | None = None
        for quote in doc.quotes:
            if not quote.opening or not quote.closing or quote.kind == "block":
                continue
            if not quote.nested:
                outer = quote
                if wanted is not None and _is_other(doc, quote, wanted):
                    yield self.find(
                        quote.span,
                        f"The house puts quotations in {wanted} marks.",
                        evidence=f"House style: {self.style.name or 'as set'}.",
                    )
            elif outer is not None and outer.inner.holds(quote.span) and _alike(outer, quote):
                yield self.find(
                    quote.span,
                    "A quotation within a quotation stands in the same marks.",
                    evidence=f"Both open with {quote.opening}, so their ends cannot be told apart.",
                )


def _is_other(doc: Document, quote: Quote, wanted: str) -> bool:
    slot = doc.slot_at(quote.span.start)
    if slot is None or slot.kind not in ("paragraph", "list-item", "caption", "deck"):
        return False
    if doc.text[slot.span.end - 1] not in ".!?”\"’'":
        return False  # a headline or a link within the body
    if quote.kind != "direct":
        return False  # a title or a scare quote, for which houses have other marks
    return quote.opening in (_SINGLE if wanted == "double" else _DOUBLE)


def _alike(outer: Quote, quote: Quote) -> bool:
    if outer.opening in _DOUBLE:
        return quote.opening in _DOUBLE
    return outer.opening in _SINGLE and quote.opening in _SINGLE
