"""A sentence without a subject, by its syntax."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity
from lint_rules.sentence import _syntax


class NoSubject(Rule):
    """A sentence has a subject.

    “Expressed his gratitude to every boat in the harbour.” does not say who
    did. The rule needs the extra copydesk[syntax] (spaCy and its small English
    model, four seconds to load), and runs only if that is installed.
    Imperatives, which need no subject, headings, lists and speech are left
    alone.
    """

    id = "sentence/no-subject"
    severity = Severity.FIX
    extra = "syntax"
    modules = _syntax.MODULES
    source = "spaCy 3.8, en_core_web_sm 3.8.0"
    examples = (
        Good("He expressed his gratitude to every boat in the harbour."),
        Good("Take the ferry from the old harbour at noon."),
        Bad("[[Expressed his gratitude to every boat in the harbour on Monday.]]"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Parse each sentence and look for the subject of its verb."""
        for span, parse in _syntax.parsed(doc):
            if _syntax.lacks_subject(parse):
                yield self.find(
                    span,
                    "The sentence has no subject.",
                    evidence=f"It begins with its verb, “{parse[0].text}”.",
                )
