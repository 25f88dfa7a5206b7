"""What a term entry and a pack's rule are, once read."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from copydesk.model.findings import Severity


class Entry(NamedTuple):
    """One term: the forms to avoid, the form to use, and when.

    ``use`` is None where there is nothing to put in its place, and empty where
    the words are to be taken out. ``since`` and ``until`` are ISO dates of the
    story for which the entry holds (first day in, last day in). ``widths`` holds,
    for each pattern, the fewest and the most characters that it can match.
    ``only_with`` are words one of which the story must hold for the entry to
    count; ``history`` and ``names`` say what an old name may stand in (see
    ``context.py``).
    ``timed`` is false for patterns of the packs that come with copydesk: the tests
    hold that they take no long time, so ``re`` may run them, where others run
    under a time limit.
    ``variants`` says that ``avoid`` holds the equal forms of one thing, the key
    form first: never a finding by itself, but for a rule that judges them.
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


class Header(NamedTuple):
    """The rule that a pack defines."""

    id: str
    severity: Severity
    summary: str
    why: str = ""
    source: str = ""
    default: bool = True
    languages: tuple[str, ...] = ("en",)
