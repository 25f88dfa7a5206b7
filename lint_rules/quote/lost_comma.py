"""A quotation that runs into its speaker without a comma."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Finding, Fix, Good, Rule, Severity, Span, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Document

_FEWEST = 4  # words of a quotation; fewer are a name or a scare quote
_SAID = r"(?:said|says|added|adds|asked|explained|recalled|told)"
_SPEAKER = pattern(
    rf" (?P<all>(?:he|she|they|(?:[A-Z][\w.’'-]+ ){{0,3}}[A-Z][\w’'-]+) {_SAID}"
    rf"|{_SAID} (?:the |an? )?(?:[\w.’'-]+ ){{0,3}}?[A-Z][\w’'-]+)"
    r"(?=[.,;] |[.,;]?\Z|[.,;]\n| (?:of|in|on|who)\b)"
)


class LostComma(Rule):
    """A comma parts a quotation from the words that give it to its speaker.

    “We are open” she said lacks its comma, which stands within the closing mark or
    behind it, as the house has it. The rule looks at whole sentences in quotation
    marks only: of a few words, or within a sentence, no comma may be due.
    """

    id = "quote/lost-comma"
    severity = Severity.FIX
    triggers = ('"', "”")
    examples = (
        Good("“We are open all summer,” she said. “Are you sure of that?” Poe asked."),
        Good("The sign with “We are open all summer” said so. “We stay” she said."),
        Good("Poe said “we are open all summer” and she said it twice."),
        Bad("“We are open all summer[[” said Ann Poe]], the harbour master.",
            "“We are open all summer,” said Ann Poe, the harbour master."),
        Bad("It rained. \"We have never been so wet[[\" she said]].",
            "It rained. \"We have never been so wet,\" she said."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look behind every quotation that opens a sentence."""
        for quote in doc.quotes:
            inner = doc.text[slice(*quote.inner)]
            if quote.nested or not quote.closing or not inner[-1:].isalpha():
                continue
            sentence = doc.sentence_at(quote.span.start)
            if sentence is None or sentence.start != quote.span.start:
                continue
            slot = doc.slot_at(quote.span.start)
            if slot is None or len(inner.split()) < _FEWEST or not inner[:1].isupper():
                continue
            match = _SPEAKER.match(doc.text, Span(quote.span.end, slot.span.end))
            if match is not None:
                yield self.find(
                    (quote.inner.end, match.end("all")),
                    "The comma between a quotation and its speaker is missing.",
                    evidence=f"“{match['all']}” follows the closing mark at once.",
                    fixes=(
                        Fix("Put a comma", (Edit(Span(quote.inner.end, quote.inner.end), ","),)),
                    ),
                )
