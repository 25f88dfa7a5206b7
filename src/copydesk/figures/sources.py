"""Who says so: the words in a sentence that name a source."""

from __future__ import annotations

from bisect import bisect_left

from copydesk.model.findings import Span
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Sequence

    from copydesk.document import Document

_SAYING = frozenset((
    "said", "says", "according", "told", "reported", "estimates", "estimated", "announced",
    "claimed", "claims", "added", "adds", "wrote", "writes", "testified", "acknowledged", "tells",
))  # fmt: skip
_NAME = (
    r"(?:[A-Z][\w.’'-]*|police|officials?|authorities|prosecutors?|he|she|they|analysts?|experts?"
    r"|researchers?|witnesses|(?:the|a)\s[a-z]+(?:\s[a-z]+)?)(?:\s[A-Z][\w.’'-]*){0,3}"
)
_TO = compiled(r"[Aa]ccording to\s+(?P<who>[^,.;:()“”\n]{2,60})")
_BEFORE = compiled(rf"(?P<who>{_NAME})(?:,[^,\n]{{2,60}},)?\s(?:also\s|have\s|has\s|had\s)?\Z")
_AFTER = compiled(rf"\w+\s(?P<who>{_NAME})")
_ROOM = 90


class Sources:
    """The places of a document at which words name a source."""

    def __init__(self, doc: Document) -> None:
        self._text = doc.text
        words = doc.words
        self._places = sorted(
            place for word in words.among(_SAYING) for place in words.starts(word)
        )
        self._found: dict[int, Span | None] = {}

    def of(self, sentence: Span) -> Span | None:
        """The source that a sentence names first; None if it names none."""
        if sentence.start not in self._found:
            self._found[sentence.start] = self._look(sentence)
        return self._found[sentence.start]

    def _look(self, sentence: Span) -> Span | None:
        places: Sequence[int] = self._places
        for index in range(bisect_left(places, sentence.start), len(places)):
            place = places[index]
            if place >= sentence.end:
                break
            match = self._at(place, sentence)
            if match is not None:
                return Span(*match.span("who"))
        return None

    def _at(self, place: int, sentence: Span) -> re.Match[str] | None:
        text = self._text
        if text[place + 1 : place + 9] == "ccording":
            return _TO.match(text, place, sentence.end)
        match = _BEFORE.search(text, max(sentence.start, place - _ROOM), place)
        return match or _AFTER.match(text, place, sentence.end)
