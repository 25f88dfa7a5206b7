"""A quotation without a named speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from functools import lru_cache

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Rule,
    Sequence,
    Severity,
    Slot,
    Span,
    pattern,
    scan,
)
from lint_rules._shared import RESIDUE

_SAYING = (
    "said|says|told|added|adds|wrote|writes|tweeted|asked|asks|replied|continued|explained"
    "|explains|insisted|argued|argues|warned|noted|stated|recalled|recalls|joked|claimed"
)
_SAID = rf"(?:{_SAYING})"
_SPEAKER = scan(
    rf"(?P<a>[A-Z][\w’'-]+),? {_SAID}\b|\b{_SAID} (?:[A-Z][\w.’'-]+ ){{0,2}}(?P<b>[A-Z][\w’'-]+)",
    at=frozenset(_SAYING.split("|")),
    before=60,
    after=120,
)
_VERB = pattern(
    rf"\b(?:{_SAID}|saying|according to|statement|remarks?|quoted|comment\w*|interview|call\w*"
    r"|letter|asking|adding|message|speech|tweet\w*|post\w*|voice|question\w*|answer\w*|words|testif\w+"
    r"|spoke|speaking|urg\w+|describ\w+|think\w*|thought|declar\w+|announc\w+|conclu\w+|read\w*|point\w*"
    r"|respon\w+|emphasi\w+|acknowledg\w+|remember\w*|laugh\w*|sigh\w*|shout\w*|agree\w*|critici\w+"
    r"|express\w*|prais\w*|den(?:y|ied|ies)|vow\w*|pledg\w+|complain\w*|suggest\w*|insist\w*"
    r"|put it|report(?:s|ed|ing)?|cit(?:es|ed|ing)|mus(?:es|ed|ing)|per(?= (?:the |an? )?[A-Z]))\b"
)
# People and bodies that may speak, as the subject of a sentence.
_ROLES = (
    "group|organi[sz]ation|company|firm|union|agency|ministry|department|committee|council|party"
    "|campaign|charity|mayor|governor|president|premier|minister|senator|lawmaker|spokes\\w+|coach"
    "|captain|chief|director|manager|lawyer|attorney|judge|officer|family|mother|father|man|woman"
)
_COMMON = frozenset(("said", "says", "told", "added"))
_FEW = 14  # words of a sentence that is about the one person it names
_SUBJECT = pattern(
    r"(?:(?:But|And|Then|Later|Again|Now|Still|Afterwards?|Instead|On \w+|At first|By then),? )?"
    rf"(?:(?P<he>He|She|The (?:[a-z-]+ )?(?:{_ROLES}))\b"
    r"|(?P<name>(?:[A-Z][\w.’'-]*,? ){0,5}?[A-Z][\w’-]*)(?![\w’'-]| and ))"
)
_HE = pattern(r"(?:\A|[.!?][”\"]? )(?:He|She) ")
_PRONOUNS = frozenset({"He", "She", "They", "It", "We", "I", "Who", "And", "But"})
_OPEN = 8  # paragraphs before, in which a quotation that was not closed may have begun
_FEWEST = 6  # words of a quotation that needs a speaker
_DASHES = "—–―‒-~"
_SAME = 30  # code points at the beginning of a quotation by which it is known again
_LINE = 14  # words of a line that is no sentence
_BELOW = 200  # code points below a quotation in which its speaker may be named
_NAMED = pattern(r"(?:[A-Z][\w.’'-]+ (?:(?:al|de|van|von|of) )*){1,4}(?:\(|[A-Z][\w’'-]+(?:,|\Z))")
_PROMO = pattern(
    r"(?i:(?:also |now |please )?(?:read|see|watch|listen|related|most read|more (?:on|from)"
    r"|more stories)\b)"
    r"|(?:[^a-z\n]*[A-Z]{2}){2}[^a-z\n]*\Z"
)


class Orphan(Rule):
    """A paragraph that is only a quotation has its speaker nearby.

    If several people speak in a story, and neither the paragraph nor the ones
    next to it name the speaker, readers cannot know who is talking. It may be
    deliberate, so this is a question.
    """

    id = "quote/orphan"
    severity = Severity.ASK
    spares_sic = False
    yields_to = RESIDUE
    scans = (_SPEAKER,)
    triggers = ('"', "“")
    examples = (
        Good("Ann Poe said so.\n\n“We are open all summer, every day of it.”\n\nBob Roe said no."),
        Good("Ann Poe said so.\n\nIt rained.\n\n“We are open all summer, each day.”\n\nIt rained."),
        Good("Ann Poe said it would rain. Bob Roe said it would not.\n\nRoe went back.\n\n"
            "“We are open all summer, every day of it.”\n\nThe pier was built in 1890."),
        Good("Ann Poe said it would rain. Bob Roe said it would not.\n\nThe count may change, per "
             "Boat Watch.\n\n“Every board must sign the list of boats twice.”\n\nIt is old."),
        Good("Ann Poe said it would rain. Bob Roe said it would not.\n\nShe came back. The sea and "
             "the boats did her good.\n\n“I had always heard that I was not alone.”\n\nIt rained."),
        Good("Ann Poe said it would rain. Bob Roe said it would not.\n\nThe boats came back.\n\n"
             "“We are open all summer, every day of it.”\n\n— Cora Lamb, sailor\n\nIt rained."),
        Good("Ann Poe said it would rain. Bob Roe said it would not.\n\nThe boats came back, Roe "
             "said.\n\nREAD MORE HARBOUR STORIES\n\n“We are open all summer, every day of "
             "it.”\n\nIt rained."),
        Bad("Ann Poe said it would rain. Bob Roe said it would not.\n\nThe boats came back.\n\n"
            "[[“We are open all summer, every day of it.”]]\n\nThe pier was built in 1890."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the paragraphs that are one quotation, and at those next to them."""
        whole = {quote.span: quote for quote in doc.quotes if quote.opening and quote.closing}
        slots = doc.prose("paragraph", "block-quote")
        alone = [
            place
            for place, slot in enumerate(slots)
            if slot.span in whole and not _is_led_in(doc, slots, place)
        ]
        if not alone or len(speakers := _speakers(doc)) < 2:
            return
        open_at = [quote.span.start for quote in doc.quotes if quote.opening and not quote.closing]
        for place in alone:
            span = slots[place].span
            before, after = _beside(doc, slots, place, -1), _beside(doc, slots, place, 1)
            if len(doc[span].split()) < _FEWEST or not before + after:
                continue
            if before and _leads_up(doc, before[0], speakers):
                continue
            if _is_pulled(doc, span) or _is_signed(doc, span):
                continue
            start = slots[max(0, place - _OPEN)].span.start
            if bisect_left(open_at, start) < bisect_left(open_at, span.start):
                continue  # a quotation of several paragraphs, whose speaker was named
            if not any(_names_speaker(doc, slot) for slot in before + after):
                yield self.find(
                    span,
                    "Who is speaking? No speaker is named in this paragraph or near it.",
                    evidence="More than one person speaks in the story.",
                )


def _is_led_in(doc: Document, slots: Sequence[Slot], place: int) -> bool:
    """A quick check: whether the paragraph before or after ends or begins as beside a speaker."""
    beside = _beside(doc, slots, place, -1) + _beside(doc, slots, place, 1)
    return any(_is_of_quotation(doc[slot.span]) or _has_said(doc, slot) for slot in beside)


def _has_said(doc: Document, slot: Slot) -> bool:
    """Whether one of the commonest words for speech is in a paragraph."""
    for word in doc.words.among(_COMMON):
        starts = doc.words.starts(word)
        place = bisect_left(starts, slot.span.start)
        at = starts[place] if place < len(starts) else slot.span.end
        if at < slot.span.end and doc.text.startswith(word, at):
            return True
    return False


def _beside(doc: Document, slots: Sequence[Slot], place: int, step: int) -> list[Slot]:
    """The paragraph before or after; a line that points to other stories is passed over."""
    place += step
    if 0 <= place < len(slots) and _is_promo(doc, slots[place]):
        place += step
    return [slots[place]] if 0 <= place < len(slots) else []


def _is_promo(doc: Document, slot: Slot) -> bool:
    """Whether it is a line such as “Read more on the ferry”."""
    text = doc[slot.span]
    return _is_line(text) and _PROMO.match(text) is not None


def _is_line(text: str) -> bool:
    return text[-1] not in ".!?”\"’'" and text.count(" ") < _LINE


def _is_signed(doc: Document, span: Span) -> bool:
    """Whether the line below a quotation names its speaker: “— Ann Poe, harbour master”."""
    below = doc.text[span.end : span.end + _BELOW].lstrip().partition("\n")[0].rstrip()
    if below[:1] in _DASHES:
        return bool(below)
    return _is_line(below) and _NAMED.match(below) is not None


def _is_pulled(doc: Document, span: Span) -> bool:
    """Whether the same words are quoted again, with their speaker: a pull quote."""
    return _openings(doc)[doc.text[span.start + 1 : span.start + _SAME]] > 1


@lru_cache(maxsize=2)
def _openings(doc: Document) -> Counter[str]:
    """How often each quotation of the story begins so."""
    starts = (quote.span.start + 1 for quote in doc.quotes if quote.opening)
    return Counter(doc.text[start : start + _SAME - 1] for start in starts)


def _speakers(doc: Document) -> set[str]:
    """The names of the people who speak in the story."""
    found = set()
    for match in _SPEAKER.finditer(doc):
        name = match["a"] or match["b"]
        if name not in _PRONOUNS and doc.quote_at(match.span()) is None:
            found.add(name)
    return found


def _names_speaker(doc: Document, slot: Slot) -> bool:
    """Whether a paragraph attributes speech, introduces a quotation or continues one."""
    text = doc[slot.span]
    return _is_of_quotation(text) or _VERB.search(text) is not None


def _is_of_quotation(text: str) -> bool:
    """Whether a paragraph introduces a quotation or continues one."""
    return text[-1] in ":," or text[0] in "“\"‘'"


def _leads_up(doc: Document, slot: Slot, speakers: set[str]) -> bool:
    """Whether the last sentence of the paragraph before is about one person: the speaker.

    It is if that person is its subject or, in a short sentence, the only one of those who speak
    in the story; or if a sentence of a paragraph that names no other speaker begins with He or She.
    """
    if _is_about_one(doc, slot, speakers):
        return True
    last = doc.sentence_at(slot.span.end - 1)
    if last is None:
        return False
    subject = _SUBJECT.match(doc.text, last)
    if subject is not None and (subject["he"] or speakers & _words(subject["name"])):
        return True
    text = doc[last]
    return text.count(" ") < _FEW and len(speakers & _words(text)) == 1


def _is_about_one(doc: Document, slot: Slot, speakers: set[str]) -> bool:
    """Whether a paragraph is about someone it calls only he or she."""
    text = doc[slot.span]
    return _HE.search(text) is not None and not speakers & _words(text)


def _words(text: str) -> set[str]:
    """The words of a name or sentence, without the ending of a possessive."""
    words = (word.strip('.,;:!?()“”"’').replace("’", "'") for word in text.split())
    return {word.removesuffix("'s").rstrip("'") for word in words}
