"""A quotation without a comma before its attribution."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Quote,
    Rule,
    Severity,
    is_abbreviation,
    pattern,
    scan,
)

_FEWEST = 4  # words of a quotation; fewer are a name or a scare quote
_SAID = r"(?:said|says|added|adds|asked|explained|recalled|told)"
_SPEAKER = scan(
    rf" (?P<all>(?:he|she|they|(?:[A-Z][\w.’'-]+ ){{0,3}}[A-Z][\w’'-]+) {_SAID}"
    rf"|{_SAID} (?:the |an? )?(?:[\w.’'-]+ ){{0,3}}?[A-Z][\w’'-]+)"
    r"(?=[.,;] |[.,;]?\Z|[.,;]\n| (?:of|in|on|who)\b)",
    at=('"', "”"),
)
_SAYS = (
    r"(?:said|says|added|adds|explained|explains|recalled|noted|continued|insisted|replied|stated"
    r"|concluded|joked|warned|argued|told (?:reporters|the|a|his|her)\b|wrote|writes|tweeted)"
)
# Behind the verb, what is said or written makes the words a sentence of their own.
_NO_OBJECT = (
    r"(?! (?:it|he|she|they|we|you|I|these|those|there|no|yes|not|so|an?|his|her|their|its|our"
    r"|my|your|everyone|nobody|people|some|what|how|why|if|goodbye|nothing|something|another"
    r"|(?:th(?:at|is|e)(?! (?:week|month|year|day|time|same|next|previous|morning|afternoon"
    r"|evening|night|spring|summer|fall|autumn|winter)))"
    r"|[A-Z][\w’'-]+ (?:was|is|had|has|would|will))(?:['’]\w+)?\b)"
)
# An attribution that cannot be a sentence of its own, after a full stop within the marks.
_STOPPED = scan(
    r"\.? (?P<all>(?:he|she|they|it|I|we|(?:the|an?|one|another|his|her|their) (?:[\w’'-]+ ){1,4}?)"
    rf" ?(?:also |then |later )?{_SAYS}\b{_NO_OBJECT}"
    rf"|{_SAYS} (?:he|she|they|the|an?|[A-Z][\w’'-]+)\b"
    r"|(?:[A-Z][\w’'-]+\.? ){1,4}(?:said|says|added|explained|recalled|noted|concluded|joked)"
    r"(?=\.(?:\s|\Z)|, (?:adding|who|noting|referring)\b))",
    at=('"', "”"),
    after=90,
)
_LAST_WORD = pattern(r"[^\s“”\"]+\Z")


class LostComma(Rule):
    """A comma separates a quotation from its attribution.

    “We are open” she said lacks a comma, before the closing mark or after it, as
    house style says; “We are open.” she said has a full stop in its place. The rule only looks
    for a missing comma after whole sentences in quotation marks: a few quoted words, or a
    quotation within a sentence, may need none. A full stop is wrong only before an attribution
    that is not a sentence of its own.
    """

    id = "quote/lost-comma"
    severity = Severity.FIX
    spares_sic = False
    scans = (_SPEAKER, _STOPPED)
    version = 2
    examples = (
        Good("“We are open all summer,” she said. “Are you sure of that?” Poe asked."),
        Good("The sign with “We are open all summer” said so. “We stay” she said."),
        Good("Poe said “we are open all summer” and she said it twice."),
        Bad("“We are open all summer[[” said Ann Poe]], the harbour master.",
            "“We are open all summer,” said Ann Poe, the harbour master."),
        Bad("It rained. \"We have never been so wet[[\" she said]].",
            "It rained. \"We have never been so wet,\" she said."),
        Good("“We are open.” Poe said he would go. “Is it Acme Inc.” the sign asked."),
        Good("“We are open.” I said it was time. The sign read “We are open.” She wrote a reply."),
        Bad("“We are open[[.” she said]], and left.", "“We are open,” she said, and left."),
        Bad("“We are open[[.” the mayor of Leeds said]].",
            "“We are open,” the mayor of Leeds said."),
        Bad("“We are open[[.” said Poe]].", "“We are open,” said Poe."),
        Bad("“We are open[[.” Ann Poe said]].", "“We are open,” Ann Poe said."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look after every quotation."""
        for quote in doc.quotes:
            if quote.nested or not quote.closing:
                continue
            last = doc.text[quote.inner.end - 1]
            if last == ",":
                continue  # “…,”. he said: another rule's
            if last == "." or doc.text[quote.span.end : quote.span.end + 1] == ".":
                match = _STOPPED.match_at(doc, quote.span.end)
                if match is not None:
                    yield from self._stopped(doc, quote, match)
            elif last.isalpha():
                yield from self._missing(doc, quote)

    def _missing(self, doc: Document, quote: Quote) -> Iterator[Finding]:
        """A quotation without a comma, if it is a sentence that opens one of the paper's."""
        inner = doc[quote.inner]
        sentence = doc.sentence_at(quote.span.start)
        if sentence is None or sentence.start != quote.span.start:
            return
        if len(inner.split()) < _FEWEST or not inner[:1].isupper():
            return
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

    def _stopped(self, doc: Document, quote: Quote, match: Match[str]) -> Iterator[Finding]:
        """A quotation with a full stop in place of the comma, inside or after the mark."""
        inside = match[0][0] != "."
        stop = quote.inner.end - 1 if inside else quote.span.end
        end = quote.inner.end - inside
        word = _LAST_WORD.search(doc.text, (max(0, end - 20), end))
        if word is None or word[0].endswith("."):
            return
        short = is_abbreviation(word[0]) or "." in word[0] or len(word[0]) == 1
        yield self.replace(
            (stop + short, stop + 1),
            ",",
            "The quotation needs a comma before its attribution, not a full stop."
            if not short
            else "The comma between the quotation and its attribution is missing.",
            title="Write a comma",
            marked=(stop, match.end("all")),
            evidence=f"“{match['all']}” is not a sentence of its own.",
        )
