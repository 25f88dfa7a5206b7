"""spelling/split-word: a word with a space inside."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, Span, pattern
from lint_rules._shared.prose import words
from lint_rules._shared.spelled import TWO, is_known, near, rank, unknown
from lint_rules.spelling import _meant_words, _pieces

# The words that a lone letter may belong to; longer ones are looked up.
_SMALL = words(
    "in of to is it on as at an and the was for with that from have has had his her are were this "
    "not but by be or he she they will who which their been would when than into"
)
_BEGUN = words("th wit fro wa hav tha wer thei")  # what a lone letter may be the end of
_DETERMINERS = words("the a an his her its their our my this that these those")
_MATHS = words("or as an at on be in")  # between letters that stand for something: f or g
# Nouns with which “ed” is short for education.
_EDUCATION = words(
    "special phys higher sex op driver drivers adult general early physical teacher board jr ted mr"
)
_COMMON, _RARE, _OFTEN = 40, 30, 50  # rank of a word that was meant
_SHORTEST = 5  # letters of what the parts make
_TIES = frozenset(("'", "’", "‘", "`", "′", "-", ".", "&", "/", "@", "#"))
_FAR = 14  # code points
_BEFORE = pattern(r"(?<![\w‘`′’'.@#/&-])[A-Za-z]{1,12} \Z")
_AFTER = pattern(r" [a-z]{1,12}(?![\w’'@/&-]|\.\w)")


class SplitWord(Rule):
    """There is no space inside a word.

    A space inside a word is a slip of the thumb, or what is left of a large initial or of a line
    that was broken: “W ashington”, “ship ed”, “i n”. Only where at least one part is not a word and
    both together are a common one.
    """

    id = "spelling/split-word"
    severity = Severity.FIX
    accepts = True
    yields_to = ("spelling/typo", "sentence/real-word", "house")
    examples = (
        Bad("He is [[i n]] town.", fixed="He is in town."),
        Bad("It left [[t he]] port.", fixed="It left the port."),
        Bad("The [[ship ed]] goods came.", fixed="The shipped goods came."),
        Bad("It was a [[c ostly]] error.", fixed="It was a costly error."),
        Bad("[[W ashington]] waits.", fixed="Washington waits."),
        Bad("An [[invest ment]] was made.", fixed="An investment was made."),
        Bad("We met [[onlyt he]] clerk.", fixed="We met only the clerk."),
        Bad("They ran [[agains the]] wall.", fixed="They ran against the wall."),
        Bad("It is under [[threath as]] ever.", fixed="It is under threat as ever."),
        Good("Vitamin d is in it, special ed is not; plan b and section c are open."),
        Good("Let x be an n and f or g a map; a, b and c follow. The D in it is big."),
        Good("“T he boy” is a poem. He is ed. of a paper, and M. ing spoke."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the neighbours of what is not a word, of lone letters and of endings."""
        text, done = doc.text, set[Span]()
        pieces = [word for word in unknown(doc) if len(word) > 2]
        known = sorted(doc.words.among(_pieces.looked_for()))
        for piece in (*pieces, *known):
            for start in doc.words.starts(piece):
                if text[max(0, start - 1) : start] in _TIES or text[start] == "I":
                    continue
                if len(piece) > 1 and text[start].isupper() and piece not in pieces:
                    continue  # a name; what is behind it is found by itself
                span = Span(start, start + len(piece))
                whole = _whole(text, span, piece)
                found = (*whole, True) if whole else _shifted(text, span)
                if found is None or found[0] in done or not _is_prose(doc, found[0]):
                    continue
                done.add(found[0])
                yield self._finding(doc, *found)

    def _finding(self, doc: Document, span: Span, right: str, sure: bool) -> Finding:
        shown = doc.text[span.start : span.end]
        if not sure:
            return self.replace(
                span,
                right,
                f"Is “{shown}” meant to be “{right}”?",
                evidence="One of the two is not a word.",
                severity=Severity.ASK,
            )
        return self.replace(
            span,
            right,
            f"“{shown}” should be {'' if ' ' in right else 'one word: '}“{right}”.",
            evidence="A part of it is not a word.",
            title="Move the space" if " " in right else "Delete the space",
        )


def _is_prose(doc: Document, span: Span) -> bool:
    return _meant_words.is_read(doc, span) and _meant_words.stands_alone(doc.text, span)


def _whole(text: str, span: Span, piece: str) -> tuple[Span, str] | None:
    """The word that a piece is a part of, with what stands before it or behind it."""
    start, end = span
    before = (
        _BEFORE.search(text, Span(max(0, start - 14), start)) if text[start].islower() else None
    )
    if before is not None and (right := _joined(before[0][:-1], text[start:end])):
        return Span(before.start(), end), right
    after = _AFTER.match(text, Span(end, min(len(text), end + _FAR)))
    if (
        after is not None
        and piece not in _pieces.ENDINGS
        and (right := _joined(text[start:end], after[0][1:]))
    ):
        return Span(start, after.end()), right
    return None


def _shifted(text: str, span: Span) -> tuple[Span, str, bool] | None:
    """Two words of which the space stands a letter too early or too late: o fthe, tot he.

    And whether that is sure.
    """
    start, end = span
    if not text[start:end].islower():
        return None
    before = _BEFORE.search(text, Span(max(0, start - _FAR), start))
    if before is not None and (moved := _moved(before[0][:-1], text[start:end]))[0]:
        return Span(before.start(), end), *moved
    after = _AFTER.match(text, Span(end, min(len(text), end + _FAR)))
    if before is not None and before[0][:-1].lower() in _DETERMINERS:
        return None  # a noun: the org as
    if after is not None and (moved := _moved(text[start:end], after[0][1:]))[0]:
        return Span(start, after.end()), *moved
    return None


def _moved(first: str, second: str) -> tuple[str, bool]:
    """Two pieces with the space a letter further on or back; empty if that makes no words.

    If one of the two is a word as it is, the other may rather have a letter too many or too few
    (agains the, threath as, her elationships): so it is written then, and that is not sure.
    """
    if _is_common(first) and _is_common(second):
        return "", True
    for one, other in ((first + second[0], second[1:]), (first[:-1], first[-1] + second)):
        low = one.lower()
        if (low in _SMALL and _fits(other)) or (other in _SMALL and _fits(low)):
            if _is_likelier((first, second), (low, other)):
                return f"{one} {other}", True
            right = f"{one} {second}" if _is_common(second) else f"{first} {other}"
            return right, False
    return "", True


def _is_likelier(shown: tuple[str, str], moved: tuple[str, str]) -> bool:
    """Whether the space was moved rather than a letter added or dropped next to it."""
    if moved[1] == "the" or {*moved} <= _SMALL:
        return not _is_common(shown[1]) or len(moved[1]) > len(shown[1])
    return not (_is_common(shown[0].lower()) or _is_common(shown[1]))


def _fits(word: str) -> bool:
    return word in _SMALL or rank(word) >= _OFTEN


def _joined(first: str, second: str) -> str:
    """The word that two pieces make, as it should be written; empty if they make none."""
    low, piece = first.lower(), second.lower()
    whole = low + piece
    if (len(first) > 1 and first.isupper()) or low in _EDUCATION:
        return ""
    if len(first) > 1 and not first.islower() and is_known(low) and is_known(piece):
        return ""
    if len(whole) < _SHORTEST:
        fits = (
            whole in _SMALL
            and piece not in _MATHS
            and not _are_words(low, piece)
            and first.islower()
        )
        return whole if fits and (len(first) == 1 or first in _BEGUN) else ""
    if len(low) == 1 and is_known(piece):
        return ""
    if piece in _pieces.ENDINGS:
        return _with_ending(first, piece)
    if len(piece) == 1 or _are_words(low, piece):
        return ""
    return _as(first, whole) if rank(whole) >= _COMMON else ""


def _are_words(first: str, second: str) -> bool:
    """Whether both pieces are common words of more than one letter."""
    return _is_common(first) and _is_common(second)


def _is_common(word: str) -> bool:
    return word in TWO or (len(word) > 2 and rank(word) >= _RARE)


def _with_ending(first: str, ending: str) -> str:
    whole = first.lower() + ending
    if len(first) < 3 or rank(whole) >= _COMMON:
        return _as(first, whole) if len(first) >= 3 else ""
    doubled = first.lower() + first[-1].lower() + ending
    return _as(first, doubled) if rank(doubled) >= _RARE else ""


def _as(first: str, whole: str) -> str:
    named = next((one.word for one in near(whole) if one.word.lower() == whole), whole)
    return named if first.islower() else named[0].upper() + named[1:]
