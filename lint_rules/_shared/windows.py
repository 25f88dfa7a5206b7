"""Ranges around places of a text, in which a pattern is looked for."""

from __future__ import annotations

from copydesk import Iterable, Iterator, Match, Pattern


def around(places: Iterable[int], before: int, after: int) -> list[tuple[int, int]]:
    """The ranges from so far before each place to so far after it, in code points.

    Args:
        places: offsets, in order.
        before: how far before.
        after: how far after. Ranges that overlap or touch become one.
    """
    found: list[tuple[int, int]] = []
    for place in places:
        start = max(0, place - before)
        if found and start <= found[-1][1]:
            found[-1] = (found[-1][0], place + after)
        else:
            found.append((start, place + after))
    return found


def within(form: Pattern, text: str, ranges: Iterable[tuple[int, int]]) -> Iterator[Match[str]]:
    """The matches of a pattern in ranges of a text."""
    for one in ranges:
        yield from form.finditer(text, one)
