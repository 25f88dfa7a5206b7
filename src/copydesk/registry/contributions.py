"""What built-ins and plugins contribute, and which plugin contributed it."""

from __future__ import annotations

from copydesk.model.facts_pack import FactsPack
from copydesk.model.value_tuple import ValueTuple
from copydesk.registry.own_formats import FORMATTERS, PARSERS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copydesk.hooks.specs import FormatterSpec, ParserSpec
    from copydesk.rules.info import RuleInfo

GROUP = "copydesk"
RULES_PACKAGE = "lint_rules"


class ShippedFile(ValueTuple):
    """A term pack or a table of facts from a plugin: its file, and its digest if known.

    ``own`` is true if it comes with copydesk or with a pack of facts; ``sha256`` is what its
    content must have, if that is known.
    """

    file: str
    digest: str = ""
    own: bool = False
    sha256: str = ""


class Contribution(ValueTuple):
    """One thing that a hook returned, and the name of its plugin."""

    thing: Any
    plugin: str


class Contributions(ValueTuple):
    """Everything that built-ins and plugins contribute, with the rules sorted by id.

    Attributes:
        commands: the ``CommandSpec`` objects of plugins, each with the plugin's name.
        options: the ``OptionSpec`` objects of plugins, each with the plugin's name.
        plugins: the distributions whose plugins take part, by name.
        pack: the pack of facts, shipped or installed.
        unkept: why the catalogue cannot be cached for the next start; empty if it can.
    """

    rules: tuple[RuleInfo, ...]
    packs: tuple[ShippedFile, ...]
    parsers: tuple[ParserSpec, ...] = PARSERS
    formatters: tuple[FormatterSpec, ...] = FORMATTERS
    facts: tuple[ShippedFile, ...] = ()
    commands: tuple[Contribution, ...] = ()
    options: tuple[Contribution, ...] = ()
    plugins: tuple[str, ...] = ()
    unkept: str = ""
    pack: FactsPack = FactsPack()
