"""Read JSON files that copydesk wrote; errors name the file."""

from __future__ import annotations

import json

from copydesk.files.tree import WORKING_TREE
from copydesk.model.errors import DataError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copydesk.files.tree import Tree


def read_json(path: str, no_json: str, tree: Tree = WORKING_TREE, named: bool = False) -> Any:
    """Read a JSON file.

    Args:
        path: the file.
        no_json: what to say if it contains no JSON, after the path.
        tree: where it is read from.
        named: whether the user named it on the command line.

    Raises:
        DataError: it cannot be read, or contains no JSON.
    """
    try:
        return json.loads(tree.read(path, named).decode("utf-8"))
    except OSError as error:
        raise DataError(f"{path}: cannot read: {error.strerror}") from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise DataError(f"{path}: {no_json}") from None
