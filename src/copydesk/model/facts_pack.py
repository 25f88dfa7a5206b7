"""A pack of facts, as its contents describe it."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple


class FactsPack(ValueTuple):
    """A pack of facts.

    Attributes:
        name: such as ``copydesk-facts``.
        version: its date, such as ``2026.11.30``.
        as_of: the day up to which its facts are current, in ISO format.
        files: the names of the tables, each with its SHA-256.
        folder: where the tables are; empty if they are in no folder yet.
        forced: whether the user wants it though another is newer.
    """

    name: str = ""
    version: str = ""
    as_of: str = ""
    files: tuple[tuple[str, str], ...] = ()
    folder: str = ""
    forced: bool = False

    def __str__(self) -> str:
        return f"{self.name} {self.version}".strip() or "no pack"

    @property
    def order(self) -> tuple[int, ...]:
        """The version as numbers: the larger it is, the newer the pack."""
        return tuple(map(int, filter(None, self.version.split("."))))
