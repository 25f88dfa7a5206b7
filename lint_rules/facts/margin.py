"""Scores and votes against margins, games of a series and the number of members."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Quantity,
    Related,
    Rule,
    Severity,
    Span,
    pattern,
)
from lint_rules.facts._quantities import every_sentence, is_own

_NEXT = 250  # code points from the sentence that gives the members to that of the vote
_NEAR = 30  # code points between “unanimously” and its vote
_WINS = frozenset(("win", "victory", "loss", "defeat", "triumph", "decision"))
_SCORED = frozenset(("point", "run", "goal"))
_OTHER = pattern(
    r"(?i)\b(?:half(?:time)?|quarter|lead|led|leading|trail\w*|deficit|last|previous|earlier|streak"
    r"|season|inning|period|rally|comeback|average|record|improved|series|sets?|straight|followed)\b"
)
_SERIES = pattern(
    r"(?i)\b(?:won|win|wins|took|take|takes|lost|clinch\w*|captur\w*)\b[^.;]{0,40}\bseries\b"
)
_MEMBERS = pattern(
    r"(?i)\s(?:all\s)?(?:members?|council\s?members|councilors|councillors|trustees|commissioners"
    r"|supervisors|justices|judges|directors|jurors|aldermen|lawmakers|senators)\b"
)
_BODY = pattern(
    r"(?i)-(?:member|person|seat|justice|judge)\s(?:[\w’'-]+\s){0,3}?(?:board|council|commission"
    r"|panel|court|committee|authority|bench|jury|cabinet|body|assembly)\b"
)
_VOTED = pattern(r"(?i)\b(?:vote[ds]?|voting|passed|approved|rejected|ruled|ruling|decision)\b")
_UNANIMOUS = pattern(r"(?i)\bunanimous(?:ly)?\b")


class Margin(Rule):
    """A score or a vote fits its margin, its series and its members.

    “21-14 after a 14-point win” is seven points. A series won 3-2 is over in Game 5, and
    a vote of 7-4 is not one of twelve members, nor unanimous. The rule asks only if the
    sentence has one score; quoted speech is left alone.
    """

    id = "facts/margin"
    severity = Severity.ASK
    triggers = (
        "win", "victory", "loss", "defeat", "triumph", "won", "series", "member", "members",
        "unanimously", "unanimous", "justices", "trustees", "commissioners", "supervisors",
        "justice", "judge",
    )  # fmt: skip
    examples = (
        Good("The score was 21-14 after a 7-point win. They won the series 4-3 in Game 7."),
        Good("The vote was 7-4 with all 11 members present; the nine-member board voted 5-3."),
        Bad("The score was 21-14 after a [[14-point win]]."),
        Bad("They won the series [[3-2]] in Game 7."),
        Bad("The vote was 7-4 with all [[12]] members present."),
        Bad("The seven-member board voted [[5-3]] to close the school."),
        Bad("The council voted unanimously, [[6-1]], for the plan."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the one score of each sentence with the other figures in it."""
        bodies: list[Quantity] = []
        for sentence, group in every_sentence(doc):
            scores = [one for one in group if one.kind == "score"]
            if len(scores) == 1 and is_own(doc, *scores):
                text = doc[sentence]
                yield from self._unanimous(doc, sentence, scores[0])
                for other in group:
                    if other is not scores[0] and other.is_exact and not other.is_quoted:
                        yield from self._judge(doc, text, scores[0], other)
                if not any(_BODY.match(doc.after(one.span, 60)) for one in group):
                    yield from self._of_body(doc, text, scores[0], bodies)
            bodies += [one for one in group if _BODY.match(doc.after(one.span, 60))]

    def _of_body(
        self, doc: Document, text: str, score: Quantity, bodies: list[Quantity]
    ) -> Iterator[Finding]:
        """A vote with more votes than the one body of the story has members."""
        votes = score.value + score.other
        if len({one.value for one in bodies}) != 1 or not _VOTED.search(text):
            return
        body, members = bodies[-1], round(bodies[-1].value)
        is_near = 0 <= score.sentence.start - body.sentence.end <= _NEXT
        if is_near and body.is_exact and not body.is_quoted and votes > body.value:
            yield self.find(
                score.span,
                f"The vote adds up to {round(votes)}, but the body has {members} members.",
                related=(Related(body.span),),
            )

    def _judge(
        self, doc: Document, text: str, score: Quantity, other: Quantity
    ) -> Iterator[Finding]:
        won, lost = max(score.value, score.other), min(score.value, score.other)
        value = round(other.value)
        after = doc.after(other.span, 60)
        if _is_margin(doc, other, after) and won - lost != value and not _OTHER.search(text):
            yield self.find(
                (other.span.start, _end(doc, other)),
                f"{round(won)}-{round(lost)} is a difference of {round(won - lost)}, not {value}.",
                related=(Related(score.span, "the score"),),
            )
        elif other.kind == "label" and other.unit == "game" and _SERIES.search(text):
            games = round(won + lost)
            if value > games and won <= 4 and score.lead in ("series", "by", "it", ""):
                yield self.find(
                    score.span,
                    f"A series that ends {round(won)}-{round(lost)} has {games} games, "
                    f"but this is Game {value}.",
                    related=(Related(other.span),),
                )
        elif _VOTED.search(text) and (wrong := _of_members(doc, other, after, won + lost)):
            at, witness = (other, score) if score.span.start < other.span.start else (score, other)
            yield self.find(
                at.span,
                f"The vote adds up to {round(won + lost)}, but {wrong}.",
                related=(Related(witness.span),),
            )

    def _unanimous(self, doc: Document, sentence: Span, score: Quantity) -> Iterator[Finding]:
        match = _UNANIMOUS.search(doc.text, sentence) if score.other else None
        if match is None or abs(match.start() - score.span.start) > _NEAR:
            return
        if (
            not doc.before(match.start(), 8)
            .lower()
            .endswith(("not ", "almost ", "nearly ", "non-"))
        ):
            yield self.find(
                score.span,
                "A vote with votes on both sides is not unanimous.",
                related=(Related(Span(*match.span())),),
            )


def _is_margin(doc: Document, other: Quantity, after: str) -> bool:
    """Whether a figure is a margin: “a 14-point win”, “won by 14 points”."""
    if other.kind != "count" or other.noun not in _SCORED:
        return False
    words = after.replace("-", " ").split()
    if other.lead == "by":
        before = doc.before(other.span, 16).lower()
        return any(word in before for word in ("won by", "win by", "lost by"))
    return len(words) > 1 and words[1].strip(".,;") in _WINS


def _end(doc: Document, margin: Quantity) -> int:
    """Where “14-point win” ends."""
    rest = doc.after(margin.thing, 10)
    word = rest.split()[:1]
    is_win = margin.lead != "by" and word
    return (
        margin.thing.end + rest.index(word[0]) + len(word[0].rstrip(".,;"))
        if is_win
        else margin.thing.end
    )


def _of_members(doc: Document, other: Quantity, after: str, votes: float) -> str:
    """What is wrong with a number of members; empty if it fits."""
    if other.kind not in ("count", "label"):
        return ""
    if _BODY.match(after):
        return f"the body has {round(other.value)} members" if votes > other.value else ""
    is_all = other.lead == "all" or "all " in doc.before(other.span, 5)
    if is_all and _MEMBERS.match(after) and votes != other.value:
        return f"all {round(other.value)} members are said to be there"
    return ""
