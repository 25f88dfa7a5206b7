"""The settings that a command takes from the config files and the machine."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk.cache.folder import cache_folder
from copydesk.cli.options import load_given_config
from copydesk.run.settings import RunSettings, today

if TYPE_CHECKING:
    from argparse import Namespace
    from collections.abc import Sequence


def run_settings(arguments: Namespace, paths: Sequence[str] = ()) -> RunSettings:
    """The settings of a run, without those that a command's own options set.

    Args:
        arguments: the arguments of the command line, ``config`` among them.
        paths: where to look for the config if there is none in the current folder or above.

    Raises:
        DataError: the config that is named does not exist, or a config file is wrong.
    """
    config = load_given_config(arguments.config, paths)
    return RunSettings(config, today=today(), cache=cache_folder(), nested=arguments.config is None)
