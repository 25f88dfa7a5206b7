"""Read JSON files that copydesk wrote; errors name the file."""

from __future__ import annotations

import json
from typing import Any

from copydesk.model.errors import DataError


def read_json(path: str, no_json: str) -> Any:
    """Read a JSON file.

    Args:
        path: the file.
        no_json: what to say if it contains no JSON, after the path.

    Raises:
        DataError: it cannot be read, or contains no JSON.
    """
    try:
        with open(path, encoding="utf-8") as handle:
            return json.load(handle)
    except OSError as error:
        raise DataError(f"{path}: cannot read: {error.strerror}") from None
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise DataError(f"{path}: {no_json}") from None
