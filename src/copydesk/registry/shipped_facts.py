"""The facts shipped with copydesk and its plugins, without a newsroom's own."""

from __future__ import annotations

import os
from functools import lru_cache

from copydesk.cache.folder import cache_folder
from copydesk.facts.store import Facts
from copydesk.files.data_file import DataFile
from copydesk.registry.manifest import contributions


@lru_cache(maxsize=1)
def shipped_facts() -> Facts:
    """Load the facts shipped with copydesk and its plugins, without a newsroom's own."""
    cache = cache_folder()
    files = [DataFile(os.path.basename(one.file), file=one.file, digest=one.digest)
             for one in contributions(cache).facts]  # fmt: skip
    return Facts(files, cache)
