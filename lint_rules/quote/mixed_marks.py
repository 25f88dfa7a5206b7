"""A quotation that opens with one kind of mark and closes with another."""

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
    ValueTuple,
    pattern,
)

_PAIRS = frozenset(
    {
        ('"', '"'), ("'", "'"), ("“", "”"), ("‘", "’"), ("«", "»"), ("»", "«"), ("„", "“"),
        ("„", "”"), ("‚", "‘"), ("‚", "’"), ("``", "''"), ("‘‘", "’’"), ("`", "'"), ("`", "`"),
    }
)  # fmt: skip
_DOUBLE = frozenset({'"', "“", "”", "„", "‟", "''", "’’", "‘‘", "``"})
_TYPED = ("''", "''")  # typed for double marks, and a pair like any other
_SINGLE = frozenset({"'", "‘", "’", "‚", "`"})
_ELIDED = pattern(r"(?i:twas|tis|twere|twill|twould|twixt|em|til|cause|bout|round|n|\d0s)\b")


class Style(ValueTuple):
    """The marks of most quotations in a draft."""

    double: tuple[str, str]
    single: tuple[str, str]


class MixedMarks(Rule):
    """The opening and closing marks of a quotation match.

    A straight mark at one end and a curly one at the other is a sign of words
    retyped or pasted; some systems then treat the rest of the story as part of
    the quotation. Readers still see where the words begin and end, so it is a
    matter of style; a mark that is missing is left to ``quote/unbalanced``.
    """

    id = "quote/mixed-marks"
    severity = Severity.STYLE
    spares_sic = False
    triggers = ("“", "”", "‘", "’", "''", "``")
    examples = (
        Good("“We are open,” she said. 'It is \"our\" harbour,' he wrote."),
        Good('"We’re open," she said. "It’s the boats’ harbour."'),
        Good("’Twas noon, and the ’90s were back. ‘’Twould be wrong,’ he said, ‘’tis so.’"),
        Bad('"We are open," she said. [["We stay open,”]] she said.',
            '"We are open," she said. "We stay open," she said.'),
        Bad("“We are open,” she said. [[“We stay open,\"]] she said.",
            "“We are open,” she said. “We stay open,” she said."),
        Bad("[[“We are open,“]] she said. “We stay open.”",
            "“We are open,” she said. “We stay open.”"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the two marks of every quotation."""
        odd = [one for one in doc.quotes if _is_mixed(one) and not _is_elision(doc, one)]
        if not odd:
            return
        style = _style(doc)
        own = _are_own(doc)
        for quote in odd:
            typed = (quote.opening, quote.closing) == _TYPED
            if typed and own:
                continue
            opens, closes = quote.opening, quote.closing
            yield self.find(
                quote.span,
                "Two apostrophes stand for a quotation mark."
                if typed
                else f"The quotation marks do not match: {opens} opens, {closes} closes.",
                evidence="Other quotations of the story have marks of one sign."
                if typed
                else "Opening and closing marks should be a pair.",
                fixes=_fixes(quote, style),
            )


def _are_own(doc: Document) -> bool:
    """Whether two apostrophes are a mark of the story itself, in at least half of its places."""
    double = [quote.opening for quote in doc.quotes if quote.opening in _DOUBLE and quote.closing]
    return 2 * double.count(_TYPED[0]) >= len(double)


def _is_mixed(quote: Quote) -> bool:
    opening, closing = quote.opening, quote.closing
    return bool(opening and closing) and (opening, closing) not in _PAIRS


def _is_elision(doc: Document, quote: Quote) -> bool:
    """Whether the opening mark is the apostrophe of ’Twas or ’90s: ‘’Twas late,’ he said."""
    if quote.opening not in ("’", "'"):
        return False
    return _ELIDED.match(doc.text, (quote.inner.start, quote.inner.end)) is not None


def _style(doc: Document) -> Style:
    """Curly marks; straight ones only if nearly all marks in the draft are straight."""
    straight = sum(1 for quote in doc.quotes if quote.opening == quote.closing == '"')
    curly = sum(1 for quote in doc.quotes if (quote.opening, quote.closing) == ("“", "”"))
    if straight >= 3 * max(curly, 1) or (straight and not curly):
        return Style(('"', '"'), ("'", "'"))
    return Style(("“", "”"), ("‘", "’"))


def _fixes(quote: Quote, style: Style) -> tuple[Fix, ...]:
    """Both marks in the draft's style, if both are double or both single."""
    if quote.opening in _DOUBLE and quote.closing in _DOUBLE:
        first, last = style.double
    elif quote.opening in _SINGLE and quote.closing in _SINGLE:
        first, last = style.single
    else:
        return ()
    edits = [
        Edit(Span(*span), mark)
        for span, old, mark in (
            ((quote.span.start, quote.inner.start), quote.opening, first),
            ((quote.inner.end, quote.span.end), quote.closing, last),
        )
        if old != mark
    ]
    return (Fix(f"Use {first} to open and {last} to close", tuple(edits), "safe"),)
