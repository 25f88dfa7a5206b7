"""To which list words are added, and how a config names it."""

from __future__ import annotations

import os

from copydesk.accepted.adding import NEW_LIST
from copydesk.accepted.kinds import first_plain
from copydesk.config.source import shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.config import Config


def list_of(config: Config, given: str = "") -> str:
    """The list that words are added to, as an absolute path.

    Args:
        config: the config, whose first plain list it is, else a new one beside it.
        given: the list that the user named; empty for none.
    """
    there = first_plain(file for _, file in config.accept)
    path = given or there or os.path.join(config.root or os.curdir, NEW_LIST)
    return os.path.normpath(os.path.abspath(path))


def config_name(config: Config) -> str:
    """The config in which a list is to be named."""
    return shown(config.files[0]) if config.files else "copydesk.toml"


def advice(config: Config, path: str) -> str:
    """How to name a list in the config; empty if that names it already."""
    from copydesk.formats.json_format import encoded

    files = [file for _, file in config.accept]
    if path in files:
        return ""
    root = config.root or os.curdir
    names = [os.path.relpath(file, root).replace(os.sep, "/") for file in (*files, path)]
    setting = f"accept = [{', '.join(map(encoded, names))}]"
    return f"No config names the list yet. In {config_name(config)}: {setting}"
