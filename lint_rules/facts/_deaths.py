"""The ages at which a story says that its subject died."""

from __future__ import annotations

from copydesk import Document, Iterator, Span, pattern

KIN = pattern(
    r"(?i)\b(?:his|her|their|whose|[\w’']+[’']s)\s(?:late\s|elder\s|eldest\s|younger\s|"
    r"older\s|only\s|first\s"
    r"|second\s|twin\s|great-)?(?:\w+-)?(?:father|mother|parents?|brother|sister|son|da"
    r"ughter|wife|husband"
    r"|grand\w+|uncle|aunt|cousin|partner|widow|children|child|nephew|niece|twins?|frie"
    r"nd|predecessor"
    r"|bandmate)\b"
)
"""Words for somebody else whose life a sentence may tell."""
EARLIER = pattern(
    r"(?i)\b(?:when|ago|then|years?\slater|earlier|last\syear|while|had\sdied|by\sthe\s"
    r"time|at\sthe\stime)\b"
)
"""Words for another time."""
DEATH = pattern(r"\b(?:died|dies|dead|death|passed away|obituary|killed)\b")
DIED = pattern(
    r"\b(?:died|dies|dead|passed\saway|was\skilled)\b[^;!?\n]{0,90}?\b(?:at|aged)\s(?:t"
    r"he\s)?(?:age\s(?:of\s)?)?"
    r"(?P<age>\d\d\d?)(?![\d%]|[.,:–-]\d|\s(?:per|to|percent|a\.m|p\.m|[A-Z]))"
)
"""“Died Monday at 84”, “dies at age 66”."""
WAS = pattern(
    r"(?:^|(?<=[.”!?]\s)|(?<=\n))(?:He|She|[A-Z][\w’'-]+)\s(?:was|is)\s(?P<age>\d\d\d?)"
    r"(?=(?:\syears\sold)?\.(?:\s|\Z|”))"
)
"""“She was 71.”"""
_WORDS = frozenset(("died", "dies", "dead", "killed", "death"))
_OPENING = 900  # code points in which a death is the news


def deaths(doc: Document) -> Iterator[tuple[Span, int]]:
    """The ages at death in the opening of a story, and in its headline."""
    if not doc.words.among(_WORDS):
        return
    text = doc.text
    opening = Span(0, min(len(text), _OPENING))
    if DEATH.search(text, opening) is None:
        return
    for form in (DIED, WAS):
        for match in form.finditer(text, opening):
            sentence = doc.sentence_at(match.start()) or Span(*match.span())
            before = Span(sentence.start, match.start("age"))
            if KIN.search(text, before) or EARLIER.search(text, sentence):
                continue
            if doc.quote_at(match.span("age")) is None:
                yield Span(*match.span("age")), int(match["age"])
