"""The marks of a quotation within a quotation."""

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

    With the option ``outer``, and a house style that sets the outer marks, speech
    in the other kind is reported too. This is off by default, because headlines
    pasted into a body have marks of their own.
    """

    id = "quote/nested-marks"
    severity = Severity.STYLE
    spares_sic = False
    yields_to = RESIDUE
    triggers = ('"', "“", "‘", "'")
    options = (Option("outer", False, "also report speech that is not in the house style's marks"),)
    examples = (
        Good("“He said, ‘Go,’ and I went,” she said. They call it ‘ours’ here."),
        Good("“He said, ‘Go,’ and I went,” she said.", style=_WANTS_DOUBLE),
        Good("‘He said, “Go,” and I went,’ she said.", style=_WANTS_SINGLE),
        Good(
            "“He wrote, ‘They shouted “fire” and ran,’” she said. ‘He asked, “Did she say ‘no’?”’"
        ),
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
        """Compare each quotation with the one around it, and with the house style."""
        wanted = self.style.get("quote-marks") if self.settings["outer"] else None
        around: list[Quote] = []
        for quote in doc.quotes:
            if not quote.opening or not quote.closing or quote.kind == "block":
                continue
            while around and around[-1].span.end <= quote.span.start:
                around.pop()
            outer = around[-1] if around else None
            around.append(quote)
            if not quote.nested:
                if wanted is not None and _is_other(doc, quote, wanted):
                    yield self.find(
                        quote.span,
                        f"House style puts quotations in {wanted} marks.",
                        evidence=f"House style: {self.style.name or 'as set'}.",
                    )
            elif outer is not None and outer.inner.holds(quote.span) and _alike(outer, quote):
                yield self.find(
                    quote.span,
                    "The inner quotation has the same marks as the outer one.",
                    evidence=f"The outer one opens with {outer.opening}, "
                    f"the inner one with {quote.opening}.",
                )


def _is_other(doc: Document, quote: Quote, wanted: str) -> bool:
    slot = doc.slot_at(quote.span.start)
    if slot is None or slot.kind not in ("paragraph", "list-item", "caption", "deck"):
        return False
    if doc.text[slot.span.end - 1] not in ".!?”\"’'":
        return False  # a headline or a link within the body
    if quote.kind != "direct":
        return False  # a title or a scare quote, which may take other marks
    return quote.opening in (_SINGLE if wanted == "double" else _DOUBLE)


def _alike(outer: Quote, quote: Quote) -> bool:
    if outer.opening in _DOUBLE:
        return quote.opening in _DOUBLE
    return outer.opening in _SINGLE and quote.opening in _SINGLE
