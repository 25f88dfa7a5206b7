"""``ValueTuple``: the base of our values, a named tuple that is quick to define.

A start defines about a hundred of them. ``typing.NamedTuple`` compiles the text of a
function for each, and the text of every annotation, which took an eighth of a check.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple as ValueTuple

    __all__ = ["ValueTuple"]
else:
    from _collections import _tuplegetter
    from types import FunctionType

    _new = tuple.__new__
    # The constructor for each number of fields, whose names are put in.
    # fmt: off
    _CONSTRUCTORS = (
        lambda _cls, a: _new(_cls, (a,)),
        lambda _cls, a, b: _new(_cls, (a, b)),
        lambda _cls, a, b, c: _new(_cls, (a, b, c)),
        lambda _cls, a, b, c, d: _new(_cls, (a, b, c, d)),
        lambda _cls, a, b, c, d, e: _new(_cls, (a, b, c, d, e)),
        lambda _cls, a, b, c, d, e, f: _new(_cls, (a, b, c, d, e, f)),
        lambda _cls, a, b, c, d, e, f, g: _new(_cls, (a, b, c, d, e, f, g)),
        lambda _cls, a, b, c, d, e, f, g, h: _new(_cls, (a, b, c, d, e, f, g, h)),
        lambda _cls, a, b, c, d, e, f, g, h, i: _new(
            _cls, (a, b, c, d, e, f, g, h, i)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p)),
        lambda _cls, a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q: _new(
            _cls, (a, b, c, d, e, f, g, h, i, j, k, m, n, o, p, q)),
    )
    # fmt: on

    def _constructor(name, fields, defaults):
        if len(fields) <= len(_CONSTRUCTORS):
            code = _CONSTRUCTORS[len(fields) - 1].__code__
        else:
            given = ", ".join(fields)
            code = eval(f"lambda _cls, {given}: _new(_cls, ({given}))").__code__
        code = code.replace(co_varnames=("_cls", *fields), co_name="__new__")
        made = FunctionType(code, {"_new": _new}, "__new__", defaults)
        made.__qualname__ = f"{name}.__new__"
        return made

    class _Methods(tuple):
        """What all values can do, as with ``collections.namedtuple``."""

        __slots__ = ()
        _fields = ()

        @classmethod
        def _make(cls, iterable):
            made = _new(cls, iterable)
            if len(made) != len(cls._fields):
                raise TypeError(f"Expected {len(cls._fields)} arguments, got {len(made)}")
            return made

        def _replace(self, /, **changes):
            made = self._make(map(changes.pop, self._fields, self))
            if changes:
                raise ValueError(f"Got unexpected field names: {list(changes)!r}")
            return made

        __replace__ = _replace

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            told = ", ".join(
                f"{name}={one!r}" for name, one in zip(self._fields, self, strict=True)
            )
            return f"{type(self).__name__}({told})"

        def __getnewargs__(self):
            return tuple(self)

    class _Definition(type):
        """Makes a subclass of tuple of the body of a class whose base is ``ValueTuple``."""

        def __new__(cls, name, bases, body):
            fields = tuple(body.get("__annotations__", ()))
            if len(bases) != 1 or not fields:
                raise TypeError("a value has one base, and fields under annotations as text")
            given = [field for field in fields if field in body]
            defaults = tuple(body[field] for field in given)
            if given != [*fields[len(fields) - len(given) :]]:
                raise TypeError(f"in {name}, a field without a default follows one with a default")
            getters = {field: _tuplegetter(at, field) for at, field in enumerate(fields)}
            own = {
                "__slots__": (),
                "__new__": _constructor(name, fields, defaults),
                "__match_args__": fields,
                "_fields": fields,
                "_field_defaults": dict(zip(given, defaults, strict=True)),
            }
            return type(name, (_Methods,), {**body, **getters, **own})

    ValueTuple = type.__new__(_Definition, "ValueTuple", (), {"__doc__": "The base of a value."})
