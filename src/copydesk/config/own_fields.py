"""The newsroom's own names of fields: ``[fields]`` in the config."""

from __future__ import annotations

from copydesk.document.fields import FIELD_ROLES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from copydesk.config.source import ConfigSource


def own_fields(source: ConfigSource, data: dict[str, Any]) -> dict[str, tuple[str, ...]]:
    """The keys that the newsroom uses for each role.

    Raises:
        DataError: the table names no role, or a role has no list of keys.
    """
    if "fields" not in data:
        return {}
    table = data["fields"]
    if not isinstance(table, dict):
        source.fail("fields must be a table", "fields")
    source.check_keys(table, FIELD_ROLES, "fields")
    for role, keys in table.items():
        if not isinstance(keys, list) or not all(isinstance(key, str) for key in keys):
            source.fail(f'{role} must be a list of keys, such as ["hed"]', "fields", role)
    return {role: tuple(keys) for role, keys in table.items()}
