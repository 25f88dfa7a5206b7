"""What several lists say of one office, made one: for ``build_facts.py``.

The better list gives a date. Another that gives it within some weeks vouches for it, and the
days between the two are a range; one that gives another date leaves it unproven. Where two
people were in one office at a time, what the worse list says is cut or left to “conf L”.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from tools.data.facts_claims import NEAR, WIKIDATA, Claim, Span, days, rank, unmixed

RETURNED = 100  # days between two terms that are one tenure, if nobody else came between


class Term(NamedTuple):
    """One tenure, and the sources of each end.

    ``confirmed`` is the last day for which two sources vouch; ``sure`` is whether a
    finding may rest on it.
    """

    name: str
    since: Span
    until: Span | None
    known: str
    starts: tuple[str, ...]
    ends: tuple[str, ...]
    confirmed: str = ""
    sure: bool = True
    inferred: bool = False
    due: str = ""
    person: str = ""

    @property
    def end(self) -> str:
        """The last day for which it says anything."""
        return self.until.last if self.until else self.known

    @property
    def best(self) -> int:
        """The rank of its best source."""
        return min(map(rank, self.starts))


def merged(claims: Iterable[Claim], several: bool) -> list[Term]:
    """The tenures of an office, in order; ``several`` is whether it has many holders."""
    by_name: dict[str, list[Claim]] = defaultdict(list)
    listed = list(claims) if several else unmixed(list(claims))
    for claim in listed:
        by_name[claim.name].append(claim)
    terms = [term for name in sorted(by_name) for term in _of_person(by_name[name], listed)]
    terms.sort(key=lambda term: (term.since, term.name))
    return terms if several else _one_at_a_time(terms)


def _of_person(claims: list[Claim], everybody: list[Claim]) -> list[Term]:
    by_source: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        by_source[claim.source].append(claim)
    terms: list[Term] = []
    for source in sorted(by_source, key=rank):
        groups: dict[int, list[Claim]] = defaultdict(list)
        for claim in _joined(sorted(by_source[source], key=lambda one: one.since), everybody):
            at = next((at for at, term in enumerate(terms) if _meet(term, claim)), len(terms))
            if at == len(terms):
                terms.append(_term(claim))
            else:
                groups[at].append(claim)
        for at, group in groups.items():
            terms[at] = _with(terms[at], _envelope(group))
    return terms


def _joined(claims: list[Claim], everybody: list[Claim]) -> list[Claim]:
    """The claims of one list about one person, terms in a row as one."""
    found: list[Claim] = []
    for claim in claims:
        last = found[-1] if found else None
        if last is not None and _came_back(last, claim, everybody):
            until = Span(last.since.last, claim.since.last)
            found[-1] = last._replace(until=until, known=until.first, inferred=True)
        if found and _follows(found[-1], claim, everybody):
            found[-1] = _envelope([found[-1], claim])
        else:
            found.append(claim)
    return found


def _came_back(last: Claim, claim: Claim, everybody: list[Claim]) -> bool:
    """Whether a list that gives no end has the person take office again, after somebody else."""
    return last.until is None and not last.due and any(
        one.name != last.name and last.since.last < one.since.first < claim.since.first
        for one in everybody
    )  # fmt: skip


def _follows(one: Claim, other: Claim, everybody: list[Claim]) -> bool:
    gap = days(one.end, other.since.first)
    if gap > RETURNED or one.inferred:
        return False
    between = any(
        claim.name != one.name and one.end <= claim.since.last <= other.since.first
        and claim.since.last < other.since.first
        for claim in everybody
    )  # fmt: skip
    return not between or gap <= 1


def _envelope(claims: list[Claim]) -> Claim:
    """Claims of one list that belong to one tenure, as one."""
    first = min(claims, key=lambda one: one.since)
    last = max(claims, key=lambda one: (one.until is None, one.end))
    since = min((one.since for one in claims if _near(one.since, first.since)), key=_width)
    until = last.until and min(
        (one.until for one in claims if one.until and _near(one.until, last.until)), key=_width
    )
    known = min(last.known, until.first) if until else last.known
    return last._replace(
        since=since, until=until, known=known, sure=any(one.sure for one in claims)
    )


def _near(one: Span, other: Span) -> bool:
    return abs(days(one.first, other.first)) <= NEAR


def _width(span: Span) -> int:
    """How many days a range has: of one list, the exact day counts."""
    return days(span.first, span.last)


def _meet(term: Term, claim: Claim) -> bool:
    """Whether a claim is about that tenure: at one time, or begun within some weeks."""
    if abs(days(term.since.first, claim.since.first)) <= NEAR:
        return True
    return term.since.first <= claim.end and claim.since.first <= term.end


def _term(claim: Claim) -> Term:
    ends = (claim.source,) if claim.until else ()
    return Term(claim.name, claim.since, claim.until, claim.known, (claim.source,), ends,
                "", claim.sure, claim.inferred, claim.due, claim.person)  # fmt: skip


def _with(term: Term, claim: Claim) -> Term:
    """The tenure with what another list says of it."""
    term = term._replace(
        person=term.person or claim.person, sure=term.sure or claim.sure, due=term.due or claim.due
    )
    gap = days(term.since.first, claim.since.first)
    if abs(gap) <= NEAR:
        term = term._replace(since=term.since | claim.since, starts=(*term.starts, claim.source))
    elif gap < 0:  # begun before: the lists differ
        term = term._replace(starts=term.starts[:1])
    if term.until is None and claim.until is None:
        both = sorted((term.known, claim.known))
        return term._replace(known=both[1], confirmed=max(term.confirmed, both[0]))
    if term.until is None or claim.until is None:
        return _half_open(term, claim)
    return _both_ended(term, claim, claim.until)


def _half_open(term: Term, claim: Claim) -> Term:
    """One has an end, the other none."""
    if term.until is not None:  # the other list still had the person in office
        if claim.known <= term.until.last:
            return term._replace(confirmed=max(term.confirmed, min(claim.known, term.known)))
        return term if claim.source == WIKIDATA else term._replace(ends=term.ends[:1])
    assert claim.until is not None
    if claim.until.first >= term.known or term.inferred:
        return term._replace(
            until=claim.until, known=claim.known, ends=(claim.source,), inferred=claim.inferred,
            confirmed=max(term.confirmed, term.known),
        )  # fmt: skip
    return term._replace(confirmed=max(term.confirmed, claim.until.first))


def _both_ended(term: Term, claim: Claim, until: Span) -> Term:
    assert term.until is not None
    if claim.inferred and not term.inferred:
        near = until.first <= term.until.first and abs(days(term.until.last, until.last)) <= NEAR
        return term._replace(ends=(*term.ends, claim.source)) if near else term
    if term.inferred and not claim.inferred:
        near = term.until.first <= until.last and days(until.last, term.until.last) >= -NEAR
        ends = (claim.source, *(term.ends if near else ()))
        return term._replace(until=until, known=claim.known, ends=ends, inferred=False)
    if abs(days(term.until.last, until.last)) <= NEAR:
        known = min(term.known, claim.known)
        return term._replace(until=term.until | until, known=known, ends=(*term.ends, claim.source))
    shorter = min(term.until.first, until.first)
    return term._replace(ends=term.ends[:1], confirmed=max(term.confirmed, shorter))


def _one_at_a_time(terms: list[Term]) -> list[Term]:
    """The tenures, none that is sure reaching into another that is."""
    found: list[Term] = []
    last = -1  # the place of the last that is sure
    for term in terms:
        if term.sure and last >= 0:
            found[last], term = _apart(found[last], term)
        found.append(term)
        if term.sure:
            last = len(found) - 1
    return _rejoined(found)


def _reach(term: Term) -> str:
    return term.until.last if term.until else "9999"


def _apart(one: Term, other: Term) -> tuple[Term, Term]:
    """Two tenures that follow each other; the second may turn out to be doubtful."""
    if _reach(one) <= other.since.first:
        return one, other
    better = one.best < other.best
    if one.until is None:
        if better and other.since.last < one.known and len(other.starts) == 1:
            return one, _doubtful(other)
        return _closed(one, other), other
    over = days(other.since.first, one.until.last)
    if over <= NEAR:
        return _met(one, other, one.until)
    if better and not one.inferred:
        return one, _doubtful(other)
    if one.inferred or (not better and other.best < one.best):
        return _closed(one, other), other
    if _reach(other) <= one.until.last:  # a stand-in, or wrong
        return one, _doubtful(other)
    since = Span(other.since.first, max(other.since.last, one.until.last))
    return one, other._replace(since=since, starts=other.starts[:1])


def _met(one: Term, other: Term, until: Span) -> tuple[Term, Term]:
    """Two tenures that the lists let overlap by some weeks; a day within a month decides."""
    since = other.since
    if until.first <= since.first and since.last <= until.last:
        until = Span(until.first, since.last)
    elif since.first <= until.first and until.last <= since.last:
        since = Span(max(since.first, until.first), since.last)
    else:
        first = min(max(one.since.last, min(until.first, since.first)), until.last)
        since = Span(since.first, max(since.last, min(until.last, other.end)))
        until = Span(first, until.last)
    one = one._replace(until=until, known=min(one.known, until.first))
    return one, other._replace(since=since)


def _closed(one: Term, other: Term) -> Term:
    """A tenure that ended at the latest when the next began."""
    last = max(other.since.last, one.since.last)
    first = min(max(one.since.last, min(one.known, other.since.first)), last)
    return one._replace(
        until=Span(first, last), known=first, ends=other.starts, inferred=True, due="",
        confirmed=min(one.confirmed, first),
    )  # fmt: skip


def _doubtful(term: Term) -> Term:
    return term._replace(sure=False)


def _rejoined(terms: list[Term]) -> list[Term]:
    """Two cabinets of one person with nobody between, as one tenure."""
    found: list[Term] = []
    for term in terms:
        last = found[-1] if found else None
        if (
            last is not None and last.name == term.name and last.sure and term.sure
            and last.until is not None and days(last.until.last, term.since.first) <= RETURNED
        ):  # fmt: skip
            found[-1] = term._replace(since=last.since, starts=last.starts,
                                      person=term.person or last.person)  # fmt: skip
        else:
            found.append(term)
    return found
