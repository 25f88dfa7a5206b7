"""Words without quotation marks that the story quotes elsewhere."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Related,
    Rule,
    Severity,
    Slot,
    Span,
    pattern,
)

_WORDS = 7  # this many words in a row are not a coincidence
_WORD = pattern(r"[^\W_]+(?:[’'][^\W_]+)?")


class OwnVoice(Rule):
    """Words quoted in the story do not appear elsewhere in it as the paper's own.

    Seven words in a row are in quotation marks in one paragraph and without them
    in another: were the marks lost, or the words lifted?
    """

    id = "quote/own-voice"
    severity = Severity.ASK
    spares_sic = False
    default = False  # right in 15 of 23 cases in real copy, and slower than its group allows
    triggers = ('"', "“", "‘")
    examples = (
        Good("“We will open the old pier in May,” Poe said.\n\nThe old pier will open in May."),
        Good("“We will open the old pier in the spring,” she said.\n\nShe said: “We will open the "
             "old pier in the spring.”"),
        Bad("“We will keep the old pier open for all of you,” Poe said.\n\nThe mayor said on "
            "Monday at the meeting in the town that she would [[keep the old pier open for all of "
            "you]]."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look for every seven words of the paper's own among the quoted ones."""
        quoted = _quoted(doc)
        if not quoted:
            return
        for slot in doc.prose("paragraph", "caption", "deck"):
            words = [Span(*match.span()) for match in _WORD.finditer(doc.text, slot.span)]
            keys = [doc.words.plain[slice(*word)].lower() for word in words]
            place = 0
            while place + _WORDS <= len(keys):
                where = quoted.get(tuple(keys[place : place + _WORDS]))
                if where is None or slot.span.holds(where):
                    place += 1
                    continue
                end = place + _WORDS
                while end < len(keys) and tuple(keys[end - _WORDS + 1 : end + 1]) in quoted:
                    end += 1
                span = Span(words[place].start, words[end - 1].end)
                place = end
                if not (_is_marked(doc, span) or _is_set_apart(doc, slot, span)):
                    yield self.find(
                        span,
                        "These words are in quotation marks elsewhere in the story but not here.",
                        evidence=f"At least {_WORDS} words in a row match.",
                        related=(Related(where, "quoted here"),),
                    )


def _quoted(doc: Document) -> dict[tuple[str, ...], Span]:
    """Every seven words in a row within a quotation, with the place where they first appear."""
    found: dict[tuple[str, ...], Span] = {}
    for quote in doc.quotes:
        if quote.nested or not quote.opening or not quote.closing or quote.kind == "block":
            continue
        words = [Span(*match.span()) for match in _WORD.finditer(doc.text, quote.inner)]
        keys = [doc.words.plain[slice(*word)].lower() for word in words]
        for place in range(len(keys) - _WORDS + 1):
            span = Span(words[place].start, words[place + _WORDS - 1].end)
            found.setdefault(tuple(keys[place : place + _WORDS]), span)
    return found


def _is_set_apart(doc: Document, slot: Slot, span: Span) -> bool:
    """Whether the words are a post, a pull quote, the name of a law or a title."""
    text = doc[span]
    longer = [word for word in text.split() if len(word) > 3]
    if 2 * sum(word[0].isupper() for word in longer) >= len(longer):
        return True
    around = doc[slot.span]
    return 2 * len(text) >= len(around) or "@" in around or "...." in around


def _is_marked(doc: Document, span: Span) -> bool:
    """Whether any of the words are in a quotation of any kind, even an unbalanced one."""
    return any(quote.span.meets(span) for quote in doc.quotes)
