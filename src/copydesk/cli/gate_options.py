"""Options for CI and hooks, and for what is taken from the folder that is checked."""

from __future__ import annotations

from copydesk.cli.options import NO_PLUGINS

TYPE_CHECKING = False
if TYPE_CHECKING:
    import argparse
    from typing import Any

# Values for commands without these options: all findings count, old ones too.
NO_GATE: dict[str, Any] = {
    "profile": "", "changed_since": "", "staged": False, "baseline": "", "no_baseline": True,
    "beside": [], "allow_empty": False, "no_cache": False, "batch": False, "force_exclude": False,
    "strict": False,
}  # fmt: skip


def gate_options(group: argparse._ArgumentGroup) -> None:
    """Options for CI and hooks: which findings count, and caching."""
    add = group.add_argument
    add(
        "--profile",
        default="",
        metavar="NAME",
        help="use a named profile; “breaking” fails only on stop",
    )
    add(
        "--changed-since",
        default="",
        metavar="REV",
        help="report only what changed since a git revision",
    )
    add(
        "--staged",
        action="store_true",
        help="report only what is staged in git, reading the staged version",
    )
    add("--baseline", default="", metavar="FILE", help="file of known findings")
    add("--no-baseline", action="store_true", help="ignore the baseline; report known findings too")
    add("--beside", action="append", default=[], metavar="PATH",
        help="compare with these drafts without reporting on them")  # fmt: skip
    add("--allow-empty", action="store_true", help="do not fail if there are no drafts (for hooks)")
    add(
        "--strict",
        action="store_true",
        help="fail (exit status 2) on anything that was not checked, such as an empty draft",
    )
    add("--no-cache", action="store_true", help="check every draft again; do not use the cache")
    add(
        "--batch",
        action="store_true",
        help="read drafts as JSON lines from standard input; see the docs",
    )


def trust_options(group: argparse._ArgumentGroup) -> None:
    """Options for what is taken from the folder that is checked."""
    add = group.add_argument
    add(
        "--trust",
        choices=("base", "head"),
        default="",
        help="read config, packs, facts, ignore files and baseline from the base of the change, or "
        "from the change itself (default: base if the CI environment names one, else head)",
    )
    add("--base", default="", metavar="REV", help="the base of the change, for --trust base")
    add(
        "--isolated",
        action="store_true",
        help="read no settings from the folder: no config, ignore file, stet ledger or baseline",
    )
    add(NO_PLUGINS, action="store_true", help="leave installed plugins out")
