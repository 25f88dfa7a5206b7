"""Doubled verbs and particles that are slips only in a plain sentence: the vote was was close."""

from __future__ import annotations

from copydesk import Document, pattern
from lint_rules._shared.prose import words

_VERBS = words("is was are has will")
JUDGED = _VERBS | words("on")
"""The words that this module judges, although English may need them twice."""

ASKED = words("will on")
"""Those that even a plain sentence may have twice."""

_REACH = 64  # code points of the sentence before the words
# All that comes before: a subject without a clause of its own, as in “what it is is”.
_SUBJECT = pattern(
    r"[“\"(]?(?:(?:But |And |So |Now |Yet )?(?:(?:The|A|An|This|His|Her|Its|Their|Our|My|Your"
    r"|the|his|her"
    r"|its|their|our|my|your)(?: (?!(?:i|he|she|it|we|they|you|who|that|what|which|one|thing|all|is"
    r"|are|was|were|has|had|have|do|does|did|will|can|way)\b)[a-z]{2,}){1,3}"
    r"|It|He|She|They|We|There|You|This|I|Everybody|Everyone|Nobody|it|there)) \Z"
)
_WILL_SUBJECT = pattern(
    r".*(?:[a-z]{2}(?:er|or|y|ship|boat|train|bus|team|firm|council|mayor)"
    r"|It|He|She|They|We|You) \Z"
)
_AFTER_ON = pattern(
    r" (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b| (?:Jan|Feb|Mar|Apr|May|June|July|Aug|Sept?|Oct"
    r"|Nov|Dec)[a-z]*\.? \d| the \d"
)
_BEFORE_ON = words(
    "happened stopped died opened closed began ended arrived met said announced resigned sank won "
    "lost married born published scheduled due expected court meeting hearing again yesterday "
    "reopened launched shut struck erupted voted ruled released arrested killed found"
)


def is_slip(doc: Document, word: str, first: int, end: int) -> bool:
    """Whether a word that English may need twice is doubled where the sentence is plain.

    Args:
        doc: the draft.
        word: the word, in lower case.
        first: where it begins.
        end: where its repeat ends.
    """
    before = _sentence_before(doc, first)
    if word == "on":
        last = before.split()[-1:]
        return bool(last) and last[0] in _BEFORE_ON and bool(_AFTER_ON.match(doc.after(end, 20)))
    if not doc.after(end, 2)[1:].isalnum() or _SUBJECT.match(before) is None:
        return False
    return word != "will" or _WILL_SUBJECT.match(before) is not None


def _sentence_before(doc: Document, first: int) -> str:
    """What the sentence has before an offset; from further back than it reaches, a part of it."""
    sentence = doc.sentence_at(first)
    slot = doc.slot_at(first)
    start = sentence.start if sentence is not None else slot.span.start if slot is not None else 0
    return doc.text[max(start, first - _REACH) : first]
