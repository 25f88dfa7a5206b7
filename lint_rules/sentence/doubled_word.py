"""A word typed twice."""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Rule,
    Sequence,
    Severity,
    Span,
    pattern,
)
from lint_rules._shared.parts import parts
from lint_rules._shared.prose import WORDED
from lint_rules.sentence import _doubled_lists as _lists
from lint_rules.sentence import _doubled_names, _needed_twice

TYPE_CHECKING = False
_WIDEST = 4  # code points between the two, all of them spaces
# A label that newsrooms put before a headline or a lead; a name there would be a speaker's.
_LABEL = pattern(
    r"(?:HED|HEAD|HEADLINE|DEK|DECK|SUB|SUBHED|SUBHEAD|TITLE|LEDE|LEAD|CAPTION|CUTLINE|SUMMARY"
    r"|UPDATED?|BREAKING|LIVE|Hed|Headline|Dek|Deck|Subhed|Title|Lede|Caption|Cutline|Summary"
    r"|Updated?|Breaking|Live): "
)
_TIES = ("-", "'", "’", "/", "_", "@", "#")  # next to a word they make it part of another

_LONG_ADVERB = 9  # letters of an adverb that nobody repeats for emphasis
_SHORT = 3  # letters of a word that is no exclamation
_SAID = 4  # spaces of a quotation that has more than the two words
_BEFORE = pattern(r"[\w’'] \Z")
_AFTER = pattern(r" [^\W\d_]")
_ARTICLE = pattern(r"\b(?:the|a|an|my|our|his|her|their|your|this)\s\Z")

# A name in italics, of one word twice, is that of a species: *Meles meles*.
_ITALIC_START = pattern(r"(?<![*_])[*_]\Z|<(?i:em|i|cite)\b[^<>]*>\Z")
_ITALIC_END = pattern(r"[*_](?![*_])|</(?i:em|i|cite)\s*>")


if TYPE_CHECKING:
    _Slip = tuple[int, int, int, str]  # first, second, length, verdict


class DoubledWord(Rule):
    """No word is repeated by mistake.

    Writers overlook a word typed twice, above all at the end of a line; readers do not, and write
    in about it. Where English needs a word twice (“that that”, “what it is is”, “came in in May”),
    the words around it decide; “no no”, words doubled for emphasis and names such as Walla Walla
    are left alone. In quoted speech the rule only asks: nobody is quoted stumbling over a word in
    the middle of a sentence.
    """

    id = "sentence/doubled-word"
    version = 2
    severity = Severity.FIX
    examples = (
        Good("He knew that that was so, and that she had had enough."),
        Good("They moved to Walla Walla with a band called Duran Duran."),
        Good("“It was cold, cold as ice ice,” he said."),
        Bad("“I saw [[the the]] ship,” he said."),
        Bad("“We live right [[by by]] the old pier,” he said."),
        Good("What they paid for for years is gone, and the rest was carried on on Monday."),
        Good("It was very, very cold. Cold cold facts were told, and told again."),
        Good("Hello hello! We are open again, and the sign said jk jk."),
        Bad("Boats came back to [[the the]] harbour on Monday.",
            "Boats came back to the harbour on Monday."),
        Good("She came in in May, weighing in in their favour."),
        Bad("The fee was introduced [[in in]] 1998.", "The fee was introduced in 1998."),
        Bad("It was late. [[He He]] spoke first.", "It was late. He spoke first."),
        Bad("[[The the]] harbour is open again after the storm.",
            "The harbour is open again after the storm."),
        Bad("Bridge to close [[for for]] repairs\n\nIt is old.",
            "Bridge to close for repairs\n\nIt is old."),
        Bad("<table><tr><td>Fees for [[the the]] pier</td></tr></table>",
            "<table><tr><td>Fees for the pier</td></tr></table>", format="html"),
        Bad('<p>Boats.</p><img src="b.png" alt="Boats in [[the the]] harbour">',
            '<p>Boats.</p><img src="b.png" alt="Boats in the harbour">', format="html"),
        Good("<p>He left <del>the</del> <ins>the</ins> pier.</p>", format="html"),
        Good("They saw and ![map](m.png) and the port.", format="markdown"),
        Bad("The council will [[reduce  reduce]] the fee.", "The council will reduce the fee."),
        Good("They may house house guests, and dealers suspect suspect notes. From the look of it "
             "it is old."),
        Good("The firm expects to record record profits and to address address fraud."),
        Bad("It [[lead lead]] the field."),
        Bad("She said [[Mr. Mr.]] Roe had left.", "She said Mr. Roe had left."),
        Bad("They have [[two two]] sons.", "They have two sons."),
        Bad("It cost $[[5 5]] million."),
        Bad("The man [[who who]] called was late.", "The man who called was late."),
        Bad("It was [[so so]] late."),
        Bad("“They took the [[ball ball]] and left,” he said."),
        Bad("“Nobody here [[knows knows]] what the plan is,” he said."),
        Good("“It was done done,” he said. “Help help, it is late,” she said. “A tap tap came.”"),
        Bad("He left on [[Monday Monday]], she said.", "He left on Monday, she said."),
        Bad("It is a [[two-two]]-year plan."),
        Bad("The vote [[was was]] close.", "The vote was close."),
        Bad("She stopped [[on on]] Tuesday to rest."),
        Bad("He said [[that that]] the port was shut.", "He said that the port was shut."),
        Bad("HED: Bridge [[to to]] reopen", "HED: Bridge to reopen"),
        Good("What it is is a scandal, and the man he was was gone. The will will be read."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the words that are repeated in a row."""
        found = [
            *(self._finding(doc, one) for one in _slips(doc)),
            *(self._of_name(doc, one) for one in _doubled_names.slips(doc)),
        ]
        if found:
            own = {*doc.prose("headline"), *doc.prose(*WORDED)}
            for one in found:
                slot = doc.slot_at(one.span.start)
                counts = slot in own or (slot is not None and _LABEL.match(doc.text, slot.span))
                if counts and not doc.is_in_tag(one.span):
                    yield one

    def _of_name(self, doc: Document, one: _doubled_names.Twice) -> Finding:
        words = doc[one.cut : one.span.end].lstrip(" -")
        if one.is_asked or doc.quote_at(one.span):
            return self._asked(one.span, words, "The same word or figure appears twice in a row.")
        return self.delete(
            (one.cut, one.span.end),
            f"“{words}” is repeated.",
            title=f"Delete the second “{words}”",
            marked=one.span,
            evidence="The same word appears twice in a row.",
        )

    def _asked(self, span: Span, word: str, why: str) -> Finding:
        message = f"“{word}” is repeated: is it meant?"
        return self.find(span, message, evidence=why, severity=Severity.ASK)

    def _finding(self, doc: Document, one: _Slip) -> Finding:
        first, second, length, verdict = one
        end = second + length
        if doc.quote_at((first, end)):
            return self.find(
                (first, end),
                f"“{doc[first : first + length]}” is repeated: was it said twice?",
                evidence="The same word appears twice in a row, in a quotation.",
                severity=Severity.ASK,
            )
        word = doc[first : first + length]
        if word.lower() in _lists.BOTH:
            why = "The word is a noun and a verb, so copy may need it twice."
            return self._asked(Span(first, end), word, why)
        if verdict == "ask":
            why = "A sentence seldom needs the word twice in a row."
            return self._asked(Span(first, end), word, why)
        is_first = _is_first_apart(doc, first, second, end)
        return self.delete(
            (first, second) if is_first else (first + length, end),
            f"“{doc[first : first + length]}” is repeated.",
            title=f"Delete the {'first' if is_first else 'second'} “{doc[second:end]}”",
            safe=True,
            marked=(first, end),
            evidence="The same word appears twice in a row.",
        )


def _is_one_text(doc: Document, first: int, end: int) -> bool:
    """Whether two places are in one paragraph or item, and not a species’ name in italics."""
    slot = doc.slot_at(first)
    if slot is None or end > slot.span.end or "\n\n" in doc[first:end]:
        return False
    start, stop = doc.to_source(Span(first, end))
    before, after = doc.source[max(0, start - 40) : start], doc.source[stop : stop + 8]
    return not (_ITALIC_START.search(before) and _ITALIC_END.match(after))


def _is_first_apart(doc: Document, first: int, second: int, end: int) -> bool:
    """Whether markup begins between the words, so that the first can go without harm to it."""
    if doc.text[first].isupper():
        return False
    gap = doc.to_source(Span(first + (end - second), second))
    inner = doc.source[gap.start : doc.to_source(Span(second, end)).start]
    return inner != doc[first + (end - second) : second] and inner[:1] == " " and "\n" not in inner


def _slips(doc: Document) -> Iterator[_Slip]:
    """Words repeated by mistake, in one paragraph, with nothing but space between the two."""
    for first, second, length, verdict in _pairs(doc):
        if doc[first + length : second].isspace() and _is_one_text(doc, first, second + length):
            yield first, second, length, verdict


def _pairs(doc: Document) -> Iterator[_Slip]:
    """Repeated words: where each begins, where its repeat begins, its length, and the verdict."""
    words = doc.words
    for at in words.doubled:
        word = words.word_at(at)
        starts, length = words.starts(word), len(word)
        place = bisect_left(starts, at)
        if place + 1 >= len(starts) or not _may_be_slip(word):
            continue
        second = starts[place + 1]
        if second - at - length > _WIDEST or _is_thrice(starts, place, length):
            continue
        if _is_slip(doc, word, at, second):
            verdict = _verdict(doc, word, at, second + length)
            if verdict:
                yield at, second, length, verdict


def _verdict(doc: Document, word: str, first: int, end: int) -> str:
    """“fix”, “ask” or nothing, for a word that some sentences need twice; else “fix”."""
    if doc.quote_at((first, end)) and word not in _lists.NEVER_SAID:
        return "ask" if _is_said_once(doc, word, first, end) else ""
    if word in _needed_twice.KNOWN:
        return _needed_twice.verdict(doc, word, first, end)
    if word in _lists.NEVER_SAID and word != "it":
        return "fix"
    return _needed_twice.of_other(_needed_twice.Place(doc, word, first, end))


def _is_said_once(doc: Document, word: str, first: int, end: int) -> bool:
    """Whether nobody says a word twice in the middle of a sentence, not even for emphasis."""
    quote = doc.quote_at((first, end))
    if quote is None or len(word) < _SHORT or doc[quote.inner].count(" ") < _SAID:
        return False
    before = doc.before(first, 24)
    if not (
        _ARTICLE.search(before) or (_BEFORE.search(before) and _AFTER.match(doc.after(end, 2)))
    ):
        return False
    if word in _needed_twice.KNOWN:
        return word in _needed_twice.COUNTED and bool(_needed_twice.verdict(doc, word, first, end))
    return word not in _lists.GRAMMAR and bool(parts(word))


def is_doubled_in_english(word: str) -> bool:
    """Whether good copy may have that word (in lower case) twice in a row."""
    if word.endswith("ly") and word not in _lists.PLAIN_LY:
        return len(word) < _LONG_ADVERB or word in _lists.STRONG_LY
    return word in _lists.GRAMMAR or word in _lists.MEANT


def _may_be_slip(word: str) -> bool:
    """Whether no sentence needs that word twice in a row."""
    if len(word) < 2 and word != "a":
        return False
    if word in _needed_twice.KNOWN:
        return True
    return word.isascii() and word.isalpha() and not is_doubled_in_english(word)


def _is_slip(doc: Document, word: str, first: int, second: int) -> bool:
    """Whether the two words are the paper's own, whole, in lower case and in one sentence."""
    text, end = doc.text, second + len(word)
    again = text[second:end]
    if again != word and (word not in _lists.SUBJECTS or again != text[first : first + len(word)]):
        return False
    if text[first + 1 : first + len(word)] != word[1:]:
        return False
    if text[first] != word[0] and not _opens(doc.before(first, 3)):
        return False
    if first and text[first - 1] in _TIES:
        return False
    if text[end : end + 1] in _TIES and text[end + 1 : end + 2].isalnum():
        return False
    if text[end : end + 1].isalnum():
        return False  # knight knight42
    before = doc.before(first, 24).lower().split()[-1:]
    if before and before[0] in {
        "for": _lists.TAKE_FOR,
        "in": _lists.TAKE_IN,
        "to": _lists.TAKE_TO,
    }.get(word, ()):
        return False
    return not doc.is_verbatim((first, end))


def _opens(before: str) -> bool:
    """Whether a sentence may begin after that, so that a capital proves nothing."""
    before = before.rstrip(" “\"‘'(")
    return not before or before[-1] in ".!?:\n—–"


def _is_thrice(starts: Sequence[int], place: int, length: int) -> bool:
    """Whether the word appears three times in a row: that is deliberate, or sung."""
    around = starts[max(0, place - 1) : place + 3]
    return sum(b - a - length <= _WIDEST for a, b in pairwise(around)) > 1
