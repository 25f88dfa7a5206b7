"""Missing full stops between two sentences: “on the pier He said so”."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Iterator, Span, pattern
from lint_rules._shared.prose import words
from lint_rules.sentence._missing_stops import BREAK, Bare
from lint_rules.sentence._openers import (
    AFTER_NAMES,
    BEFORE_NAMES,
    FINITE,
    OPENERS,
    PEOPLE,
    VERBS,
    WEEK,
)

_REACH = 160  # code points after the missing stop in which a verb is looked for
_BACK = 320  # code points before it
_FEWEST = 3  # words on either side, at least
_LONGEST = 25  # code points of the last word before it
_LONG = 6  # words from which what is before it is a clause, whatever its verb
_SPEECH = 60  # code points of a quotation that is more than a title
_KINDS = ("paragraph", "block-quote", "list-item", "note")
_HEAD = 3  # code points by which words that cannot open a sentence are ruled out
_HEADS = frozenset(f"{word} "[:_HEAD] for word in OPENERS | PEOPLE)
_GAP = pattern(r" (?=[A-Z])(?<![.!?:;–—”\"’)] )")

# After these a name or title may follow, and no sentence ends with them.
_LEADING = words(
    "the a an and or but nor of for with by from as than like per via versus vs into onto "
    "upon between among during because although though if when while where which who whose that "
    "what how why is are was were been am being my your his her its their our this these those "
    "very no any each every some many most more new old former late de la le el der die das du "
    "van von di da et e y und called titled named entitled dubbed labelled labeled headlined "
    "captioned tagged play plays song songs film films movie movies novel book books series hymn "
    "poem show shows programme program podcast podcasts band group album single campaign magazine "
    "newspaper paper website site app game musical documentary drama sitcom comedy column blog "
    "newsletter exhibition episode chapter section slogan motto brand charity festival tour track "
    "hit anthem ballad essay article memoir memoirs bestseller classic theme question "
    "reads read says asks asked asking wonder wondering saying think thinking to in on at retailer "
    "firm company journal daily weekly publication collective two three four five six seven eight "
    "nine ten both other"
)
# After these and a comma, words that were said or thought may follow without quotation marks.
_SAYING = words(
    "said saying ask thought thinks wondered write wrote writes add added adds answered replied "
    "reply means meant answer know knew realized realised told tweeted announced shouted yelled "
    "cried responded explains explained claim claims heard declared argued insisted"
)
_TELLING = words("at told tells telling after before including say including")
_LED = pattern(r"[A-Z][\w.’'-]*(?: (?:[A-Z][\w.’'-]*|de|of|the|and|van|von)){0,4}[,’']? ?[a-z’']+")
# Those after which a sentence may begin all the same, with a word that is in no title.
_LAST = words(
    "is was on in be asked says site company firm group campaign show paper program programme new "
    "old more most game website charity festival course question firm track to"
)
_SUBJECTS = words("He She It They We There")
_STYLES = words("Majesty Highness Excellency Holiness Honour Honor Grace Royal Eminence")
_HOLY = words("he his")
_GODS = words("god lord jesus christ allah")
_LETTERED = words("category article class grade group plan section type team level part vitamin")
_AFTER_LETTERS = words("to and or is was has will event")
_ANYTHING = words("But He She They However Meanwhile")
# After these another capital shows a title: “Tour Down Under”, “In Touch”, “For the People Act”.
_IN_TITLES = words("The In For Down At On With From To Over Up Out")
_MARKED = frozenset("*_>[")  # in the source, before words that are set off: a title


def run_together(doc: Document, mark: str = "") -> Iterator[Bare]:
    """Where a sentence begins without a stop before it: “on the pier He said so.”

    Args:
        doc: the draft.
        mark: what is between the two instead of the stop: nothing, or a comma.
    """
    text, gap = doc.text, f"{mark} "
    for at in _openings(text):
        end = at - len(gap)
        if text[end:at] != gap or not text[end - 1 : end].isalnum():
            continue
        word = text[at : at + _LONGEST].partition(" ")[0].replace("’", "'").partition("'")[0]
        comma = word[-1:] == ","
        word = word.rstrip(",")
        rest = text[at : at + _REACH].partition(" ")[2]
        last = text[max(0, end - _LONGEST) : end].rpartition(" ")[2]
        if not _may_begin(word, rest, comma) or not _may_end(last, word, rest[:1]):
            continue
        if mark and (last in _SAYING or not rest[:1].islower()):
            continue
        if word in _IN_TITLES and any(one[:1].isupper() for one in rest.split(" ", 2)[:2]):
            continue
        if _is_run(doc, at, word, rest):
            yield Bare(Span(end - len(last), at + len(word)), f"“{word}” begins a new sentence.")


@lru_cache(maxsize=4)
def _openings(text: str) -> tuple[int, ...]:
    """Where words that may open a sentence begin, with a capital, though none has ended."""
    found = (match.end() for match in _GAP.finditer(text))
    return tuple(at for at in found if text[at : at + _HEAD] in _HEADS)


def _may_begin(word: str, rest: str, comma: bool) -> bool:
    """Whether a capitalised word and what follows it may be the beginning of a sentence."""
    first = rest.partition(" ")[0].replace("’", "'")
    if first in _STYLES:
        return False
    if word in PEOPLE and word not in OPENERS:
        return not comma and first in VERBS
    if word not in OPENERS:
        return False
    if (comma and word in _SUBJECTS) or (word == "A" and first in _AFTER_LETTERS):
        return False
    if first[:1].islower():
        return first.rstrip(",").replace("-", "").replace("'", "").isalpha()
    return word in BEFORE_NAMES and _LED.match(rest) is not None


def _may_end(last: str, word: str, after: str) -> bool:
    """Whether a sentence may end with a word that has no stop."""
    if last.islower():
        if last in _LEADING:
            return word in _ANYTHING and last in _LAST and after.islower()
        return last.isalpha() and (word != "A" or last not in _LETTERED)
    if not last.isalnum() or word in PEOPLE or word == "A":
        return False
    if last[0].isdigit() or last in WEEK:
        return after.islower() or word in AFTER_NAMES
    return word in AFTER_NAMES and (after.islower() or word in _ANYTHING)


def _is_run(doc: Document, at: int, word: str, rest: str) -> bool:
    """Whether two clauses of one paragraph meet there, neither of them a title or verse."""
    slot, sentence = doc.slot_at(at), doc.sentence_at(at)
    if slot is None or slot.kind not in _KINDS or sentence is None:
        return False
    before = doc.text[max(sentence.start, at - _BACK) : at]
    after = doc.text[at + len(word) : min(sentence.end, at + _REACH)]
    if before.count(" ") < _FEWEST or after.count(" ") < _FEWEST - (word in _SUBJECTS):
        return False
    if before.rfind("‘") > before.rfind("’ "):
        return False  # a line of a song, or a title
    if before.count(" ") < _LONG and not FINITE.search(before):
        return False
    if word not in _SUBJECTS and not FINITE.search(after):
        return False
    if (
        (word not in _SUBJECTS and _is_titled(before))
        or doc.is_verbatim((at - 1, at + 1))
        or _is_line_end(doc, at - 1)
    ):
        return False
    if word == "The" and rest[0].isupper() and not _is_article(doc, before, rest):
        return False
    start = doc.to_source(Span(at, at + 1)).start
    if doc.source[start - 1] in _MARKED:
        return False
    if word.lower() in _HOLY and doc.words.among(_GODS):
        return False
    quote = doc.quote_at((at, at + 1))
    if quote is not None and quote.span.end - quote.span.start < _SPEECH:
        return False
    last = before.split()[-1]
    if last[:1].isupper() and doc.text.count(f"{last} {word} ") > 1:
        return False  # Mr. Liu He
    return not _is_meant(doc, f" {word} {rest.partition(' ')[0]}", at)


def _is_article(doc: Document, before: str, rest: str) -> bool:
    """Whether “The” before a name is not part of it: the story has “the” before it, too."""
    last = before.split()[-1]
    name = rest.partition(" ")[0].rstrip(",.")
    if last in _TELLING or last.endswith("ed"):
        return False
    return len(name) > 2 and f" the {name} " in doc.text


def _is_meant(doc: Document, opening: str, at: int) -> bool:
    """Whether two words are in the middle of another sentence, too, as those of a name are."""
    place = doc.text.find(opening)
    while place >= 0:
        if place + 1 != at and doc.text[place - 1 : place].isalpha():
            return True
        place = doc.text.find(opening, place + 1)
    return False


def _is_titled(text: str) -> bool:
    """Whether most words have capitals, as headlines have."""
    long = [word for word in text.split()[1:] if len(word) > 3]
    return 3 * sum(not word[0].islower() for word in long) > 2 * len(long)


def _is_line_end(doc: Document, at: int) -> bool:
    """Whether the space at an offset is a hard line break: a line of verse needs no stop."""
    start, end = doc.to_source(Span(at, at + 1))
    return BREAK.search(doc.source, (start, end + 1)) is not None
