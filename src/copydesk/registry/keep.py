"""Write a manifest: the catalogue as plain values, if it can be expressed in them."""

from __future__ import annotations

import marshal
import os
import sys

from copydesk.model.errors import DataError
from copydesk.registry.contributions import RULES_PACKAGE
from copydesk.registry.installed import packages_of, rows_of
from copydesk.registry.own_formats import FORMATTERS, PARSERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import Any

    from copydesk.hooks.specs import FormatterSpec, ParserSpec
    from copydesk.registry.contributions import Contributions, ShippedFile
    from copydesk.registry.entry_points import EntryPoint
    from copydesk.rules.info import RuleInfo


def kept(
    found: Contributions, installed: Mapping[str, Sequence[EntryPoint]], folder: str
) -> tuple[bytes, str]:
    """Serialize the catalogue; if it cannot be kept, return no bytes and the reason.

    Args:
        found: the catalogue, just gathered, so that the modules it names are imported.
        installed: the plugins' entry points by the folder of their distribution's metadata.
        folder: the folder of the built-in rules.
    """
    plugins = rows_of(installed)
    if plugins is None:
        return b"", "the files of a plugin cannot be located"
    packages = {RULES_PACKAGE, __name__.partition(".")[0]}.union(*map(packages_of, installed))
    for info in found.rules:
        if not _is_importable(info, packages):
            return b"", f"plugin {info.plugin}: rule {info.id} cannot be imported as {info.home}"
    rows = [(info.id, int(info.severity), *info[2:-1]) for info in found.rules]
    try:
        packs, facts = (_packs(files, folder) for files in (found.packs, found.facts))
        return marshal.dumps((plugins, rows, packs, facts, tuple(found.pack), _others(found))), ""
    except DataError:  # reported when the pack is read
        return b"", ""
    except ValueError:
        return b"", "a plugin describes itself with something other than plain values"


def _is_importable(info: RuleInfo, packages: set[str]) -> bool:
    module, _, name = info.home.partition(":")
    found = getattr(sys.modules.get(module), name, None)
    return found is info.loaded and module.partition(".")[0] in packages


def _packs(files: Iterable[ShippedFile], folder: str) -> list[tuple[str, str, bool, str]]:
    """Rows for packs; those in the rules' folder, whose state the manifest checks, get a digest."""
    return [(one.file, one.digest or _digest(one, folder), one.own, one.sha256) for one in files]


def _digest(one: ShippedFile, folder: str) -> str:
    from copydesk.files.data_file import DataFile

    is_ours = one.file.startswith(os.path.join(folder, ""))
    return DataFile("", file=one.file).digest if is_ours else ""


def _others(found: Contributions) -> tuple[Any, ...] | None:
    """Rows for parsers, formatters, commands and options; None if all are built in."""
    if (found.parsers, found.formatters, found.commands, found.options) == (
        PARSERS, FORMATTERS, (), (),
    ):  # fmt: skip
        return None
    return (
        [_parser(one) for one in found.parsers],
        [_formatter(one) for one in found.formatters],
        [(one.plugin, *one.thing[:2]) for one in found.commands],
        [(one.plugin, *one.thing) for one in found.options],
    )


def _parser(spec: ParserSpec) -> tuple[Any, ...]:
    if any(spec is one for one in PARSERS):
        return (spec.name,)
    return spec.name, tuple(spec.suffixes), spec.load_bytes is None, spec.load_writer is None


def _formatter(spec: FormatterSpec) -> tuple[Any, ...]:
    if any(spec is one for one in FORMATTERS):
        return (spec.name,)
    variable = None if spec.side_output is None else spec.side_output.variable
    return spec.name, spec.doc, tuple(spec.needs), variable
