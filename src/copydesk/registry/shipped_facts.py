"""The facts shipped with copydesk and its plugins, without a newsroom's own."""

from __future__ import annotations

from functools import lru_cache

from copydesk.cache.folder import cache_folder
from copydesk.registry.manifest import contributions
from copydesk.registry.registry import Registry

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.facts.store import Facts


@lru_cache(maxsize=1)
def shipped_facts() -> Facts:
    """Load the facts shipped with copydesk and its plugins, without a newsroom's own."""
    cache = cache_folder()
    return Registry(contributions(cache), cache=cache, updates=False).facts
