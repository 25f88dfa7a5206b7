"""The settings that a command takes from the config files and the machine."""

from __future__ import annotations

import os

from copydesk.cache.folder import cache_folder
from copydesk.cli.options import load_given_config
from copydesk.files.tree import NOWHERE, WORKING_TREE
from copydesk.model.errors import DataError
from copydesk.run.settings import RunSettings, today

TYPE_CHECKING = False
if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence

    from copydesk.gate.trust import Base

# Without any of these, nothing names a base, and what would read it is not loaded.
_HINTS = ("CI", "GITHUB_ACTIONS", "COPYDESK_BASE", "CHANGE_TARGET", "BUILDKITE", "TF_BUILD")


def run_settings(
    arguments: Namespace, paths: Sequence[str] = (), base: Base | None = None
) -> RunSettings:
    """The settings of a run, without those that a command's own options set.

    Args:
        arguments: the arguments of the command line, ``config`` among them.
        paths: where to look for the config if there is none in the current folder or above.
        base: the revision that settings are read from, if not from the working tree.

    Raises:
        DataError: the config that is named does not exist, or a config file is wrong.
    """
    isolated = getattr(arguments, "isolated", False)
    tree = NOWHERE if isolated else base.revision if base is not None else WORKING_TREE
    config = load_given_config(arguments.config, paths, tree)
    settings = RunSettings(
        config, today=today(), cache=cache_folder(), nested=arguments.config is None,
        ledger=NOWHERE if isolated else WORKING_TREE,
        plugins=not getattr(arguments, "no_plugins", False),
    )  # fmt: skip
    if base is not None and config.waits:
        return settings._replace(ledger=base.revision, waiting=base.changes)
    return settings


def base_of_run(arguments: Namespace) -> Base | None:
    """The revision that settings are read from; None for the working tree.

    Raises:
        DataError: it is not known, or options contradict each other.
    """
    wanted, given = arguments.trust, arguments.base
    if arguments.isolated and (wanted or given):
        raise DataError("--isolated reads no settings; leave out --trust and --base")
    if arguments.isolated or wanted == "head":
        return None
    if not (wanted or given) and not any(map(os.environ.get, _HINTS)):
        return None
    from copydesk.gate.trust import VARIABLE, base_at, base_named

    name = given or base_named(os.environ) or (arguments.changed_since if wanted else "")
    if not name and wanted:
        raise DataError(f"--trust base: which one? Name it with --base or in {VARIABLE}")
    return base_at(name) if name else None
