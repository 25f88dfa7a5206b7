"""Two sentences without a mark between them: “opened on Monday it had been shut for a year”."""

from __future__ import annotations

from copydesk import Document, Iterator, Match, Span, pattern, scan
from lint_rules._shared.prose import words
from lint_rules.sentence import _splices
from lint_rules.sentence._missing_stops import Bare

_BACK = 240  # code points in which the first sentence must begin
_FEWEST = 3  # spaces in the first
_REST = 2  # spaces behind the verb of the second
_TIMES = words(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december yesterday ago midnight noon night "
    "morning afternoon evening week month year weekend summer winter spring autumn season decade "
    "years months weeks"
)
_PLACES = words("hospital airport scene court prison jail school hotel house station home")
_MONTHS = words("march may april june august night")
_BARE = words("years months weeks")  # the end of how long something lasted
_SINGLE = words(
    "week month year weekend summer winter spring autumn season decade night morning afternoon "
    "evening"
)
_BEFORE_SINGLE = words("last this next that monday tuesday wednesday thursday friday saturday "
    "sunday")  # fmt: skip
_FINITE = r"(?:is|are|was|were|has|have|had|will|would|can|could|did|does|should|must|may|might)"
_PAST = (
    r"(?:[a-z]{3,}ed|went|came|took|made|got|became|left|gave|saw|kept|held|won|lost|met|led|ran"
    r"|began|found|fell|rose|grew|told|(?P<said>said|says|say))"
)
_SECOND = pattern(
    r" (?:(?P<pronoun>he|she|it|they|we|there|this)"
    rf" (?:(?:also|now|later|still|then|already|soon|never) )?(?:{_FINITE}|{_PAST}"
    r"|(?<=\b(?:he|she|it) (?:now |also |still )?)[a-z]{3,}s)"
    r"|(?:the|his|her|its|their) (?!same\b|following\b|next\b)(?:[a-z-]+ ){0,2}[a-z]+"
    rf"(?: of (?:the |a |his |her |its |their )?[a-z-]+)? {_FINITE})(?= )"
)
# What a place is followed by, if it is not “the house he was born in”.
_WHOLE = pattern(
    r" (?:he|she|it|they|his|her|their|its)(?: [a-z]+)?"
    r" (?:(?:is|was|are|were|has|had) (?:an?|the|not|due|also|now"
    r"|expected|still)|(?:took|found|cost|lost|left|began|made) (?:the|an?|his|her|two|three|four"
    r"|\d))\b"
)
# What takes a clause without “that”, so that no sentence has ended: he said on Monday it was.
_TAKES = pattern(
    r"\b(?:sa(?:id|ys?|ying)|t(?:old|ells?|elling)|announc\w+|add(?:ed|s)|warn\w*|argu\w+|claim\w*"
    r"|believ\w+|th(?:ink\w*|ought)|hop(?:es?|ed|ing)|kn(?:ow\w*|ew)|confirm\w*|insist\w*"
    r"|suggest\w*|report(?:s|ed)|wrote|tweeted|promis\w+|vow\w*|predict\w*|estimat\w+|decid\w+"
    r"|agree\w*|den(?:y|ies|ied)|admit\w*|reveal\w*|learn\w*|found|finds?|reali[sz]\w+"
    r"|not(?:ed?|es)|explain\w*|stat(?:ed?|es)|declar\w+|ruled|hear[sd]?|mean[st]?|wish\w*"
    r"|feel\w*|felt|sure|show\w*|see[sn]?|saw|happy|glad|sorry|afraid|expect\w*|guess|suppose"
    r"|imagine|assum\w+|wonder\w*|ask\w*|if|when|whenever|while|whether|that|which|who|whose|whom"
    r"|what|where|how|why|as|than|such|every|each|ensur\w+|alleg\w+|recall\w*|remember\w*|unveil\w*"
    r"|indicat\w+|testif\w+|fear\w*|time|day|way|first|because|although|though|once"
    r"|unless|only|or|but|so|catastrophic|past|final)\b"
)
_CLAUSE = pattern(r"(?:, | (?:and|then) )(?P<last>(?:(?!, | and | then ).)*)\Z")
_THEN = pattern(rf"\b(?:after|before|since|until) [^,]*\b(?:{_FINITE}|{_PAST})\b")
_MARKS = (
    ". ",
    "? ",
    "! ",
    "; ",
    ": ",
    "“",
    '"',
    " — ",
    "—",
    " – ",
    " - ",
    "(",
    "”",
    ")",
    "]",
    "…",
    "‘",
)

ENDS = scan(r"[^\W_]+", at=_TIMES | _PLACES, before=_BACK, after=120)


def fused(doc: Document) -> Iterator[Bare]:
    """Where a sentence begins in lower case behind a time or place that ends another."""
    text = doc.text
    for at in ENDS.anchors(doc):
        last = doc.words.word_at(at)
        end = at + len(last)
        second = _SECOND.match(text, (end, min(len(text), end + 80)))
        if second is None or text[second.end() :][:200].partition(".")[0].count(" ") < _REST:
            continue
        if last in _PLACES and not _WHOLE.match(text, (end, min(len(text), end + 60))):
            continue
        slot, sentence = doc.slot_at(at), doc.sentence_at(at)
        if slot is None or slot.kind != "paragraph" or sentence is None:
            continue
        before = text[max(sentence.start, end - _BACK) : end]
        if end - sentence.start <= _BACK and _is_whole(before, last, second):
            first = second["pronoun"] or second[0].split()[0]
            yield Bare(Span(at, end + 1 + len(first)), f"“{first}” begins a new sentence.")


def _is_whole(before: str, last: str, second: Match[str]) -> bool:
    """Whether a text that ends in a time or place is a sentence of its own."""
    cut = max((before.rfind(mark) + len(mark) for mark in _MARKS if mark in before), default=0)
    text = before[cut:].lstrip()
    if text.count(" ") < _FEWEST or text.partition(" ")[0].lower().rstrip(",") in _splices.LEANING:
        return False
    if last in _SINGLE and text.split()[-2].lower() not in _BEFORE_SINGLE:
        return False
    if last in _MONTHS and last != "night" and text.split()[-1].islower():
        return False
    if not _splices.OPENING.match(text) or not _splices.has_verb(text) or _TAKES.search(text):
        return False
    clause = _CLAUSE.search(text)
    if _THEN.search(text) or (second["said"] and second["pronoun"]):
        return False  # a video it said it had
    return clause is None or _splices.VERB.search(clause["last"]) is not None
