"""Sentences that break off, and clauses without a main clause."""

from __future__ import annotations

from bisect import bisect_left

from copydesk import Document, Iterator, Slot, Span, ValueTuple, pattern
from lint_rules._shared import lines
from lint_rules._shared.prose import is_own, words
from lint_rules.sentence._cut_tails import HELD, LAST, NEVER_LAST, is_cut

_FEWEST = 4  # words; shorter sentences are skipped
_LINE = 40  # code points, at least, of a paragraph that ends with a comma
_PROSE = ("paragraph", "headline", "heading", "deck", "byline")
_ADDRESSED = pattern(r"\b(?i:dear|gentlemen|friends|excellenc\w+|sincerely|yours|regards|sir),?\Z")
_SPOKEN = pattern(
    r"[”\"’'] |\b(?:sa(?:id|ys|ying)|asked|added|wrote|told \w+|replied|read|reads),\Z"
)
_STOPPED = (".", "!", "?", ".”", '."', "?”", "!”", '?"', '!"', ".’", ".'", ".)")

# Nor does a paragraph without a full stop end with these.
_NEVER_LAST_BARE = NEVER_LAST | words(
    "a of to in for with from by at on that which who is are was were will would has have had he "
    "she they we his her be been into about against after before while when where"
)
_STRANDED = words("on in at by about into against with for have")
_JUST_A_LETTER = pattern(
    r"(?:[Vv]itamin|[Gg]rade|[Pp]lan|[Gg]roup|[Hh]epatitis|[Tt]ype|letter|vowel|note|option"
    r"|section) a\.?\Z"
)
# What may end a sentence all the same: few and far between, anything but, just because.
_MAY_END = pattern(
    r"(?:\b(?:in|far|and|come|comes|came|coming|goes|went|lies?|falls?|fell|caught|stuck"
    r"|sandwiched"
    r"|something|somewhere|anywhere|nothing|everything) between|\bin-between"
    r"|\b(?:the|a|this|that|of) (?:spaces?|places?|years|days|nights|hours|worlds?|silences?)"
    r" between"
    r"|\b(?:choos(?:e|es|ing)|chosen?|decid(?:e|ing)|pick(?:ing)?|distinguish|differences?) between"
    r"|\b(?:anything|nothing|everything|everyone|all|last|but) but|\b(?:just|only|simply) because"
    r"|\b(?:before|after|and|or),? during|\b(?:big|an?|what|only|even|as|no) if|\b(?:and"
    r"|either)/?or"
    r"|\bor and|\b(?:never|ever) before)\.?\Z"
)
_FINITE = pattern(
    r"\b(?:is|are|was|were|am|be|has|have|had|will|would|can|could|may|might|must|shall|should|do"
    r"|does|did|said|says|told|[a-z]+ed|\w+n[’']t|\w+[’'](?:s|d|ve|re|ll|m)|went|came|got|took"
    r"|made"
    r"|gave|saw|knew|found|kept|left|put|set|held|won|lost|met|led|ran|began|became|brought|bought"
    r"|caught|chose|cut|drew|fell|felt|grew|hit|let|meant|paid|rose|sent|spent|spoke|stood|struck"
    r"|taught|thought|threw|wrote|broke|built)\b"
)
_PLURAL_OR_VERB = pattern(r"\b[a-z]{2,}[^su\W]s\b")
# Openers that need a main clause after a comma.
_LEANING = pattern(
    r"(?:According to|Speaking (?:to|at|in|on|after|during|before)|In (?:an interview|a statement"
    r"|a speech|a letter) (?:to|with|on|from|for)) [^,:;–—!?“”\"()]+\.\Z"
)
_CONCEDING = pattern(
    r"(?:Although|Whereas|Even though|Despite the fact that) [^,:;–—!?“”\"()]+\.\Z"
)
# Verbs that open a sentence of news only if its subject was lost; past forms may be
# participles, but then a comma or “by” follows.
_HEADLESS = pattern(
    r"(?:(?:Is|Was) (?:an?|also|not|now|expected|due|set|seen) "
    r"|(?:Has|Have|Had) (?:been|also|since) |(?:Expressed|Thanked|Urged|Vowed|Pledged|Added"
    r"|Insisted|Stressed|Denied|Welcomed|Praised|Condemned|Announced|Warned|Underscored"
    r"|Underlined|Noted|Arrived|Told|Demanded|Promised)"
    r" (?!by\b)(?:an?|the|that|his|her|its|their|gratitude|thanks|reporters|in|at|on|to) )"
    r"[^,?!“”\"]+\.\Z"
)
_LONGEST = 16  # words; a longer sentence is taken to have a main clause
_OPENERS = words(  # the first words of what the three patterns above look for
    "According Speaking In Although Whereas Even Despite Is Was Has Have Had Expressed Thanked "
    "Urged Vowed Pledged Added Insisted Stressed Denied Welcomed Praised Condemned Announced "
    "Warned Underscored Underlined Noted Arrived Told Demanded Promised"
)
# The first four letters of a sentence that opens so: “In a statement”, “Is due”, “Urged”.
_HEADS = frozenset(f"{word} "[:4] for word in _OPENERS if len(word) > 2).union(
    ["In a"], (f"Is {letter}" for letter in "andes")
)
_TAILS = frozenset(f" {word}."[-3:] for word in LAST)
_HEADING = 6  # spaces, at least, in a line that is no cross-head
_NEVER_LAST_HEADING = NEVER_LAST | words("of to with from for his her has have were was by in on")
_LAST = LAST | _NEVER_LAST_BARE
_LONGEST_OPENER = 1 + max(map(len, _OPENERS))


class Cut(ValueTuple):
    """A cut sentence: the words to mark, the message, the evidence and whether it is sure."""

    span: Span
    message: str
    evidence: str
    sure: bool = True


def cuts(doc: Document) -> Iterator[Cut]:
    """Sentences in paragraphs that break off, and clauses without a main clause."""
    text, paragraphs = doc.text, None
    for start, end in doc.sentences:
        if (
            text[start : start + 4] not in _HEADS
            and text[end - 3 : end] not in _TAILS
            and not text[end - 1].isalpha()
            and text[end - 1] != ","
        ):
            continue
        sentence = Span(start, end)
        last = text[max(start, text.rfind(" ", start, end) + 1) : end].removesuffix(".")
        ends = last in _LAST or last[-1:] == ","
        opens = text[start : start + _LONGEST_OPENER].partition(" ")[0] in _OPENERS
        found = list(_in(doc, sentence, ends, opens)) if ends or opens else ()
        if found:
            paragraphs = paragraphs or frozenset(doc.prose("paragraph"))
            if doc.slot_at(start) in paragraphs and is_own(doc, sentence):
                yield from found
    for slot in doc.parsed.slots[1:]:
        if slot.kind == "heading":
            yield from _cut_heading(doc, slot)


def _cut_heading(doc: Document, slot: Slot) -> Iterator[Cut]:
    """A line without a stop that is no cross-head: it breaks off after an article."""
    text = doc[slot.span]
    last = text.rpartition(" ")[2]
    if last not in _NEVER_LAST_HEADING or text.count(" ") < _HEADING or _is_titled(text):
        return
    if _MAY_END.search(text) or not _FINITE.search(text) or lines.is_wrapped(doc, slot):
        return
    after = doc.after(slot.span, 3).strip()
    if not after or not after[0].islower():
        yield Cut(
            Span(slot.span.end - len(last), slot.span.end),
            f"The sentence breaks off after “{last}”.",
            f"Nothing follows “{last}”: words have probably been lost.",
        )


def _in(doc: Document, sentence: Span, ends: bool, opens: bool) -> Iterator[Cut]:
    """The faults of a sentence whose last or first word may be a sign of one."""
    text = doc[sentence]
    if text.count(" ") + 1 < _FEWEST:
        return
    if ends:
        yield from _broken_off(doc, sentence, text)
    if opens:
        yield from _alone(sentence, text)


def _broken_off(doc: Document, sentence: Span, text: str) -> Iterator[Cut]:
    """A sentence that ends with a word or a comma that none ends with."""
    stopped = text.endswith(".")
    last = text.rstrip(".").rpartition(" ")[2]
    if text.endswith("..") or _JUST_A_LETTER.search(text) or _MAY_END.search(text):
        return
    sure = is_cut(text, last) if stopped else _ends_bare(doc, sentence, text, last)
    if not sure:
        return
    end = sentence.end - stopped
    if last[-1] == ",":
        said = "The paragraph ends with a comma: words have probably been lost."
        yield Cut(Span(end - len(last), end), "The sentence breaks off after a comma.", said)
        return
    yield Cut(
        Span(end - len(last), end),
        f"The sentence breaks off after “{last}”.",
        f"Nothing follows “{last}”: words have probably been lost.",
        sure == "surely",
    )


def _ends_bare(doc: Document, sentence: Span, text: str, last: str) -> str:
    """“surely” if a paragraph breaks off without a stop, after that word."""
    if last[-1] != "," and last not in _NEVER_LAST_BARE:
        return ""
    if text[: -len(last)].rstrip()[-1:] in (";", ","):
        return ""  # a list whose items are paragraphs: “…; and”
    if last in _STRANDED and HELD.search(text[: -len(last)]):
        return ""  # the plan they have been working on
    return "surely" if _is_cut_paragraph(doc, sentence, text) else ""


def _is_cut_paragraph(doc: Document, sentence: Span, text: str) -> bool:
    """Whether a prose paragraph breaks off there and does not continue in the next slot."""
    slot = doc.slot_at(sentence.start)
    if slot is None or slot.span.end != sentence.end or text.isupper() or ":" in text[:24]:
        return False
    if lines.is_wrapped(doc, slot):
        return False
    after = doc.after(slot.span, 3).strip()
    if after[:1] in (".", "…") or (after[:1] in '“"‘' and text.endswith(" that")):
        return False  # what is quoted, or goes on, in a paragraph of its own
    if text[-1] == ",":
        return _is_lone_comma(doc, slot, text)
    return text[0].isupper() and (not after or not after[0].islower()) and not _is_titled(text)


def _is_lone_comma(doc: Document, slot: Slot, text: str) -> bool:
    """Whether one paragraph ends with a comma among others that end with a stop."""
    slots = doc.parsed.slots
    place = bisect_left(slots, slot.span.start, key=lambda one: one.span.start)
    around = slots[max(0, place - 1) : place] + slots[place + 1 : place + 2]
    if len(text) < _LINE or not all(one.kind in _PROSE for one in around):
        return False
    after = slots[place + 1] if place + 1 < len(slots) else None
    if _ADDRESSED.search(text) or text[-2].isspace():
        return False
    if after is not None:
        head = doc.text[after.span.start]
        if after.kind != "paragraph" or not doc[after.span].endswith(_STOPPED):
            return False
        if not (head.isupper() or (head in "“\"‘'" and not _SPOKEN.search(text))):
            return False
    elif place == 0 or not doc[slots[place - 1].span].endswith(_STOPPED):
        return False
    return not any(
        doc.text[one.span.end - 1] == "," for one in slots if one.span.start != slot.span.start
    )


def _is_titled(text: str) -> bool:
    """Whether most words have capitals, as headlines have."""
    long = [word for word in text.split() if len(word) > 3]
    return 3 * sum(word[0].isupper() for word in long) > 2 * len(long)


def _alone(sentence: Span, text: str) -> Iterator[Cut]:
    if _LEANING.match(text):
        if _FINITE.search(text[text.index(" ") :]):
            return
        opener = " ".join(text.split(" ", 2)[:2])
        said = f"“{opener}” opens it, and no main clause follows."
        yield Cut(sentence, "The sentence has no verb.", said)
    elif _HEADLESS.match(text):
        opener = text.split(" ", 1)[0]
        yield Cut(sentence, "The sentence has no subject.", f"It begins with its verb, “{opener}”.")
    elif _CONCEDING.match(text) and text.count(" ") < _LONGEST:
        opener = text.split(" ", 1)[0]
        if sum(1 for _ in _FINITE.finditer(text)) < 2 and not _PLURAL_OR_VERB.search(text):
            yield Cut(
                sentence,
                "The sentence is only a subordinate clause.",
                f"“{opener}” opens it, and no main clause follows.",
            )
