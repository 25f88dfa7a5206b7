"""Words typed for others that the words around do not fit."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, pattern
from lint_rules._shared.prose import WORDED, words
from lint_rules.sentence import _sound_frames
from lint_rules.sentence._confusions import doubtful, judge

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk import Slot
    from lint_rules.sentence._confusions import Other

_NAMING = tuple("“”\"‘’'")  # on both sides of a word that is spoken of
_TIES = tuple("[]/*_-‑@#<>=&")
# Your not having it, your B plan.
_OF_YOURS = pattern(r" (?:not [a-z]+ing (?!to\b)[a-z]+|[A-Z]\b)")
_BRACKETS = tuple("[(")
# Words that are judged where they open a sentence.
_OPENING = words("its it's there their they're your you're whose who's then we're where")
_REACH = 64  # code points on each side that are read then


class ConfusedWord(Rule):
    """No word stands where only another one, which looks or sounds alike, fits.

    “Its a bad plan”, “the county of Peru”, “one if the best”: no spelling checker sees
    them. What goes with each of two words was learned from 29 million words of
    openly licensed text; the rule asks where the neighbours on both sides speak for the
    other word. Quotations are checked too, for the spelling in them is the writer's.
    """

    id = "sentence/confused-word"
    severity = Severity.ASK
    yields_to = ("sentence/real-word", "sentence/whose-who", "sentence/lost-word", "spelling/typo")
    examples = (
        Good("The county said that its plan was there for their use, and it’s their turn."),
        Good("It was one of the best, and they were glad to be part of it."),
        Bad("The company lost [[it’s]] way.", fixed="The company lost its way."),
        Bad("They went to see [[there]] new house.", fixed="They went to see their new house."),
    )

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at each confusable word whose neighbours go better with another."""
        for slot in doc.prose("headline", *WORDED, "block-quote"):
            yield from self._in_slot(doc, slot)

    def _in_slot(self, doc: Document, slot: Slot) -> Iterator[Finding]:
        start, end = slot.span
        found = doubtful(doc.text[start:end])
        if not found:
            return
        for number, word in found:
            rest = doc.text[start:end].split(None, number)[number]
            token = rest.split(None, 1)[0]
            yield from self._at(doc, slot, end - len(rest) + _start(token, word), word)

    def _at(self, doc: Document, slot: Slot, first: int, word: str) -> Iterator[Finding]:
        last = first + len(word)
        written = doc.text[first:last]
        if not _counts(doc, slot, first, written):
            return
        left = doc.text[max(slot.span.start, first - _REACH) : first]
        right = doc.text[last : min(slot.span.end, last + _REACH)]
        found = judge(word, left, right)
        if found is None or doc.is_verbatim((first, last)):
            return
        if not _sound_frames.is_sound(word, found[0].word, left, right):
            yield self._finding(written, (first, last), found[0])

    def _finding(self, written: str, span: tuple[int, int], meant: Other) -> Finding:
        right = meant.word.capitalize() if written[0].isupper() else meant.word
        if "’" in written or "'" not in written:
            right = right.replace("'", "’")
        return self.replace(
            span,
            right,
            f"Is “{written}” meant, or “{right}”?",
            evidence=f"The words around it go with “{right}”.",
        )


def _counts(doc: Document, slot: Slot, at: int, written: str) -> bool:
    """Whether a word is used and not named, and no name itself.

    A capital is that of a sentence's first word, and only common words are judged there.
    """
    around = doc.text[max(slot.span.start, at - 1) : at], doc.after((at, at + len(written)), 2)
    if around[0] in _NAMING and around[1].lstrip(".,")[:1] in _NAMING:
        return False
    if around[0] in _TIES or around[1][:1] in _TIES or around[1].strip()[:1] in _BRACKETS:
        return False
    if written in ("your", "Your") and _OF_YOURS.match(doc.after((at, at + len(written)), 24)):
        return False
    if written.islower():
        return True
    if not written[1:].islower() or written.lower() not in _OPENING:
        return False
    before = doc.text[max(slot.span.start, at - 3) : at].rstrip(" “\"‘'(")
    return not before or before[-1] in ".!?:\n—–"


def _start(token: str, word: str) -> int:
    """Where the word begins in what is between two spaces."""
    return token.lower().replace("’", "'").index(word)
