"""A setting of a rule."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Option(ValueTuple):
    """A setting of a rule, with its name in ``[rule."group/name"]``.

    ``default`` also determines the type: bool, int, float, str, or a list of str.
    ``choices`` are the values that a str may have; empty for any.
    """

    name: str
    default: Any
    doc: str
    choices: tuple[str, ...] = ()

    @property
    def type_name(self) -> str:
        """The type in plain words, for messages."""
        names = {bool: "true or false", int: "a whole number", float: "a number", str: "text"}
        return names.get(type(self.default), "a list of texts")

    def accepts(self, value: object) -> bool:
        """Whether a value from a config file is of the option's type."""
        if isinstance(self.default, (list, tuple)):
            return isinstance(value, list) and all(isinstance(item, str) for item in value)
        if isinstance(self.default, bool) or isinstance(value, bool):
            return isinstance(self.default, bool) and isinstance(value, bool)
        if isinstance(self.default, float):
            return isinstance(value, (int, float))
        if not isinstance(value, type(self.default)):
            return False
        return not self.choices or value in self.choices
