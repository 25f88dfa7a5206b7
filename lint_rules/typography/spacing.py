"""Blanks that are doubled, lost or misplaced."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk import Bad, Edit, Finding, Good, Rule, Severity, Span, pattern
from lint_rules.typography._summary import Place, is_prose, summary, times

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Document
    from copydesk.regexes.patterns import Pattern

_LONGEST = 3  # blanks in a row: longer runs set columns

# Each pattern begins with what is rare, so that it is quick; the group is the blank.
_DOUBLED = pattern(r"(  +)(?=\S)")
# “a ,b”, but no dots of an omission, no ratio (3 : 2), no smiley, no French marks.
_BEFORE = pattern(r"( )(?<=[\w)”’\"] )(?:[,;:.?!](?=[\s”’\"]|\Z)(?! ?[.:?!])|[,;](?=[A-Za-z]{2}))")
_LOST = pattern(
    r"[;,:?!](?:(?<=[a-z][a-z][;,])()(?=[A-Za-z][a-z])"  # Gray;Editing
    r"|”(?<=[A-Za-z][,?!].)()(?=[a-z]{2})"  # “Yes,”she said
    r"|(?<=[a-z]{3}:)()(?=[A-Z][a-z]+ ))"  # fraud:Feds arrest
)
_BRACKET = pattern(r"[(\[]( )(?=\w)|( )(?<=[\w.,!?] )[)\]](?!\))")
_CODE = frozenset("&#/\\_=<>{}@")  # marks of addresses and code


class _Kind(NamedTuple):
    """A kind of fault: its pattern, what to say of it, and what to write.

    Copy without one of the ``hints`` holds none of it.
    """

    pattern: Pattern
    message: str
    text: str
    title: str
    hints: tuple[str, ...] = ()


_KINDS = (
    _Kind(_DOUBLED, "Two spaces stand where one is enough", " ", "Write one space", ("  ",)),
    _Kind(
        _BEFORE,
        "A space stands before a mark",
        "",
        "Take out the space",
        (" ,", " ;", " :", " .", " ?", " !"),
    ),
    _Kind(_LOST, "The space after a mark is missing", " ", "Put in the space"),
    _Kind(
        _BRACKET,
        "A space stands inside a bracket",
        "",
        "Take out the space",
        ("( ", "[ ", " )", " ]"),
    ),
)


class Spacing(Rule):
    """One space after a mark, none before it.

    Spaces are lost and doubled where copy is cut and pasted. Code, addresses,
    times, ratios, columns and the dots of an omission are left alone. A space
    lost behind a full stop is a matter of ``sentence/lost-stop``.
    """

    id = "typography/spacing"
    severity = Severity.STYLE
    triggers = ("  ", " ,", " ;", " :", " .", " ?", " !", ";", ",", ":", "”", "( ", " )")
    examples = (
        Good("At 10:30 the ratio was 3:2; see example.org/a;b and 1,000 more … or . . . less."),
        Good("Follow std::string, re:Action and &amp;c; he said: “No.”"),
        Good("Rates     in columns    stand     apart"),
        Bad("Writing Ann [[Gray;Editing]] Bob Roe.", "Writing Ann Gray; Editing Bob Roe."),
        Bad("He came[[  ]]home.", "He came home."),
        Bad("The minister[[ ,]] Ann Poe, left.", "The minister, Ann Poe, left."),
        Bad("“It is [[so,”she]] said.", "“It is so,” she said."),
        Bad("The port [[( ]]the old one) is shut.", "The port (the old one) is shut."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """One finding for each kind of fault."""
        for kind in _KINDS:
            places = list(_places(doc, kind))
            if places:
                count = f", {times(len(places))}" if len(places) > 1 else ""
                yield summary(self, places, f"{kind.message}{count}.", "", kind.title)


def _places(doc: Document, kind: _Kind) -> Iterator[Place]:
    if kind.hints and not any(hint in doc.text for hint in kind.hints):
        return
    for match in kind.pattern.finditer(doc.text):
        blank = Span(*match.span(match.lastindex or 1))
        part = doc.slot_at(match.start())
        if part is None or not is_prose(part) or blank.start == part.span.start:
            continue
        if doc.is_verbatim(Span(blank.start - 1, blank.end + 1)):
            continue
        if _counts(doc, kind, blank, part.span):
            yield Place(_shown(doc, kind, blank, part.span), (_edit(doc, kind, blank),))


def _edit(doc: Document, kind: _Kind, blank: Span) -> Edit:
    """Put one space, or none; move one that stands before a mark instead of behind it."""
    if kind.pattern is _BEFORE and doc.text[blank.end + 1 : blank.end + 2].isalpha():
        return Edit(Span(blank.start, blank.end + 1), f"{doc.text[blank.end]} ")
    return Edit(blank, kind.text)


def _counts(doc: Document, kind: _Kind, blank: Span, slot: Span) -> bool:
    if kind.pattern is _DOUBLED:
        return blank.end - blank.start <= _LONGEST
    if kind.pattern is _LOST:
        return not _CODE.intersection(doc.text[slice(*_word(doc, blank, slot))])
    return not doc.text[blank.start - 1].isdigit()


def _word(doc: Document, blank: Span, slot: Span) -> Span:
    """What stands between the nearest blanks on either side."""
    start, end = blank
    while start > slot.start and not doc.text[start - 1].isspace():
        start -= 1
    while end < slot.end and not doc.text[end].isspace():
        end += 1
    return Span(start, end)


def _shown(doc: Document, kind: _Kind, blank: Span, slot: Span) -> Span:
    """The words or the mark beside it, where the blank alone would show nothing."""
    if kind.pattern is _LOST:
        return _word(doc, blank, slot)
    if kind.pattern is _DOUBLED:
        return blank
    before = doc.text[blank.start - 1] in "(["
    return Span(blank.start - before, blank.end + (not before))
