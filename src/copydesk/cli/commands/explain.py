"""``copydesk explain``: what a rule is for, with examples."""

from __future__ import annotations

from copydesk.cli.commands.rules import registry_of, table_of
from copydesk.cli.options import config_option
from copydesk.cli.status import FOUND_NOTHING
from copydesk.explain.library import explanation
from copydesk.formats.summary import counted
from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from argparse import Namespace


_SCREEN = 24  # lines

_EXPLAIN_EXAMPLE = """\
examples:
  copydesk explain spelling/house-form
  copydesk explain doubled              part of a rule's name
  copydesk explain titles               the rules in a group"""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk explain``."""
    parser.set_defaults(command=explain)
    parser.epilog = _EXPLAIN_EXAMPLE
    parser.add_argument(
        "rule", metavar="RULE", help="a rule, part of its name, or a group such as titles"
    )
    parser.add_argument("--all", action="store_true", help="show long explanations in full")
    config_option(parser)


def explain(arguments: Namespace) -> int:
    """Explain a rule, or list the rules of a group or those whose name contains a word."""
    registry = registry_of(arguments)
    found = named(arguments.rule, list(registry.rules))
    if found[0] == arguments.rule or len(found) == 1:
        text = explanation(registry, found[0])
        print(text if arguments.all else _first_screen(text, found[0]))
        return FOUND_NOTHING
    print(
        f"{len(found)} rules match ‘{arguments.rule}’. For details: copydesk explain {found[0]}\n"
    )
    print(table_of(registry, found))
    return FOUND_NOTHING


def named(name: str, rules: list[str]) -> list[str]:
    """The rule with a name, else the rules of that group, else those whose id contains it.

    Raises:
        DataError: there is no such rule.
    """
    if name in rules:
        return [name]
    part = name.strip().lower()
    group = [rule for rule in rules if rule.startswith(f"{part.rstrip('/')}/")]
    found = group or [rule for rule in rules if part and part in rule]
    if not found:
        raise DataError(_unknown(name, rules))
    return found


def _first_screen(text: str, name: str) -> str:
    """The text, cut to one screen, with the command that shows the rest."""
    lines = text.splitlines()
    if len(lines) <= _SCREEN:
        return text
    shown = "\n".join(lines[: _SCREEN - 1]).rstrip()
    left = len(lines) - len(shown.splitlines())
    return f"{shown}\n… copydesk explain {name} --all shows {counted(left, 'more line')}"


def _unknown(name: str, rules: list[str]) -> str:
    from copydesk.files.toml import did_you_mean

    groups = {rule.partition("/")[0] for rule in rules}
    hint = did_you_mean(name, [*rules, *groups]) or "; for a list: copydesk rules"
    return f"unknown rule {name!r}{hint}"
