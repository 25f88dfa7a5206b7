"""A sentence that is too long."""

from __future__ import annotations

from itertools import pairwise

from copydesk import Bad, Document, Finding, Good, Iterator, Option, Rule, Severity, Span, pattern
from lint_rules._shared import RESIDUE

_LETTERS = 5  # code points in a word, on average at least; shorter sentences are not counted
_DIVIDES = pattern(
    r";|(?<=[\w”\"’')])[_*]*[.!?][_*]+ (?=[\"“‘]?\p{Lu})| [•●▪◦‣·] "
    r"| \((?:\d{1,2}|[a-z]|[ivx]{1,4})\) "
    r"|:-? (?=\d\))"
)
_SHOWN = 8  # words of the sentence that the finding marks


class RunOn(Rule):
    """A sentence of more than sixty words needs a second look.

    Readers lose the subject before they reach the verb. Words in quotation
    marks are the speaker's and are not counted. A semicolon divides a sentence
    as well as a full stop: what counts is the longest part.
    """

    id = "sentence/run-on"
    severity = Severity.ASK
    yields_to = (*RESIDUE, "sentence/lost-stop")
    options = (Option("max_words", 60, "most words in a sentence, not counting quotations"),)
    examples = (
        Good("The harbour, which is old, is open again, and the boats are back."),
        Good("The pier is open again; the boats are back at last.", options={"max_words": 8}),
        Good("The harbour is open.", options={"max_words": 5}),
        Bad("[[The harbour is open again and the boats]] are back, too.", options={"max_words": 8}),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Count the words of the sentences that are long enough."""
        limit = self.settings["max_words"]
        least = limit * _LETTERS - _LETTERS
        long = [
            Span(start, end)
            for start, end in doc.sentences
            if end - start > least and len(doc.text[start:end].split()) > limit
        ]
        slots = set(doc.prose("paragraph")) if long else ()
        for span in long:
            if doc.slot_at(span.start) not in slots:
                continue
            text = doc[span]
            count = _own_words(doc, span)
            if count > limit and "\n" not in text and _longest_part(text) > limit:
                yield self.find(
                    (span.start, span.start + len(" ".join(text.split(" ")[:_SHOWN]).rstrip())),
                    f"The sentence has {count} words, not counting quotations: split it?",
                    evidence=f"The limit is {limit}.",
                )


def _own_words(doc: Document, sentence: Span) -> int:
    """The number of words in a sentence outside quotation marks."""
    count = len(doc[sentence].split())
    for quote in doc.quotes:
        if not quote.nested and sentence.holds(quote.span):
            count -= len(doc[quote.inner].split())
        elif not quote.nested and quote.span.meets(sentence):
            return 0
    return count


def _longest_part(text: str) -> int:
    """The number of words in the longest part of a sentence.

    Semicolons, the marks of list items and stops that marks of emphasis hide divide it.
    """
    cuts = [0, *(match.end() for match in _DIVIDES.finditer(text)), len(text)]
    return max(len(text[start:end].split()) for start, end in pairwise(cuts))
