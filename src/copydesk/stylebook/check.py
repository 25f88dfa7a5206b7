"""Puts a newsroom's style file to the test: what is unused, contradicts itself, does not hold."""

from __future__ import annotations

import os
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from copydesk.model.style import resolve
from copydesk.testing.pack_examples import Fault, example_faults

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.files.toml import Source
    from copydesk.model.style import StyleInfo
    from copydesk.stylebook.show import Stylebook
    from copydesk.terms.entry import Entry
    from copydesk.terms.pack import Pack


def faults(pack: Pack, source: Source, book: Stylebook) -> list[Fault]:
    """All that is wrong with a style, by line; its schema has been checked on reading.

    Args:
        pack: the style's file, read.
        source: the same file, for the lines of its settings.
        book: all styles and entries, the file's own among them.
    """
    found = [*_settings(pack, source, book.styles)]
    found += _dates(pack)
    found += _within(pack)
    found += _beside(pack, book)
    found += _exceptions(pack)
    found += example_faults(pack)
    return sorted(set(found))


def _settings(pack: Pack, source: Source, styles: list[StyleInfo]) -> Iterator[Fault]:
    """A style that extends none that there is, or itself; settings that change nothing."""
    style = pack.style
    if not style.name:
        yield Fault(1, 'a house style needs a [style] table: name = "…"')
        return
    base = os.path.basename(pack.path)
    taken = [one.path for one in styles if one.name == style.name and one.path != pack.path]
    if any(os.path.basename(path) != base for path in taken):
        told = f"the name {style.name!r} is taken by {taken[0]}; take another and extend that one"
        yield Fault(source.line_of("style", "name"), told)
        return
    if not style.extends:
        return
    line = source.line_of("style", "extends")
    others = [one for one in styles if one.path != pack.path]
    try:
        parent = resolve(style.extends, styles)
    except KeyError as error:
        from copydesk.files.toml import did_you_mean

        names = {one.name for one in others}
        hint = did_you_mean(error.args[0], names) or f"; there are: {', '.join(sorted(names))}"
        yield Fault(line, f"there is no house style {error.args[0]!r}{hint}")
        return
    if style.name in parent.chain:
        yield Fault(line, f"it extends itself: {' → '.join((style.name, *parent.chain))}")
        return
    for key, value in style.settings:
        if parent.get(key) == value:
            told = f"unused: {key} = {value!r} is inherited from {style.extends}"
            yield Fault(source.line_of("style", key), told)


def _dates(pack: Pack) -> Iterator[Fault]:
    for entry in pack.entries:
        if entry.since and entry.until and entry.until < entry.since:
            told = f"unused: it holds until {entry.until}, but only since {entry.since}"
            yield Fault(entry.line, told)


def _within(pack: Pack) -> Iterator[Fault]:
    """Entries of one file that say two things of one form."""
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
                told = f"“{form}” is the form to use here and to avoid on line {entries[0].line}"
                yield Fault(other.line, f"contradiction: {told}")


def _twice(form: str, earlier: Entry, later: Entry) -> str:
    if earlier.use == later.use:
        return f"unused: “{form}” is avoided on line {earlier.line} already"
    uses = f"“{earlier.use}” (line {earlier.line}) and “{later.use}”"
    return f"contradiction: for “{form}” one is to write {uses}"


def _beside(pack: Pack, book: Stylebook) -> Iterator[Fault]:
    """Entries that say the opposite of, or no more than, those that count beside them."""
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
                told = f"“{entry.use}” is the form to use here, but {_place(other)} avoids it"
                yield Fault(entry.line, f"contradiction: {told} for “{other.use}”")
        for form in entry.avoid:
            for other in avoided.get((entry.rule, form), ()):
                yield from _both_avoid(form, entry, other)


def _both_avoid(form: str, entry: Entry, other: Entry) -> Iterator[Fault]:
    """An entry of the file and one beside it that avoid the same form."""
    if other.use == entry.use:
        if other._replace(**_like(entry)) == entry:
            yield Fault(entry.line, f"unused: {_place(other)} avoids “{form}” already")
    elif _together(entry, other):
        told = f"for “{form}” {_place(other)} wants “{other.use}”, not “{entry.use}”"
        yield Fault(entry.line, f"contradiction: {told}")


def _like(entry: Entry) -> dict[str, Any]:
    """The fields in which two entries may differ and still do the same."""
    names = ("pack", "line", "avoid", "message", "note", "source", "style", "widths")
    return {name: getattr(entry, name) for name in names}


def _place(entry: Entry) -> str:
    return f"{entry.style + ' ' if entry.style else ''}({entry.pack}:{entry.line})"


def _together(one: Entry, other: Entry) -> bool:
    """Whether there is a day on which both hold."""
    last = min(filter(None, (one.until, other.until)), default="9999")
    return max(one.since, other.since) <= last


def _exceptions(pack: Pack) -> Iterator[Fault]:
    """Exceptions that hold none of the entry's forms can never apply."""
    for entry in pack.entries:
        if entry.match or entry.variants:
            continue
        for phrase in entry.exceptions:
            if not any(form.lower() in phrase.lower() for form in entry.avoid):
                yield Fault(entry.line, f"unused: the exception {phrase!r} holds no form to avoid")
