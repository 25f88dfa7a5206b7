"""Verbs that do not agree with their subjects."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity
from lint_rules._shared.prose import WORDED
from lint_rules.sentence import _agreeing, _articles, _counted, _there

_FRAMES = (
    _agreeing.of_nouns,
    _agreeing.of_pronouns,
    _agreeing.of_who,
    _counted.one_of,
    _counted.after_number,
    _there.found,
    _articles.found,
)


# What people say often enough: there’s many, these kind, they was.
_SPOKEN = ("“there", "“these", "“There", "“These", "“those", "“was”", "“don't”", "“is”", "“do”")


class Agreement(Rule):
    """A verb agrees with its subject, and a noun with its number and article.

    “The boats was”, “she have”, “one of the boat”, “two man” and “an officers” are left over
    when half of a sentence is changed. No parser is used: a subject is judged where a clause
    begins right before it, so that nothing else can be the subject. Nouns that British or
    American usage takes either way (police, staff, the team are), names of bands, sums and
    distances and the subjunctive (if she were, suggested he go) are left alone. In a quotation
    the finding is a question, and what people often say (they was, there’s many) is left alone.
    """

    id = "sentence/agreement"
    severity = Severity.ASK
    yields_to = ("sentence/verb-form",)
    version = 2
    source = "WordNet 3.0"
    examples = (
        Good("The team are late, the police have gone, and the data is old. The rich are few."),
        Good("The news is good. The series was long. The number of boats is small."),
        Good("If she were there, he suggested he go. Ten years was long, and $5 million is much."),
        Good("A third of the voters were old. A number of boats have sunk. None of them are here."),
        Good("What the boats bring is fish. The money the town offers is small."),
        Good(
            "There were a number of boats. There is many a slip. Were there a law, they would go."
        ),
        Good(
            "“The boats was late,” he said. He reminds one of the boat. Governments there are poor."
        ),
        Good("Many work in two shifts. This means a lot. It is a sports car for a thumbs up."),
        Good("Everyone except him left. Could there have been another way? Day one of it is over."),
        Good(
            "The model affects who pays. Royal Holloway were third. One of the more likely is his."
        ),
        Good(
            "Ann Poe and Jan Lee, his closest rival were late. The power, the speed suggest a win."
        ),
        Good(
            "There have been new signs--the win of a town, for one. A four in five chance is good."
        ),
        Good("If you can be, please say so. Someone please call. Somebody open the door."),
        Good("The captain as well as he likes it. Three door to door trips, a members only club."),
        Bad("The boats [[was]] late.", "The boats were late."),
        Bad("People who [[lives]] in it left.", "People who live in it left."),
        Bad("Anyone who [[want]] to come can.", "Anyone who wants to come can."),
        Bad("He said that the old bridges [[is]] shut.", "He said that the old bridges are shut."),
        Bad("The bridge [[have]] been shut.", "The bridge has been shut."),
        Bad("The list of names [[are]] long.", "The list of names is long."),
        Bad("The number of boats [[have]] grown.", "The number of boats has grown."),
        Bad("A number of boats [[has]] sunk.", "A number of boats have sunk."),
        Bad("The mayor and the clerk [[was]] late.", "The mayor and the clerk were late."),
        Bad("Neither of the men [[were]] fined.", "Neither of the men was fined."),
        Bad("The law [[require]] it.", "The law requires it."),
        Bad("It rained, but she [[have]] left.", "It rained, but she has left."),
        Bad("There are signs that they [[is]] late.", "There are signs that they are late."),
        Bad("We [[makes]] boats.", "We make boats."),
        Bad("He met a man who [[have]] a boat.", "He met a man who has a boat."),
        Bad("It is a law that [[go]] too far.", "It is a law that goes too far."),
        Bad("Each day, captains [[has]] come in.", "Each day, captains have come in."),
        Bad("He never [[eat]] fish.", "He never eats fish."),
        Bad("There [[is]] several boats in it.", "There are several boats in it."),
        Bad("One of the [[reason]] is cost.", "One of the reasons is cost."),
        Bad("The two [[man]] left.", "The two men left."),
        Bad("[[An officers]] said so."),
        Bad("[[These]] kind of boats sink."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the subject before each common verb."""
        faults = [one for found in _FRAMES for one in found(doc)]
        prose = frozenset(doc.prose(*WORDED)) if faults else frozenset()
        for span, right, message, why, unsure in faults:
            if doc.slot_at(span[0]) not in prose or doc.is_verbatim(span):
                continue
            quoted = doc.is_quoted(span)
            if quoted and message.startswith(_SPOKEN):
                continue
            severity = Severity.ASK if quoted or unsure else None
            if right:
                yield self.replace(span, right, message, evidence=why, severity=severity)
            else:
                yield self.find(span, message, evidence=why, severity=severity)
