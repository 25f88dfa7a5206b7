"""A sentence that is too long."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Option, Rule, Severity, Span
from lint_rules._shared import RESIDUE

_LETTERS = 5  # code points in a word, on average at least; shorter sentences are not counted
_LIST = 3  # semicolons that make a sentence a list
_SHOWN = 8  # words of the sentence that the finding marks


class RunOn(Rule):
    """A sentence of more than sixty words needs a second look.

    Readers lose the subject before they reach the verb. Words in quotation
    marks are the speaker's and are not counted; lists with semicolons are left
    alone.
    """

    id = "sentence/run-on"
    severity = Severity.ASK
    yields_to = (*RESIDUE, "sentence/lost-stop")
    options = (Option("max_words", 60, "most words in a sentence, not counting quotations"),)
    examples = (
        Good("The harbour, which is old, is open again, and the boats are back."),
        Good("The harbour is open.", options={"max_words": 5}),
        Bad("[[The harbour is open again and the boats]] are back, too.", options={"max_words": 8}),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Count the words of the sentences that are long enough."""
        limit = self.settings["max_words"]
        spans = [one for one in doc.sentences if one.end - one.start > limit * _LETTERS - _LETTERS]
        if not spans:
            return
        slots = set(doc.prose("paragraph"))
        for span in spans:
            if doc.slot_at(span.start) not in slots:
                continue
            text = doc[span]
            count = _own_words(doc, span)
            if count > limit and text.count(";") < _LIST and "\n" not in text:
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
