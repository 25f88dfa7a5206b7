"""The words of ``copydesk check`` as a gate, and of ``copydesk baseline``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from copydesk.cli.options import config_option

if TYPE_CHECKING:
    import argparse

# What a command that is no gate takes them to be: all findings count, old ones too.
NO_GATE: dict[str, Any] = {
    "profile": "", "changed_since": "", "staged": False, "baseline": "", "no_baseline": True,
    "beside": [], "allow_empty": False, "no_cache": False, "batch": False,
}  # fmt: skip
_BASELINE_EXAMPLE = """\
examples:
  copydesk baseline            write down what is found; check then reports what is new
  copydesk baseline --prune    take out what has been mended since"""


def gate_options(group: argparse._ArgumentGroup) -> None:
    """What decides whether findings count, and what the run may remember."""
    add = group.add_argument
    add("--profile", default="", metavar="NAME", help="a named way to run: breaking fails on stop")
    add("--changed-since", default="", metavar="REV", help="only what changed since a git revision")
    add("--staged", action="store_true", help="only what is staged in git, as it is staged")
    add("--baseline", default="", metavar="FILE", help="the findings that are known already")
    add("--no-baseline", action="store_true", help="report what the baseline knows as well")
    add("--beside", action="append", default=[], metavar="PATH",
        help="drafts to compare with; nothing is reported of them")  # fmt: skip
    add("--allow-empty", action="store_true", help="no drafts is no error, as in a hook")
    add("--no-cache", action="store_true", help="read every draft anew")
    add("--batch", action="store_true", help="drafts as JSON lines on standard input; see the docs")


def baseline_arguments(parser: argparse.ArgumentParser) -> None:
    """The words of ``copydesk baseline``."""
    from copydesk.cli.baseline import baseline

    parser.set_defaults(command=baseline)
    parser.epilog = _BASELINE_EXAMPLE
    add = parser.add_argument
    add("paths", nargs="*", metavar="PATH", help="drafts or folders (default: the current folder)")
    add("--prune", action="store_true", help="take out what has been mended, add nothing")
    add("--file", default="", metavar="FILE", help="where it is (default: .copydesk/baseline.json)")
    add("--select", action="append", default=[], metavar="RULE,…", help="only these rules")
    add("--style", default="", metavar="NAME|FILE", help="the house style")
    add("--date", default="", metavar="DAY", help="judge as of this day, such as 2025-04-15")
    config_option(parser)
