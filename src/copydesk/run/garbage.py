"""How often Python looks for objects that refer to each other and to nothing else."""

from __future__ import annotations

import gc

_OBJECTS = 20_000  # made, and not freed, between two searches


def search_rarely() -> None:
    """Search less often than Python does by default.

    A check leaves hardly any such objects, but it makes thousands of others, so that the
    searches took a tenth of the time for many drafts. Only for processes of our own.
    """
    gc.set_threshold(_OBJECTS)
