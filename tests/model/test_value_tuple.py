"""A value tuple is a named tuple in every respect that counts."""

from __future__ import annotations

import copy
import inspect
import pickle
from typing import Any, NamedTuple

import pytest

from copydesk.model.value_tuple import ValueTuple


class Ours(ValueTuple):
    """Three fields."""

    name: str
    size: int = 3
    rest: tuple[str, ...] = ()

    @property
    def twice(self) -> int:
        """A property."""
        return 2 * self.size

    def __str__(self) -> str:
        return super().__repr__() + "!"


class Theirs(NamedTuple):
    """Three fields."""

    name: str
    size: int = 3
    rest: tuple[str, ...] = ()


class Many(ValueTuple):
    """More fields than there are constructors at hand."""

    a: int
    b: int
    c: int
    d: int
    e: int
    f: int
    g: int
    h: int
    i: int
    j: int
    k: int
    m: int
    n: int
    o: int
    p: int
    q: int
    r: int = 17


class Below(Ours):
    """A subclass, as of a named tuple."""


def test_it_is_made_as_a_named_tuple_is() -> None:
    calls: list[tuple[Any, Any]] = [
        (("a",), {}), (("a", 4), {}), ((), {"name": "a"}), (("a",), {"rest": ("b",)}),
    ]  # fmt: skip
    for given, named in calls:
        assert Ours(*given, **named) == Theirs(*given, **named)
        assert hash(Ours(*given, **named)) == hash(Theirs(*given, **named))
    assert Ours("a") == ("a", 3, ())
    assert Many(*range(1, 16), q=16) == tuple(range(1, 18))
    assert str(inspect.signature(Ours)) == "(name, size=3, rest=())"


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_what_it_does_is_what_a_named_tuple_does(kind: Any) -> None:
    one = kind("a", 4, ("b",))
    name, size, rest = one
    assert (name, size, rest) == (one.name, one.size, one.rest) == tuple(one)
    assert one._replace(size=5) == ("a", 5, ("b",))
    assert type(one._replace(size=5)) is kind
    assert one._asdict() == {"name": "a", "size": 4, "rest": ("b",)}
    assert repr(one) == f"{kind.__name__}(name='a', size=4, rest=('b',))"
    assert kind._fields == kind.__match_args__ == ("name", "size", "rest")
    assert kind._field_defaults == {"size": 3, "rest": ()}
    assert kind._make(["a", 4, ("b",)]) == one
    assert kind.__annotations__.keys() == {"name", "size", "rest"}
    assert kind.__doc__ == "Three fields."
    assert not hasattr(one, "__dict__")
    assert copy.copy(one) == copy.deepcopy(one) == one
    found = pickle.loads(pickle.dumps(one))
    assert (type(found), found) == (kind, one)


@pytest.mark.parametrize("kind", [Ours, Theirs])
def test_what_a_named_tuple_refuses_is_refused(kind: Any) -> None:
    one = kind("a")
    for wrong in ({"size": 1, "none": 2}, {"none": 2}):
        with pytest.raises((ValueError, TypeError), match="none"):
            one._replace(**wrong)
        with pytest.raises(TypeError):
            kind("a", **wrong)
    for given in ((), ("a", 1, (), 2)):
        with pytest.raises(TypeError, match="argument"):
            kind(*given)
    with pytest.raises(TypeError, match="Expected 3"):
        kind._make(["a"])
    for name in ("name", "other"):
        with pytest.raises(AttributeError):
            setattr(one, name, 1)


def test_it_can_have_methods_and_subclasses() -> None:
    assert Ours("a", 4).twice == 8
    assert str(Ours("a")) == "Ours(name='a', size=3, rest=())!"
    assert repr(Below("a")) == "Below(name='a', size=3, rest=())"
    assert isinstance(Below("a"), Ours)


def test_a_wrong_definition_is_refused() -> None:
    for wrong in ("  a: int = 1\n  b: int\n", "  pass\n"):
        with pytest.raises(TypeError, match="field"):
            exec(f"from __future__ import annotations\nclass A(V):\n{wrong}", {"V": ValueTuple})
