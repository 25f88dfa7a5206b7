"""Signs of a caption in running text: label, tense, date, position in the picture."""

from __future__ import annotations

from copydesk import Document, Slot, Span, pattern
from lint_rules._shared import shown

LONGEST = 900  # code points: a longer paragraph is body text

_MONTH = (
    r"(?:Jan(?:uary|\.)|Feb(?:ruary|\.)|March|April|May|June|July|Aug(?:ust|\.)|Sept(?:ember|\.)"
    r"|Oct(?:ober|\.)|Nov(?:ember|\.)|Dec(?:ember|\.))"
)
_DATED = pattern(
    rf"\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? (?:{_MONTH} \d{{1,2}}|\d{{1,2}} {_MONTH})"
    rf",? (?:19|20)\d\d|\b(?:on )?{_MONTH} \d{{1,2}}, (?:19|20)\d\d\.?\s*\Z"
)
# What people do in captions: present tense, unattributed.
_ACTS = pattern(
    r"\b(?:gestures?|looks? on|poses?|speaks?|talks?|walks?|waves?|listens?|attends?|arrives?"
    r"|leaves?|stands?|sits?|holds?|shakes? hands|reacts?|testif(?:y|ies)|address(?:es)?"
    r"|participates?|departs?|celebrates?|dunks?|unveils?|greets?|gathers?|marche?s?|takes? part"
    r"|smiles?|hugs?|boards?|watch(?:es)?|passes|pass|kneels?|prays?|cheers?|is (?:seen|pictured)"
    r"|are (?:seen|pictured)|is shown|are shown|shows|delivers?|answers?|chants?|carry|carries"
    r"|line up|work|drives?|rides?|plays?|shoots?|appears?|embraces?|lights?|burns?|rises?)\b"
)
_PLACED = pattern(
    r",? \(?(?:left|right|center|centre|second (?:from )?(?:left|right)|top|bottom)\)?(?=[,.;:) ])"
    r"|\b(?:[Ff]rom|[Ll]eft to) (?:left|right)\b|\((?:L|R|C|L-R)\)"
)
_LABELLED = pattern(
    r"(?:FILE PHOTO|FILE PICTURE|FILE IMAGE|HANDOUT PHOTO|FILE|File(?: photo| picture)?(?= ?[–—-] )"
    r"|File photo(?=:)) ?[:–—-] ?(?=[A-Z“\"])"
)
_LABELS = ("FILE", "File", "HANDOUT")
_OPENERS = ("In this ", "This ", "FILE")
STARTS = (*_LABELS, *_OPENERS)
"""With one of these a caption begins that has neither a credit nor a year."""

_OPENING = pattern(
    r"(?:FILE\b|In this (?:[\w,. ]{2,40})?(?:photo|image|picture|frame|combination)\b"
    r"|This (?:\w+ ){0,2}(?:photo|image|picture|combination|illustration|still)\b[^.]{0,60}"
    r"\b(?:shows|taken|provided|released))"
)
# Words that captions do not have: plans, invitations, clauses.
_TOLD = pattern(r"\b(?:will|would|may|might|could|should|can|[ap]\.m\.|originally|please)\b")
_OPENS_SENTENCE = pattern(
    r"(?:If|When|While|After|Before|Since|Although|Because|As|Once|Watch|Listen|Read|See|Join|Visit"
    r"|I|We|You|It|There|What|How|Who|On|In (?!this)|By|For|This (?:is|was))\b"
)
_NO_ACT = pattern(r"\b(?:had|got|to|not|get|gets|went|was|were|has|have|did|does)\b|[Ww]atch/")
_REPORTED = pattern(
    r"\b(?:said|says|told|according to|added|wrote|announced)\b|\(@|pic\.twitter|t\.co/|Posted by"
)

_FILED = pattern(
    r"(?:(?:PHOTO |Photo )?(?:CAPTION|[Cc]aption)[Ss]?|(?:CUTLINE|Cutline)[Ss]?):(?!\S)"
)
_FILED_STARTS = ("Caption", "CAPTION", "Photo caption", "PHOTO CAPTION", "Cutline", "CUTLINE")
_FILED_WORDS = frozenset(("caption", "captions", "cutline", "cutlines"))
_STORY = 3  # paragraphs at least above filed captions, which are no longer than the story


def filed(doc: Document) -> tuple[int, Span] | None:
    """Captions that were filed below a story in plain text, under a label, down to its end.

    Returns:
        The index of the slot that the label opens, and the label; None if there are none, or
        if the story goes on below them.
    """
    slots = doc.parsed.slots if doc.words.among(_FILED_WORDS) else ()
    for index, slot in enumerate(slots[_STORY:], _STORY):
        if doc.text.startswith(_FILED_STARTS, slot.span.start):
            label = _FILED.match(doc.text, slot.span)
            if label and len(doc.text) - label.start() <= label.start():
                return index, Span(*label.span())
    return None


def is_labelled(doc: Document, slot: Slot) -> bool:
    """Whether an agency label (FILE PHOTO:, FILE –) opens a paragraph no longer than a caption."""
    if not doc.text.startswith(_LABELS, slot.span.start):
        return False
    short = slot.span.end - slot.span.start <= LONGEST
    return short and _LABELLED.match(doc.text, slot.span) is not None


def is_caption(doc: Document, slot: Slot, credited: bool) -> bool:
    """Whether a paragraph is a caption by two signs of different kinds.

    The signs are a full date as captions give it, people acting in the present
    tense, a position in the picture (“left”) and an opening that names the
    photo. One is enough if the next line is a credit (``credited``).
    """
    if not 40 <= slot.span.end - slot.span.start <= LONGEST:
        return False
    if not (credited or _may_be(doc.text, slot)):
        return False
    head = doc[slot.span.start : min(slot.span.end, slot.span.start + 300)]
    if shown.is_whole_link(doc, slot):
        return False
    if head[0] in "“\"'" or _OPENING.match(doc.text, slot.span):
        return head[0] not in "“\"'"
    acts = bool(_ACTS.search(head[:200]))
    if not acts or _REPORTED.search(doc.text, slot.span):
        return False
    dated = bool(_DATED.search(doc.text, slot.span))
    placed = bool(_PLACED.search(head))
    return (dated and (placed or credited or _is_early(head))) or (placed and credited)


def _may_be(text: str, slot: Slot) -> bool:
    """A quick check: a year after a comma, or the opening of a caption."""
    start, end = slot.span
    if text.startswith(_OPENERS, start):
        return True
    return text.find(", 20", start, end) >= 0 or text.find(", 19", start, end) >= 0


def _is_early(head: str) -> bool:
    """Whether people act within the first words, as in captions, and in no ordinary sentence."""
    acts = _ACTS.search(head[:140])
    if acts is None or _TOLD.search(head) or _OPENS_SENTENCE.match(head):
        return False
    return not _NO_ACT.search(head[: acts.start()])
