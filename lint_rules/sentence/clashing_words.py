"""Two words of which the sentence can have only one: a the, is was, panel of on."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, Span
from lint_rules._shared.prose import WORDED
from lint_rules.sentence import _clashes

_WHAT = {
    "article": ("Two articles or the like stand side by side", "A noun takes one of them."),
    "verb": ("Two verb forms stand side by side", "The sentence needs only one of them."),
    "preposition": (
        "Two prepositions stand side by side",
        "One is left over, or a word is missing.",
    ),
}


class ClashingWords(Rule):
    """No two articles, auxiliaries or prepositions where a sentence takes one.

    Rewriting half a sentence leaves the old word beside the new one: “a the fourth year”, “the
    port is was shut”, “a panel of on Tuesday”. Letters and grades (“an A the teacher gave”),
    “what it is was”, verbs that keep their preposition (“taken care of by”, “the town she went to
    from here”) and “a cappella” are left alone; in a quotation the rule only asks.
    """

    id = "sentence/clashing-words"
    severity = Severity.FIX
    examples = (
        Good("He gave her the book, made this the rule and knew the a cappella set."),
        Good("What it is was clear, and the problem the town has is money."),
        Good("The old will would do, and the question is will they come."),
        Good("They were taken care of by a nurse, and he came in at noon for at least an hour."),
        Good("He is a friend of his the town knows, and the A the teacher gave her was fair."),
        Bad("It was [[a the]] fourth year."),
        Bad("The mayor saw [[the this]] port."),
        Bad("[[As a the]] mayor, he left.".replace("[[As a the]]", "As [[a the]]")),
        Bad("The port [[is was]] shut."),
        Bad("The crew [[would could]] stop it."),
        Bad("It met a panel [[of on]] Tuesday."),
        Bad("It is a threat [[to from]] the north."),
        Bad("“It had nothing [[to with]] me,” she said.",
            "“It had nothing to do with me,” she said."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at pairs of words one space apart."""
        found = [(clash, Span(clash.first, clash.end)) for clash in _clashes.clashes(doc)]
        if found:
            own = {*doc.prose("headline"), *doc.prose(*WORDED)}
            for clash, span in found:
                if doc.slot_at(span.start) in own and not doc.is_in_tag(span):
                    yield self._finding(doc, clash, span)

    def _finding(self, doc: Document, clash: _clashes.Clash, span: Span) -> Finding:
        words = " ".join(doc[span].split())
        severity = Severity.ASK if clash.is_asked or doc.quote_at(span) else None
        if clash.kind == "do":
            return self.insert(
                span.end - len("with"),
                "do ",
                f"“do” is missing in “{words}”.",
                title="Write “to do with”",
                marked=span,
                evidence="One has something to do with another.",
                severity=severity,
            )
        what, why = _WHAT[clash.kind]
        return self.find(span, f"{what}: “{words}”.", evidence=why, severity=severity)
