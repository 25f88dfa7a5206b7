"""Commas and full stops at a closing quotation mark, by house style."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Edit,
    Finding,
    Fix,
    Good,
    Iterator,
    Quote,
    Rule,
    Severity,
    Span,
)

_INSIDE = {"quote-punctuation": "inside"}
_OUTSIDE = {"quote-punctuation": "outside"}
_STOPS = (",", ".")
_FEWEST = 4  # partial quotations that show how a story does it
_CLEARLY = 4  # times as many of them as of the others
_MARKS = "”\"’'"


class PunctuationAtClose(Rule):
    """Commas and full stops go inside or outside the closing mark, as house style says.

    American styles always put them inside. British styles put them outside if the
    quoted words are only part of the sentence. Without a house style, or with one that does not
    say, the rule reports only marks that are outside in a story that has them inside otherwise.
    """

    id = "quote/punctuation-at-close"
    severity = Severity.STYLE
    spares_sic = False
    version = 2
    triggers = ('"', "“", "”", "’", "'")
    examples = (
        Good("He called it “ours”, and she did not."),
        Good("He called it “ours,” and she did not.", style=_INSIDE),
        Good("“We are open,” she said. He called it “ours”.", style=_OUTSIDE),
        Good("The screen is 27\", he said.", style=_INSIDE),
        Bad("It was “old,” not “cold,” but “odd,” and so “sad,” but he called it [[“ours”,]] too.",
            "It was “old,” not “cold,” but “odd,” and so “sad,” but he called it “ours,” too."),
        Bad("He called it [[“ours”,]] and left.", "He called it “ours,” and left.", style=_INSIDE),
        Bad("He called it [[“ours.”]] She left.", "He called it “ours”. She left.", style=_OUTSIDE),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the end of every quotation."""
        wanted = self.style.get("quote-punctuation") or _own(doc)
        if wanted is None:
            return
        for quote in doc.quotes:
            if not quote.closing or not quote.opening or quote.kind == "block":
                continue
            find = _outside if wanted == "inside" else _inside
            span = find(doc, quote)
            if span is not None:
                yield self._finding(doc, quote, span, wanted)

    def _finding(self, doc: Document, quote: Quote, stop: Span, wanted: str) -> Finding:
        mark = doc[stop]
        place = quote.inner.end if wanted == "inside" else quote.span.end
        name = "comma" if mark == "," else "full stop"
        edits = (Edit(stop, ""), Edit(Span(place, place), mark))
        return self.find(
            (quote.span.start, max(quote.span.end, stop.end)),
            f"The {name} belongs {wanted} the closing mark.",
            evidence=f"House style ({self.style.name or 'as set'}): punctuation {wanted}."
            if self.style.get("quote-punctuation")
            else "The story has commas and full stops inside the marks otherwise.",
            fixes=(Fix(f"Move the {name} {wanted}", edits),),
        )


def _own(doc: Document) -> str | None:
    """“inside” if the story has nearly all commas and full stops of partial quotations there."""
    if len(doc.quotes) < _FEWEST:
        return None
    quotes = [quote for quote in doc.quotes if quote.closing and quote.opening]
    outside = sum(_outside(doc, quote) is not None for quote in quotes)
    if not outside:
        return None
    inside = sum(_inside(doc, quote) is not None for quote in quotes)
    return "inside" if inside >= max(_FEWEST, _CLEARLY * outside) else None


def _outside(doc: Document, quote: Quote) -> Span | None:
    """A comma or full stop right after the closing mark, unless one is already inside."""
    end = quote.span.end
    text = doc.text
    if text[end : end + 1] not in _STOPS or text[quote.inner.end - 1] in ".,!?…—–:;":
        return None
    follows = text[end + 1 : end + 2]
    if (follows and not follows.isspace() and follows not in _MARKS) or doc.is_verbatim(quote.span):
        return None
    return Span(end, end + 1)


def _inside(doc: Document, quote: Quote) -> Span | None:
    """A comma or full stop inside the marks around part of the paper's own sentence."""
    last = quote.inner.end - 1
    text = doc.text
    before = text[quote.span.start - 2 : quote.span.start]
    if (
        quote.kind != "partial"
        or text[last : last + 1] not in _STOPS
        or text[last - 1 : last] == "."
    ):
        return None
    if not before[:1].isalnum() or before[1:] != " " or text[last - 2 : last - 1] == ".":
        return None
    return Span(last, last + 1)
