"""Places of one name or word that is written in more than one form."""

from __future__ import annotations

from copydesk import Span, ValueTuple


class Place(ValueTuple):
    """A form and where it is."""

    span: Span
    form: str


class Group(ValueTuple):
    """Places of one name or word written in more than one form, in order.

    ``is_unsure``: it is a surname and nobody has a given name, so they may be two people.
    """

    key: str
    places: list[Place]
    is_name: bool = False
    is_unsure: bool = False
