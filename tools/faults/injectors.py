"""The injectors of ``tools.faults.inject``: each puts one fault into a story.

An injector is given a document and a random source and draws a place; it gives None where
the place does not suit, and is then asked again.
"""

from __future__ import annotations

import random
import re
from typing import NamedTuple

from copydesk import Slot, Span
from copydesk.document import Document
from copydesk.parsers.plain import parse as parse_plain
from lint_rules.sentence.doubled_word import is_doubled_in_english

_PARAGRAPHS = 4  # of a story whose shape is there
_CROSSHEAD = 20  # words: a longer line is none
_FEWEST = 6  # words of a sentence or paragraph that is injured
_WORD = re.compile(r"(?<![\w’'-])[A-Za-z]+(?![\w’'-])")
_PROSE = re.compile(r"[A-Z][^\n]*[a-z]{2}\.\Z")


class Injury(NamedTuple):
    """A story with a fault in it.

    Attributes:
        source: the story after the injury.
        at: where in it the fault lies.
        sound: why nobody could tell it from sound copy; empty if it is a fault.
    """

    source: str
    at: int
    sound: str = ""


def _cut(doc: Document, span: Span, sound: str, instead: str = "") -> Injury:
    start, end = doc.to_source(span)
    return Injury(doc.source[:start] + instead + doc.source[end:], start, sound)


def _own_sentence(doc: Document, rng: random.Random) -> Span | None:
    """A sentence of a paragraph that neither begins nor ends in a quotation.

    Transcripts and posts are speech set without marks, and left out.
    """
    if not doc.sentences:
        return None
    sentence = rng.choice(doc.sentences)
    slot = doc.slot_at(sentence.start)
    text = doc.text[slice(*sentence)]
    if slot is None or slot.kind != "paragraph" or slot.span.start == 0:
        return None
    if doc.is_speech(slot):
        return None
    if text.count(" ") < _FEWEST or not _PROSE.match(text):
        return None
    ends = (Span(sentence.start, sentence.start + 1), Span(sentence.end - 1, sentence.end))
    return None if any(doc.quote_at(end) for end in ends) else sentence


def cut_first_word(doc: Document, rng: random.Random) -> Injury | None:
    """Cut the first word of a sentence, and the blank behind it.

    What then begins with a capital or a figure reads as a sentence, and so does what
    follows a question, a cry, a colon or an abbreviation in lower case.
    """
    sentence = _own_sentence(doc, rng)
    if sentence is None:
        return None
    end = doc.text.index(" ", sentence.start) + 1
    before = doc.text[max(0, sentence.start - 8) : sentence.start].rstrip(" ")
    sound = ""
    if not doc.text[end].islower():
        sound = "begins with a capital or a figure"
    elif before.rstrip("”\"’')").endswith(("?", "!", ":", "…", "...", "—", "–", "-")):
        sound = "follows a question, a cry or a dash"
    elif re.search(r"\b(?:[A-Z]|[A-Z][a-z]{1,2}|[ap]\.m)\.[”\"]?\Z", before):
        sound = "follows an abbreviation"
    return _cut(doc, Span(sentence.start, end), sound)


def cut_last_stop(doc: Document, rng: random.Random) -> Injury | None:
    """Cut the full stop at the end of a paragraph of prose.

    A line that the parser of plain text then reads as a heading or deck is a sound one, and
    so is a short sentence without “said” in a story that has other lines without stops. A
    body whose paragraphs all lie in one line has lost its shape already and is left out.
    """
    sentence = _own_sentence(doc, rng)
    slot = doc.slot_at(sentence.start) if sentence is not None else None
    if sentence is None or slot is None or slot.span.end != sentence.end:
        return None
    if _is_one_line(doc):
        return None
    injury = _cut(doc, Span(sentence.end - 1, sentence.end), "")
    after = parse_plain(injury.source)
    kinds = {one.kind for one in after.slots if after.map.to_source(one.span).end == injury.at}
    if kinds != {"paragraph"} or _is_crosshead(doc, slot, sentence):
        return injury._replace(sound="reads as a heading")
    return injury


def _is_one_line(doc: Document) -> bool:
    """Whether a story has lost its paragraphs."""
    return sum(slot.kind == "paragraph" for slot in doc.parsed.slots) < _PARAGRAPHS


def _is_crosshead(doc: Document, slot: Slot, sentence: Span) -> bool:
    """Whether a paragraph is one short sentence that says nobody said it, in a story with lines."""
    text = doc.text[slice(*slot.span)]
    lines = sum(
        doc.text[other.span.end - 1].isalnum() and other.kind in ("paragraph", "heading")
        for other in doc.parsed.slots[1:]
    )
    short = slot.span.start == sentence.start and text.count(" ") < _CROSSHEAD
    return short and lines > 0 and not re.search(r"\b(?:said|told|according to)\b", text)


def cut_closing_mark(doc: Document, rng: random.Random) -> Injury | None:
    """Cut the closing mark of a quotation in double marks.

    A quotation that ends its paragraph, where the next one opens with a mark again, reads as
    one of several paragraphs. So does any in a body whose paragraphs lie in one line, which
    is left out.
    """
    quotes = [
        quote
        for quote in doc.quotes
        if quote.opening in ('"', "“") and quote.closing in ('"', "”") and not quote.nested
    ]
    if not quotes or _is_one_line(doc):
        return None
    quote = rng.choice(quotes)
    slot = doc.slot_at(quote.span.start)
    if slot is None or slot.kind != "paragraph" or doc.text[slice(*quote.inner)].count(" ") < 2:
        return None
    after = doc.text[quote.span.end : quote.span.end + 3].strip(" ")
    sound = ""
    if quote.span.end == slot.span.end and after.strip()[:1] in ("“", '"') and after.strip():
        sound = "the next paragraph opens with a mark"
    return _cut(doc, Span(quote.inner.end, quote.span.end), sound)


def double_word(doc: Document, rng: random.Random) -> Injury | None:
    """Write a word twice.

    Names may be doubled by right (Duran Duran), and so may some words (that that).
    """
    sentence = _own_sentence(doc, rng)
    if sentence is None:
        return None
    words = list(_WORD.finditer(doc.text, sentence.start, sentence.end))
    if not words:
        return None
    word = rng.choice(words)
    span = Span(*word.span())
    if doc.quote_at(span) or doc.is_verbatim(span):
        return None
    sound = ""
    if word[0] != word[0].lower() and word.start() != sentence.start:
        sound = "a name"
    elif is_doubled_in_english(word[0].lower()):
        sound = "a word that English doubles"
    return _cut(doc, span, sound, f"{word[0]} {word[0].lower()}")
