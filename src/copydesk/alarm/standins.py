"""Invented names, and stand-ins of the same shape as a name or a number."""

from __future__ import annotations

from itertools import count, product

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping

# Nobody, and no place, that is in the news. No two of them are one typo apart.
_NAMES: Mapping[str, tuple[str, str]] = {
    "given": (
        "Mirela Tobin Perrin Della Jory Nessa Corin Brida Lorcan Wenna Fabian Siska Gorm Zelda",
        "Edda Ivor Orla Anselm Ilka Otmar Elowen Aubin",
    ),
    "surname": (
        "Tarrow Brandle Pellam Corvane Dellmoor Wendry Holbern Selmor Kestrow Fenwright Marwood"
        " Varlock Rushby Jardrey Lomstead Gattling Nettlow Zandrey",
        "Ashdell Ilvane Orrock Elstow Imberly Arbrook Ebstone Ottrey",
    ),
    "place": (
        "Marlford Hexley Portmere Stanwick Dunmarsh Ferncastle Brackholm Wolderton Kelsmouth",
        "Ashcombe Otterby Ivelham Easterleigh Underholt Orlestone",
    ),
}  # fmt: skip
_ENDINGS = ("", "well", "son", "field", "more", "gate")
_VOWELS = "aeioáéíóàèìòäëïöâêîôåæø"
_LETTERS = ("KVDTGBZPWJ", "FHLMNRSX")  # whose names begin with a consonant, and with a vowel
_SPOKEN = {"0": "0", "1": "1", "11": "18", "18": "11"}  # an 11, an 18
_ACRONYM = 5  # letters; longer words in capitals are names


class StandIns:
    """Gives every name a stand-in, the same one each time.

    Args:
        taken: what stand-ins must not be, in lower case: the words of the draft.
    """

    def __init__(self, taken: Container[str]) -> None:
        self._taken = taken
        self._sources: dict[tuple[str, bool], Iterator[str]] = {}
        self._found: dict[str, str] = {}

    def name(self, word: str, kind: str) -> str:
        """A stand-in for a word of a name, with the same capitals.

        Args:
            word: the word; another with the same letters gets the same stand-in.
            kind: ``given``, ``surname`` or ``place``.
        """
        if (key := word.lower()) not in self._found:
            is_short = word.isupper() and len(word) <= _ACRONYM
            self._found[key] = self._next(kind, word, _acronyms if is_short else _names)
        return _cased(self._found[key], word)

    def _next(self, kind: str, word: str, make: Callable[[str, str, bool], Iterator[str]]) -> str:
        opens = _opens_with_vowel(word)
        key = (f"{make.__name__}{kind}{len(word) if make is _acronyms else ''}", opens)
        names = self._sources.setdefault(key, make(kind, word, opens))
        return next(one for one in names if one.lower() not in self._taken and self._is_new(one))

    def _is_new(self, name: str) -> bool:
        return name not in self._found.values()


def _names(kind: str, _: str, opens_with_vowel: bool) -> Iterator[str]:
    """The invented names of a kind, then longer ones made from them."""
    names = _NAMES[kind][opens_with_vowel].split()
    for length in count(1):
        for endings in product(_ENDINGS if length == 1 else _ENDINGS[1:], repeat=length):
            yield from (name + "".join(endings) for name in names)


def _acronyms(_: str, word: str, opens_with_vowel: bool) -> Iterator[str]:
    """Letters that stand for nothing: as many as the word has, each of them once."""
    for letters in product(_LETTERS[opens_with_vowel], *[_LETTERS[0]] * (len(word) - 1)):
        if len(set(letters)) == len(letters):
            yield "".join(letters)
    yield from _names("surname", word, opens_with_vowel)


def _opens_with_vowel(word: str) -> bool:
    """Whether “an” comes before a word."""
    if word.isupper() and len(word) <= _ACRONYM:
        return word[0] in "AEFHILMNORSX"
    return word[0].lower() in _VOWELS


def _cased(name: str, word: str) -> str:
    if word.isupper() and len(word) > 1:
        return name.upper()
    if word.islower():
        return name.lower()
    if word[0].islower():  # iPhone
        return word[0] + name
    return name.capitalize() if name.isupper() else name


def number(digits: str, salt: int) -> str:
    """Other digits in place of those of a number; what is between them stays.

    A first digit stays a 0, a 1 or an 8, and no other becomes one, so that “an 8” and “a 9”
    stay right. A single 0 or 1 stays as it is.
    """
    if digits in _SPOKEN:
        return _SPOKEN[digits]
    out, is_first = [], True
    for place, char in enumerate(digits):
        if not char.isdigit():
            out.append(char)
            continue
        out.append(_first(char, salt) if is_first else _other(char, salt + place))
        is_first = False
    return "".join(out)


def _first(digit: str, salt: int) -> str:
    others = "2345679"
    if digit not in others:
        return digit
    return others[(others.index(digit) + 1 + salt % (len(others) - 1)) % len(others)]


def _other(digit: str, salt: int) -> str:
    return str((int(digit) + 1 + salt % 9) % 10)
