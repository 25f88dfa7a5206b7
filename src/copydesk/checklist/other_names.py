"""Bodies with their acronyms, and the other names that are no person's."""

from __future__ import annotations

from copydesk.checklist.calendar import MONTHS, WEEKDAYS
from copydesk.checklist.model import Name
from copydesk.checklist.spots import flat
from copydesk.checklist.taken import Taken
from copydesk.model.findings import Span
from copydesk.model.value_tuple import ValueTuple
from copydesk.names import people
from copydesk.names.loud import is_loud
from copydesk.names.runs import bare, runs
from copydesk.names.words import BODIES, OPENERS, TITLES
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from copydesk.checklist.spots import Spots
    from copydesk.document import Document

_CAPITAL = r"(?:[A-Z][\w’'&.-]*(?<![.'’-]))"
_OF = rf"\s(?:of|&)(?:\sthe)?\s{_CAPITAL}(?:\s{_CAPITAL})*"
_FOR = rf"\s(?:of|for|on|&)(?:\sthe)?\s{_CAPITAL}(?:\s{_CAPITAL})*"
_AND = rf"(?:(?:,\s{_CAPITAL})*,?\sand\s{_CAPITAL}(?:\s{_CAPITAL})*)?"
_TAIL = compiled(rf"(?:{_OF})+")
_BODY_TAIL = compiled(rf"(?:{_FOR}{_AND})+")
_ACRONYM = compiled(r"(?<![\w.@#/&-])(?:[A-Z]{2,7}s?|(?:[A-Z]\.){2,6})(?![\w@/&]|-\d)")
_GLOSS = compiled(r",?\s\(?(?:the\s|or\s)?([A-Z][A-Za-z&.]{1,8})\)")
_SMALL = frozenset(("of", "for", "the", "and", "on", "in", "at", "to", "a", "&"))
_COMMON = frozenset((
    "AM", "PM", "A.M.", "P.M.", "TV", "OK", "PDF", "ID", "II", "III", "IV", "VI", "VII", "PHOTO",
    "CEO", "CFO", "COO", "CQ", "AP", "ET", "EST", "EDT", "GMT", "BST", "PST", "PDT", "UTC", "CET",
    "MP", "MPS", "PHD", "PH.D.", "B.A.", "M.A.", "J.D.", "Q&A", "DNA", "FAQ", "VS", "CT", "CST",
))  # fmt: skip
_TIMES = frozenset(word.lower() for word in (*MONTHS, *WEEKDAYS)) | {"sept", "i", "i'm", "i’m"}
_OPENS = ("\n", ".", "?", "!", ":", "“", '"', "‘", "—", "•", "…")
_QUIET = ("embed",)
_LOUD = ("headline", "heading", "kicker", "deck", "caption", "alt", "credit")


class _Run(ValueTuple):
    span: Span
    text: str
    is_first: bool  # of a sentence, so that a capital shows nothing
    has_body: bool


def other_names(
    doc: Document, spots: Spots, dated: Sequence[Span]
) -> tuple[tuple[Name, ...], tuple[Name, ...]]:
    """The bodies, with acronyms, and all other names, each in order of the story.

    ``dated`` are the dates and times, which are no names.
    """
    found = [*_runs(doc, dated)]
    sure = {run.text for run in found if not run.is_first or " " in run.text}
    by_name: dict[str, list[_Run]] = {}
    for run in found:
        if run.text in sure:
            by_name.setdefault(run.text, []).append(run)
    bodies = {name: uses for name, uses in by_name.items() if uses[0].has_body and " " in name}
    acronyms = _acronyms(doc, [run.span for run in found])
    pairs = _explained(doc, by_name, acronyms)
    listed = [
        _name(spots, name, pairs.get(name, ("", False)), uses, acronyms)
        for name, uses in by_name.items()
    ]
    owned = {acronym for acronym, _ in pairs.values()}
    alone = [
        Name(acronym, acronym, False, tuple(map(spots.of, places)))
        for acronym, places in acronyms.items()
        if acronym not in owned
    ]
    is_body = {*bodies, *pairs}
    return (
        tuple(sorted([one for one in listed if one.name in is_body] + alone, key=_first)),
        tuple(one for one in listed if one.name not in is_body),
    )


def _first(name: Name) -> int:
    return name.spots[0].start.offset


def _name(
    spots: Spots, name: str, told: tuple[str, bool], uses: list[_Run],
    acronyms: dict[str, list[Span]],
) -> Name:  # fmt: skip
    places = sorted([run.span for run in uses] + acronyms.get(told[0], []))
    return Name(name, *told, tuple(map(spots.of, places)))


def _runs(doc: Document, dated: Sequence[Span]) -> Iterator[_Run]:
    """The runs of capitalised words that are no person's name."""
    uses = [use.span for person in people(doc) for use in person.uses]
    taken = Taken((span, "") for span in (*dated, *uses))
    for slot in doc.parsed.slots:
        if slot.kind in _QUIET or (slot.kind in _LOUD and is_loud(doc[slot.span])):
            continue
        end = 0
        for run in runs(doc.text, slot.span):
            span = run.span
            if span.start < end or taken.meets(span):
                continue
            has_body = any(bare(word) in BODIES for word, _ in run.words)
            form = _BODY_TAIL if has_body else _TAIL
            tail = form.match(doc.text, span.end, slot.span.end)
            if _is_no_name(doc, run.words[0][0], span, tail is not None):
                continue
            span = Span(span.start, tail.end() if tail else span.end)
            if not taken.meets(span):
                end = span.end
                text = flat(doc[span]).rstrip(".") if span.end - span.start > 2 else doc[span]
                yield _Run(span, text, _is_first(doc, span.start), has_body)


def _is_no_name(doc: Document, word: str, span: Span, goes_on: bool) -> bool:
    text = doc[span]
    if (
        len(text) < 2
        or text[:2] in ("I'", "I’")
        or text.lower() in TITLES
        or _ACRONYM.fullmatch(text)
    ):
        return True
    if bare(word) in _TIMES or bare(text) in OPENERS or (bare(text) in BODIES and not goes_on):
        return True
    return bool(doc.verbatim) and doc.is_verbatim(span)


def _is_first(doc: Document, start: int) -> bool:
    """Whether a place is where a sentence, a line or a quotation begins."""
    before = doc.before(start, 3).rstrip(" \u00a0")
    return not before or before.endswith(_OPENS)


def _acronyms(doc: Document, taken: list[Span]) -> dict[str, list[Span]]:
    """The acronyms of a story with their places; those within longer names are left there."""
    found: dict[str, list[Span]] = {}
    datelines = Taken((slot.span, "") for slot in doc.slots_of("dateline"))
    within = Taken((span, "") for span in taken)
    for slot in doc.parsed.slots:
        if slot.kind in _QUIET or doc[slot.span].isupper():
            continue
        for match in _ACRONYM.finditer(doc.text, *slot.span):
            span, text = Span(*match.span()), match[0]
            name = text[:-1] if text.endswith("s") else text
            inside = within.meets(span) or datelines.meets(span)
            if name.upper() not in _COMMON and not inside and not doc.is_verbatim(span):
                found.setdefault(name, []).append(span)
    return found


def _explained(
    doc: Document, by_name: dict[str, list[_Run]], acronyms: dict[str, list[Span]]
) -> dict[str, tuple[str, bool]]:
    """The acronym of each name that has one, and whether the story says so."""
    found: dict[str, tuple[str, bool]] = {}
    for name, uses in by_name.items():
        for run in uses:
            gloss = _GLOSS.match(doc.text, run.span.end, run.span.end + 14)
            if gloss is not None and gloss[1] in acronyms:
                found[name] = gloss[1], True
                break
    used = {acronym for acronym, _ in found.values()}
    for name in by_name:
        for acronym in acronyms:
            if name not in found and acronym not in used and _stands_for(acronym, name):
                found[name] = acronym, False
                used.add(acronym)
    return found


def _stands_for(acronym: str, name: str) -> bool:
    """Whether an acronym has the initials of a name, with or without its small words."""
    words, letters = name.replace("-", " ").split(), acronym.replace(".", "")
    every = "".join(word[0] for word in words).upper()
    large = "".join(word[0] for word in words if word.lower() not in _SMALL).upper()
    return len(letters) > 1 and letters in (every, large)
