"""Mutations: an example with a few faults put in, the same for the same seed on every machine."""

from __future__ import annotations

import re
from random import Random
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_T = TypeVar("_T")
_MOST_CHANGES = 4
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_MARKS = "“”\"‘’',.–—-:;()!?…"
_MARKS_OR_NONE: list[str] = ["", *_MARKS]
_SENTENCE = re.compile(r"[^.!?\n]+[.!?]?[”’\"']?")


class Dice:
    """Chance that depends on the seed only, not on the version of Python."""

    def __init__(self, seed: str) -> None:
        self._random = Random(seed)

    def below(self, number: int) -> int:
        """A whole number from 0 to ``number`` - 1; 0 where there is none."""
        return int(self._random.random() * number)

    def one_of(self, values: Sequence[_T]) -> _T:
        """One of some values, of which there is at least one."""
        return values[self.below(len(values))]


def mutate(rule: str, index: int, examples: Sequence[dict[str, Any]], others: Sequence[str]) -> str:
    """The text of a rule's mutation ``index``; its example is ``index`` modulo their number.

    ``others`` are texts of the same group, from which sentences are taken. The
    first mutations are the examples as they are.
    """
    text: str = examples[index % len(examples)]["text"]
    if index < len(examples):
        return text
    dice = Dice(f"{rule} {index}")
    for _ in range(1 + dice.below(_MOST_CHANGES)):
        text = (
            _borrow(text, dice, others) if not dice.below(9) else dice.one_of(_CHANGES)(text, dice)
        )
    return text


def _word(text: str, dice: Dice) -> re.Match[str] | None:
    words = list(_WORD.finditer(text))
    return dice.one_of(words) if words else None


def _delete(text: str, dice: Dice) -> str:
    match = _word(text, dice)
    return text if match is None else text[: match.start()] + text[match.end() :].lstrip(" ")


def _double(text: str, dice: Dice) -> str:
    match = _word(text, dice)
    return text if match is None else f"{text[: match.end()]} {match[0]}{text[match.end() :]}"


def _swap(text: str, dice: Dice) -> str:
    words = list(_WORD.finditer(text))
    if len(words) < 2:
        return text
    place = dice.below(len(words) - 1)
    one, two = words[place], words[place + 1]
    between = text[one.end() : two.start()]
    return text[: one.start()] + two[0] + between + one[0] + text[two.end() :]


def _case(text: str, dice: Dice) -> str:
    match = _word(text, dice)
    if match is None:
        return text
    word: str = dice.one_of((match[0].upper(), match[0].lower(), match[0].capitalize()))
    return text[: match.start()] + word + text[match.end() :]


def _letter(text: str, dice: Dice) -> str:
    match = _word(text, dice)
    if match is None:
        return text
    place = match.start() + dice.below(len(match[0]))
    return text[:place] + dice.one_of(("", text[place] * 2, "e", "s")) + text[place + 1 :]


def _mark(text: str, dice: Dice) -> str:
    places = [place for place, letter in enumerate(text) if letter in _MARKS]
    if not places:
        return _set_mark(text, dice)
    place = dice.one_of(places)
    return text[:place] + dice.one_of(_MARKS_OR_NONE) + text[place + 1 :]


def _set_mark(text: str, dice: Dice) -> str:
    match = _word(text, dice)
    if match is None:
        return text
    place = dice.one_of((match.start(), match.end()))
    return text[:place] + dice.one_of(_MARKS) + text[place:]


def _digit(text: str, dice: Dice) -> str:
    places = [place for place, letter in enumerate(text) if letter in "0123456789"]
    if not places:
        return f"{text} {dice.below(3000)}."
    place = dice.one_of(places)
    return text[:place] + dice.one_of("0123456789") + text[place + 1 :]


def _join(text: str, dice: Dice) -> str:
    parts = text.split("\n\n")
    if len(parts) < 2:
        return _split(text, dice)
    place = dice.below(len(parts) - 1)
    parts[place : place + 2] = [dice.one_of((" ", "\n", "")).join(parts[place : place + 2])]
    return "\n\n".join(parts)


def _split(text: str, dice: Dice) -> str:
    places = [place for place, letter in enumerate(text) if letter == " "]
    if not places:
        return text
    place = dice.one_of(places)
    return text[:place] + dice.one_of(("\n\n", "\n", "  ", "\u00a0")) + text[place + 1 :]


def _cut(text: str, dice: Dice) -> str:
    place, length = dice.below(len(text) + 1), 1 + dice.below(30)
    return dice.one_of((text[:place], text[place:], text[:place] + text[place + length :]))


def _borrow(text: str, dice: Dice, others: Sequence[str]) -> str:
    sentences = [
        one[0].strip() for one in _SENTENCE.finditer(dice.one_of(others)) if one[0].strip()
    ]
    if not sentences:
        return text
    sentence = dice.one_of(sentences)
    before, after = f"{sentence} {text}", f"{text} {sentence}"
    return dice.one_of((before, after, f"{sentence}\n\n{text}", f"{text}\n\n{sentence}"))


_CHANGES: tuple[Callable[[str, Dice], str], ...] = (
    _delete, _double, _swap, _case, _letter, _mark, _mark, _set_mark, _digit, _join, _split, _cut,
)  # fmt: skip
