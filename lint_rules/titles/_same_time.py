"""What a draft without a date says of its time by the titles that it gives to people.

Several people titled as they were on one day long ago, and nobody titled as of today alone:
that is a story of that day. One outdated title among people who took office since is a slip.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise

from copydesk import Document, ValueTuple
from copydesk.facts import Facts, Tenure
from lint_rules.titles import _resolve_holder
from lint_rules.titles._mention import Mention
from lint_rules.titles._title_mentions import mentions

_ALWAYS = "9999"  # the end of a tenure that is not over


class _Titled(ValueTuple):
    """A person as the story calls them, and the times at which that is right."""

    name: str
    times: tuple[tuple[str, str], ...]

    def is_right_on(self, day: str) -> bool:
        """Whether the person is rightly called so on an ISO date."""
        return any(since <= day <= until for since, until in self.times)

    def is_the_same(self, day: str, today: str) -> bool:
        """Whether one and the same time covers both days."""
        return any(since <= day and today <= until for since, until in self.times)


@lru_cache(maxsize=128)
def is_told(
    doc: Document, facts: Facts, name: str, since: str, until: str, only: bool = False
) -> bool:
    """Whether an undated story gives others the titles they had between two ISO dates.

    The person of that name is left out, and a story that names a later year is of that year.
    With ``only``, somebody who had the title then and has it still is no evidence.
    """
    if doc.date.origin != "today":
        return False
    today = doc.date.day.isoformat()
    if until < f"{doc.latest_year}-07":
        return False
    others = [one for one in _titled(doc, facts) if one.name != name]
    days = {since, *(start for one in others for start, _ in one.times)}
    within = (day for day in days if since <= day <= until)
    return any(_is_of(others, day, today, only) for day in within)


def _is_of(others: list[_Titled], day: str, today: str, only: bool) -> bool:
    """Whether more of the titles are right on that day alone than today alone."""
    then = [one for one in others if one.is_right_on(day)]
    old = sum(not one.is_right_on(today) for one in then)
    new = sum(one.is_right_on(today) and not one.is_the_same(day, today) for one in others)
    both = any(one.is_the_same(day, today) for one in then)
    return old > new or (both and not new and not only)


@lru_cache(maxsize=2)
def _titled(doc: Document, facts: Facts) -> tuple[_Titled, ...]:
    """The people with a title of one holder, plain or with “former”, each form once."""
    found = {}
    for one in mentions(doc, facts):
        resolved = None if one.place == "?" else _resolve_holder.resolve(doc, one)
        if resolved is None or one.cue not in ("", "former", "ex"):
            continue
        times = _times(doc, one, resolved[1]) if _is_single(facts, resolved[1]) else ()
        if times:
            found[resolved[0].name, times] = _Titled(resolved[0].name, times)
    return tuple(found.values())


def _times(doc: Document, one: Mention, tenures: list[Tenure]) -> tuple[tuple[str, str], ...]:
    """When the words are right: in office, or with “former” between two times in office."""
    held = sorted((one.since, one.until or _ALWAYS) for one in tenures if one.sure)
    if not one.cue:
        return tuple(held) if _resolve_holder.is_plain(one) else ()
    return gaps(tenures, doc.date.day.isoformat())


def gaps(tenures: list[Tenure], today: str) -> tuple[tuple[str, str], ...]:
    """The times between two terms of somebody in office today, when “former” was right."""
    held = sorted((one.since, one.until or _ALWAYS) for one in tenures if one.sure)
    if len(held) < 2 or held[-1][1] < today:
        return ()
    pairs = pairwise(held)
    return tuple((first[1], then[0]) for first, then in pairs if first[1] < then[0])


def _is_single(facts: Facts, tenures: list[Tenure]) -> bool:
    """Whether one person at a time has the office, unlike a seat in a parliament."""
    return all(
        sum(not held.until for held in facts.tenures_of(office)) <= 1
        for office in {one.office for one in tenures}
    )
