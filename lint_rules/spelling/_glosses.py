"""Acronyms that a story explains: the words before them in brackets, and whether they fit."""

from __future__ import annotations

from copydesk import Document, Iterator, Span, ValueTuple, scan
from lint_rules._shared.names import folded, is_one_edit
from lint_rules._shared.prose import words

_CAPITAL = r"[\"“'‘]?\p{Lu}[\p{L}’'.-]*,?"
_SMALL = r"(?:and|of|for|the|on|in|to|de|des|du|la|&|against|with|by|at)"
_WORDS = rf"(?P<words>{_CAPITAL}(?:[ \u00a0](?:{_SMALL}[ \u00a0]){{0,2}}{_CAPITAL}){{1,8}})"
GLOSSED = scan(
    rf"{_WORDS}"
    r"[”\"’']?[ \u00a0]\([“\"]?(?P<short>\p{Lu}{3,7})[”\"]?\)",
    at=" (",
    before=160,
    after=12,
)
GLOSSED_OR = scan(
    rf"{_WORDS} or [“\"]?(?P<short>\p{{Lu}}{{3,7}})[”\"]?,", at=", or ", before=160, after=14
)
# Parties and armies of other languages keep the letters of theirs.
_FOREIGN = words(
    "party union front movement forces force army congress league workers democratic socialist "
    "communist popular republican liberation revolutionary republic international time standards "
    "standardization federation confederation united"
)


class Gloss(ValueTuple):
    """An acronym in brackets, and the words before it that it may stand for."""

    short: str
    span: Span
    words: tuple[str, ...]
    is_translated: bool  # Norway’s Sea Rescue Society: a description, not the name

    @property
    def initials(self) -> str:
        """The first letters of the last words, as many as the acronym has."""
        return "".join(word[0] for word in self.words[-len(self.short) :])

    @property
    def told(self) -> str:
        """Those words, folded."""
        return " ".join(self.words[-len(self.short) :])

    @property
    def is_slip(self) -> bool:
        """Whether the acronym differs from the initials by a swap, or one of four letters.

        One that has the letters of the words in their order is right, whatever the initials.
        """
        short, right = self.short.lower(), self.initials
        if len(right) != len(short) or not is_one_edit(short, right):
            return False
        if self.is_translated or any(word in _FOREIGN for word in self.words):
            return False
        return sorted(short) == sorted(right) or (len(short) > 3 and not self._has_letters)

    @property
    def _has_letters(self) -> bool:
        letters = iter("".join(self.words))
        return all(letter in letters for letter in self.short.lower())


def glosses(doc: Document) -> Iterator[Gloss]:
    """The acronyms that the story explains, outside code, in order."""
    found = [match for form in (GLOSSED, GLOSSED_OR) for match in form.finditer(doc)]
    for match in sorted(found, key=lambda match: match.start("short")):
        span = Span(*match.span("short"))
        if doc.is_verbatim(span):
            continue
        parts = match["words"].replace("-", " ").replace("\u00a0", " ").split()
        told = [
            folded(part.strip("“”\"'‘’,.")) for part in parts if part.strip("“”\"'")[:1].isupper()
        ]
        if len(told) > 1:
            is_translated = any(part.endswith("'s") for part in told)
            told = [part.removesuffix("'s") for part in told]
            yield Gloss(match["short"], span, tuple(told), is_translated)
