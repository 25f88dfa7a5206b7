"""Moved to ``lint_rules._shared.names``; here until this group imports it from there."""

from lint_rules._shared.names import (
    Name,
    folded,
    is_one_edit,
    is_written,
    kinds,
    names,
    one_edit,
)

__all__ = ["Name", "folded", "is_one_edit", "is_written", "kinds", "names", "one_edit"]
