"""A phrase typed twice: in May in May."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity
from lint_rules._shared.prose import RUNNING
from lint_rules.sentence import _phrases


class DoubledPhrase(Rule):
    """No phrase is repeated by mistake.

    A line pasted twice or a sentence that was half rewritten leaves a few words double:
    “in May in May”, “that the crew that the crew”, “it’s it’s”. Nobody sees it on the screen,
    because every word is right. What English repeats (“over and over and over”, “if they
    win they win”, “step by step by step”), chants, songs, scores and names of places are left
    alone; in a quotation the rule only asks.
    """

    id = "sentence/doubled-phrase"
    severity = Severity.FIX
    examples = (
        Good("It went on and on and on, again and again and again, and less and less was said."),
        Good("If they win they win, and what it is it is."),
        Good("They marched shoulder to shoulder to the hall in New York, New York."),
        Good("“We will go, we will go,” they sang. “No more war! No more war!”"),
        Good("She won 6-2 6-2 and called a spade a spade."),
        Good("They have less and less and less, and the queue got longer and longer."),
        Bad("The pier was shut [[in May in May]] after the storm.",
            "The pier was shut in May after the storm."),
        Bad("He said [[that the crew that the crew]] had left.", "He said that the crew had left."),
        Bad("[[The mayor the mayor]] spoke first.", "The mayor spoke first."),
        Bad("It was late, [[she said, she said]].", "It was late, she said."),
        Bad("The bridge isn’t safe, and [[it’s it’s]] old.",
            "The bridge isn’t safe, and it’s old."),
        Bad("“It is late, [[at the end at the end]] of the day,” she said."),
        Bad("They asked [[Ann Poe Ann Poe]] to speak first."),
        Bad("[[On Monday, the mayor said on Monday]] that it is late."),
        Bad("The old harbour of the town was closed to all boats [[by order of the\nport by order"
            " of the port]] in May.",
            "The old harbour of the town was closed to all boats by order of the\nport in May."),
        Bad("Pier shut [[in May in May]]\n\nIt is old.", "Pier shut in May\n\nIt is old."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the words that come again soon with the same letters after them."""
        found = list(_phrases.doubled(doc))
        if found:
            own = {*doc.prose("headline", "alt", *RUNNING)}
            for one in found:
                if doc.slot_at(one.first) in own and not doc.is_in_tag(one.span):
                    yield self._finding(doc, one)

    def _finding(self, doc: Document, one: _phrases.Doubled) -> Finding:
        words = " ".join(doc[one.second : one.end].split())
        if one.is_asked or doc.quote_at(one.span):
            where = ", in a quotation" if doc.quote_at(one.span) else ""
            return self.find(
                one.span,
                f"“{words}” is repeated: is it meant?",
                evidence=f"The same words appear twice in a row{where}."
                if one.is_apart is False
                else "The sentence gives the day twice.",
                severity=Severity.ASK,
            )
        return self.delete(
            (one.cut, one.end),
            f"“{words}” is repeated.",
            title=f"Delete the second “{words}”",
            marked=one.span,
            evidence="The same words appear twice in a row.",
        )
