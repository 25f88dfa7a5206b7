"""House styles: a newsroom's choices, as settings that rules look up.

A style is a term pack with a ``[style]`` table: its name, the style that it
extends, and settings. Its entries are used only when the style is chosen.
"""

from __future__ import annotations

from types import MappingProxyType

from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

_NOTHING: Mapping[str, Any] = MappingProxyType({})


class StyleInfo(ValueTuple):
    """A house style as its pack defines it: name, style it extends, path and settings."""

    name: str
    extends: str
    path: str
    settings: tuple[tuple[str, Any], ...] = ()


class Style(ValueTuple):
    """The chosen house style; empty if no style is chosen.

    Attributes:
        name: the name that the style gives itself.
        chain: the style's name, then those of the styles that it extends.
        settings: by key (see ``style_schema``); a style's own settings override inherited ones.
    """

    name: str = ""
    chain: tuple[str, ...] = ()
    settings: Mapping[str, Any] = _NOTHING

    def get(self, key: str, default: Any = None) -> Any:
        """The value of a setting, or ``default`` if the style does not set it."""
        return self.settings.get(key, default)


NO_STYLE = Style()


def resolve(name: str, styles: Iterable[StyleInfo]) -> Style:
    """Look up a style by name, with everything it inherits.

    Raises:
        KeyError: the style, or one that it extends, does not exist; the argument is its name.
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
    """The styles by name; a style may be spread over several packs."""
    found: dict[str, StyleInfo] = {}
    for style in styles:
        have = found.get(style.name, style)
        settings = tuple({**dict(have.settings), **dict(style.settings)}.items())
        found[style.name] = have._replace(extends=have.extends or style.extends, settings=settings)
    return found
