"""The words of the commands that tell of rules, styles and settings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from copydesk.cli.options import Formatter, config_option

if TYPE_CHECKING:
    import argparse

_COMPLETION_EXAMPLE = """\
examples:
  bash   copydesk completion bash > ~/.local/share/bash-completion/completions/copydesk
  zsh    copydesk completion zsh > "${fpath[1]}/_copydesk"
  fish   copydesk completion fish > ~/.config/fish/completions/copydesk.fish

Open a new shell afterwards."""


def rules_arguments(parser: argparse.ArgumentParser) -> None:
    """How the list is written."""
    from copydesk.cli.rules import rules

    parser.set_defaults(command=rules)
    parser.epilog = "example:\n  copydesk rules\n  copydesk rules --format markdown > rules.md"
    told = "a table for a person, JSON for programs, a table in Markdown (default: text)"
    parser.add_argument("--format", choices=("text", "json", "markdown"), default="text", help=told)
    config_option(parser)


def explain_arguments(parser: argparse.ArgumentParser) -> None:
    """The rule."""
    from copydesk.cli.rules import explain

    parser.set_defaults(command=explain)
    parser.epilog = "example:\n  copydesk explain spelling/house-form"
    parser.add_argument(
        "rule", metavar="RULE", help="a rule, such as sentence/fragment, or a group: titles"
    )
    config_option(parser)


def config_arguments(parser: argparse.ArgumentParser) -> None:
    """The config file."""
    from copydesk.cli.settings import config

    parser.set_defaults(command=config)
    parser.epilog = "example:\n  copydesk config"
    config_option(parser)


def completion_arguments(parser: argparse.ArgumentParser) -> None:
    """The shell."""
    from copydesk.cli.completion import SHELLS, completion

    parser.set_defaults(command=completion)
    parser.epilog = _COMPLETION_EXAMPLE
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or fish")


_STYLE_EXAMPLE = """\
examples:
  copydesk style list               the house styles there are
  copydesk style show reuters       its settings, and where each comes from
  copydesk style show ap Kyiv       its entries that speak of Kyiv
  copydesk style check house.toml   is a file of our own sound?"""


def style_arguments(parser: argparse.ArgumentParser) -> None:
    """``list``, ``show`` and ``check``."""
    from copydesk.cli.style import style

    parser.set_defaults(command=style)
    parser.epilog = _STYLE_EXAMPLE
    actions = parser.add_subparsers(dest="action", required=True, metavar="list|show|check")
    add = partial(actions.add_parser, formatter_class=Formatter, allow_abbrev=False)
    config_option(add("list", help="name the house styles"))
    show = add("show", help="what a style says and inherits")
    show.add_argument("name", nargs="?", default="", metavar="NAME|FILE",
                      help="the style (default: the one in copydesk.toml)")  # fmt: skip
    show.add_argument("word", nargs="?", default="", metavar="WORD",
                      help="list only the entries that speak of it")  # fmt: skip
    show.add_argument("-v", "--verbose", action="store_true", help="list the entries")
    config_option(show)
    check = add("check", help="what is wrong with a style file")
    check.add_argument("file", metavar="FILE", help="the style, a TOML file")
    config_option(check)
