"""What ``copydesk facts show`` prints: tenures, sources, and what later tables changed."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.facts import Facts, Person, Tenure
    from copydesk.facts.merged import Held
    from copydesk.facts.overlay import Change

_SAID = {
    "added": "added", "ended": "ended", "corrected": "corrected", "confirmed": "confirmed",
    "replaced": "left out",
}  # fmt: skip


def lines_of(facts: Facts, name: str) -> list[str]:
    """The lines on an office, given its id, or on people of that name."""
    changes = _changes(facts)
    return list(_of_office(facts, name, changes)) or list(_of_people(facts, name, changes))


def _changes(facts: Facts) -> dict[str, list[Change]]:
    """What later tables changed, by office; nothing is read if there is one table for each."""
    if not facts.has_later:
        return {}
    from copydesk.facts.joined import Joined

    joined = Joined()
    for table in facts.read():
        joined.add(table)
    found: dict[str, list[Change]] = {}
    for change in joined.changes:
        found.setdefault(change.office, []).append(change)
    return found


def _of_office(facts: Facts, name: str, changes: dict[str, list[Change]]) -> Iterator[str]:
    for office in facts.all_offices():
        if office.id == name:
            titles = ", ".join(office.titles)
            yield f"{office.id}: {office.called} ({titles})"
            yield from (f"  {_line(one)}  {one.person}" for one in facts.tenures_of(office))
            yield from (f"  {_told(one)}" for one in changes.get(name, ()))


def _of_people(facts: Facts, name: str, changes: dict[str, list[Change]]) -> Iterator[str]:
    from copydesk.facts import fold

    whole, part = facts.named(fold(name))
    for person in sorted(whole or part):
        yield from _of_person(person)
        offices = dict.fromkeys(one.office.id for one in person.tenures)
        for change in (one for office in offices for one in changes.get(office, ())):
            if change.person == person.name:
                yield f"  {change.office}: {_told(change)}"


def _of_person(person: Person) -> Iterator[str]:
    forms = f" (also {', '.join(person.forms)})" if person.forms else ""
    died = f", died {person.died}" if person.died else ""
    yield f"{person.name}{forms}{died}"
    for one in person.tenures:
        yield f"  {_line(one)}  {one.office.called}  [{one.office.id}; {_sources(one)}]"


def _sources(one: Tenure) -> str:
    """Who says when it began and, if others say so, when it ended."""
    starts = ", ".join(f"{source.name} {source.as_of}" for source in one.sources)
    if not one.ends or one.ends == one.sources:
        return starts
    return f"{starts}; end: {', '.join(f'{source.name} {source.as_of}' for source in one.ends)}"


def _line(one: Tenure) -> str:
    if one.since == "0000":
        return "date unknown            "
    end = one.until or (f"due {one.due}" if one.due else "")
    mark = "" if one.sure else "  (not sure)"
    return f"{one.since} to {end or '…':<10}{mark}"


def _told(change: Change) -> str:
    """A change in words: “ended: Pat Roe, 2018-01-04 to … (A list) → … (City Hall)”."""
    before = _row(change.before) if change.before else "nothing"
    after = _row(change.after) if change.after else "nothing"
    same = change.kind == "confirmed"
    said = f"{before} and {after}" if same else f"{before} → {after}"
    return f"{_SAID[change.kind]}: {change.person}, {said}"


def _row(held: Held) -> str:
    from copydesk.facts.overlay import told

    row = held.row
    since, until = (_range(*pair) for pair in (
        (row.since, row.since_by), (row.until_from, row.until),
    ))  # fmt: skip
    return f"{since} to {until or '…'} ({told((*held.told, *held.ended))})"


def _range(first: str, last: str) -> str:
    return first if not last or first == last else f"{first}/{last}"
