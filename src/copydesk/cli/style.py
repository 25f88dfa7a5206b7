"""``copydesk style``: which house styles there are, what one says, whether a file is sound."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from copydesk.cache_folder import cache_folder
from copydesk.catalogue import catalogue
from copydesk.cli import FOUND, FOUND_NOTHING
from copydesk.cli.given import load_given_config
from copydesk.errors import DataError
from copydesk.registry import HOUSE_TERMS, Registry
from copydesk.toml_data import did_you_mean

if TYPE_CHECKING:
    from argparse import Namespace

    from copydesk.config import Config
    from copydesk.style_show import Stylebook
    from copydesk.terms.pack import Pack
    from copydesk.toml_data import Source


def style(arguments: Namespace) -> int:
    """Carry out ``list``, ``show`` or ``check``."""
    config = load_given_config(arguments.config)
    if arguments.action == "list":
        from copydesk.style_show import overview

        return _print(*overview(_book(config)))
    if arguments.action == "show":
        return _show(arguments, config)
    return _check(os.path.normpath(arguments.file), config)


def _registry(config: Config) -> Registry:
    cache = cache_folder()
    return Registry(catalogue(cache), config.terms, cache)


def _book(config: Config, *files: str) -> Stylebook:
    """All styles: those that the config gives, its own style file and ``files``."""
    from copydesk.style_show import stylebook

    given = {os.path.abspath(file): file for file in (config.choice.style, *files)}
    packs = [_read(file)[0] for file in given.values() if file.endswith(".toml")]
    return stylebook(_registry(config).table, packs)


def _read(path: str) -> tuple[Pack, Source]:
    """A style file, its schema checked.

    Raises:
        DataError: it cannot be read or breaks the schema.
    """
    from copydesk.terms.pack import read_pack
    from copydesk.terms.store import PackFile
    from copydesk.toml_data import Source

    try:
        text = PackFile(path, file=path).content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{path}:1: not UTF-8: {error.reason}") from None
    return read_pack(path, text), Source(path, text)


def _show(arguments: Namespace, config: Config) -> int:
    from copydesk.style_show import shown

    given = arguments.name or config.choice.style
    book = _book(config, given)
    if not given:
        there_are = ", ".join(book.names)
        raise DataError(f"name a house style, or set style in copydesk.toml; there are {there_are}")
    name = {one.path: one.name for one in book.styles}.get(given, given)
    try:
        return _print(*shown(book, name, arguments.word, arguments.verbose))
    except KeyError as error:
        missing = str(error.args[0])
    hint = did_you_mean(missing, book.names) or f"; there are {', '.join(book.names)}"
    raise DataError(f"there is no house style {missing!r}{hint}")


def _check(path: str, config: Config) -> int:
    from copydesk.style_check import faults
    from copydesk.style_show import stylebook

    pack, source = _read(path)
    registry = _registry(config)
    for entry in pack.entries:
        if entry.rule not in registry.rules and entry.rule != HOUSE_TERMS:
            hint = did_you_mean(entry.rule, registry.rules)
            raise DataError(f"{path}:{entry.line}: there is no rule {entry.rule!r}{hint}")
    found = faults(pack, source, stylebook(registry.table, [pack]))
    if found:
        _print(*(f"{path}:{fault.line}: {fault.message}" for fault in found))
        return FOUND
    count = len(pack.entries)
    entries = "1 entry" if count == 1 else f"{count} entries"
    return _print(f"{path}: house style {pack.style.name!r}, {entries}: nothing wrong")


def _print(*lines: str) -> int:
    for line in lines:
        print(line)
    return FOUND_NOTHING
