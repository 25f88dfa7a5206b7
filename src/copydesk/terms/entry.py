"""Term entries and the rules that packs define, as read from a pack."""

from __future__ import annotations

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.model.findings import Severity


ANY = 1 << 30  # characters that a pattern can see: in effect, no limit


class Entry(ValueTuple):
    """One term: the forms to avoid, the form to use, and when.

    ``use`` is None if there is no replacement, and empty if the words are to be
    deleted. ``since`` and ``until`` are the first and the last story date, in ISO
    form, on which the entry applies. ``widths`` has, for each pattern, the fewest
    and the most characters that it can match, ``reaches`` how many it can see at
    once, with its look-arounds. If ``only_with`` is set, the entry applies only if
    the story has one of these words. ``history`` and ``names`` say where an old name
    is right (see ``context.py`` and ``namesakes.py``), ``where`` how it must stand to be
    looked at (see ``standing.py``).
    ``timed`` is false for patterns of the packs that come with copydesk, if ``re``
    can read them: tests make sure that they are fast, so they run without a time
    limit. ``quick`` has, for each pattern of theirs that ``re`` cannot read, one that it can
    read and that matches wherever the pattern does, and elsewhere; empty if there is none.
    ``words`` has, if there are several patterns, a word in lower case that a text must have for
    each to match; empty if none is known.
    With ``variants``, ``avoid`` lists the equal forms of one thing, the key form
    first: they are not findings by themselves, but input for a rule that compares
    them.
    """

    rule: str
    pack: str
    line: int
    avoid: tuple[str, ...] = ()
    match: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    use: str | None = None
    message: str = ""
    note: str = ""
    source: str = ""
    since: str = ""
    until: str = ""
    severity: str = ""
    exceptions: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    unless_near: tuple[str, ...] = ()
    slots: tuple[str, ...] = ()
    quotes: str = "check"
    case: str = "smart"
    whole: bool = False
    fix: str = "suggested"
    style: str = ""
    verbatim: str = ""
    variants: bool = False
    widths: tuple[tuple[int, int], ...] = ()
    only_with: tuple[str, ...] = ()
    history: str = "check"
    names: str = "check"
    timed: bool = True
    reaches: tuple[int, ...] = ()
    where: str = "anywhere"
    quick: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def is_old_name(self) -> bool:
        """Whether ``avoid`` is what somebody or something was called before a date."""
        return bool(self.since and self.use and self.use[0].isupper())

    def applies_on(self, day: str) -> bool:
        """Whether the entry applies on a story date, in ISO form."""
        return self.since <= day and (not self.until or day <= self.until)


class Header(ValueTuple):
    """The rule that a pack defines."""

    id: str
    severity: Severity
    summary: str
    why: str = ""
    source: str = ""
    default: bool = True
    languages: tuple[str, ...] = ("en",)
    preview: bool = False
    version: int = 1
    furniture: bool = False
    accepts: bool = False
