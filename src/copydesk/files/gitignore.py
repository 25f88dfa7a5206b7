"""Matches paths against the config's gitignore-style patterns."""

from __future__ import annotations

import os
from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec


def path_matches(patterns: tuple[str, ...], root: str, path: str) -> bool:
    """Whether a path below ``root`` matches the patterns; a folder's must end in a slash."""
    relative = os.path.relpath(path, root).replace(os.sep, "/")
    if path.endswith("/"):
        relative += "/"
    return _spec(patterns).match_file(relative)


@lru_cache(maxsize=64)
def _spec(patterns: tuple[str, ...]) -> GitIgnoreSpec:
    from copydesk.files.path_patterns import spec_of

    return spec_of(patterns)
