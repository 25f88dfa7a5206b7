"""One quotation that is attributed to two people."""

from __future__ import annotations

from copydesk import (
    Attribution,
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Related,
    Rule,
    Severity,
    Span,
    attributions,
)
from lint_rules.quote._shared_words import are_any_shared, heard_before

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk import NamedPerson

_PRONOUNS = frozenset(("he", "she", "they"))


class TwoSpeakers(Rule):
    """The same words are attributed to one person.

    A pull quote or a caption gives the mayor’s words to the clerk. The rule compares quotations
    that share eight words in a row and stand next to the names of two people whom the story
    introduces. Two people can
    use the same words, so this is a question.
    """

    id = "quote/two-speakers"
    severity = Severity.ASK
    spares_sic = False
    default = False  # nothing in 7,500 real stories shows yet how often it is right
    triggers = ('"', "“", "‘")
    examples = (
        Good("“We will keep the pier open to all of you,” Ann Poe said.\n\n“We will keep the pier "
             "open to all of you,” Poe said again."),
        Good("“We will keep the pier open to all of you,” Ann Poe said.\n\n“We will keep the pier "
             "open to all of you,” she said."),
        Bad("“We will keep the pier open to all of you,” said Ann Poe.\n\nThe hall was full.\n\n“"
            "We will keep the pier open to all of you,” said [[Paul Roe.]]"),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the speakers of quotations that share eight words."""
        if len(doc.quotes) < 2 or not are_any_shared(doc):
            return
        heard: dict[tuple[str, ...], Attribution] = {}
        for one in attributions(doc):
            if one.speaker is None or one.is_shared or doc[one.speaker].lower() in _PRONOUNS:
                continue
            before = heard_before(doc, one.quote, heard, one)
            if before is not None and _are_two(doc, before, one):
                yield self._finding(doc, before, one, one.speaker)

    def _finding(
        self, doc: Document, before: Attribution, one: Attribution, speaker: Span
    ) -> Finding:
        first = before.speaker or before.quote.span
        return self.find(
            speaker,
            f"The same words are also attributed to {doc[first]}: check who said them.",
            evidence=f"“{doc[first]}” and “{doc[speaker]}” with the same quotation.",
            related=(Related(before.quote.span, "the same words"),),
        )


def _are_two(doc: Document, one: Attribution, other: Attribution) -> bool:
    """Whether the speakers are two people whom the story names in full."""
    if one.speaker is None or other.speaker is None:
        return False
    first, second = _person(doc, one.speaker), _person(doc, other.speaker)
    return first is not None and second is not None and not _share_a_name(first, second)


def _share_a_name(one: NamedPerson, other: NamedPerson) -> bool:
    """Whether the two may be one person, or relatives."""
    return bool({*one.full.lower().split()} & {*other.full.lower().split()})


def _person(doc: Document, speaker: Span) -> NamedPerson | None:
    """The person of whose name a part is among the words for a speaker."""
    from copydesk import people

    for person in people(doc):
        if any(speaker.start <= use.span.start < speaker.end for use in person.uses):
            return person
    return None
