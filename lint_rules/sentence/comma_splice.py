"""Two sentences joined only by a comma."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Rule,
    Severity,
    Span,
    pattern,
    scan,
)
from lint_rules._shared import RESIDUE
from lint_rules.sentence._run_together import run_together
from lint_rules.sentence._splices import SECOND, splices

_REACH = 160  # code points before the comma in which the first clause is looked for
_SUBJECTS = ("he", "she", "it", "they", "we", "this", "these", "there")
_SUBJECT = rf"(?:{'|'.join(_SUBJECTS)})"
_VERB = (
    r"(?:is|are|was|were|has|have|had|will|would|did|does|do|can(?:not)?|could|should|must"
    r"|went|came|took|made|got|became|left|gave|saw|kept|held|won|lost|led|ran|began|needs?|wants?)"
)
# A sentence that begins with its subject and verb, has no word that joins
# clauses, and continues after its only comma with a second subject and verb.
_SPLICE = scan(
    r"(?:(?:He|She|It|They|We|This|There)|(?:The|His|Her|Its|Their) [a-z]+(?: [a-z]+)?"
    r"|(?!(?:While|If|Such|When|As|Since|Because|Although|Though|After|Before|Once|Unless|Until|Where"
    r"|Whether|What|How|Why|That|Had|Were|Not|Only|Even|So|Like|Given|Whatever|Whenever)\b)"
    rf"[A-Z][a-z]+(?: [A-Z][a-z]+)?) {_VERB}\b(?P<first>[^,;:–—?!“”\"()]{{4,90}})"
    rf"(?P<comma>, (?P<second>{_SUBJECT} {_VERB}))\b(?P<rest>[^,;:–—?!“”\"]{{4,120}})\.?\Z",
    at=tuple(f", {one} " for one in _SUBJECTS),
    before=_REACH,
)
_HOWEVER = scan(
    rf"[a-z]{{2}}(?P<comma>, (?P<second>(?:however|therefore|nevertheless|moreover|furthermore) "
    rf"(?:{_SUBJECT} (?:also |now |later |still )?(?:{_VERB}|[a-z]{{2,}}ed|said|says)"
    r"|(?:the|these|those|his|her|their|its) (?:[a-z]+ ){1,3}(?:is|are|was|were|has|have|had|will"
    r"|would|said|says|did|does|can|could|did))))\b",
    at=(", however ", ", therefore ", ", nevertheless ", ", moreover ", ", furthermore "),
    before=2,
)
_SERIES = pattern(rf" (?:and|or|but) (?:then )?{_SUBJECT} {_VERB}\b")
_TAGS = frozenset({"said", "added", "thought", "claimed", "sure", "told", "certain", "confident"})
_JOINED = pattern(
    r"\b(?:that|if|when|while|as|because|although|though|since|unless|until|after|before|where"
    r"|which|who|whether|what|how|why|like|said|so|not (?:only|just|merely|simply|so much)"
    r"|no sooner|the more|says"
    r"|once|whatever)\b"
)


class CommaSplice(Rule):
    """A comma alone does not join two sentences.

    “The boats came back, they were late” needs a full stop, a semicolon or a
    conjunction, and so does “The boats came back, The mayor was glad”. Some
    writers do it on purpose, so this is a question.
    """

    id = "sentence/comma-splice"
    severity = Severity.ASK
    yields_to = (*RESIDUE, "sentence/run-on")
    scans = (_SPLICE, _HOWEVER, SECOND)
    triggers = ()  # a comma before a capital, which is no word or mark
    examples = (
        Good("The boats came back, and they were late."),
        Good("It was late, he said. If it is open, they will come."),
        Good("This is not the only case, we are sure readers know of others."),
        Good("The plan is not just bad, it is getting worse by the day."),
        Good("“The boats are back, they are late,” she said."),
        Good("When the boats came, they were late."),
        Good("She is a nurse, she is writing a book and she was once the mayor."),
        Bad("The boats were back at noon[[, they were]] late by an hour."),
        Bad("The boats were back in the [[harbour, The]] mayor came to see them."),
        Good("The question she asked herself was, What will the town do without its boats?"),
        Good("The crew said, The boats are late, and left."),
        Good("It is a plan that, these days, it has to pay for. He said that in May, it was late."),
        Good("The more the boats cost, the fewer they are. If it rains, the boats will stay."),
        Good("The crew was told to stay, the mayor was told. It is so late, it is almost early."),
        Bad("The council of the old town met on Monday[[, the vote was]] put off to the autumn."),
        Bad("“The boats of this town are old[[, we will]] need a loan to buy new ones,” he said."),
        Bad("It is unclear if they had a permit[[, it must]] be made clear that few crews have."),
        Bad("The dam was built in 1936[[, it supplies]] water to half of the old town."),
        Bad("Police closed the old bridge[[, the diversion took]] an hour of their time."),
        Bad("The council rejected the plan[[, residents were]] dancing in front of the town hall."),
        Good("The council passed a bill on the port, the first law passed by it in a year."),
        Bad("The fee is gone[[, however it will]] come back in May."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the sentences that have a comma with a subject after it."""
        found = dict(_short(doc))
        starts = {span.start for span in found}
        for span, second in splices(doc):
            if span.start not in starts:
                found[span] = second
        for span, second in found.items():
            yield self.find(
                span,
                f"Comma splice? A new sentence seems to begin at “{second}”.",
                evidence="Each side has its own subject and verb; only a comma joins them.",
            )
        for comma in run_together(doc, ","):
            yield self.find(
                comma.span, "A comma in the place of a full stop?", evidence=comma.evidence
            )


def _short(doc: Document) -> Iterator[tuple[Span, str]]:
    """The commas of sentences with no other, and those before “however”."""
    adverbs = _HOWEVER.anchors(doc)
    commas = (*_SPLICE.anchors(doc), *adverbs)
    for sentence in dict.fromkeys(map(doc.sentence_at, commas)):
        match = sentence and _splice(doc, sentence)
        if not match and sentence and adverbs:
            match = _HOWEVER.search(doc, sentence)
        if not match or doc.quote_at(match.span("comma")) is not None:
            continue
        if doc.slot_at(match.start("comma")) in doc.prose("paragraph"):
            yield Span(*match.span("comma")), match["second"]


def _splice(doc: Document, sentence: Span) -> Match[str] | None:
    """Two clauses that are a sentence, with nothing else to join them."""
    match = _SPLICE.pattern.match(doc.text, sentence)
    if match is None or _JOINED.search(match["first"]) or _is_tag(match["rest"]):
        return None
    return None if _SERIES.search(match["rest"]) else match  # he came, he saw and he won


def _is_tag(rest: str) -> bool:
    """Whether the second clause says who thinks or says the first."""
    return not _TAGS.isdisjoint(rest.split(" ")[1:2])
