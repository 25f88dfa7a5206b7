"""Config files as text: read for their settings, and for the lines to name in errors."""

from __future__ import annotations

import os

from copydesk.files.find_up import PYPROJECT
from copydesk.files.toml import Source
from copydesk.files.tree import WORKING_TREE
from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copydesk.config import Config
    from copydesk.files.tree import Tree


class ConfigSource(Source):
    """A config file, and where the files that it names are read from.

    Args:
        path: the file, absolute.
        text: its content.
        tree: where it was read from.
    """

    def __init__(self, path: str, text: str, tree: Tree) -> None:
        super().__init__(shown(path), text, _prefix(path))
        self._tree = tree

    def lacks(self, path: str) -> bool:
        """Whether there is nothing at a path; what is there is checked when it is read."""
        try:
            return self._tree.state(path) is None
        except (FileNotFoundError, NotADirectoryError):
            return True
        except OSError:
            return False

    def one_spelling(self, options: dict[str, Any], *where: str | int) -> dict[str, Any]:
        """The options of a rule, with underscores for hyphens."""
        found: dict[str, Any] = {}
        for key, value in options.items():
            right = key.replace("-", "_")
            if right in found:
                self.fail(f"{key} is given twice, with hyphens and underscores", *where, key)
            found[right] = value
        return found


def source_of(path: str, tree: Tree = WORKING_TREE, named: bool = False) -> ConfigSource:
    """Read a config file as TOML.

    Args:
        path: the file, absolute.
        tree: where it is read from.
        named: whether the user named it on the command line.

    Raises:
        DataError: it cannot be read, or is not TOML.
    """
    try:
        text = tree.read(path, named).decode("utf-8-sig")
    except OSError as error:
        raise DataError(f"{shown(path)}: cannot read: {error.strerror}") from None
    except UnicodeDecodeError:
        raise DataError(f"{shown(path)}: not UTF-8") from None
    return ConfigSource(path, text, tree)


def _prefix(path: str) -> tuple[str, ...]:
    """The keys of the table with copydesk's settings, in a file of that name."""
    return ("tool", "copydesk") if os.path.basename(path) == PYPROJECT else ()


def where(config: Config, *keys: str, met: tuple[int, ...] = ()) -> str:
    """The file and line that set a key, for an error message.

    The overrides with the numbers in ``met`` are searched first, the last of them first.
    """
    for one in reversed(met):
        override = config.overrides[one]
        line = _line_of(config.tree, override.file, "override", override.number, *keys)
        if line:
            return line
    for file in config.files:
        line = _line_of(config.tree, file, *keys)
        if line:
            return line
    return shown(config.files[0]) if config.files else "the command line"


def _line_of(tree: Tree, file: str, *keys: str | int) -> str:
    """``file:line`` of a key, or nothing."""
    source = source_of(file, tree, named=True)  # it has been read before, within bounds
    return f"{source.path}:{source.line_of(*keys)}" if source.has(*keys) else ""


def shown(path: str) -> str:
    """A path for messages: relative if it is below the current folder."""
    relative = os.path.relpath(path) if os.path.splitdrive(path)[0] == "" else path
    return path if relative.startswith("..") else relative.replace(os.sep, "/")
