"""The marker for hook functions, without pluggy, so that importing a rule does not need it."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

PROJECT = "copydesk"

_Function = TypeVar("_Function", bound="Callable[..., object]")


@overload
def hookimpl(function: _Function) -> _Function: ...


@overload
def hookimpl(
    *,
    hookwrapper: bool = ...,
    optionalhook: bool = ...,
    tryfirst: bool = ...,
    trylast: bool = ...,
    specname: str | None = ...,
    wrapper: bool = ...,
) -> Callable[[_Function], _Function]: ...


def hookimpl(
    function: _Function | None = None,
    *,
    hookwrapper: bool = False,
    optionalhook: bool = False,
    tryfirst: bool = False,
    trylast: bool = False,
    specname: str | None = None,
    wrapper: bool = False,
) -> _Function | Callable[[_Function], _Function]:
    """Marks a function as one of a plugin's hooks: ``@hookimpl``, ``@hookimpl(tryfirst=True)``.

    It does what ``pluggy.HookimplMarker("copydesk")`` does, without importing pluggy.

    Args:
        function: the function; None if options are given.
        hookwrapper: whether it wraps the hooks of all plugins, in pluggy's old style.
        optionalhook: whether it is no error if there is no such hook.
        tryfirst: whether it runs before the hooks of other plugins; for a wrapper, around them.
        trylast: whether it runs after them.
        specname: the name of the hook, if the function has another name.
        wrapper: whether it wraps the hooks of all plugins: a generator that yields once,
            receives their result, and returns that or something else.
    """

    def mark(marked: _Function) -> _Function:
        options = {
            "hookwrapper": hookwrapper,
            "wrapper": wrapper,
            "optionalhook": optionalhook,
            "tryfirst": tryfirst,
            "trylast": trylast,
            "specname": specname,
        }
        setattr(marked, f"{PROJECT}_impl", options)
        return marked

    return mark if function is None else mark(function)
