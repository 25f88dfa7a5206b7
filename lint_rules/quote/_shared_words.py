"""Runs of words by which a quotation is known again."""

from __future__ import annotations

from functools import lru_cache

from copydesk import Document, Iterator, Quote, pattern

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypeVar

    _T = TypeVar("_T")

_WORD = pattern(r"[^\W_]+(?:[’'][^\W_]+)*")
_RUN = 8  # words in a row that are no coincidence


def shared_runs(doc: Document, quote: Quote) -> Iterator[tuple[str, ...]]:
    """Every eight words in a row of a quotation, in lower case."""
    words = _WORD.compiled.findall(doc[quote.inner].lower())
    for at in range(len(words) - _RUN + 1):
        yield tuple(words[at : at + _RUN])


def heard_before(
    doc: Document, quote: Quote, heard: dict[tuple[str, ...], _T], now: _T
) -> _T | None:
    """What was noted for a quotation before that shares eight words; ``now`` is, for this one."""
    runs = [*shared_runs(doc, quote)]
    before = next((heard[run] for run in runs if run in heard), None)
    for run in runs:
        heard.setdefault(run, now)
    return before


@lru_cache(maxsize=1)
def are_any_shared(doc: Document) -> bool:
    """Whether two quotations have eight words in a row in common."""
    seen: set[tuple[str, ...]] = set()
    for quote in doc.quotes:
        if quote.kind == "direct":
            runs = {*shared_runs(doc, quote)}
            if not runs.isdisjoint(seen):
                return True
            seen |= runs
    return False
