"""``copydesk completion``: tab-completion scripts, which shtab writes from the parsers."""

from __future__ import annotations

import argparse

from copydesk.cli.arguments import COMMANDS, parser_of
from copydesk.cli.first_words import main_parser
from copydesk.cli.plugged import commands as every_command
from copydesk.cli.status import FOUND_NOTHING

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from typing import Any

SHELLS = ("bash", "zsh", "fish")

_COMPLETION_EXAMPLE = """\
examples:
  bash   copydesk completion bash > ~/.local/share/bash-completion/completions/copydesk
  zsh    copydesk completion zsh > "${fpath[1]}/_copydesk"
  fish   copydesk completion fish > ~/.config/fish/completions/copydesk.fish

Open a new shell afterwards."""

# In zsh, shtab 1.13 completes the first of several drafts only, so it is told of each by itself.
_DRAFTS_IN_ZSH = 30

# bash makes three words of --option=value; shtab 1.13 expects --option value.
_BASH_EQUALS = """
_copydesk_by_shtab=$(complete -p copydesk)
_copydesk_by_shtab=${_copydesk_by_shtab##*-F }
_copydesk_by_shtab=${_copydesk_by_shtab%% *}
_copydesk() {
    local words=() word i at=0
    for ((i = 0; i < ${#COMP_WORDS[@]}; i++)); do
        word=${COMP_WORDS[i]}
        if [ "$word" = "=" ]; then
            [ "$i" -eq "$COMP_CWORD" ] || continue
            word=""
        fi
        [ "$i" -eq "$COMP_CWORD" ] && at=${#words[@]}
        words+=("$word")
    done
    COMP_WORDS=("${words[@]}") COMP_CWORD=$at
    "$_copydesk_by_shtab" "$@"
}
complete -o bashdefault -F _copydesk copydesk
"""

# In fish, the files of shtab 1.13 lack those after --option= and those whose name is half typed
# in quotes or with backslashes.
_FISH_FILES = """
function _copydesk_files
    complete -C "'' "(commandline -ct | string replace -r '^--[^=]*=' '')
end
"""
_FISH = {"fish": "(_copydesk_files)", "preamble": {"fish": _FISH_FILES}}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The arguments of ``copydesk completion``."""
    parser.set_defaults(command=completion)
    parser.epilog = _COMPLETION_EXAMPLE
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or fish")


def completion(arguments: Namespace) -> int:
    """Write the completion script for a shell."""
    import shtab

    script = shtab.complete(whole_parser(arguments.shell), arguments.shell)
    print(script + (_BASH_EQUALS if arguments.shell == "bash" else ""))
    return FOUND_NOTHING


def whole_parser(shell: str) -> argparse.ArgumentParser:
    """One parser of all commands, those of plugins too, marked with what a shell is to offer."""
    known = every_command(COMMANDS)
    parser = main_parser(known)
    commands = parser.add_subparsers(prog="copydesk")
    for name, doc in known.items():
        own = parser_of(name, with_plugins=True)
        commands.add_parser(name, help=doc, parents=[own], add_help=False)
    _mark(parser, shell)
    return parser


def _mark(parser: argparse.ArgumentParser, shell: str) -> None:
    """Say what is to be offered for each argument of a parser and of the commands below it."""
    for action in list(parser._actions):
        if isinstance(action, argparse._SubParsersAction):
            for below in action.choices.values():
                _mark(below, shell)
            continue
        action.help = (action.help or "").partition(";")[0]
        _mark_values(action)
        if shell == "zsh" and not action.option_strings and action.nargs in ("*", "+"):
            action.nargs = "?"
            for number in range(2, _DRAFTS_IN_ZSH + 1):
                another = parser.add_argument(
                    f"{action.dest}_{number}", nargs="?", choices=action.choices,
                    metavar=action.metavar, help=action.help,
                )  # fmt: skip
                _mark_values(another)


def _mark_values(action: argparse.Action) -> None:
    """Say what values are to be offered for an argument, by its metavar."""
    if action.nargs == 0 or action.choices:
        return
    name = action.metavar if isinstance(action.metavar, str) else action.dest.upper()
    if name.startswith("NAME[=FILE]"):
        from copydesk.registry.own_formats import FORMATTERS

        action.choices = tuple(spec.name for spec in FORMATTERS)
    elif name.startswith("RULE"):
        _offer(action, _listed("rules", "rules"))
    elif name.startswith("NAME|FILE"):
        _offer(action, _listed("styles_and_files", "style list", files=True))
    elif "FILE" in name or "PATH" in name:
        import shtab

        _offer(action, {**shtab.FILE, **_FISH})


def _offer(action: argparse.Action, functions: dict[str, Any]) -> None:
    """Give shtab, by shell, the function that offers values for an argument."""
    action.complete = functions  # type: ignore[attr-defined]


def _listed(name: str, command: str, files: bool = False) -> dict[str, Any]:
    """What offers the first word of each line that a command of ours prints, and files too.

    For bash, shtab takes from ``_files`` in the name of a function that it offers files.
    """
    function, lines = f"_copydesk_{name}", f"copydesk {command} 2>/dev/null"
    bash = f'compgen -W "$({lines} | cut -d" " -f1)" -- "$1"'
    zsh = f'compadd -- ${{${{(f)"$({lines})"}}%% *}}'
    fish = f"{lines} | string split -f1 ' '"
    if files:
        bash, zsh, fish = (
            f'{bash}; compgen -f -- "$1"',
            f"{zsh}; _files",
            f"{fish}; _copydesk_files",
        )
    return {
        "bash": function,
        "zsh": function,
        "fish": f"({fish})",
        "preamble": {
            "bash": f"{function}() {{ {bash}; }}",
            "zsh": f"{function}() {{ {zsh} }}",
            "fish": _FISH_FILES,
        },
    }
