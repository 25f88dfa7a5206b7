"""Verbs in the wrong form behind another word."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity
from lint_rules._shared.prose import WORDED
from lint_rules.sentence import _past_times, _verb_frames
from lint_rules.sentence._verb_bases import base_of


class VerbForm(Rule):
    """A verb has the form that the word before it needs.

    “Would allows”, “did went”, “has went”, “was expect to” and “want to went” are left over when
    a verb changes its tense or gets an auxiliary, “last week the council vote” when it loses
    its past. Only forms that cannot be nouns or adjectives
    there are found. In a quotation the finding is a question.
    """

    id = "sentence/verb-form"
    severity = Severity.ASK
    yields_to = (
        "sentence/real-word",
        "sentence/lost-word",
        "sentence/confused-word",
        "spelling/typo",
    )
    source = "WordNet 3.0"
    examples = (
        Good("The law would allow it. It will help. Will opens the shop in May."),
        Good("What he did went unseen. All they do is allow it. The group she belongs to says so."),
        Good("The costs led to reduced profits. She did not need it. A can opened by itself."),
        Good("“What I did was go,” she said. Votes were cast."),
        Good("He listened to talks. They have plans, and have met."),
        Good("She went from tired to relaxed. His motto was deny, deny, deny. He was miscast."),
        Good(
            "In 1993, Leeds doctor Jan Poe left. In 1975 Miguel’s father Lorenzo joined the firm."
        ),
        Good("Last week the council voted to close it.."),
        Good("On Friday the team play Leeds. Last year the port cut its fees, critics say."),
        Good("In 2019 the council vote was close. Last year the state helped firms pay less."),
        Bad("Last week the council [[vote]] to close the pier."),
        Bad("In 2019, the harbour [[receive]] a new crane."),
        Bad("Two years ago voters [[reject]] the plan."),
        Bad("The law [[would allows]] it.", "The law would allow it."),
        Bad("That [[could happened]] in May.", "That could happen in May."),
        Bad("It [[will opens]] in May.", "It will open in May."),
        Bad("He [[did went]] home.", "He did go home."),
        Bad("She [[didn’t went]] home.", "She didn’t go home."),
        Bad("They [[does not wants]] it.", "They does not want it."),
        Bad("She [[has went]] home."),
        Bad("The port [[has announce]] it."),
        Bad("She [[was went]] home."),
        Bad("The shop was [[being ran]] by her."),
        Bad("“He [[could went]],” she said.", "“He could go,” she said."),
        Bad("The port [[is been]] shut."),
        Bad("The plan [[is be]] voted on."),
        Bad("The boat [[was expect]] to leave."),
        Bad("They want [[to went]] home.", "They want to go home."),
        Bad("The town decided [[to closed]] the pier.", "The town decided to close the pier."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look behind each auxiliary verb, each “to” and each past time."""
        yield from self._pasts(doc)
        found = list(_verb_frames.found(doc))
        prose = frozenset(doc.prose("headline", *WORDED)) if found else frozenset()
        for pair, needed in found:
            span = (pair.at, pair.end)
            if doc.slot_at(pair.at) not in prose or doc.is_verbatim(span):
                continue
            quoted = doc.is_quoted(span)
            if quoted and pair.word in ("is", "was", "are", "were"):
                continue
            how = Severity.ASK if quoted else None
            message = f"Wrong verb form in “{doc[span]}”."
            why = f"After “{doc.text[pair.at : pair.start].strip()}” comes {needed}."
            right = base_of(pair.verb) if needed == _verb_frames.BASE else ""
            if right:
                verb = (pair.start, pair.end)
                yield self.replace(verb, right, message, marked=span, evidence=why, severity=how)
            else:
                yield self.find(span, message, evidence=why, severity=how)

    def _pasts(self, doc: Document) -> Iterator[Finding]:
        """The verbs that have lost their past tense."""
        for span, _, message, why, _ in _past_times.found(doc):
            slot = doc.slot_at(span[0])
            if doc.is_quoted(span) or doc.is_verbatim(span) or slot not in doc.prose(*WORDED):
                continue
            yield self.find(span, message, evidence=why)
