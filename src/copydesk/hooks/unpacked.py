"""What a parser of bytes makes of a file that is no text."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from copydesk.document.slots import Parsed


class Unpacked(NamedTuple):
    """What a parser of bytes makes of a file.

    Attributes:
        source: the text that is checked; findings count lines and columns in it,
            and edits count in it.
        parse: gives the document of a source of this file. It is called again for
            every fix that is tried, with the source after it, and may know more of
            the file than the source tells.
    """

    source: str
    parse: Callable[[str], Parsed]
