"""The people whom a story names: who is named in full, and where the name comes again."""

from __future__ import annotations

from functools import lru_cache

from copydesk.names.loud import in_capitals, is_loud
from copydesk.names.model import NamedPerson, NameUse
from copydesk.names.runs import Run, bare, runs
from copydesk.names.words import COURTESY, PARTICLES, TITLES, folded, is_given
from copydesk.regexes.patterns import pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.document import Document
    from copydesk.document.slots import Slot
    from copydesk.model.findings import Span
    from copydesk.names.loud import Key

_SAID_AFTER = pattern(r"(?:,? (?:said|says|told|added|wrote)\b|, (?:a )?\d{1,3}(?:,|-year))")
_SAID_BEFORE = pattern(r"\b(?:said|says|by|son|daughter|wife|husband|named) \Z")
_LOUD = ("headline", "heading", "kicker", "deck", "caption", "alt", "credit")


class _Book:
    """Who has been named so far, while a story is read."""

    def __init__(self) -> None:
        self.uses: dict[Key, list[NameUse]] = {}
        self.full: dict[Key, tuple[str, str, str]] = {}  # given, surname, suffix
        self.by_part: dict[str, list[Key]] = {}


@lru_cache(maxsize=1)
def people(doc: Document) -> tuple[NamedPerson, ...]:
    """The people whom a story names in full, in the order of their first mention.

    Every slot counts. A surname, a given name or both surnames alone are a use of the person who
    was named in full with them, the last one if there are several.
    """
    book, found = _Book(), [*_all_runs(doc)]
    for slot, run in found:
        if _is_full(doc, run):
            _introduce(book, slot, run)
    seen = {use.span for uses in book.uses.values() for use in uses}
    for slot, run in found:
        if run.span not in seen:
            _mention(book, slot, run)
    for slot in doc.parsed.slots:
        if slot.kind in _LOUD and is_loud(doc[slot.span]):
            for key, use in in_capitals(doc, slot, book.by_part):
                _note(book, key, use)
    return tuple(sorted(_made(book), key=_first))


def _note(book: _Book, key: Key, use: NameUse) -> None:
    """Note a name of a line in capitals, of somebody whom only this line may name in full."""
    if key not in book.full:
        given, _, surname = use.text.partition(" ")
        book.full[key] = given, surname, ""
    book.uses.setdefault(key, []).append(use)


def _made(book: _Book) -> Iterator[NamedPerson]:
    for key, uses in book.uses.items():
        yield NamedPerson(*book.full[key], tuple(sorted(uses)))


def _first(person: NamedPerson) -> Span:
    return person.uses[0].span


def _all_runs(doc: Document) -> Iterator[tuple[Slot, Run]]:
    for slot in doc.parsed.slots:
        if slot.kind in _LOUD and is_loud(doc[slot.span]):
            continue
        for run in runs(doc.text, slot.span):
            if not (doc.verbatim and doc.is_verbatim(run.span)):
                yield slot, run


def _is_full(doc: Document, run: Run) -> bool:
    """Whether a run is a full name of a person, as far as the words show."""
    if len(run.words) < 2 or run.has_body or run.words[-1][0].isupper():
        return False
    first, last = run.words[0][0], bare(run.words[-1][0])
    if last in TITLES or len(last) < 2:
        return False
    if run.title or is_given(folded(first)):
        return True
    if first.endswith(".") and len(first) == 2:
        return True
    is_next = _SAID_AFTER.match(doc.text, (run.span.end, len(doc.text))) is not None
    return is_next or _SAID_BEFORE.search(doc.before(run.span, 12)) is not None


def _parts(run: Run) -> tuple[str, str]:
    """The given names and the surname with its particles."""
    at = len(run.words) - 1
    while at > 1 and folded(run.words[at - 1][0]) in PARTICLES:
        at -= 1
    given = " ".join(word for word, _ in run.words[:at])
    return given, " ".join(word for word, _ in run.words[at:])


def _introduce(book: _Book, slot: Slot, run: Run) -> None:
    given, surname = _parts(run)
    key = (folded(given).partition(" ")[0], folded(surname), folded(run.suffix))
    if key not in book.full:
        book.full[key] = given, surname, run.suffix
        for part in {key[0], *key[1].split(), key[1], _whole(run), *_tails(run)}:
            book.by_part.setdefault(part, []).append(key)
    book.uses.setdefault(key, []).append(_use(slot, run, is_full=True))


def _tails(run: Run) -> Iterator[str]:
    """The last words of a name of three or more: Peña Nieto."""
    for at in range(1, len(run.words) - 1):
        yield folded(" ".join(word for word, _ in run.words[at:]))


def _whole(run: Run) -> str:
    return folded(" ".join(word for word, _ in run.words))


def _use(slot: Slot, run: Run, is_full: bool = False) -> NameUse:
    text = " ".join(word for word, _ in run.words)
    if run.suffix:
        text = f"{text} {run.suffix}"
    return NameUse(run.span, text, slot.kind, run.title, is_full)


def _mention(book: _Book, slot: Slot, run: Run) -> None:
    """Note a name that is not full, if it is part of one that is."""
    keys = book.by_part.get(_whole(run), ())
    if not keys:
        return
    is_surname = [key for key in keys if key[1].endswith(_whole(run))]
    if run.title and bare(run.title.split()[0]) in COURTESY and not is_surname:
        return  # Mr Ann
    before = [key for key in is_surname or keys if book.uses[key][0].span.start < run.span.start]
    key = (before or is_surname or keys)[-1]
    book.uses[key].append(_use(slot, run))
