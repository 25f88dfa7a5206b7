"""A quotation that is attributed twice."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Edit,
    Finding,
    Fix,
    Good,
    Iterator,
    Match,
    Quote,
    Related,
    Rule,
    Severity,
    Span,
    pattern,
    scan,
)

_REACH = 160  # code points before a quotation in which its speaker is looked for
_FEWEST = 4  # words of a quotation; fewer are a name or a scare quote

_SAID = (
    r"(?:said|says|added|adds|stated|states|wrote|writes|tweeted|posted|continued|told|tells"
    r"|noted|notes|explained|explains|declared|declares|announced|insisted|stressed|remarked|commented)"
)
_BEFORE = pattern(
    rf"(?:\b(?:(?P<who>(?:[Hh]e|[Ss]he|[Tt]hey|I)\b)|(?P<name>[A-Z][\w’'-]+))"
    rf"(?:, [^,.!?“\"]{{2,60}},|,)? (?:also |later |then |further |again |separately )?{_SAID}"
    r"(?: (?!that\b|he\b|she\b|they\b)[^.!?;:“”\"]{1,80})?"
    r"|\bAccording to (?P<source>[^.!?;:“”\"]{2,80}))[:,] ?\Z"
)
_AFTER = pattern(
    r" ?(?P<all>(?:(?P<who>he|she|they)|(?:[A-Z][\w.’'-]+ ){0,3}(?P<name>[A-Z][\w’'-]+))"
    rf" {_SAID}|(?:said|says) (?:[A-Z][\w.’'-]+ ){{0,2}}(?P<late>[A-Z][\w’'-]+))"
    r"(?P<end>[.,;](?!\w)| (?:on|in|at|to|during) )"
)
# “…, Merz said, he told reporters.”
_TWICE = scan(
    r"[,”\"] (?P<first>(?:[A-Z][\w.’'-]+ ){0,3}[A-Z][\w’'-]+ (?:said|says|added|stressed|warned)"
    r"(?: on [A-Z]\w+day| in [^,.;:“”\"]{2,40})?), "
    r"(?P<all>(?:he|she|they) (?:said|says|added|told (?:reporters|journalists|the [a-z]+)))(?=\.)",
    at=(", he ", ", she ", ", they "),
    before=_REACH - 2,
    after=42,
)


class DoubleAttribution(Rule):
    """A quotation is attributed once.

    “Poe said: ‘We are open,’ she said” attributes the same words twice: one
    attribution was left over when the sentence was rewritten.
    """

    id = "quote/double-attribution"
    severity = Severity.FIX
    spares_sic = False
    scans = (_TWICE,)
    triggers = ('"', "“", "said,", "says,", "added,", "stressed,", "warned,", "day,")
    examples = (
        Good("Poe said the harbour is open. “We stay open,” she said."),
        Good("Poe said: “We stay open all summer.” She said so twice."),
        Good("“My father said, ‘We stay open all summer,’ and he did,” she said."),
        Good("Poe said: “We stay open all summer,” Roe said of the plan, “is a lie.”"),
        Bad("The pier stays open, Ann Poe said on Monday, [[she told reporters]].",
            "The pier stays open, Ann Poe said on Monday."),
        Good("The pier stays open, Ann Poe said. That is what Roe said, she added later."),
        Bad("Poe said: “We stay open all summer,” [[she said]].",
            "Poe said: “We stay open all summer.”"),
        Bad("According to Poe, \"We stay open all summer,\" [[he said]].",
            "According to Poe, \"We stay open all summer.\""),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look before and after every longer quotation, and for two attributions in a row."""
        yield from self._quoted(doc)
        for match in _TWICE.finditer(doc):
            if doc.quote_at(match.span("all")) is None:
                yield self.delete(
                    (match.end("first"), match.end("all")),
                    "The statement is attributed twice: cut one attribution.",
                    title=f"Delete “{match['all']}”",
                    marked=match.span("all"),
                    evidence=f"“{match['first']}” comes right before it.",
                    related=(Related(Span(*match.span("first")), "the first attribution"),),
                )

    def _quoted(self, doc: Document) -> Iterator[Finding]:
        for quote in doc.quotes:
            if doc.before(quote.span, 2) not in (": ", ", "):
                continue
            last = doc.before(quote.inner.end, 1)
            if quote.nested or not quote.closing or last not in (",", "?", "!", "—", "–"):
                continue
            slot = doc.slot_at(quote.span.start)
            if slot is None or len(doc[quote.inner].split()) < _FEWEST:
                continue
            after = _AFTER.match(doc.text, (quote.span.end, slot.span.end))
            if after is None:
                continue
            near = (max(slot.span.start, quote.span.start - _REACH), quote.span.start)
            before = _BEFORE.search(doc.text, near)
            if before is not None and _is_same(before, after) and _is_bare(doc, before):
                yield self._finding(quote, before, after, last)

    def _finding(self, quote: Quote, before: Match[str], after: Match[str], last: str) -> Finding:
        fixes = []
        if after["end"] == "." and last == ",":
            edits = (
                Edit(Span(quote.inner.end - 1, quote.inner.end), "."),
                Edit(Span(quote.span.end, after.end()), ""),
            )
            fixes.append(Fix(f"Delete “{after['all']}”", edits))
        return self.find(
            after.span("all"),
            "The quotation is attributed twice: cut one attribution.",
            evidence=f"“{before[0].strip(' :,')}” before it, “{after['all']}” after it.",
            related=(Related(Span(before.start(), quote.span.start), "the first attribution"),),
            fixes=fixes,
        )


def _is_same(before: Match[str], after: Match[str]) -> bool:
    """Whether both name the same speaker: by a pronoun, or by the same name."""
    name = after["name"] or after["late"]
    if name is None:
        first = before["who"]
        return first is None or first.lower() == after["who"]
    return name in (before["name"] or before["source"] or "")


def _is_bare(doc: Document, before: Match[str]) -> bool:
    """Whether the first attribution is the paper's own, not part of a quotation."""
    return doc.quote_at((before.start(), max(before.start() + 1, before.end() - 2))) is None
