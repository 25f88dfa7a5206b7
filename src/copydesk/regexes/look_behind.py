r"""Look-behinds of several widths for ``re``, which knows only those of one width.

``(?<=an? )`` becomes ``(?:(?<=an )|(?<=a ))``, and ``(?<!an? )`` becomes ``(?<!an )(?<!a )``.
If a pattern begins with them, what follows is looked for first.
"""

from __future__ import annotations

import re

_MOST = 20_000  # characters of a pattern that is written out
_WIDE = 120  # characters that a look-behind may look back
_NO_WIDTH = "bBAZ"
_ONE_CHARACTER = "wWdDsSnrtfv"
_HEX = {"x": 2, "u": 4, "U": 8}

# The texts of what matches, by its width: that of ``an?`` is {1: "a", 2: "an"}.
Widths = dict[int, str]


def of_one_width(text: str, is_verbose: bool = False, drop: bool = False) -> str:
    """Write out the look-behinds of a pattern that have several widths.

    Args:
        text: a pattern in the syntax of ``re``.
        is_verbose: whether spaces in it have no meaning.
        drop: whether to leave out those that cannot be written out, so that the result matches
            wherever the pattern does, and perhaps elsewhere.

    Raises:
        re.error: one has no bounds, or a group that is numbered or named; with ``drop``, only if
            it is in a negative look-ahead.
    """
    drop = drop and "(?>" not in text
    return "|".join(_Writer(part, is_verbose, drop).written() for part in _alternatives(text))


def _alternatives(text: str) -> list[str]:
    """The alternatives of a pattern, outside all brackets."""
    parts, at, start, depth = [], 0, 0, 0
    while at < len(text):
        end = _atom_end(text, at)
        depth += {"(": 1, ")": -1}.get(text[at:end], 0)
        if text[at] == "|" and not depth:
            parts.append(text[start:at])
            start = end
        at = end
    return [*parts, text[start:]]


class _Writer:
    """Writes one alternative of a pattern with look-behinds of one width."""

    def __init__(self, text: str, is_verbose: bool, drop: bool) -> None:
        self.text = text
        self.is_verbose = is_verbose
        self.drop = drop
        self._out: list[str] = []
        self._opened: list[bool] = []  # whether each bracket is of a negative look-ahead

    def written(self) -> str:
        """The alternative; what follows the look-behinds that it begins with is looked for first.

        Raises:
            re.error: see ``of_one_width``.
        """
        text, at, ahead = self.text, 0, 0
        while at < len(text):
            if text.startswith(("(?<=", "(?<!"), at):
                end = self._look_behind(at)
                ahead = end if ahead == at else ahead
            else:
                end = _atom_end(text, at)
                self._atom(at, end)
            at = end
        out = "".join(self._out)
        return f"{_first_atoms(text, ahead)}{out}" if ahead else out

    def _look_behind(self, at: int) -> int:
        reader = _Reader(self.text, at, self.is_verbose)
        try:
            self._out += reader.look_behind().values()
        except re.error:
            if not self.drop or any(self._opened):
                raise
            return _group_end(self.text, at)
        return reader.at

    def _atom(self, at: int, end: int) -> None:
        atom = self.text[at:end]
        if atom == "(":
            self._opened.append(self.text.startswith("(?!", at))
        elif atom == ")" and self._opened:
            self._opened.pop()
        self._out.append(atom)


def _group_end(text: str, at: int) -> int:
    """Where the group that opens at a place ends."""
    depth = 0
    while at < len(text):
        end = _atom_end(text, at)
        depth += {"(": 1, ")": -1}.get(text[at:end], 0)
        at = end
        if not depth:
            break
    return at


def _first_atoms(text: str, at: int) -> str:
    """A look-ahead for what is at a place, which is tried faster than what is before it.

    That is a run of letters, classes of characters and edges of words.
    """
    end = at
    while end < len(text):
        after = _atom_end(text, end)
        is_simple = text[end].isalpha() or text[end] == "[" or text[end:after] == "\\b"
        if not is_simple or text[after : after + 1] in ("?", "*", "{"):
            break
        end = after
    return f"(?={text[at:end]})" if end > at else ""


def _atom_end(text: str, at: int) -> int:
    """Where the sign, the escape or the class of characters at a place ends."""
    if text[at] == "\\":
        return at + 2 + _HEX.get(text[at + 1 : at + 2], 0)
    if text[at] != "[":
        return at + 1
    at += 2 if text.startswith("[^", at) else 1
    at += text.startswith("]", at)
    while text[at : at + 1] not in ("]", ""):
        at = at + 2 if text[at] == "\\" else at + 1
    return at + 1


class _Reader:
    """Reads one look-behind, from a place in a pattern on."""

    def __init__(self, text: str, at: int, is_verbose: bool) -> None:
        self.text = text
        self.at = at
        self.is_verbose = is_verbose

    def look_behind(self) -> Widths:
        """Read a look-behind, which itself has no width."""
        opened = self.text[self.at : self.at + 4]
        self.at += 4
        found = self._alternatives()
        self._close()
        parts = [f"{opened}{one})" for one in found.values()]
        if len(parts) == 1 or opened.endswith("!"):
            return {0: "".join(parts)}
        return {0: f"(?:{'|'.join(parts)})"}

    def _alternatives(self) -> Widths:
        """Read alternatives, up to the bracket that closes them."""
        found: dict[int, list[str]] = {}
        while True:
            for width, text in self._sequence().items():
                found.setdefault(width, []).append(text)
            if not self.text.startswith("|", self.at):
                return {width: "|".join(texts) for width, texts in found.items()}
            self.at += 1

    def _sequence(self) -> Widths:
        found: Widths = {0: ""}
        while self.at < len(self.text) and self.text[self.at] not in "|)":
            one = self._repeated(self._piece())
            found = _joined(found, one)
        return found

    def _piece(self) -> Widths:
        text, start = self.text, self.at
        if text.startswith(("(?<=", "(?<!"), start):
            return self.look_behind()
        if text[start] == "(":
            return self._group()
        if text[start] in "*+?{" or (self.is_verbose and text[start] == "#"):
            raise self._refused()
        self.at = _atom_end(text, start)
        return {self._width(text[start : self.at]): text[start : self.at]}

    def _width(self, atom: str) -> int:
        if atom in "^$" or (self.is_verbose and atom.isspace()):
            return 0
        if atom[0] != "\\" or atom[1] in _HEX or not atom[1].isalnum():
            return 1
        if atom[1] in _NO_WIDTH:
            return 0
        if atom[1] in _ONE_CHARACTER:
            return 1
        raise self._refused()

    def _group(self) -> Widths:
        opened = re.compile(r"\(\?(?:[a-z]*:|[=!])").match(self.text, self.at)
        if opened is None:
            raise self._refused()
        self.at = opened.end()
        found = self._alternatives()
        self._close()
        if opened[0][-1] in "=!":  # a look-ahead: any width will do
            return {0: f"{opened[0]}{'|'.join(found.values())})"}
        return {width: f"{opened[0]}{text})" for width, text in found.items()}

    def _repeated(self, one: Widths) -> Widths:
        """What was read, as often as the sign after it says."""
        counted = re.compile(r"\?|\{(\d+)(?:(,)(\d*))?\}").match(self.text, self.at)
        if counted is None:
            return one
        self.at = counted.end()
        if self.text.startswith(("?", "+"), self.at):
            raise self._refused()
        least = int(counted[1] or 0)
        if counted[0] == "?":
            most = 1
        else:
            most = least if counted[2] is None else int(counted[3] or _WIDE + 1)
        return self._times(one, least, most)

    def _times(self, one: Widths, least: int, most: int) -> Widths:
        if most > _WIDE:
            raise self._refused()
        found: Widths = {}
        so_far: Widths = {0: ""}
        for number in range(most + 1):
            if number >= least:
                found = _either(found, so_far)
            so_far = _joined(so_far, one)
        return found

    def _close(self) -> None:
        if not self.text.startswith(")", self.at):
            raise self._refused()
        self.at += 1

    def _refused(self) -> re.error:
        return re.error("a look-behind that cannot be written out", self.text, self.at)


def _joined(first: Widths, second: Widths) -> Widths:
    """One after the other."""
    found: Widths = {}
    for width, text in first.items():
        found = _either(found, {width + more: text + rest for more, rest in second.items()})
    if sum(map(len, found.values())) > _MOST or max(found) > _WIDE:
        raise re.error("a look-behind that is too long when it is written out")
    return found


def _either(first: Widths, second: Widths) -> Widths:
    """One or the other."""
    found = dict(first)
    for width, text in second.items():
        found[width] = f"(?:{found[width]}|{text})" if width in found else text
    return found
