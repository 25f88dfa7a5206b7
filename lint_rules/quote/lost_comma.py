"""A quotation without a comma before its attribution."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, scan

_FEWEST = 4  # words of a quotation; fewer are a name or a scare quote
_SAID = r"(?:said|says|added|adds|asked|explained|recalled|told)"
_SPEAKER = scan(
    rf" (?P<all>(?:he|she|they|(?:[A-Z][\w.’'-]+ ){{0,3}}[A-Z][\w’'-]+) {_SAID}"
    rf"|{_SAID} (?:the |an? )?(?:[\w.’'-]+ ){{0,3}}?[A-Z][\w’'-]+)"
    r"(?=[.,;] |[.,;]?\Z|[.,;]\n| (?:of|in|on|who)\b)",
    at=('"', "”"),
)


class LostComma(Rule):
    """A comma separates a quotation from its attribution.

    “We are open” she said lacks a comma, before the closing mark or after it, as
    house style says. The rule only looks at whole sentences in quotation marks: a
    few quoted words, or a quotation within a sentence, may need no comma.
    """

    id = "quote/lost-comma"
    severity = Severity.FIX
    spares_sic = False
    scans = (_SPEAKER,)
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
        """Look after every quotation that opens a sentence."""
        for quote in doc.quotes:
            inner = doc[quote.inner]
            if quote.nested or not quote.closing or not inner[-1:].isalpha():
                continue
            sentence = doc.sentence_at(quote.span.start)
            if sentence is None or sentence.start != quote.span.start:
                continue
            if len(inner.split()) < _FEWEST or not inner[:1].isupper():
                continue
            match = _SPEAKER.match_at(doc, quote.span.end)
            if match is not None:
                yield self.insert(
                    quote.inner.end,
                    ",",
                    "The comma between the quotation and its attribution is missing.",
                    title="Add a comma",
                    marked=(quote.inner.end, match.end("all")),
                    evidence=f"“{match['all']}” comes right after the closing mark.",
                )
