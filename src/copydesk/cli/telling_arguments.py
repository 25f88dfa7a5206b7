"""The words of ``copydesk stats`` and ``copydesk completion``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

_COMPLETION_EXAMPLE = """\
examples:
  bash   copydesk completion bash > ~/.local/share/bash-completion/completions/copydesk
  zsh    copydesk completion zsh > "${fpath[1]}/_copydesk"
  fish   copydesk completion fish > ~/.config/fish/completions/copydesk.fish

Open a new shell afterwards."""

_STATS_EXAMPLE = """\
examples:
  copydesk stats drafts                 four tables: by rule, desk, author and week
  copydesk stats --by desk drafts       one of them
  copydesk stats --format html --output desk.html drafts   a page with plots

The desk is what front matter calls desk or section, else the folder; authors are those
of front matter or the byline; the week is that of the story's own date.

exit status: 0 counted, 2 something went wrong (named on standard error)."""

# Of the options of check, those that stats has not, as they are when unsaid.
_AS_UNSAID = {
    "fix": False, "suggested": False, "diff": False, "profile": "", "changed_since": "",
    "staged": False, "baseline": "", "no_baseline": True, "beside": (), "allow_empty": False,
    "no_cache": False,
}  # fmt: skip


def stats_arguments(parser: argparse.ArgumentParser) -> None:
    """What is counted, and how it is shown."""
    from copydesk.cli.stats import stats
    from copydesk.tallies import KINDS

    parser.set_defaults(command=stats, **_AS_UNSAID)
    parser.epilog = _STATS_EXAMPLE
    parser.add_argument("paths", nargs="*", metavar="PATH", help="drafts or folders to count in")
    add = parser.add_argument_group("what is counted").add_argument
    add("--by", action="append", choices=KINDS, default=[], help="only by this; may be repeated")
    add("--desk", default="", metavar="KEY", help="the front matter key that names the desk")
    add = parser.add_argument_group("what is shown").add_argument
    add("--format", choices=("text", "json", "html"), default="text",
        help="tables, JSON, or a page with plots (default: text)")  # fmt: skip
    add("--output", metavar="FILE", help="write the counts to a file")


def completion_arguments(parser: argparse.ArgumentParser) -> None:
    """The shell."""
    from copydesk.cli.completion import SHELLS, completion

    parser.set_defaults(command=completion)
    parser.epilog = _COMPLETION_EXAMPLE
    parser.add_argument("shell", choices=SHELLS, metavar="SHELL", help="bash, zsh or fish")
