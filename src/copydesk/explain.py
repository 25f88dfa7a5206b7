"""What a rule wants and why, for a person to read."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from copydesk.rule import Bad

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk.catalogue import RuleInfo
    from copydesk.registry import Registry
    from copydesk.rule import Good
    from copydesk.terms.pack import Pack

_WIDTH = 88
_MOST_ENTRIES = 12


def explanation(registry: Registry, name: str) -> str:
    """All about a rule, as plain text.

    Raises:
        KeyError: there is no such rule.
    """
    text = "\n".join(_lines(registry, registry.rules[name]))
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text


def _lines(registry: Registry, rule: RuleInfo) -> Iterator[str]:
    default = "on by default" if rule.default else "off by default"
    yield f"{rule.id}: {rule.severity}, {default}"
    if rule.unavailable:
        yield f"unavailable here: {rule.unavailable}"
    yield ""
    yield rule.summary
    packs = _packs_of(registry, rule.id)
    kind = rule.rule_class()
    reason = kind.reason() if kind is not None else _why(packs, rule.id)
    if reason:
        yield ""
        yield from _wrapped(reason)
    if kind is not None:
        if kind.source:
            yield f"\nSource: {kind.source}"
        yield from _examples(kind.examples)
    for option in rule.options:
        yield f"\nOption {option.name} ({option.type_name}; default {option.default!r})"
        yield from _wrapped(option.doc, "  ")
    yield from _entries(packs, rule.id)
    yield ""
    yield f"To silence it: <!-- stet: {rule.id}: reason --> before the paragraph (Markdown, HTML),"
    yield f'or in copydesk.toml: ignore = ["{rule.id}"]'


def _examples(examples: tuple[Good | Bad, ...]) -> Iterator[str]:
    for title, kind in (("Wrong", True), ("Right", False)):
        chosen = [one for one in examples if isinstance(one, Bad) is kind]
        yield f"\n{title}:"
        for example in chosen:
            date = f"   ({example.date})" if example.date else ""
            yield f"  {_one_line(example.text)}{date}"
            if isinstance(example, Bad) and example.fixed is not None:
                yield f"    → {_one_line(example.fixed) or '(nothing)'}"


def _one_line(text: str) -> str:
    return text.strip().replace("\n\n", " ¶ ").replace("\n", " / ")


def _packs_of(registry: Registry, name: str) -> list[Pack]:
    from copydesk.terms.pack import read_pack

    packs = [read_pack(file.path, file.content.decode("utf-8-sig")) for file in registry.pack_files]
    return [pack for pack in packs if any(entry.rule == name for entry in pack.entries)]


def _why(packs: list[Pack], name: str) -> str:
    for pack in packs:
        if pack.header is not None and pack.header.id == name:
            return pack.header.why
    return ""


def _entries(packs: list[Pack], name: str) -> Iterator[str]:
    rows = [
        (pack, index)
        for pack in packs
        for index, entry in enumerate(pack.entries)
        if entry.rule == name and pack.bad[index]
    ]
    if not rows:
        return
    yield f"\n{len(rows)} entries; for example:"
    for pack, index in rows[:_MOST_ENTRIES]:
        entry = pack.entries[index]
        yield f"  {pack.bad[index][0].text}"
        if entry.use is not None:
            yield f"    → {entry.use or '(delete)'}"
        if entry.exceptions:
            yield f"    but: {'; '.join(entry.exceptions)}"
        if entry.source:
            yield f"    source: {entry.source}"


def _wrapped(text: str, indent: str = "") -> Iterator[str]:
    for paragraph in text.split("\n\n"):
        yield from textwrap.wrap(
            " ".join(paragraph.split()), _WIDTH, initial_indent=indent, subsequent_indent=indent
        )
        yield ""
