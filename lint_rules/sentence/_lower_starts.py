"""Lines and sentences after a question that begin in lower case."""

from __future__ import annotations

from copydesk import Document, Iterator, Slot, pattern, scan
from lint_rules._shared.prose import words
from lint_rules.sentence._openers import WEEK

_KINDS = ("paragraph", "block-quote", "list-item", "deck", "caption", "note")
_WORDS = 3  # words on either side of the mark, at least
_SERIES = 4  # words of the questions of a series, which may begin in lower case: where? and why?
_LINE = 5  # words, at least, of a line that is a sentence or a headline
_ITEMS = 3  # items, at least, of a list whose other items begin with a capital
_REACH = 200

CRY = scan(r"(?<=[^\W\d_]{2})[?!] {1,2}(?=[a-z])", at=("?", "!"), before=1, after=4)
# A question, from its first word on.
_ASKS = pattern(
    r"(?:(?:And|But|So|Or|Then|Now|Yet|If so|Well),? )?(?i:who|whom|whose|what|when|where|why|how"
    r"|which|is|are|was|were|am|do|does|did|can|could|will|would|should|shall|may|might|must|has"
    r"|have|had|isn[’']t|aren[’']t|wasn[’']t|weren[’']t|don[’']t|doesn[’']t|didn[’']t|can[’']t"
    r"|couldn[’']t|won[’']t|wouldn[’']t|shouldn[’']t|hasn[’']t|haven[’']t|in what|at what|for whom"
    r"|to whom|by how|on what)\b"
)
_SAID = pattern(
    r"(?:(?!(?:to|not|never|can|could|will|would)\b)[\w’'.,-]+ ){0,6}?(?:asked|asks|ask|said"
    r"|says|say|wondered|wonders|wonder|thought|thinks|cried"
    r"|shouted|demanded|wrote|writes|reads?|replied|mused|inquired|enquired"
    r"|queried|pondered|read|quipped|joked|tweeted|posted|chanted|yelled|screamed|called"
    r"|answered|added)\b"
    r"|(?:goes|went|runs?|came) (?:the|an?|his|her|its|their)\b|(?:[\w’'-]+ ){1,4}?went on to\b"
)
_LISTED = pattern(r"[|/]|\s[–—-]\s|\.\S")  # in titles of pages, bylines and addresses
_CLAUSE = words(
    "the a an he she it they we i this that these those there his her its their our you your in "
    "on "
    "at after before but so when if nobody everyone some many most no not one last for from with "
    "as what who how why where officials police residents critics people another perhaps "
    "maybe still now then yet also because while after all even such "
    "each every both these two three more few several"
)

_GOES_ON = words("is was has had opened opens runs ran")  # about a title
_MORE = words(
    "have has is are do does did can will would should could under over according despite during "
    "since until although though unless without within amid among between about around across "
    "along against toward towards through throughout once soon later earlier meanwhile however "
    "moreover therefore nevertheless nonetheless instead indeed perhaps often sometimes usually "
    "recently currently finally eventually today yesterday tomorrow to of by and or nor either "
    "neither whether which whose whom both all any each well yes "
    "my mine ours hers theirs me him them us don doesn didn won wouldn can't there's"
)


def opens(word: str) -> bool:
    """Whether a word is likely to open a sentence that has lost nothing but its capital."""
    bare = word.replace("’", "'").partition("'")[0]
    return bare in _CLAUSE or bare in _MORE or bare.endswith("ly")


def after_cries(doc: Document) -> Iterator[int]:
    """Where a sentence begins in lower case after a question or an exclamation."""
    for match in CRY.finditer(doc):
        at = match.end()
        sentence, slot = doc.sentence_at(match.start()), doc.slot_at(at)
        if sentence is None or slot is None or slot.kind not in _KINDS:
            continue
        before = doc.text[sentence.start : match.start()]
        after = doc[at : min(slot.span.end, at + _REACH)]
        if not _begins(before, match[0][0], after) or doc.is_verbatim((match.start(), at)):
            continue
        if doc.quote_at((at, at + 1)) is None and doc.quote_at(match.span()) is None:
            yield at


def _begins(before: str, mark: str, after: str) -> bool:
    """Whether a sentence ends at a mark, and another one begins after it."""
    word = after.split(" ", 1)[0]
    if before.count(" ") + 1 < _WORDS or after.count(" ") + 1 < _WORDS:
        return False
    if any(quote in before for quote in '“”"‘('):
        return False
    if _SAID.match(after) or not word.rstrip(",").replace("’", "").isalpha():
        return False
    last = before.rsplit(" ", 1)[-1]
    if mark == "!" or not _ASKS.match(before):
        return (
            (last.islower() or last in WEEK)
            and before[:1].isupper()
            and word.rstrip(",") in _CLAUSE
        )
    if word in ("and", "or", "by", "nor") or _is_title(before, word):
        return False
    end = next((place for place, sign in enumerate(after) if sign in ".?!"), -1)
    if after[end] != "?":
        return True
    return after[:end].count(" ") + 1 > _SERIES and _ASKS.match(after) is not None


def _is_title(before: str, word: str) -> bool:
    """Whether a question is a title that the sentence goes on about: Are We There Yet? opened."""
    later = before.split(" ")[1:]
    return word in _GOES_ON or (len(later) > 1 and all(one[:1].isupper() for one in later))


def odd_lines(doc: Document) -> Iterator[Slot]:
    """Headlines, summaries and items of lists that begin in lower case, unlike those beside "
    "them.
    """
    slots, text = doc.parsed.slots, doc.text
    lower = [
        place
        for place, slot in enumerate(slots)
        if slot.kind in ("headline", "deck", "list-item", "caption")
        and text[slot.span.start].islower()
    ]
    if len(lower) != 1:
        return
    slot = slots[lower[0]]
    line = doc[slot.span]
    lead = slots[lower[0] - 1] if lower[0] else None
    if len(line.split(" ", 1)[0]) == 1 or (lead and text[lead.span.end - 1] not in ".!?:"):
        return
    if line.count(" ") + 1 < _LINE or line.islower() or _LISTED.search(line):
        return
    if slot.kind in ("headline", "deck"):
        yield slot
        return
    alike = [one for one in slots if one.kind == slot.kind and one is not slot]
    ends = {doc.text[one.span.end - 1] for one in alike}
    if line.endswith(".") and len(alike) + 1 >= _ITEMS and ends == {"."}:
        yield slot
