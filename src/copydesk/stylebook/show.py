"""House styles as text: the list of all, and the content of one."""

from __future__ import annotations

import json
import os

from copydesk.model.style import resolve
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from copydesk.model.style import StyleInfo
    from copydesk.terms.entry import Entry
    from copydesk.terms.pack import Pack
    from copydesk.terms.table import TermTable

_FEW = 3  # words of a pattern that are shown


class Stylebook(ValueTuple):
    """All styles and all entries of a run, including those of no style."""

    styles: list[StyleInfo]
    entries: list[Entry]

    @property
    def names(self) -> list[str]:
        """The names of the styles, sorted."""
        return sorted({style.name for style in self.styles})


def stylebook(table: TermTable, packs: Iterable[Pack] = ()) -> Stylebook:
    """The styles and entries of the compiled table, with ``packs`` added or replaced."""
    styles, entries = list(table.styles), list(table.entries())
    for pack in packs:
        base = os.path.basename(pack.path)
        styles = [one for one in styles if (one.name, one.path) != (pack.style.name, base)]
        entries = [one for one in entries if (one.style, one.pack) != (pack.style.name, base)]
        styles += [pack.style] if pack.style.name else []
        entries += pack.entries
    return Stylebook(styles, entries)


def overview(book: Stylebook) -> Iterator[str]:
    """One line for each style: name, number of settings and entries, base style, file."""
    counts = _counts(book.entries)
    rows = sorted(book.styles)
    width = max((len(style.name) for style in rows), default=0)
    for style in rows:
        extends = f", extends {style.extends}" if style.extends else ""
        yield (
            f"{style.name:<{width}}  {_many(len(style.settings), 'setting')}, "
            f"{_many(counts.get(style.name, 0), 'entry', 'entries')}{extends}  "
            f"({os.path.basename(style.path)})"
        )


def shown(book: Stylebook, name: str, word: str = "", verbose: bool = False) -> Iterator[str]:
    """A style's settings, with the style each comes from, and its entries.

    Args:
        book: all styles, including this one.
        name: the name of the style.
        word: list only entries with this word (or part of one) in a form.
        verbose: list all entries of the style and of those that it extends.

    Raises:
        KeyError: unknown style; the name is the argument.
    """
    chain = resolve(name, book.styles).chain
    yield " → ".join(chain)
    if not word:
        yield from _settings(chain, book.styles)
    entries = [entry for entry in book.entries if not entry.variants]
    counts = _counts(entries)
    if not word:
        yield ""
        for style in chain:
            yield f"{style}: {_many(counts.get(style, 0), 'entry', 'entries')}"
        rules = {entry.rule for entry in entries if entry.style in chain}
        always = sum(not entry.style and entry.rule in rules for entry in entries)
        yield f"shared by all styles: {_many(always, 'entry', 'entries')}"
    if word or verbose:
        yield from _listed(entries, chain, word)


def _settings(chain: tuple[str, ...], styles: Iterable[StyleInfo]) -> Iterator[str]:
    by_name: dict[str, list[StyleInfo]] = {}
    for style in styles:
        by_name.setdefault(style.name, []).append(style)
    told: dict[str, str] = {}
    for name in chain:
        for style in by_name[name]:
            for key, value in style.settings:
                line = f"{key} = {json.dumps(value, ensure_ascii=False)}"
                told.setdefault(key, f"{line:<36}  {name} ({os.path.basename(style.path)})")
    yield from (told[key] for key in sorted(told))
    if not told:
        yield "no settings: where house styles differ, copy is checked for consistency only"


def _listed(entries: Iterable[Entry], chain: tuple[str, ...], word: str) -> Iterator[str]:
    """The entries that apply in the style, those of the nearest style first."""
    order = {name: index for index, name in enumerate(chain)}
    in_force = [
        entry
        for entry in entries
        if (entry.style in order or (word and not entry.style)) and _speaks_of(entry, word)
    ]
    in_force.sort(key=lambda entry: (order.get(entry.style, len(order)), entry.pack, entry.line))
    if not in_force:
        yield f"no entry contains {word!r}"
    for entry in in_force:
        yield ""
        yield from _entry(entry)


def _speaks_of(entry: Entry, word: str) -> bool:
    low = word.lower()
    return any(low in form.lower() for form in (entry.use or "", *entry.avoid, *entry.needs))


def _few(needs: Sequence[str]) -> str:
    """The first words that a pattern needs, enough to recognise it by."""
    shown = ", ".join(map(repr, needs[:_FEW])) or "these words"
    return f"{shown} …" if len(needs) > _FEW else shown


def _entry(entry: Entry) -> Iterator[str]:
    use = f"“{entry.use}”" if entry.use else "(nothing)"
    forms = [f"“{form}”" for form in entry.avoid]
    if entry.match:  # the words a pattern needs are easier to read than the pattern
        forms.append(f"a pattern on {_few(entry.needs)}")
    yield f"{use}, not {', '.join(forms)}"
    dates = [f"since {entry.since}"] if entry.since else []
    dates += [f"until {entry.until}"] if entry.until else []
    more = [entry.style or "every style", entry.severity or "the rule's severity", *dates]
    yield f"  {'; '.join(more)}  ({os.path.basename(entry.pack)}:{entry.line})"
    if entry.note:
        yield f"  {entry.note}"
    if entry.exceptions:
        yield f"  except: {'; '.join(entry.exceptions)}"
    if entry.source:
        yield f"  source: {entry.source}"


def _counts(entries: Iterable[Entry]) -> dict[str, int]:
    found: dict[str, int] = {}
    for entry in entries:
        found[entry.style] = found.get(entry.style, 0) + 1
    return found


def _many(count: int, one: str, more: str = "") -> str:
    return f"{count} {one if count == 1 else more or one + 's'}"
