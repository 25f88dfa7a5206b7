"""A sentence without a finite verb, by its syntax."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity
from lint_rules.sentence import _syntax


class NoVerb(Rule):
    """A sentence has a finite verb.

    “The minister of transport in the harbour of the old town.” has lost its
    verb. The rule needs the extra copydesk[syntax] (spaCy and its small English
    model, four seconds to load). Headings, lists, speech, results and sentences
    of fewer than six words are left alone. It is off unless it is selected: the
    parser mistakes some verbs for nouns, and writers leave verbs out on purpose.
    """

    id = "sentence/no-verb"
    severity = Severity.ASK
    default = False
    extra = "syntax"
    modules = _syntax.MODULES
    source = "spaCy 3.8, en_core_web_sm 3.8.0"
    examples = (
        Good("The minister of transport opened the harbour on Monday."),
        Good("Not so. Why? A very bad day."),
        Bad("[[The new minister of transport in the harbour of the old town.]]"),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Parse each sentence and look for a verb."""
        for span, parse in _syntax.parsed(doc):
            if not _syntax.has_verb(parse):
                yield self.find(
                    span,
                    "The sentence has no finite verb: check for missing words.",
                    evidence="The parser finds none in it.",
                )
