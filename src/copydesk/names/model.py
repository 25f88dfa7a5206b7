"""A person whom a story names, and the places where it does."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document.slot_kinds import SlotKind
    from copydesk.model.findings import Span


class NameUse(ValueTuple):
    """One place where a story names a person.

    Attributes:
        span: the name, without title and possessive.
        text: the name as written.
        slot: the kind of slot it is in.
        title: what is directly before it as a title (“Gov.”, “mayor”); empty if nothing is.
        is_full: whether it has a given name (or an initial) and a surname.
    """

    span: Span
    text: str
    slot: SlotKind = "paragraph"
    title: str = ""
    is_full: bool = False


class NamedPerson(ValueTuple):
    """A person whom a story names in full at least once.

    Two people with the same name are one, and a name in two spellings is two people: what that
    means is for a rule to say.

    Attributes:
        given: the given names and initials of the first full mention.
        surname: the surname with its particles: “van der Berg”.
        suffix: “Jr.”, “Sr.”, “III”; empty if there is none.
        uses: all places, in the order of the text.
    """

    given: str
    surname: str
    suffix: str
    uses: tuple[NameUse, ...]

    @property
    def full(self) -> str:
        """The whole name, as the story gives it first."""
        name = f"{self.given} {self.surname}"
        return f"{name} {self.suffix}" if self.suffix else name

    @property
    def forms(self) -> tuple[str, ...]:
        """The forms of the name that the story uses, each once, in order."""
        return tuple(dict.fromkeys(use.text for use in self.uses))

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles before the name, each once, in order."""
        return tuple(dict.fromkeys(use.title for use in self.uses if use.title))
