"""Apostrophes that are lost, or in the wrong place."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, Span
from lint_rules._shared.apostrophes import apostrophe_of
from lint_rules._shared.prose import WORDED
from lint_rules.spelling._lost_apostrophes import (
    APART,
    ASTRAY,
    CONTRACTED,
    MISPLACED,
    Slip,
    contractions,
)
from lint_rules.spelling._lost_possessives import (
    NEVER,
    OWNED,
    PRONOUNS,
    TIME,
    WORLDS,
    possessives,
)
from lint_rules.spelling._lost_singular_possessives import HEADS, owners
from lint_rules.spelling._plural_apostrophes import BARE, COUNTS, TIMES, VERBS, plurals
from lint_rules.spelling._story_possessives import of_story

_KINDS = ("headline", "heading", "block-quote", "note", *WORDED)


class LostApostrophe(Rule):
    """Contractions and possessives have their apostrophe, in its place; plurals have none.

    Writers in a hurry leave it out (didnt, todays paper, the mayors office), put it before the n
    (could’nt) or give one to a plural (two car’s). Words that are others without it (cant, wont,
    ill, lets, the nations leaders) are reported only if the words around leave no doubt. Names,
    foreign words, names of clubs and unions (the teachers union) and dialect are left alone.
    """

    id = "spelling/apostrophe"
    severity = Severity.FIX
    scans = (
        CONTRACTED,
        MISPLACED,
        APART,
        ASTRAY,
        PRONOUNS,
        NEVER,
        OWNED,
        WORLDS,
        TIME,
        HEADS,
        VERBS,
        COUNTS,
        TIMES,
        BARE,
    )
    examples = (
        Good("Jony Ive left; the cant of the trade, as is his wont; she lets them; he fell ill."),
        Good("The teachers union met veterans; the last years of the war; next to Women’s Hall."),
        Good("Well done. Were they late? Im Hyun-sik said that he did not."),
        Good("They met on Monday evenings listening for owls. Well let me explain."),
        Bad("They [[didnt]] come.", "They didn't come."),
        Bad("“[[Theyre]] late,” she said.", "“They’re late,” she said."),
        Bad("He [[could’nt]] come.", "He couldn’t come."),
        Bad("He says [[wev’e]] won.", "He says we’ve won."),
        Bad("It [[isnt’]] ours.", "It isn’t ours."),
        Bad("[[Dont]] go. It’s late.", "Don’t go. It’s late."),
        Bad("They [[wont]] come.", "They won't come."),
        Bad("[[Im]] late.", "I'm late."),
        Bad("The [[mens]] team won.", "The men's team won."),
        Bad("It was in [[todays]] paper.", "It was in today's paper."),
        Bad("The [[mayors]] office said so.", "The mayor's office said so."),
        Good("The president office-holder was the prime minister, and the world most loved it."),
        Bad("The [[mayor]] office said so.", "The mayor's office said so."),
        Bad("It is the [[world]] largest boat.", "It is the world's largest boat."),
        Bad("It is in last [[years]] budget.", "It is in last year's budget."),
        Bad("He got two [[weeks]] notice.", "He got two weeks' notice."),
        Good(
            "Kirin left. The Kirins sold it. Kirin says the boat’s name; the boats name is on it."
        ),
        Bad(
            "Lindow left. [[Lindows]] proposal was late, and Lindow knew.",
            "Lindow left. Lindow's proposal was late, and Lindow knew.",
        ),
        Bad(
            "The crew’s boat and the [[crews]] anxiety at it.",
            "The crew’s boat and the crew’s anxiety at it.",
        ),
        Bad("Two [[car’s]] were hit.", "Two cars were hit."),
        Good(
            "She has a master’s in law, as of today’s, at the doctor’s in town, like her mother’s."
        ),
        Good("He is late; dinner’s on the table; a friend of the mayor’s, in some ways."),
        Bad("It was shut in some [[case’s]].", "It was shut in some cases."),
        Bad("A crowd of [[devotee’s]] are there.", "A crowd of devotees are there."),
        Bad("The [[Smith’s]] are coming.", "The Smiths are coming."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the words that may have lost an apostrophe, or have one too many."""
        found = [*contractions(doc), *possessives(doc), *owners(doc), *plurals(doc)]
        known = {slip.span for slip in found}  # these are surer
        for slip in (*found, *(one for one in of_story(doc) if one.span not in known)):
            slot = doc.slot_at(slip.span.start)
            if slot is None or slot.kind not in _KINDS or doc.is_verbatim(slip.span):
                continue
            if not _is_cited(doc, slip.span):
                yield self._finding(doc, slip)

    def _finding(self, doc: Document, slip: Slip) -> Finding:
        right = slip.right.replace("'", apostrophe_of(doc))
        return self.replace(
            slip.span,
            right,
            slip.message.format(word=doc[slip.span], right=right),
            evidence=slip.evidence,
            severity=Severity.ASK if slip.asked else None,
        )


def _is_cited(doc: Document, span: Span) -> bool:
    """Whether a word is alone in quotation marks: somebody speaks of it."""
    quote = doc.quote_at(span)
    return quote is not None and doc[quote.inner].strip(".,") == doc[span]
