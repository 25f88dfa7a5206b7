"""Serialise reports for the cache, sealed with a digest, and load them without running code."""

from __future__ import annotations

import io
import pickle

from copydesk.cache.digest import DIGEST, digest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_CLASSES: dict[tuple[str, str], type] = {}  # stand-ins for classes that have passed the check
_HOMES = frozenset(
    {
        "copydesk.report",
        "copydesk.model.gaps",
        "copydesk.model.placed",
        "copydesk.model.findings",
        "copydesk.model.sightings",
    }
)


def packed(value: object, *marks: bytes) -> bytes:
    """Serialise a value, sealed together with the marks under which it is stored."""
    data = pickle.dumps(value, protocol=5)
    return digest(*marks, data) + data


def unpacked(data: object, *marks: bytes) -> Any:
    """Load a value that was packed.

    None if it is damaged, was stored under other marks, or contains anything but
    copydesk's own values.
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


class _Closed(type):
    """Types to which nothing can be added or changed, as pickle otherwise could."""

    def __setattr__(cls, name: str, value: object) -> None:
        raise pickle.UnpicklingError(f"{cls.__name__} is closed")


class _Reader(pickle.Unpickler):
    """An unpickler that loads only copydesk's own values, and nothing that could run."""

    def find_class(self, module: str, name: str) -> Any:
        """A stand-in that only makes values of one of copydesk's own classes.

        Functions are refused, because pickle could call them, and so are names with
        dots, which lead from a class to its functions. It never gets the class itself,
        because it could change its attributes.
        """
        known = _CLASSES.get((module, name))
        if known is not None:
            return known
        if module in _HOMES and name.isidentifier():
            found = super().find_class(module, name)
            if isinstance(found, type) and found.__module__ == module:
                return _CLASSES.setdefault((module, name), _stand_in(found))
        raise pickle.UnpicklingError(f"{module}.{name} is no value of ours")


def _stand_in(real: type) -> type:
    def make(_: type, *given: Any) -> Any:
        return real(*given)

    return _Closed(real.__name__, (), {"__slots__": (), "__new__": make})
