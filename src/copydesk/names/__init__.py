"""The people whom a story names, each with all places and forms of the name."""

from __future__ import annotations

from copydesk.names.model import NamedPerson, NameUse
from copydesk.names.reading import people

__all__ = ["NameUse", "NamedPerson", "people"]
