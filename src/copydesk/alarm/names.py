"""Which words of a story are names."""

from __future__ import annotations

from html import unescape
from itertools import zip_longest

from copydesk.alarm.tokens import Token, is_next, tokens
from copydesk.alarm.words import CALENDAR, FUNCTION, GENERIC, GIVEN, SURNAMES, TITLES, is_common
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ENDS = ".!?…:;"
_OPENING = " \t\u00a0\"'“‘«„([{*_#>|-–—•·/\\"
_OPENERS = ("“", '"', "«", "-", "•", "|", "#", ">")
_SENTENCE_ENDS = (".", "!", "?", "”", '"')
_CLOSING = "”\"’'»)"
_BEFORE_PLACES = ("in", "at", "near", "from", "to", "across", "outside", "around", "via")
_BEFORE = 60  # characters before a word in which its sentence may begin
_SHORT = 3  # letters; words of a headline that need no capital may be as short as this
_MOST_OF = 0.6  # share of the words of a line in capitals that makes it a headline
_BREAK = compiled(r"[\n<>]")
_INITIAL = compiled(
    r"(?:\b[^\W\d_]|\b(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Col|Prof|Rev|St|Lt|Sgt|Capt|vs?|No))\Z"
)


class Story:
    """The words of a draft, by which names are told from other words.

    Args:
        text: the whole story as readers see it.
    """

    def __init__(self, text: str) -> None:
        words = [one for one in tokens(text) if one.kind == "word"]
        self.words = frozenset(one.text.lower() for one in words)
        self._lower = frozenset(one.text for one in words if one.text.islower())
        lines = _Lines(text)
        inside = (one for one in words if has_capital(one) and not lines.may_begin(one))
        self._named = frozenset(one.text.lower() for one in inside)

    def names(self, source: str) -> Iterator[tuple[Token, str]]:
        """Each word in a source that is a name, or a part of one, and its kind."""
        words = [one for one in tokens(source) if one.kind == "word"]
        lines = _Lines(source)
        run = 0  # words of a name directly before this one
        last: Token | None = None
        for one, following in zip_longest(words, words[1:]):
            joins = last is not None and is_next(source, last, one)
            leads = following is not None and is_next(source, one, following)
            run = run if joins else 0
            after = run or int(joins and last is not None and last.text.lower() in TITLES)
            to_name = leads and self._may_be_name(following, lines)
            negated = leads and following.text in ("t", "T")  # don’t
            is_name = has_capital(one) and not negated
            if is_name and self._is_name(one, lines, after, to_name):
                yield one, _kind(last, after > 0, to_name)
                run += 1
            else:
                run = 0
            last = one

    def _is_name(self, one: Token, lines: _Lines, after: int, to_name: bool) -> bool:
        """Whether a word with a capital is a name; ``after`` counts words of a name before it."""
        word, begins = _plain(one), lines.may_begin(one)
        if word in CALENDAR or word in GENERIC:
            return after > 0 and (word in GIVEN or word in SURNAMES)
        if len(word) < 2 or (word in FUNCTION and (begins or word not in GIVEN)):
            return False
        if not begins or word in self._named:
            return True
        if is_common(word) or word in self._lower:
            return after == 1 or (word in GIVEN and to_name)
        return True

    def _may_be_name(self, one: Token, lines: _Lines) -> bool:
        word = _plain(one)
        if not has_capital(one) or len(word) < 2:
            return False
        if word in FUNCTION or word in GENERIC or word in CALENDAR:
            return False
        return word in self._named or not (is_common(word) and lines.may_begin(one))


def has_capital(one: Token) -> bool:
    """Whether a word has a capital letter."""
    return unescape(one.text) != unescape(one.text).lower()


def _plain(one: Token) -> str:
    return unescape(one.text).lower()


def _kind(last: Token | None, follows_name: bool, to_name: bool) -> str:
    if to_name and not follows_name:
        return "given"
    if last is not None and last.text.lower() in _BEFORE_PLACES and not follows_name:
        return "place"
    return "surname"


class _Lines:
    """Where sentences, headlines and the like may begin in a source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._titles: dict[tuple[int, int], bool] = {}

    def may_begin(self, one: Token) -> bool:
        """Whether any word would have a capital in the place of this one."""
        start = one.span.start
        before = self._source[max(0, start - _BEFORE) : start]
        head = before.rstrip(_OPENING)
        if not head.strip() or head.endswith("\n"):
            return True
        head = head.rstrip()
        opened = before[len(head) :].strip()
        if head[-1] in _ENDS:
            return not (head[-1] == "." and _INITIAL.search(head[:-1]))
        if head[-1] in _CLOSING and head[-2:-1] in _ENDS:
            return True
        return opened.startswith(_OPENERS) or self._is_headline(one)

    def _is_headline(self, one: Token) -> bool:
        """Whether most words of the line begin with a capital."""
        start = self._source.rfind("\n", 0, one.span.start) + 1
        start = max(start, self._source.rfind(">", start, one.span.start) + 1)
        end = _BREAK.search(self._source, one.span.end)
        line = (start, end.start() if end else len(self._source))
        if line not in self._titles:
            self._titles[line] = _is_title_case(self._source[slice(*line)])
        return self._titles[line]


def _is_title_case(line: str) -> bool:
    """Whether most long words of a line have a capital, and it does not end like a sentence."""
    words = [one for one in line.split() if one[:1].isalpha() and len(one) > _SHORT]
    capitals = sum(one[0].isupper() for one in words)
    is_sentence = line.rstrip()[-1:] in _SENTENCE_ENDS
    return len(words) > 2 and capitals > _MOST_OF * len(words) and not is_sentence
