"""House styles: what a newsroom has settled, as settings that rules ask for.

A style is a term pack with a ``[style]`` table: its name, the style that it
extends, and settings. Its entries count only when the style is chosen.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class StyleInfo(NamedTuple):
    """A house style as its pack gives it: name, what it extends, path, settings."""

    name: str
    extends: str
    path: str
    settings: tuple[tuple[str, Any], ...] = ()


class Style(NamedTuple):
    """The chosen house style; all empty when none is chosen.

    Attributes:
        name: as the style calls itself.
        chain: the style and those that it extends, itself first.
        settings: by key (see ``style_schema``), those of the nearer style first.
    """

    name: str = ""
    chain: tuple[str, ...] = ()
    settings: Mapping[str, Any] = _NOTHING

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a setting, ``default`` where the style leaves it open."""
        return self.settings.get(key, default)


NO_STYLE = Style()


def resolve(name: str, styles: Iterable[StyleInfo]) -> Style:
    """The style of that name with all that it inherits.

    Raises:
        KeyError: it, or a style that it extends, is not there; the name is given.
    """
    if not name:
        return NO_STYLE
    known = _merged(styles)
    chain: list[str] = []
    settings: dict[str, Any] = {}
    at = name
    while at and at not in chain:
        info = known[at]
        chain.append(at)
        settings = {**dict(info.settings), **settings}
        at = info.extends
    return Style(name, tuple(chain), MappingProxyType(settings))


def _merged(styles: Iterable[StyleInfo]) -> dict[str, StyleInfo]:
    """By name; a style may be spread over several packs."""
    found: dict[str, StyleInfo] = {}
    for style in styles:
        have = found.get(style.name, style)
        settings = tuple({**dict(have.settings), **dict(style.settings)}.items())
        found[style.name] = have._replace(extends=have.extends or style.extends, settings=settings)
    return found
