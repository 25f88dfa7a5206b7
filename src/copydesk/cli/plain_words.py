"""Reads a plain command line without ``argparse``, which takes longer to import than a check.

Only what is certain is read here: options written out, each with a valid value, and paths side
by side. Everything else, every error and all help is left to ``argparse``, from the same
declarations. So a command line means the same in either way.
"""

from __future__ import annotations

from types import SimpleNamespace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from typing import Any

_KNOWN = frozenset({"action", "choices", "default", "help", "metavar", "type"})


class _NotPlain(Exception):
    """The words, or the declarations, need ``argparse``."""


def plain_arguments(words: Sequence[str], declare: Callable[[Any], None]) -> Any:
    """The arguments of a command as a namespace; None if the words are not plain.

    Args:
        words: the words after the name of the command.
        declare: declares the arguments, given a parser.
    """
    try:
        reader = _Reader()
        declare(reader)
        return reader.read(words)
    except _NotPlain:
        return None


class _Reader:
    """Takes the declarations that an ``ArgumentParser`` takes, and reads plain words."""

    def __init__(self) -> None:
        self._values: dict[str, Any] = {}
        self._options: dict[str, tuple[str, dict[str, Any]]] = {}
        self._paths = ""
        self.epilog = ""

    def set_defaults(self, **values: Any) -> None:
        self._values.update(values)

    def add_argument_group(self, title: str) -> _Reader:
        return self

    def add_argument(self, *names: str, **given: Any) -> None:
        """Declare an option, or the one argument for paths."""
        if not names[0].startswith("-"):
            if self._paths or given.pop("nargs", "") != "*" or not given.keys() <= _KNOWN:
                raise _NotPlain
            self._paths = names[0]
            self._values[names[0]] = []
            return
        if not given.keys() <= _KNOWN:
            raise _NotPlain
        long = next(name for name in names if name.startswith("--"))
        dest = long[2:].replace("-", "_")
        self._options |= dict.fromkeys(names, (dest, given))
        self._values[dest] = _default(given)

    def read(self, words: Sequence[str]) -> SimpleNamespace:
        """Read the words; raises _NotPlain."""
        values = dict(self._values)
        paths: list[str] = []
        rest = iter(words)
        is_past_paths = False
        for word in rest:
            if word == "-" or not word.startswith("-"):
                if is_past_paths or not self._paths:
                    raise _NotPlain
                paths.append(word)
                continue
            is_past_paths = bool(paths)
            name, equals, text = word.partition("=")
            if name not in self._options or (equals and not name.startswith("--")):
                raise _NotPlain
            dest, given = self._options[name]
            values[dest] = _value(given, values[dest], text if equals else None, rest)
        return SimpleNamespace(**(values | {self._paths: paths}))


def _default(given: dict[str, Any]) -> Any:
    default = given.get("default", False if given.get("action") == "store_true" else None)
    return _converted(given, default) if isinstance(default, str) else default


def _value(given: dict[str, Any], before: Any, text: str | None, rest: Iterator[str]) -> Any:
    """The value of an option, given the one before and what follows its name."""
    action = given.get("action", "store")
    if action in ("store_true", "count"):
        if text is not None:
            raise _NotPlain
        return True if action == "store_true" else (before or 0) + 1
    if text is None:
        text = next(rest, "")
    if not text or text.startswith("-"):
        raise _NotPlain
    value = _converted(given, text)
    if "choices" in given and value not in given["choices"]:
        raise _NotPlain
    if action == "append":
        return [*(before or ()), value]
    if action != "store":
        raise _NotPlain
    return value


def _converted(given: dict[str, Any], text: str) -> Any:
    try:
        return given.get("type", str)(text)
    except Exception:  # whatever is wrong, argparse meets it again and tells
        raise _NotPlain from None
