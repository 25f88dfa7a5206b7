"""Run the patterns of terms: only near a word that they need, as far as they can see."""

from __future__ import annotations

from functools import cached_property, lru_cache

from copydesk.model.findings import Problem, Span
from copydesk.regexes.compiled import compiled as _compile
from copydesk.terms.budget import DraftBudget, Spent, now
from copydesk.terms.entry import ANY

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from collections.abc import Iterable, Iterator, Sequence

    import regex

    from copydesk.document import Document
    from copydesk.document.slots import Slot
    from copydesk.terms.budget import RunBudget
    from copydesk.terms.entry import Entry

    Range = tuple[int, int]
    Places = Sequence[tuple[int, int, int]]  # of needed words: see ``Patterns.find``

_untimed = lru_cache(maxsize=4096)(_compile)


@lru_cache(maxsize=4096)
def _timed(pattern: str) -> regex.Pattern[str]:
    import regex

    return regex.compile(pattern)


class Patterns:
    """Runs patterns on one document.

    Args:
        doc: the document.
        run: the time that patterns may take in the run.
        problems: where it is added that one takes too long.
    """

    def __init__(self, doc: Document, run: RunBudget, problems: list[Problem]) -> None:
        self._doc = doc
        self._run = run
        self._problems = problems
        self._is_spent = False

    @cached_property
    def _budget(self) -> DraftBudget:
        """The time that patterns with a limit may take on the document."""
        return DraftBudget(len(self._doc.text), self._run)

    def find(self, entry: Entry, places: Places, is_ours: bool) -> Iterator[Span]:
        """Yield what the patterns of an entry match.

        Args:
            entry: the entry.
            places: of words that the patterns need: an offset in the slot of each, its start
                and its end.
            is_ours: whether each match is known to depend on such a word near it. In a pack
                of others, the word may be a condition for the whole slot.
        """
        slots = _by_slot(self._doc, places)
        for number, pattern in enumerate(entry.match):
            if entry.words and (word := entry.words[number]) and word not in self._doc.words:
                continue
            try:
                for start, end in self._matches(entry, number, slots, is_ours):
                    if end > start:
                        yield Span(start, end)
            except TimeoutError:
                where = f"the pattern {pattern!r} ({entry.pack}:{entry.line})"
                told = f"took more than {self._budget.limit:.2f} seconds; simplify it"
                self._problems.append(Problem(f"{where} {told}", self._doc.path, entry.rule))
                return
            except Spent as spent:
                if not self._is_spent:
                    self._is_spent = True
                    told = f"{spent}, so some were not tried; simplify them"
                    self._problems.append(Problem(told, self._doc.path))
                return

    def _matches(
        self, entry: Entry, number: int, slots: dict[Slot, list[Range]], is_ours: bool
    ) -> Iterable[Range]:
        """Where a pattern of an entry matches in the slots.

        Raises:
            TimeoutError, Spent: it, or all patterns, took too long.
        """
        pattern, (least, most) = entry.match[number], entry.widths[number]
        fitting = {
            slot: near
            for slot, near in slots.items()
            if least <= (size := slot.span.end - slot.span.start)
            and (not entry.whole or size <= most)
        }
        if entry.whole and not entry.timed:
            return _at_start(_untimed(pattern), self._doc.text, fitting)
        ranges = _ranges(fitting, entry.reaches[number] if is_ours else ANY)
        if entry.timed:
            spans = [*ranges]
            quick = entry.quick[number] if entry.quick else ""
            if quick and not any(_in_ranges(_untimed(quick), self._doc.text, spans)):
                return ()
            return self._in_time(pattern, spans)
        return _in_ranges(_untimed(pattern), self._doc.text, ranges)

    def _in_time(self, pattern: str, spans: Iterable[Range]) -> Iterator[Range]:
        """Yield where a pattern with a time limit matches.

        Raises:
            TimeoutError, Spent: it, or all patterns, took too long.
        """
        text, budget, used = self._doc.text, self._budget, 0.0
        for span in spans:
            began = now()
            try:
                matches = budget.matches(_timed(pattern), text, span, used)
                found = [match.span() for match in matches]
            finally:
                took = now() - began
                used += took
                budget.took(took)
            yield from found
            if used > budget.limit:
                raise TimeoutError


def _by_slot(doc: Document, places: Places) -> dict[Slot, list[Range]]:
    """The places of needed words, each in order, by their slots, which are in order, too."""
    found: dict[Slot, list[Range]] = {}
    for at, start, end in sorted(places):
        slot = doc.slot_at(at)
        if slot is not None:
            found.setdefault(slot, []).append((start, end))
    return found


def _at_start(pattern: re.Pattern[str], text: str, slots: Iterable[Slot]) -> Iterator[Range]:
    """Yield the matches at the start of slots; a pattern for whole slots can count only there."""
    for slot in slots:
        match = pattern.match(text, slot.span.start, slot.span.end)
        if match is not None:
            yield match.span()


def _in_ranges(pattern: re.Pattern[str], text: str, ranges: Iterable[Range]) -> Iterator[Range]:
    for start, end in ranges:
        for match in pattern.finditer(text, start, end):
            yield match.span()


def _ranges(slots: dict[Slot, list[Range]], reach: int) -> Iterator[Range]:
    """Yield where to search: whole slots, or only what is near a needed word.

    Args:
        slots: where the needed words are.
        reach: how much of a text the pattern can see at once; a match that depends on a word
            begins and ends within that distance of it.
    """
    for (_, (first, last), _), near in slots.items():
        if reach >= ANY:
            yield first, last
            continue
        start = end = first
        for begin, stop in near:
            if begin - reach > end:
                if end > start:
                    yield start, end
                start = begin - reach
            end = min(last, max(end, stop + reach + 1))
        yield start, end
