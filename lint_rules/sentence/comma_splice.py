"""Two sentences that only a comma joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Finding, Good, Rule, Severity, Span, pattern
from lint_rules.sentence._running import prose

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Document

_SUBJECT = r"(?:he|she|it|they|we|this|these|there)"
_VERB = (
    r"(?:is|are|was|were|has|have|had|will|would|did|does|do|can(?:not)?|could|should|must"
    r"|went|came|took|made|got|became|left|gave|saw|kept|held|won|lost|led|ran|began|needs?|wants?)"
)
# A sentence that begins with its subject and verb, holds no word that joins
# clauses, and goes on behind its only comma with a second subject and verb.
_SPLICE = pattern(
    r"(?:(?:He|She|It|They|We|This|There)|(?:The|His|Her|Its|Their) [a-z]+(?: [a-z]+)?"
    r"|(?!(?:While|If|Such|When|As|Since|Because|Although|Though|After|Before|Once|Unless|Until|Where"
    r"|Whether|What|How|Why|That|Had|Were|Not|Only|Even|So|Like|Given|Whatever|Whenever)\b)"
    rf"[A-Z][a-z]+(?: [A-Z][a-z]+)?) {_VERB}\b(?P<first>[^,;:–—?!“”\"()]{{4,90}})"
    rf"(?P<comma>, (?P<second>{_SUBJECT} {_VERB}))\b(?P<rest>[^,;:–—?!“”\"]{{4,120}})\.?\Z"
)
_HOWEVER = pattern(
    rf"[a-z]{{2}}(?P<comma>, (?P<second>(?:however|therefore|nevertheless|moreover|furthermore) "
    rf"{_SUBJECT} {_VERB}))\b"
)
_JOINED = pattern(
    r"\b(?:that|if|when|while|as|because|although|though|since|unless|until|after|before|where"
    r"|which|who|whether|what|how|why|like|said|so|not only|no sooner|the more|says"
    r"|once|whatever)\b"
)


class CommaSplice(Rule):
    """A comma alone does not join two sentences.

    “The boats came back, they were late” wants a full stop, a semicolon or a
    word that joins. Writers do it on purpose now and then, so this only asks.
    """

    id = "sentence/comma-splice"
    severity = Severity.ASK
    yields_to = (
        "leftover/agency-signoff",
        "leftover/agency-tag",
        "leftover/chatbot",
        "leftover/embed",
        "leftover/hold",
        "leftover/photo-credit",
        "leftover/placeholder",
        "sentence/run-on",
    )
    triggers = (
        ", he", ", she", ", it", ", they", ", we", ", this", ", these", ", there",
        ", however", ", therefore", ", nevertheless", ", moreover", ", furthermore",
    )  # fmt: skip
    examples = (
        Good("The boats came back, and they were late."),
        Good("It was late, he said. If it is open, they will come."),
        Good("“The boats are back, they are late,” she said."),
        Good("When the boats came, they were late."),
        Bad("The boats were back at noon[[, they were]] late by an hour."),
        Bad("The fee is gone[[, however it will]] come back in May."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the sentences that hold a comma and a subject behind it."""
        slots = {slot.span for slot in prose(doc, "paragraph")}
        for sentence in doc.sentences:
            text = doc.text[slice(*sentence)]
            if ", " not in text:
                continue
            match = _SPLICE.match(text)
            if match is not None and (_JOINED.search(match["first"]) or _is_tag(match["rest"])):
                match = None
            match = match or _HOWEVER.search(text)
            if match is None:
                continue
            slot = doc.slot_at(sentence.start)
            span = Span(sentence.start + match.start("comma"), sentence.start + match.end("comma"))
            if slot is not None and slot.span in slots and doc.quote_at(span) is None:
                yield self.find(
                    span,
                    f"Does a new sentence begin at “{match['second']}”?",
                    evidence="Subject and verb stand on either side, and only a comma joins them.",
                )


def _is_tag(rest: str) -> bool:
    """Whether the second clause tells who thinks or says the first."""
    return rest.split(" ")[1:2] in (["said"], ["added"], ["thought"], ["claimed"])
