"""Dictionaries for hunspell: words with flags, and the endings and beginnings that these allow.

A word is taken apart and its stem looked up, so nothing is expanded, and a file of rules can
make no more work than it has lines. Understood are SFX and PFX with their conditions and cross
products, the kinds of flags, AF, SET, NEEDAFFIX, ONLYINCOMPOUND and FORBIDDENWORD. Compounds and
endings on endings are not: such words are accepted only as far as the dictionary lists them.
"""

from __future__ import annotations

from itertools import count

from copydesk.accepted import forms
from copydesk.accepted.affixes import Affix, Rules, fits, read_rules
from copydesk.accepted.lists import lines_of, text_of
from copydesk.cache.sorted_lines import SortedLines, packed

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import Any

    from copydesk.files.data_file import DataFile

_LONGEST = 20  # code points of an ending or a beginning
_MOST_TRIED = 20_000  # rules that are tried on one word; those of a language come to hundreds
_SLASH = "\ue000"  # stands for an escaped slash while a line is taken apart


class Dictionary:
    """A dictionary.

    Args:
        stems: sorted lines of stems, each with a slash and its flags as they are written.
        rules: the rules that come with it.
    """

    def __init__(self, stems: bytes, rules: Rules) -> None:
        self.number = stems.count(b"\n")
        self._stems_packed = stems
        self._stems = SortedLines.of(stems)
        self._rules = rules

    @property
    def plain(self) -> tuple[Any, ...]:
        """The dictionary as plain values."""
        sides = [{added: tuple(map(tuple, rules)) for added, rules in side.items()}
                 for side in self._rules[:2]]  # fmt: skip
        return self._stems_packed, (*sides, *self._rules[2:])

    @classmethod
    def of(cls, stems: bytes, rules: Any) -> Dictionary:
        """The dictionary of plain values."""
        prefixes, suffixes = (
            {added: tuple(Affix(*one) for one in of_one) for added, of_one in side.items()}
            for side in rules[:2]
        )
        return cls(stems, Rules(prefixes, suffixes, *rules[2:]))

    def has(self, word: str) -> bool:
        """Whether a word is in the dictionary, in capitals that it may have, or a form of one."""
        low = word.lower()
        cases = [word]
        if low != word and word in (low.title(), low.capitalize(), word.upper()):
            cases.append(low)
        if word.isupper():
            cases.append(low.capitalize())
        return any(map(self._has, cases))

    def _has(self, word: str) -> bool:
        own = self._flags(word)
        if self._rules.forbidden and self._rules.forbidden in own:
            return False
        if self._stems.get(word) and self._rules.not_alone.isdisjoint(own):
            return True
        return any(True for _ in self._stems_of(word))

    def _stems_of(self, word: str) -> Iterator[str]:
        """The stems of which a word is a form."""
        tried = count()
        for stem, last in self._without(word, self._rules.suffixes, -1, tried):
            if last.flag in self._flags(stem):
                yield stem
        for rest, first in self._without(word, self._rules.prefixes, 1, tried):
            if first.flag in self._flags(rest):
                yield rest
            if not first.crosses:
                continue
            for stem, last in self._without(rest, self._rules.suffixes, -1, tried):
                if last.crosses and {first.flag, last.flag} <= self._flags(stem):
                    yield stem

    def _without(
        self, word: str, rules: Mapping[str, tuple[Affix, ...]], side: int, tried: Iterator[int]
    ) -> Iterator[tuple[str, Affix]]:
        """A word without each ending (or beginning) that a rule may have added to it."""
        for length in range(min(len(word), _LONGEST)):
            added = (word[-length:] if side < 0 else word[:length]) if length else ""
            for rule in rules.get(added, ()):
                if next(tried) > _MOST_TRIED:
                    return
                rest = word[:-length] if length and side < 0 else word[length:]
                stem = rest + rule.strip if side < 0 else rule.strip + rest
                if fits(rule.condition, stem, side):
                    yield stem, rule

    def _flags(self, stem: str) -> frozenset[str]:
        written, aliases = self._stems.get(stem)[1:], self._rules.aliases
        if aliases and written.isdecimal() and 0 < int(written) <= len(aliases):
            written = aliases[int(written) - 1]
        return flags_of(written, self._rules.kind)


def flags_of(written: str, kind: str) -> frozenset[str]:
    """The flags of a stem: one letter each, two (``long``), or numbers (``num``)."""
    if kind == "long":
        return frozenset(written[at : at + 2] for at in range(0, len(written), 2))
    if kind == "num":
        return frozenset(filter(None, written.split(",")))
    return frozenset(written)


def read_dictionary(file: DataFile, beside: DataFile | None) -> Dictionary:
    """Read a dictionary.

    Args:
        file: the words.
        beside: the rules; None if there are none.

    Raises:
        DataError: a file cannot be read; the message gives file and line.
    """
    rules = read_rules(beside) if beside is not None else Rules()
    stems: dict[str, str] = {}
    for number, line in lines_of(text_of(file, rules.encoding or "utf-8-sig")):
        if (number == 1 and line.split()[0].isdecimal()) or line[0] == "#":
            continue  # the number of words, or a remark
        word, flags = _parted(line)
        if word:
            stems[word] = joined(stems.get(word, ""), flags, rules)
    return Dictionary(packed({stem: f"/{flags}" for stem, flags in stems.items()}), rules)


def joined(before: str, flags: str, rules: Rules) -> str:
    """The flags of a stem that is listed twice; a number of an alias cannot be added to another."""
    if not before or not flags or rules.aliases:
        return before or flags
    return f"{before},{flags}" if rules.kind == "num" else before + flags


def _parted(line: str) -> tuple[str, str]:
    """The word of a line and its flags; what is told of it after a space or tab is left out."""
    line = line.partition("\t")[0].replace("\\/", _SLASH)
    word, slash, rest = line.partition("/")
    flags = rest.split(maxsplit=1)[0] if slash and rest.strip() else ""
    return forms.normal(word).replace(_SLASH, "/"), flags
