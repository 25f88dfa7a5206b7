"""What several commands do with what they are given."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from copydesk.config import Config, find_config, load_config
from copydesk.errors import DataError

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def load_given_config(given: str | None, paths: Sequence[str] = ()) -> Config:
    """The config named on the command line, else the nearest.

    The nearest is looked for from the present folder upward; where there is
    none, from the first path that was named.

    Raises:
        DataError: the file named is not there, or a config file is wrong.
    """
    if given is not None:
        if not os.path.isfile(given):
            raise DataError(f"--config {given}: there is no such file")
        return load_config(given)
    found = find_config(os.curdir)
    if found is None and paths and os.path.exists(paths[0]):
        first = os.path.abspath(paths[0])
        found = find_config(first if os.path.isdir(first) else os.path.dirname(first))
    return load_config(found)


def split_names(values: Iterable[str]) -> tuple[str, ...]:
    """Names from options that may be repeated and may hold commas."""
    return tuple(name.strip() for value in values for name in value.split(",") if name.strip())
