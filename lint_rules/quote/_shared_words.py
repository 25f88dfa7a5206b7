"""Runs of words by which a quotation is known again."""

from __future__ import annotations

from copydesk import Attribution, Document, Iterator, pattern

_WORD = pattern(r"[^\W_]+(?:[’'][^\W_]+)*")
_RUN = 8  # words in a row that are no coincidence


def shared_runs(doc: Document, one: Attribution) -> Iterator[tuple[str, ...]]:
    """Every eight words in a row of a quotation, in lower case."""
    words = [match[0].lower() for match in _WORD.finditer(doc.text, one.quote.inner)]
    for at in range(len(words) - _RUN + 1):
        yield tuple(words[at : at + _RUN])
