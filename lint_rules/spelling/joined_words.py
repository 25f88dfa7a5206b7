"""spelling/joined-words: two words without the space between them."""

from __future__ import annotations

from copydesk import Bad, Document, Finding, Good, Iterator, Rule, Severity, Span, pattern
from lint_rules._shared.prose import words
from lint_rules._shared.spelled import rank, unknown
from lint_rules.spelling import _joined, _meant_words

_SHORTEST = 4  # letters
_LONG = 7  # letters of what is rather two words than a name
_MEANT = 2  # times; what a story has more often is a word of its own
# “to5”, “in2024”: a word that a figure follows.
_BEFORE = words(
    "to of in by for at from and than about since until between the over under nearly his her "
    "their its our was were on with just only least most around nearly almost some up down within "
    "after before through during into aged won scored had has have are is below above per "
    "like when where which who that after he she they we it be"
)
_ORDINALS = words("st nd rd th")
_MONTHS = words(
    "january february march april may june july august september october november december"
)
# “10percent”, “4million”: what is counted.
_BEHIND = words(
    "percent per million billion trillion years year people days day hours minutes miles dollars "
    "euros pounds and of from for the was were men women children months weeks votes points "
    "games seats"
)
# Two small words that some list has as one: a name, a word of another language.
_GLUED = words("ofa ina witha anda isa asa toa froma wasa hasa bya tobe tohis toher tothe tosee")
_BETWEEN = pattern(r"[a-z,] [a-z]{3,5} [a-z]")
_OWNERS = words("the its his her their our")
_DIGITS = pattern(r"\d[\d,.]*\d|\d")
_YEAR, _DAY = 4, 2  # digits
_COUNTED, _COMMON = 5, 50  # letters and rank of what is counted
_LONGEST = 24  # code points of a figure

_ENDINGS = frozenset(("a", "an", "as", "at", "in", "is", "it", "of", "on", "to"))


class JoinedWords(Rule):
    """There is a space between two words, and between a word and a figure.

    Pasting from Word and out of a page glues words together, mostly short ones that no reader
    misses: “ofthe”, “to5 percent”, “TheMayor”. A string is taken apart only if both parts are
    common words and one of them holds sentences together, so compounds, coinages and brands are
    left alone.
    """

    id = "spelling/joined-words"
    severity = Severity.FIX
    accepts = True
    yields_to = ("spelling/typo", "house")
    examples = (
        Bad("The members [[ofthe]] council left.", fixed="The members of the council left."),
        Bad("She said [[thatit]] is so.", fixed="She said that it is so."),
        Bad("It is a victory for [[thecouncil]].", fixed="It is a victory for the council."),
        Bad("It rose [[to5]] percent.", fixed="It rose to 5 percent."),
        Bad("She spoke on [[his125th]] birthday.", fixed="She spoke on his 125th birthday."),
        Bad("It was the [[75the]] year.", fixed="It was the 75th year."),
        Bad("Sales rose by [[10percent]].", fixed="Sales rose by 10 percent."),
        Bad("It opens in [[May2025]].", fixed="It opens in May 2025."),
        Bad("[[TheMayor]] left.", fixed="The Mayor left."),
        Bad("He came face to [[faceKelly]] said.", fixed="He came face to face Kelly said."),
        Bad("They won [[avote]] on Monday.", fixed="They won a vote on Monday."),
        Bad("It was part [[ofa]] plan.", fixed="It was part of a plan."),
        Good("The byline of the onscreen inset is offset, and the workforce is understaffed."),
        Good("She took an easyJet flight, wrote for TheWrap, and bought iPhones and mp3 discs."),
        Good("The A38, the M25 and the G20; vitamin B12, in vitro, 5pm, 10km, 3rd and the 1980s."),
        Good("Write to ofthe@example.com, see ofthe.example.com, or #ofthe and @thatit."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Take apart what no list has, then look at the figures."""
        for word in unknown(doc):
            if len(word) >= _SHORTEST:
                yield from self._of_word(doc, word)
        for word in sorted(doc.words.among(_GLUED)):
            yield from self._of_small(doc, word)
        for at in doc.words.figures():
            if (found := _of_figure(doc.text, at)) and _meant_words.is_read(doc, found[0]):
                yield self._finding(*found)

    def _of_word(self, doc: Document, word: str) -> Iterator[Finding]:
        places = doc.words.starts(word)
        if len(places) > _MEANT:
            return
        for start in places:
            span = Span(start, start + len(word))
            shown = doc.text[start : span.end]
            found = _joined.parts(shown) if shown[1:].islower() else _joined.camel(shown)
            if (
                found is None
                or found[0] == found[1]
                or (found[0] in ("a", "an") and _has_alike(doc, word))
            ):
                return
            if _is_read(doc, span) and not (_may_be_name(found) and _is_a_name(doc, span)):
                cut = len(found[0])
                is_short = shown.islower() and found[1] in _ENDINGS
                severity = Severity.ASK if is_short else None  # mailto, humanin
                yield self._finding(span, f"{shown[:cut]} {shown[cut:]}", severity)

    def _of_small(self, doc: Document, word: str) -> Iterator[Finding]:
        text = doc.text
        for start in doc.words.starts(word):
            span = Span(start, start + len(word))
            near = Span(max(0, start - 2), min(len(text), span.end + 2))
            if (
                text[start].islower()
                and _BETWEEN.match(text, near)
                and _meant_words.is_read(doc, span)
            ):
                cut = 2 if word.startswith("to") else -1
                yield self._finding(span, f"{word[:cut]} {word[cut:]}")

    def _finding(self, span: Span, right: str, severity: Severity | None = None) -> Finding:
        if " " not in right:
            return self.replace(span, right, f"Write “{right}”.", evidence="It says which one.")
        return self.replace(
            span,
            right,
            f"Missing space: “{right}”.",
            evidence="Both parts are words, and together they are none.",
            title="Add a space",
            severity=severity,
        )


def _is_read(doc: Document, span: Span) -> bool:
    """Whether a string stands in prose by itself, with no letter left out at its end: rockin’."""
    return (
        _meant_words.is_read(doc, span)
        and _meant_words.stands_alone(doc.text, span)
        and (
            doc.text[span.end : span.end + 1] not in ("'", "’") or _meant_words.is_owner(doc, span)
        )
        and not _meant_words.is_named(doc, span)
    )


def _has_alike(doc: Document, word: str) -> bool:
    """Whether the story has the string twice, or a longer one of it: amusic, amusical."""
    return sum(one.startswith(word) or word.startswith(one) for one in unknown(doc)) > 1 or (
        len(doc.words.starts(word)) > 1
    )


def _may_be_name(found: tuple[str, str]) -> bool:
    """Whether two words are so short that a name may be made of them: Aseem, Bethan."""
    return found[0].lower() in ("a", "an") or len(found[0] + found[1]) < _LONG


def _is_a_name(doc: Document, span: Span) -> bool:
    """Whether a string with one capital may be a name: it opens no sentence, or a name follows."""
    shown = doc.text[span.start : span.end]
    if not shown.istitle():
        return False
    after = doc.after(span.end, 3)
    if not after[:1].isspace() or after.strip()[:1].isupper():
        return True
    before = doc.text[max(0, span.start - 3) : span.start].rstrip(" ")
    return bool(before) and before[-1] not in '.?!:\n“"‘'


def _of_figure(text: str, at: int) -> tuple[Span, str] | None:
    """A figure that is glued to the word before it or behind it, and how it should be."""
    digits = _DIGITS.match(text, Span(at, min(len(text), at + _LONGEST)))
    if digits is None:
        return None
    end, start = digits.end(), at
    while end < len(text) and text[end].isalpha():
        end += 1
    while start and text[start - 1].isalpha():
        start -= 1
    before, figure, behind = text[start:at], digits[0], text[digits.end() : end]
    if before and behind in _ORDINALS:
        figure, behind = figure + behind, ""
    if bool(before) == bool(behind) or not _meant_words.stands_alone(text, Span(start, end)):
        return None
    if behind == "the" and set(text[max(0, start - 6) : start].split()[-1:]) & _OWNERS:
        return Span(start, end), f"{figure}th"  # the 75the anniversary
    if (before and not _is_before(before, figure)) or (behind and not _is_behind(behind)):
        return None
    return Span(start, end), " ".join(filter(None, (before, figure, behind)))


def _is_before(word: str, digits: str) -> bool:
    if word.lower() in _MONTHS and word[0].isupper():
        return len(digits) == _YEAR or (digits.isdecimal() and len(digits) <= _DAY)
    return word in _BEFORE


def _is_behind(word: str) -> bool:
    return word in _BEHIND or (len(word) >= _COUNTED and word.islower() and rank(word) >= _COMMON)
