"""Check a newsroom's style file for unused, contradictory and invalid entries."""

from __future__ import annotations

import os
from itertools import pairwise

from copydesk.model.style import resolve
from copydesk.testing.pack_examples import Fault, example_faults

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from copydesk.files.toml import Source
    from copydesk.model.style import StyleInfo
    from copydesk.stylebook.show import Stylebook
    from copydesk.terms.entry import Entry
    from copydesk.terms.pack import Pack


def faults(pack: Pack, source: Source, book: Stylebook) -> list[Fault]:
    """All faults of a style file, in order of lines; its schema was checked on reading.

    Args:
        pack: the style file, parsed.
        source: the same file as text, to find the lines of its settings.
        book: all styles and entries, including those of the file.
    """
    found = [*_settings(pack, source, book.styles)]
    found += _dates(pack)
    found += _within(pack)
    found += _beside(pack, book)
    found += _exceptions(pack)
    found += example_faults(pack)
    return sorted(set(found))


def _settings(pack: Pack, source: Source, styles: list[StyleInfo]) -> Iterator[Fault]:
    """A missing or taken name, a style that cannot be extended, settings that change nothing."""
    style = pack.style
    if not style.name:
        yield Fault(1, 'a house style needs a [style] table: name = "…"')
        return
    base = os.path.basename(pack.path)
    taken = [one.path for one in styles if one.name == style.name and one.path != pack.path]
    if any(os.path.basename(path) != base for path in taken):
        told = f"the name {style.name!r} is taken by {taken[0]}; choose another and extend it"
        yield Fault(source.line_of("style", "name"), told)
        return
    if not style.extends:
        return
    line = source.line_of("style", "extends")
    others = [one for one in styles if one.path != pack.path]
    try:
        parent = resolve(style.extends, styles)
    except KeyError as error:
        from copydesk.files.toml import near_or_all

        names = {one.name for one in others}
        hint = near_or_all(error.args[0], names)
        yield Fault(line, f"unknown house style {error.args[0]!r}{hint}")
        return
    if style.name in parent.chain:
        yield Fault(line, f"the style extends itself: {' → '.join((style.name, *parent.chain))}")
        return
    for key, value in style.settings:
        if parent.get(key) == value:
            told = f"unused: {key} = {value!r} is inherited from {style.extends}"
            yield Fault(source.line_of("style", key), told)


def _dates(pack: Pack) -> Iterator[Fault]:
    for entry in pack.entries:
        if entry.since and entry.until and entry.until < entry.since:
            told = f"unused: until {entry.until} is before since {entry.since}"
            yield Fault(entry.line, told)


def _within(pack: Pack) -> Iterator[Fault]:
    """Entries of one file that contradict or repeat each other."""
    by_form: dict[tuple[str, str], list[Entry]] = {}
    used: dict[tuple[str, str], list[Entry]] = {}
    for entry in pack.entries:
        if entry.variants:
            continue
        for form in entry.avoid:
            by_form.setdefault((entry.rule, form), []).append(entry)
        if entry.use:
            used.setdefault((entry.rule, entry.use), []).append(entry)
    for (rule, form), entries in by_form.items():
        for earlier, later in pairwise(entries):
            if _together(earlier, later):
                yield Fault(later.line, _twice(form, earlier, later))
        for other in used.get((rule, form), ()):
            if _together(entries[0], other) and entries[0].slots == other.slots:
                told = f"“{form}” is to be used here but avoided on line {entries[0].line}"
                yield Fault(other.line, f"contradiction: {told}")


def _twice(form: str, earlier: Entry, later: Entry) -> str:
    if earlier.use == later.use:
        return f"unused: “{form}” is already avoided on line {earlier.line}"
    uses = f"“{earlier.use}” (line {earlier.line}) and “{later.use}”"
    return f"contradiction: “{form}” is to become both {uses}"


def _beside(pack: Pack, book: Stylebook) -> Iterator[Fault]:
    """Entries that contradict or repeat other entries in force."""
    try:
        chain = set(resolve(pack.style.name, book.styles).chain)
    except KeyError:
        return
    avoided: dict[tuple[str, str], list[Entry]] = {}
    for entry in book.entries:
        counts = not entry.style or entry.style in chain
        if counts and entry.pack != pack.path and not entry.variants:
            for form in entry.avoid:
                avoided.setdefault((entry.rule, form), []).append(entry)
    for entry in pack.entries:
        if entry.variants:
            continue
        for other in avoided.get((entry.rule, entry.use or ""), ()):
            if _together(entry, other):
                told = f"“{entry.use}” is to be used here, but {_place(other)} avoids it"
                yield Fault(entry.line, f"contradiction: {told} in favour of “{other.use}”")
        for form in entry.avoid:
            for other in avoided.get((entry.rule, form), ()):
                yield from _both_avoid(form, entry, other)


def _both_avoid(form: str, entry: Entry, other: Entry) -> Iterator[Fault]:
    """An entry of the file and one from another file that avoid the same form."""
    if other.use == entry.use:
        if other._replace(**_like(entry)) == entry:
            yield Fault(entry.line, f"unused: {_place(other)} already avoids “{form}”")
    elif _together(entry, other):
        told = f"“{form}” becomes “{entry.use}” here, but “{other.use}” in {_place(other)}"
        yield Fault(entry.line, f"contradiction: {told}")


def _like(entry: Entry) -> dict[str, Any]:
    """The entry's values of the fields in which equivalent entries may differ."""
    names = ("pack", "line", "avoid", "message", "note", "source", "style", "widths")
    return {name: getattr(entry, name) for name in names}


def _place(entry: Entry) -> str:
    return f"{entry.style + ' ' if entry.style else ''}({entry.pack}:{entry.line})"


def _together(one: Entry, other: Entry) -> bool:
    """Whether there is a day on which both apply."""
    last = min(filter(None, (one.until, other.until)), default="9999")
    return max(one.since, other.since) <= last


def _exceptions(pack: Pack) -> Iterator[Fault]:
    """Exceptions that contain none of the entry's forms can never apply."""
    for entry in pack.entries:
        if entry.match or entry.variants:
            continue
        for phrase in entry.exceptions:
            if not any(form.lower() in phrase.lower() for form in entry.avoid):
                yield Fault(
                    entry.line, f"unused: the exception {phrase!r} contains no form to avoid"
                )
