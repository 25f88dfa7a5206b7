"""``copydesk style``: list house styles, show one, check a style file."""

from __future__ import annotations

import os
from functools import partial

from copydesk.cache.folder import cache_folder
from copydesk.cli.help_layout import Formatter
from copydesk.cli.options import config_option, load_given_config
from copydesk.cli.status import FOUND, FOUND_NOTHING
from copydesk.files.data_file import files_in
from copydesk.files.toml import did_you_mean, near_or_all
from copydesk.files.tree import WORKING_TREE
from copydesk.model.errors import DataError
from copydesk.registry.manifest import contributions
from copydesk.registry.registry import HOUSE_TERMS, Registry

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace

    from copydesk.config import Config
    from copydesk.files.toml import Source
    from copydesk.stylebook.show import Stylebook
    from copydesk.terms.pack import Pack

_STYLE_EXAMPLE = """\
examples:
  copydesk style list               list the house styles
  copydesk style show reuters       show its settings and where each comes from
  copydesk style show ap Kyiv       show its entries on Kyiv
  copydesk style check house.toml   check your own style file"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``list``, ``show`` and ``check``."""
    parser.set_defaults(command=style)
    parser.epilog = _STYLE_EXAMPLE
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|show|check")
    add = partial(actions.add_parser, formatter_class=Formatter, allow_abbrev=False)
    config_option(add("list", help="list the house styles"))
    show = add("show", help="show what a style sets and inherits")
    show.add_argument("name", nargs="?", default="", metavar="NAME|FILE",
                      help="the style (default: the one in copydesk.toml)")  # fmt: skip
    show.add_argument("word", nargs="?", default="", metavar="WORD",
                      help="list only entries containing this word")  # fmt: skip
    show.add_argument("-v", "--verbose", action="store_true", help="list all entries")
    config_option(show)
    check = add("check", help="check a style file")
    check.add_argument("file", metavar="FILE", help="the style file (TOML)")
    config_option(check)


def style(arguments: Namespace) -> int:
    """Carry out ``list``, ``show`` or ``check``."""
    config = load_given_config(arguments.config)
    if arguments.action == "list":
        from copydesk.stylebook.show import overview

        return _print(*overview(_book(config)))
    if arguments.action == "show":
        return _show(arguments, config)
    return _check(os.path.normpath(arguments.file), config)


def _registry(config: Config) -> Registry:
    cache = cache_folder()
    return Registry(
        contributions(cache, config.plugins), files_in(config.tree, config.terms), cache
    )


def _book(config: Config, *files: str) -> Stylebook:
    """All styles: those in the config, its own style file and ``files``."""
    from copydesk.stylebook.show import stylebook

    given = {os.path.abspath(file): file for file in (config.choice.style, *files)}
    packs = [_read(file)[0] for file in given.values() if file.endswith(".toml")]
    return stylebook(_registry(config).table, packs)


def _read(path: str) -> tuple[Pack, Source]:
    """A style file, validated against the schema.

    Raises:
        DataError: it cannot be read or breaks the schema.
    """
    from copydesk.files.data_file import DataFile
    from copydesk.files.toml import Source
    from copydesk.terms.pack import read_pack

    try:
        text = DataFile(path, file=path, tree=WORKING_TREE, named=path).content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DataError(f"{path}:1: not UTF-8: {error.reason}") from None
    return read_pack(path, text), Source(path, text)


def _show(arguments: Namespace, config: Config) -> int:
    from copydesk.stylebook.show import shown

    given = arguments.name or config.choice.style
    book = _book(config, given)
    if not given:
        there_are = ", ".join(book.names)
        raise DataError(
            f"name a house style, or set style in copydesk.toml; choose from {there_are}"
        )
    name = {one.path: one.name for one in book.styles}.get(given, given)
    try:
        return _print(*shown(book, name, arguments.word, arguments.verbose))
    except KeyError as error:
        missing = str(error.args[0])
    raise DataError(f"unknown house style {missing!r}{near_or_all(missing, book.names)}")


def _check(path: str, config: Config) -> int:
    from copydesk.stylebook.check import faults
    from copydesk.stylebook.show import stylebook

    pack, source = _read(path)
    registry = _registry(config)
    for entry in pack.entries:
        if entry.rule not in registry.rules and entry.rule != HOUSE_TERMS:
            hint = did_you_mean(entry.rule, registry.rules)
            raise DataError(f"{path}:{entry.line}: unknown rule {entry.rule!r}{hint}")
    found = faults(pack, source, stylebook(registry.table, [pack]))
    if found:
        _print(*(f"{path}:{fault.line}: {fault.message}" for fault in found))
        return FOUND
    count = len(pack.entries)
    entries = "1 entry" if count == 1 else f"{count} entries"
    return _print(f"{path}: house style {pack.style.name!r}, {entries}: no problems")


def _print(*lines: str) -> int:
    for line in lines:
        print(line)
    return FOUND_NOTHING
