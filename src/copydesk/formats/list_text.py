"""A check list as text for a terminal, and as JSON."""

from __future__ import annotations

from datetime import date
from textwrap import wrap

from copydesk.checklist.calendar import MONTHS, WEEKDAYS
from copydesk.checklist.model import SECTIONS
from copydesk.formats.json_format import encoded
from copydesk.formats.list_lines import TITLES, lines_of
from copydesk.formats.summary import counted, harmless, one_line

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from copydesk.checklist import Checklist, Spot
    from copydesk.formats.list_lines import Line

VERSION = 1
_SHOWN = 160  # characters of a quotation
_INDENT = 4  # of the box


def as_text(stories: Sequence[Checklist], sections: Sequence[str], width: int) -> str:
    """The lists as text.

    Args:
        stories: one list for each story.
        sections: those to show.
        width: the columns of the terminal.
    """
    return "\n\n".join("\n".join(_story(one, sections, width)) for one in stories) + "\n"


def head_of(story: Checklist) -> str:
    """The length and the date of a story."""
    day = date.fromisoformat(story.day)
    origin = "today, as the draft has no date" if story.origin == "today" else story.origin
    when = f"{WEEKDAYS[day.weekday()]}, {MONTHS[day.month - 1]} {day.day}, {day.year}"
    return f"{counted(story.words, 'word')}. Story date: {when} ({one_line(origin)})."


def _story(story: Checklist, sections: Sequence[str], width: int) -> Iterator[str]:
    yield harmless(story.path)
    yield head_of(story)
    empty = [TITLES[section].lower() for section in sections if not getattr(story, section)]
    for section in sections:
        lines = lines_of(story, section)
        if not lines:
            continue
        yield ""
        yield f"{TITLES[section]} ({len(lines):,})"
        places = max(len(place_of(line.spots[0])) for line in lines)
        group = ""
        for line in lines:
            if line.group != group:
                group = line.group
                yield f"    {one_line(group)}:"
            yield from _lines(line, places, width)
    if empty:
        yield ""
        yield f"Not in the story: {', '.join(empty)}."


def place_of(spot: Spot) -> str:
    """Line and column."""
    return f"{spot.start.line}:{spot.start.column}"


def _lines(line: Line, places: int, width: int) -> Iterator[str]:
    """A line, wrapped: the box, the first place, the words, what is said of them."""
    box = "[!]" if line.wrong else "[ ]"
    head = f"{box} {place_of(line.spots[0]):>{places}}  "
    text = one_line(line.text)
    if len(text) > _SHOWN:
        text = f"{text[:_SHOWN].rstrip()}…{text[-1] if line.group else ''}"
    told = "; ".join(map(one_line, filter(None, (line.wrong, *line.notes, again(line)))))
    whole = f"{text} — {told}" if told else text
    indent = " " * (_INDENT + places + 2)
    rows = wrap(whole, max(width - len(indent), 30), break_on_hyphens=False)
    yield f"{head}{rows[0] if rows else ''}"
    yield from (f"{indent}{row}" for row in rows[1:])


def again(line: Line) -> str:
    """Where else something is, form by form: ``again 4:1, 6:22; “Poe” 7:3``."""
    first = line.spots[0].text
    by_form: dict[str, list[str]] = {}
    for spot in line.spots[1:]:
        by_form.setdefault(spot.text, []).append(place_of(spot))
    told = [
        f"{'again' if form == first else f'“{form}”'} {', '.join(places)}"
        for form, places in by_form.items()
    ]
    return "; ".join(told)


def as_json(
    stories: Sequence[Checklist], sections: Sequence[str], errors: Sequence[Mapping[str, str]],
    not_read: Sequence[Mapping[str, str]], gaps: Sequence[Mapping[str, object]],
) -> str:  # fmt: skip
    """The lists as JSON; ``list-1.schema.json`` describes it."""
    value = {
        "version": VERSION,
        "stories": [_value(one, sections) for one in stories],
        "errors": list(errors),
        "not_read": list(not_read),
        "gaps": list(gaps),
    }
    return encoded(value, indent=2) + "\n"


def _value(story: Checklist, sections: Sequence[str]) -> dict[str, Any]:
    head = {"path": story.path, "date": story.day, "date_origin": story.origin}
    every = {name: [_item(item) for item in getattr(story, name)] for name in SECTIONS}
    return {**head, "words": story.words, **{name: every[name] for name in sections}}


def _item(item: Any) -> dict[str, Any]:
    value = {key: _plain(one) for key, one in item._asdict().items() if key != "spots"}
    return {**value, "places": [_spot(spot) for spot in item.spots]}


def _plain(value: object) -> object:
    """A number without a fraction as a whole one."""
    return int(value) if isinstance(value, float) and value.is_integer() else value


def _spot(spot: Spot) -> dict[str, Any]:
    start = spot.start
    return {
        "line": start.line, "column": start.column, "offset": start.offset,
        "text": spot.text, "slot": spot.slot, "context": spot.context,
    }  # fmt: skip
