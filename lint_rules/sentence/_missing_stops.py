"""Missing full stops at the end of prose paragraphs."""

from __future__ import annotations

from bisect import bisect_left

from copydesk import Document, Iterator, Slot, Span, ValueTuple, pattern
from lint_rules._shared import lines
from lint_rules._shared.prose import words
from lint_rules.sentence import _lines_apart

_FEWEST = 7  # words; shorter paragraphs are skipped
_MIDDLE = 12  # words from which a line in the past tense is prose
_LONG = 20  # words from which any line is prose
_ENDS = (".", "!", "?", "…", ":", ";", "—", "–", "-", ",", ")", "]", "*", "|", ">", "}")
_MARKS = "”\"’'»"
_LAST = frozenset(_ENDS)
_CLOSED = tuple(f"{stop}{mark}" for stop in ".!?…" for mark in _MARKS)

_VERSE = 70  # code points of source for a line of verse, at most, on average
_SIGNATURE = 120  # code points at the end of a paragraph in which a signature begins
_NEAR = 200  # code points after a paragraph in which a picture or listing is looked for
_SHOWN_NEXT = pattern(
    r"[ \t*_]*(?:\[?!\[|<img\b)|\s*\n[ \t]*(?:```|~~~|\{[{%][<%]?-?\s*(?:highlight|code))"
    r"|[ \t]*\r?\n[ \t]*\r?\n(?: {4}|\t)|\s*(?:</p>\s*)?<(?:pre|code)\b"
)
BREAK = pattern(r"(?i:<br\b[^<>]*>)\s*|(?: {2,}|\\)\r?\n")  # a line ends there on the page
# The end of a sentence and the dash before a signature.
_DASH = pattern(r"(?:(?<=[.!?…])|(?<=[.!?…][”\"’')\]]))\s*(?:[—–]|-{1,2})\s*(?=[^\W\d])")
_GLUED_NAME = pattern(r"[A-Z]{2,} [A-Z]{3,}[a-z]{2,}\Z")
# A speaker behind what he said, without a mark: “the market will grow Ann Poe, Head of Sales”.
_SPEAKER = pattern(
    r"\b(?P<before>[a-z]{2,}|[A-Z][a-z]+(?= (?:Dr|Prof)\b))"
    r" (?:(?:Dr|Prof|Professor|Sir)\.? [A-Z][\w’'-]+ [A-Z][\w’'-]+"
    r"|(?:Dr\.? |Prof\.? )?[A-Z][\w’'-]+ [A-Z][\w’'-]+,"
    r" [A-Z][\w-]*(?: (?:[A-Z][\w-]*|of|for|and|the)){0,6})"
    r"\Z"
)
_INSTRUCTS = pattern(
    r"(?:Set|Add|Use|Give|Click|Select|Choose|Open|Press|Duplicate|Draw|Copy|Paste|Make|Put|Drag|Go"
    r"|Create|Remove|Delete|Change|Turn|Type|Move|Day \d+:) "
)
_DOES = pattern(r"\b(?:is|are|was|were|has|have|had|will|would|could|can|said|says|told|n[’']t)\b")
_INVITES = pattern(
    r"(?i:(?:please )?(?:sign up|subscribe|follow|donate|support|read|click|watch|listen|join"
    r"|become an?|learn more|see more|find (?:more|out))\b)"
)

# What news prose has, and headlines, labels and links seldom have.
_ARTICLE = pattern(r"\b(?:the|an?|its|their|his|her|that|this)\b")
_VERB = pattern(
    r"\b(?:is|are|was|were|has|have|had|will|would|could|may|might|must|should|did|does|do|said"
    r"|told|can|says|\w+n[’']t|\w+[’'](?:s|re|ve|d|ll)|[a-z]{2,}ed|went|came|got|took|made|gave|saw|left|held|won|lost|met"
    r"|began|became|brought|found|knew|kept|led|ran|spoke|wrote|fell|grew|rose|sent|spent|stood"
    r"|costs?|remains?|includes?|means|makes|takes|gives|goes|comes|needs|wants)\b"
)
_SAID = pattern(r"\b(?:said|told|according to|added that|announced)\b")
_PAST = pattern(r"\b(?:was|were|had|did)\b")
_BEFORE_NAME = words(
    "in of for with by at to from the and near a an on as said says against between or mr ms mrs "
    "dr president minister senator between including over under into outside than after told"
)
_UNFINISHED = words(
    "and or of the a an with from into his its their my our your than because although but to "
    "that which who where when while for at by if whether until including would could "
    "will has had have is are was were be"
)
_SAYING = words("said says asked asks wrote writes replied added tweeted posted reads continued")
# A pull quote, with its speaker after a dash.
_PULLED = pattern(r"\A[“\"‘'].*[”\"’']\s*[—–-]+\s*\S.{2,80}\Z")
# Page furniture, posts and credits, which need no full stop.
_FURNITURE = pattern(
    r"\A(?i:read|more:|more on|related|watch|just watched|must watch|image|photo|caption|copyright"
    r"|©|click|sign up|subscribe|follow us|file|source|video|listen|this article|this story|edited"
    r"|this is a breaking|reporting|written|additional reporting|illustration|share|advertisement"
    r"|see also|correction|updated?|media playback|let our|don[’']t have|get |below is|example of"
    r"|if it is safe)\b|[@#]\w|https?:|t\.co/|(?i:recaptcha|playback|privacy policy|your inbox"
    r"|read more\Z|this link\Z|\bhere\Z|\bhere: \S+\Z|\bday \d+: [^.]+\Z"
    r"|[-–—] ?videos?(?: report)?\Z|contributed|to this report)"
    r"|\bMORE\Z|—\s?[A-Z][\w.]+ [A-Z]\w+\Z|\| (?:Getty|AP|Reuters|AFP)|\w:[A-Z]"
)


class Bare(ValueTuple):
    """A place where a stop is missing: the word before it, the evidence and the mark to add.

    The mark is a colon before a quotation, and empty if the sentence breaks off.
    """

    span: Span
    evidence: str
    mark: str = "."


def bare_paragraphs(doc: Document) -> Iterator[Bare]:
    """Prose paragraphs without a final stop, among others that have one."""
    text = doc.text
    bare = [
        slot
        for slot in doc.parsed.slots[1:]
        if text[slot.span.end - 1] not in _LAST and _is_bare(doc, slot)
    ]
    open_ended = [
        slot
        for slot in (doc.prose("paragraph") if bare else ())
        if text[slot.span.end - 1] not in _LAST and not _is_ended(doc, slot)
    ]
    if not open_ended:
        return
    slots = [slot for slot in doc.parsed.slots if slot.kind not in ("caption", "alt", "credit")]
    places = {slot.span: place for place, slot in enumerate(slots)}
    for slot in open_ended:
        place = places.get(slot.span)
        if place is None or _leads_on(doc, slot):
            continue
        line = _last_line(doc, slot)
        if line is None:
            continue
        sentences = _sentences(doc, line) or [doc[line]]
        witness = _neighbours(doc, slots, place, len(sentences) > 1, _is_long(doc, slot, sentences))
        if not witness or not _is_prose(doc[line], sentences, len(bare) == 1):
            continue
        if _lines_apart.is_apart(doc, slots, place, sentences[-1], len(sentences) > 1):
            continue
        if not lines.is_wrapped(doc, slot):
            end = slot.span.end
            start = doc.text.rfind(" ", slot.span.start, end) + 1
            mark = _mark(doc, slots[place + 1 : place + 2], sentences[-1])
            yield Bare(Span(start, end), witness, mark)


def _mark(doc: Document, after: list[Slot], tail: str) -> str:
    """The mark that is missing after the last sentence of a paragraph."""
    last = tail.rsplit(" ", 1)[-1].lower()
    if last in _UNFINISHED:
        return ""
    quoted = bool(after) and doc.text[after[0].span.start] in '“"‘'
    return ":" if quoted and last in _SAYING and not any(mark in tail for mark in '“”"') else "."


def _is_bare(doc: Document, slot: Slot) -> bool:
    """Whether a slot is a line without a stop: a cross-head, a link or a broken paragraph."""
    return slot.kind in ("paragraph", "heading") and not _is_ended(doc, slot)


def _leads_on(doc: Document, slot: Slot) -> bool:
    """Whether a paragraph ends in code or a picture, or leads to a listing below it."""
    if doc.is_code((slot.span.end - 1, slot.span.end)):
        return True
    if not doc.is_shown_after(slot):
        return False
    end = doc.to_source(slot.span).end
    return _SHOWN_NEXT.match(doc.source, (end, end + _NEAR)) is not None


def _is_ended(doc: Document, slot: Slot) -> bool:
    text = doc[max(slot.span.start, slot.span.end - 3) : slot.span.end].rstrip()
    return text.endswith(_ENDS) or text.endswith(_CLOSED)


def _last_line(doc: Document, slot: Slot) -> Span | None:
    """What follows the last hard line break of a paragraph, or all of it without one.

    None if it consists of short lines: verse, an address, a list.
    """
    start, end = doc.to_source(slot.span)
    breaks = [match.end() for match in BREAK.finditer(doc.source, (start, end))]
    if not breaks:
        return slot.span
    if len(breaks) > 1 and (end - start) < _VERSE * (len(breaks) + 1):
        return None
    return Span(min(doc.to_text(breaks[-1]), slot.span.end), slot.span.end)


def _sentences(doc: Document, line: Span) -> list[str]:
    """The sentences of a line, with its dateline."""
    first = bisect_left(doc.sentences, line)
    last = bisect_left(doc.sentences, (line.end, line.end))
    return [doc[span] for span in doc.sentences[first:last]]


def _is_prose(text: str, sentences: list[str], lonely: bool) -> bool:
    """Whether a paragraph consists of sentences, and is not a label, headline, link or credit.

    A short sentence may be a cross-head, unless no other line of the story lacks its
    stop (``lonely``) or it has an attribution.
    """
    count = text.count(" ") + 1
    words = text.rsplit(" ", 3)
    last = words[-1].strip(_MARKS)
    if (
        count < _FEWEST
        or not _opens(text[0])
        or not last.replace("-", "").isalnum()
        or _FURNITURE.search(text)
        or _PULLED.search(text)
        or _has_signature(text)
    ):
        return False
    tail = sentences[-1] if sentences else ""
    long = tail.count(" ") + 1
    if (
        long < 4
        or (long < _LONG and _is_titled(tail))
        or _is_list_of_names(tail)
        or (tail != text and _INVITES.match(tail))
        or not (_VERB.search(tail) or long >= _LONG or (long > 8 and tail != text))
    ):
        return False
    if len(sentences) > 1:
        return not _is_signed(text, words)
    if _INSTRUCTS.match(text):
        return False  # one line of directions
    if count >= _LONG or _SAID.search(text) or (count >= _MIDDLE and _PAST.search(text)):
        return not _is_signed(text, words)
    return lonely and (count >= _MIDDLE or _ARTICLE.search(text) is not None)


def _is_long(doc: Document, slot: Slot, sentences: list[str]) -> bool:
    """Whether a paragraph is too long for a cross-head, whatever its neighbours."""
    return len(sentences) > 1 or doc[slot.span].count(" ") >= _LONG


def _is_signed(text: str, words: list[str]) -> bool:
    """Whether a paragraph ends with a name alone: a pull quote with its speaker."""
    if not (words[-2][:1].isupper() and words[-1][:1].isupper()):
        return False
    if text.count(" ") > 2 * _LONG:
        return False
    before = words[-3]
    if (
        before[:1].isupper()
        or not before[-1:].isalnum()
        or _PAST.search(text)
        or _SAID.search(text)
    ):
        return False
    return not before.endswith(("ing", "ed")) and before not in _BEFORE_NAME


def _has_signature(text: str) -> bool:
    """Whether a name follows the last sentence, after a dash: a byline or the writer of a letter.

    Lines that end in capitals are credits, even if the place is glued to the name: ANN POEOslo.
    """
    if _GLUED_NAME.search(text, (max(0, len(text) - _SIGNATURE), len(text))):
        return True
    if text.split(" ", max(0, text.count(" ") - 2))[-1].isupper():
        return True
    speaker = _SPEAKER.search(text, (max(0, len(text) - _SIGNATURE), len(text)))
    if speaker is not None and speaker["before"] not in _BEFORE_NAME | _SAYING:
        return True
    dashes = list(_DASH.finditer(text, (max(0, len(text) - _SIGNATURE), len(text))))
    return bool(dashes) and _DOES.search(text, (dashes[-1].end(), len(text))) is None


def _is_list_of_names(text: str) -> bool:
    """Whether nearly all of the last words have capitals: titles, names, a credit."""
    long = [word for word in text.split()[-_MIDDLE:] if len(word) > 3]
    return len(long) > 4 and 4 * sum(not word[0].islower() for word in long) > 3 * len(long)


def _is_titled(text: str) -> bool:
    """Whether most words have capitals, as titles and names in lists have."""
    long = [word for word in text.split()[1:] if len(word) > 3]
    return 2 * sum(not word[0].islower() for word in long) > len(long)


def _neighbours(doc: Document, slots: list[Slot], place: int, several: bool, long: bool) -> str:
    """The evidence that a stop is missing: the paragraphs before and after end with one.

    Empty if the paragraph introduces a list, a quotation or a table, or is among lines
    without stops.
    """
    ended = []
    for other in slots[max(0, place - 1) : place] + slots[place + 1 : place + 2]:
        if other.kind in ("headline", "heading", "deck", "byline", "kicker", "dateline"):
            continue
        if other.kind != "paragraph":
            return ""
        ended.append(_is_ended(doc, other))
    after = slots[place + 1] if place + 1 < len(slots) else None
    if after is not None and not _opens(doc.text[after.span.start]):
        return ""
    if not ended and place and after is not None and several:
        return "The other sentences in the paragraph end with one."
    if not any(ended) or (not all(ended) and not long):
        return ""
    return "The paragraphs around it end with one."


def _opens(letter: str) -> bool:
    return letter.isupper() or letter in "“\"‘'" or letter.isdigit()
