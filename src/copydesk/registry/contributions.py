"""What built-ins and plugins contribute, and who contributed it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from copydesk.registry.own_formats import FORMATTERS, PARSERS

if TYPE_CHECKING:
    from copydesk.hooks.specs import FormatterSpec, ParserSpec
    from copydesk.rules.info import RuleInfo

GROUP = "copydesk"
RULES_PACKAGE = "lint_rules"


class ShippedFile(NamedTuple):
    """A term pack or a table of facts of a plugin: its file, and its digest where that is known.

    ``own`` says that it comes with copydesk.
    """

    file: str
    digest: str = ""
    own: bool = False


class Contribution(NamedTuple):
    """One thing that a plugin gave, and the plugin's name."""

    thing: Any
    plugin: str


class Contributions(NamedTuple):
    """All that built-ins and plugins give; rules sorted by id.

    Attributes:
        commands: the ``CommandSpec`` of plugins, each with the plugin's name.
        options: the ``OptionSpec`` of plugins, likewise.
        unkept: why it cannot be kept for the next start; empty if it is.
    """

    rules: tuple[RuleInfo, ...]
    packs: tuple[ShippedFile, ...]
    parsers: tuple[ParserSpec, ...] = PARSERS
    formatters: tuple[FormatterSpec, ...] = FORMATTERS
    facts: tuple[ShippedFile, ...] = ()
    commands: tuple[Contribution, ...] = ()
    options: tuple[Contribution, ...] = ()
    unkept: str = ""
