"""Reports as bytes for the cache, and back: sealed, and never read as anything that could run."""

from __future__ import annotations

import io
import pickle
from typing import Any

from copydesk.cache.digest import DIGEST, digest

_CLASSES: dict[tuple[str, str], type] = {}  # those that were found good
_HOMES = frozenset(
    {
        "copydesk.report",
        "copydesk.model.placed",
        "copydesk.model.findings",
        "copydesk.model.sightings",
    }
)


def packed(value: object, *marks: bytes) -> bytes:
    """A value as bytes, sealed together with the marks under which it is kept."""
    data = pickle.dumps(value, protocol=5)
    return digest(*marks, data) + data


def unpacked(data: object, *marks: bytes) -> Any:
    """What was packed.

    None where it is damaged, was kept under other marks, or speaks of anything
    but our values.
    """
    if not isinstance(data, bytes):
        return None
    content = data[DIGEST:]
    try:
        if digest(*marks, content) != data[:DIGEST]:
            return None
        return _Reader(io.BytesIO(content)).load()
    except Exception:
        return None


class _Reader(pickle.Unpickler):
    """Reads our values and nothing that could run."""

    def find_class(self, module: str, name: str) -> Any:
        """A class of ours.

        A name with dots would lead from a class to its functions, and from there
        to everything; and a function could be called.
        """
        known = _CLASSES.get((module, name))
        if known is not None:
            return known
        if module in _HOMES and name.isidentifier():
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                _CLASSES[module, name] = found
                return found
        raise pickle.UnpicklingError(f"{module}.{name} is no value of ours")
