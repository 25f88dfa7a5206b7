"""The items of a check list as lines: what is on the list, and what to say of it."""

from __future__ import annotations

from datetime import date

from copydesk.checklist.calendar import MONTHS, WEEKDAYS, day_text
from copydesk.checklist.model import Contact, Day, Figure, Name, Person, Quotation
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.checklist import Checklist, Spot

    Item = Person | Name | Day | Figure | Contact | Quotation

TITLES = {
    "people": "People",
    "bodies": "Bodies and acronyms",
    "names": "Places and other names",
    "dates": "Dates and times",
    "figures": "Figures",
    "money": "Money",
    "phones": "Telephone numbers",
    "links": "Links, mail addresses and handles",
    "quotations": "Quotations",
}
NOBODY = "No speaker named beside it"
WORDS = "Words in quotation marks"
# Acronyms that nobody spells out.
_KNOWN = frozenset((
    "US", "U.S.", "USA", "UK", "U.K.", "EU", "E.U.", "UN", "U.N.", "NATO", "FBI", "CIA", "NASA",
    "BBC", "AIDS", "HIV", "NFL", "NBA", "NHL", "FIFA", "LA", "L.A.", "NYC", "D.C.", "DC",
))  # fmt: skip


class Line(ValueTuple):
    """One line of a list.

    Attributes:
        text: what is to be checked.
        notes: what the story says of it, or the calendar.
        spots: where it is.
        wrong: what cannot be right; empty if nothing.
        group: the heading above it; empty for none.
    """

    text: str
    notes: tuple[str, ...]
    spots: tuple[Spot, ...]
    wrong: str = ""
    group: str = ""


def lines_of(story: Checklist, section: str) -> list[Line]:
    """The lines of a section of a list; quotations by speaker, in order of their first one."""
    near = date.fromisoformat(story.day)
    found = [_line(item, near) for item in getattr(story, section)]
    if section == "quotations":
        groups = [*dict.fromkeys(line.group for line in found)]
        groups.sort(key=(NOBODY, WORDS).__contains__)
        found.sort(key=lambda line: groups.index(line.group))
    return found


def _line(item: Item, near: date) -> Line:
    if isinstance(item, Person):
        told = (*item.titles, *item.roles, *(f"age {age}" for age in item.ages))
        return Line(item.name, told, item.spots)
    if isinstance(item, Name):
        return Line(item.name, _acronym(item), item.spots)
    if isinstance(item, Day):
        wrong = _wrong(item, near)
        return Line(item.text, () if wrong else _calendar(item, near), item.spots, wrong)
    if isinstance(item, Figure):
        return Line(item.text, _figure(item), item.spots)
    if isinstance(item, Contact):
        told = (f"behind “{item.words}”",) if item.words else ()
        return Line(item.target, told, item.spots)
    return _quotation(item)


def _acronym(item: Name) -> tuple[str, ...]:
    if item.name == item.acronym:
        return () if item.name in _KNOWN else ("not spelled out",)
    return (f"{item.acronym}{'' if item.is_glossed else ', not given beside it'}",) if (
        item.acronym
    ) else ()  # fmt: skip


def _wrong(item: Day, near: date) -> str:
    if not item.exists:
        return "there is no such day"
    if item.fits is False:
        return f"wrong weekday: {_full(date.fromisoformat(item.day))}"
    return ""


def _full(day: date) -> str:
    return f"{MONTHS[day.month - 1]} {day.day}, {day.year}, is a {WEEKDAYS[day.weekday()]}"


def _calendar(item: Day, near: date) -> tuple[str, ...]:
    if item.nearest and item.kind == "weekday":
        days = [date.fromisoformat(day) for day in item.nearest]
        if item.text[0].isupper() and item.text.endswith("day") and len(days) > 1:
            return (" or ".join(_short(day, near) for day in days),)
        return (day_text(days[0], near),)
    if not item.day:
        return (f"{item.nearest[0]} or {item.nearest[-1]}",) if len(item.nearest) > 1 else ()
    year = "" if item.has_year else f" in {item.day[:4]}"
    return (f"{'fits' if item.fits else item.weekday}{year}",)


def _short(day: date, near: date) -> str:
    year = "" if day.year == near.year else f", {day.year}"
    return f"{MONTHS[day.month - 1]} {day.day}{year}"


def _figure(item: Figure) -> tuple[str, ...]:
    age = "age" if item.kind == "age" and item.text.isdecimal() else ""
    where = "in a quotation" if item.is_quoted else ""
    source = f"source: {item.source}" if item.source else ""
    return tuple(filter(None, (age, where, source)))


def _quotation(item: Quotation) -> Line:
    notes: tuple[str, ...] = ()
    if item.speaker and not item.is_sure:
        notes = (f"“{item.speaker}”",)
        group = f"{item.person}, probably" if item.person else f"“{item.speaker}”"
    else:
        nobody = NOBODY if item.kind != "partial" else WORDS
        group = item.person or item.speaker or nobody
    return Line(f"“{item.text}”", notes, item.spots, "", group)
