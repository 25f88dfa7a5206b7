"""Words that have lost their apostrophe, and where they are words in their own right."""

from __future__ import annotations

from copydesk import Document, Iterator, Match, Span, ValueTuple, pattern, scan
from lint_rules._shared.prose import words


class Slip(ValueTuple):
    """A word with an apostrophe too few, too many or in the wrong place.

    ``right`` has a straight apostrophe, if any.
    """

    span: Span
    right: str
    message: str
    evidence: str
    asked: bool = False


NEGATIONS = words(
    "did does is are was were has have had could would should must need might ai do ca wo dare "
    "ought"
)
_SURE = (
    "they're you're they've you've we've they'll you'll that's what's here's there's where's who's "
    "how's he's she's it'll that'll there'll who'll what'll should've could've would've might've "
    "must've they'd you'd o'clock y'all ma'am"
)
CONTRACTIONS: dict[str, str] = {
    right.replace("'", ""): right
    for right in (*[f"{one}n't" for one in NEGATIONS], *_SURE.split())
} | {
    "im": "I'm", "ive": "I've", "id": "I'd", "ill": "I'll", "lets": "let's", "well": "we'll",
    "were": "we're",
}  # fmt: skip
"""Contractions without their apostrophe, in lower case, and with it."""

# Base verbs and what may come before one: after these a contraction is sure.
_VERBS = (
    r"(?:be|have|do|go|get|make|take|see|say|know|think|come|want|let|give|find|tell|ask|work|need"
    r"|feel|try|leave|call|keep|put|mean|begin|start|stop|help|show|hear|play|run|move|like|live"
    r"|believe|hold|bring|happen|write|sit|stand|lose|pay|meet|include|continue|set|learn|change"
    r"|lead|understand|watch|follow|create|speak|read|allow|add|spend|grow|open|walk|win|offer"
    r"|remember|consider|appear|buy|wait|serve|die|send|expect|build|stay|fall|cut|reach|remain"
    r"|suggest|raise|pass|sell|require|decide|return|explain|hope|develop|carry|break|receive"
    r"|agree|support|hit|produce|eat|cover|catch|draw|choose|cause|afford|accept|attend|talk|fix"
    r"|solve|trust|look|face|worry|forget|wish|care|matter|stay|save|vote|comment|respond|seem"
    r"|even|just|really|always|ever|actually|simply|yet|also|afford|compete|win|wait|rule|imagine"
    r"|survive|turn|fit|use|pretend|quite|not|never|sleep|stand|join|add|tolerate|step|sign|rest)\b"
)
_SUBJECT = (
    r"(?:\b(?i:I|you|he|she|it|we|they|who|that|there|this|people|which|one|simply|just|and|but) )"
)
_START = r"(?:\A|[.!?:;“\"‘(—–]\s?|\n)"
_ASIDE = r"(?=$|[.,!?;:”\"’])"
CONTEXTS = {
    "dont": pattern(r"(?i)dont\b"),
    "cant": pattern(rf"(?i)(?<={_SUBJECT})cant(?: {_VERBS}|{_ASIDE})|(?<={_START})cant {_VERBS}"
        rf"|(?<!\b(?i:the|a|of|political|religious|his|her|their|its|this|such|no|and|or|usual) "
        rf")cant {_VERBS}"),
    "wont": pattern(rf"(?i)(?<!\b(?:his|her|its|their|my|your|our|are|is|was|were|be|been|am|as) "
        rf")wont (?!to\b|of\b){_VERBS}|(?<={_SUBJECT})wont{_ASIDE}"),
    "im": pattern(
        r"Im (?:not|sure|sorry|so|just|a|an|the|very|in|on|at|still|glad|happy|proud|late|here"
        r"|afraid"
        r"|ready|done|tired|really|pretty|too|from|with|your|his|her|all|always|also|confident"
        r"|hopeful|aware|excited|grateful|only|never|old|\w{3,}ing|being|now|absolutely|no|one"
        r"|extremely|quite|more|like|out|back|trying|going|thankful|honored|honoured|telling)\b"
    ),
    "ive": pattern(
        r"Ive (?:been|had|got|gotten|seen|never|always|ever|done|made|left|heard|known|found|lost"
        r"|told|said|taken|come|gone|just|also|already|only|read|written|met|spent|worked|lived"
        r"|given|put|become|felt|thought|won|\w{2,}ed|ever|no|not|spoken|run|grown|still|kept)\b"
    ),
    "id": pattern(
        r"Id (?:like|love|have|be|say|rather|never|been|hate|prefer|want|go|always|just|also|do"
        r"|never|only|had|think|heard|gone|see|call|tell|give|take|feel|expect|argue|add|imagine)\b"
    ),
    "ill": pattern(
        r"Ill (?:be|have|go|never|see|get|do|take|tell|always|just|give|say|make|try|keep|let"
        r"|come|put|also|wait|need|leave|miss|stay|find|show|bring|ask|pay|call|work|vote|not"
        r"|say)\b"
    ),
    "lets": pattern(
        rf"(?<={_START})Lets (?:go|get|be|see|do|make|not|face|hope|say|take|talk|start|keep|give"
        r"|look|try|move|say|put|play|begin|hear|think|stop|work|have|all|just|remember|find"
        r"|call)\b"
    ),
    "well": pattern(
        rf"(?<={_START})Well (?:be|have to|see|get|need|keep|go|take|try|make|find|never|continue"
        r"|know|do"
        r"|always|let(?! me| us|[’']s))\b(?!ing)(?! (?:as|before|after|into|beyond|over|past)\b)"
    ),
    "were": pattern(
        rf"(?<={_START})Were (?:not going|going to|all in|just|still|very|so|really|trying"
        rf"|looking|happy|proud"
        r"|excited|here to|also|committed|working|hoping|doing|getting|seeing|talking|glad"
        r"|grateful|not"
        r" (?:sure|trying|happy|ready|just|asking|doing|here|against))\b(?![^.!]*\?)"
    ),
    "whos": pattern(r"(?i)whos\b(?! Who)"),
    "hows": pattern(r"(?i)hows\b(?! and\b)"),
    "whats": pattern(r"(?i)whats\b(?! and\b)"),
    "wheres": pattern(r"(?i)wheres\b(?! and\b)"),
    "hes": pattern(rf"(?:hes|(?<={_START})Hes) [a-z]"),
    "shes": pattern(rf"(?:shes|(?<={_START})Shes) [a-z]"),
}  # fmt: skip
"""Words that may be others, with what must come next, tried at the word."""

CONTRACTED = scan(
    r"[^\W\d_]+(?P<mark>(?:['’](?=[\s.,;:!?)]|\Z))?)", at=frozenset(CONTRACTIONS), after=24
)
MISPLACED = scan(r"nt\b", at="nt", after=3)
# An apostrophe among the wrong letters of we’ve, you’re and they’re.
_ASTRAY = {
    "wev'e": "we've", "w'eve": "we've", "theyv'e": "they've", "the'yve": "they've",
    "th'eyve": "they've", "youv'e": "you've", "yo'uve": "you've", "wer'e": "we're",
    "w'ere": "we're", "theyr'e": "they're", "the'yre": "they're", "youre'": "you're",
    "youv'": "you've", "your'e": "you're", "yo'ure": "you're", "y'oure": "you're", "iv'e": "I've",
    "wel'l": "we'll", "w'ell": "we'll", "theyl'l": "they'll", "the'yll": "they'll",
    "youl'l": "you'll", "yo'ull": "you'll", "itl'l": "it'll", "h'es": "he's", "sh'es": "she's",
    "i'ts": "it's", "tha'ts": "that's", "wha'ts": "what's", "ther'es": "there's", "le'ts": "let's",
    "wh'os": "who's", "her'es": "here's", "wher'es": "where's",
}  # fmt: skip
ASTRAY = scan(
    r"(?<!\w)(?<!\w['’])(?P<stem>[A-Za-z]{1,5})['’](?P<tail>[a-z]{1,4})(?![\w'’])",
    at=tuple(f"{mark}{end}" for mark in "'’" for end in ("e ", "ere ", "eve ", "yve ", "uve ",
             "yre ", "ure ", "yll ", "ull ", "ell ", "l ", "es ", "ts ", "os ", "oure ")),
    before=6, after=5,
)  # fmt: skip
APART = scan(
    r"(?P<stem>[^\W\d_]+)(?P<gap> |[\";,:]|['’] | ['’])t\b",
    at=frozenset(f"{one}n" for one in NEGATIONS) - {"in"}, after=24,
)  # fmt: skip
_EVIDENCE = "The apostrophe stands for a letter that is left out."


def contractions(doc: Document) -> Iterator[Slip]:
    """Contractions without an apostrophe, or with one in the wrong place."""
    for at in CONTRACTED.anchors(doc):
        match = CONTRACTED.match_at(doc, at)
        if match and _is_contraction(doc, match):
            yield _slip(doc, Span(*match.span()), CONTRACTIONS[_bare(match[0]).lower()])
    for match in filter(None, (APART.match_at(doc, at) for at in APART.anchors(doc))):
        if match["gap"] != "’ " or not doc.quote_at(match.span()):
            yield _slip(doc, Span(*match.span()), f"{match['stem']}'t")
    for match in ASTRAY.finditer(doc):
        right = _ASTRAY.get(f"{match['stem']}'{match['tail']}".lower())
        if right is not None:
            yield _slip(doc, Span(*match.span()), right)
    for at in MISPLACED.anchors(doc):
        span = _around(doc, at)
        stem = _bare(doc[span]).lower()[:-2]
        if at - span.start > 1 and doc.text[at - 1] in "’'`´" and stem in NEGATIONS:
            yield _slip(doc, span, f"{doc[span][: at - 1 - span.start]}n't")


def _slip(doc: Document, span: Span, right: str) -> Slip:
    """A contraction as it should be, in the case of the word."""
    word = doc[span]
    if len(_bare(word)) > 2 and _bare(word).isupper():
        right = right.upper()
    elif word[0].isupper():
        right = right[0].upper() + right[1:]
    if any(mark in word for mark in "’'´`"):
        return Slip(span, right, "The apostrophe of “{right}” is in the wrong place.", _EVIDENCE)
    return Slip(span, right, "“{word}” needs an apostrophe: “{right}”.", _EVIDENCE)


def _bare(word: str) -> str:
    """A word without its apostrophes."""
    return word.translate({ord(mark): None for mark in "’'`´"})


def _is_contraction(doc: Document, match: Match[str]) -> bool:
    """Whether a word is a contraction, by its case, the words around it and its language."""
    at, plain = match.start(), _bare(match[0])
    if not (plain.islower() or plain.istitle() or plain.isupper()):
        return False
    if at and doc.text[at - 1] in "’'-@#/._":
        return False
    if is_name(doc, at, plain):
        return False
    context = CONTEXTS.get(plain.lower())
    return context is None or context.match(doc.text, (at, min(len(doc.text), at + 40))) is not None


def is_name(doc: Document, at: int, word: str) -> bool:
    """Whether a word with a capital follows another in its sentence, as a name does."""
    if not word[:1].isupper() or word.isupper():
        return False
    before = doc.before(at, 30).rstrip(" ")
    return bool(before) and before[-1] not in ".!?:;“\"‘'(—–\n…"


def _around(doc: Document, at: int) -> Span:
    """The letters and apostrophes around an offset."""
    text, start, end = doc.text, at, at
    while start > 0 and (text[start - 1].isalpha() or text[start - 1] in "’'`´"):
        start -= 1
    while end < len(text) and text[end].isalpha():
        end += 1
    return Span(start, end)
