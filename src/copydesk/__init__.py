"""copydesk: the editorial linter for newsrooms.

The names below are all that a rule, a parser or a plugin needs. They are
imported on first use, so that the command starts fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

_HOMES = {
    "Bad": "copydesk.rule",
    "Clock": "copydesk.document",
    "Document": "copydesk.document",
    "Edit": "copydesk.values",
    "Finding": "copydesk.values",
    "Fix": "copydesk.values",
    "FormatterSpec": "copydesk.specs",
    "Good": "copydesk.rule",
    "Option": "copydesk.rule",
    "Parsed": "copydesk.document.slots",
    "ParserSpec": "copydesk.specs",
    "Related": "copydesk.values",
    "Rule": "copydesk.rule",
    "Severity": "copydesk.values",
    "Slot": "copydesk.document.slots",
    "Span": "copydesk.values",
    "hookimpl": "copydesk.hookspecs",
    "pattern": "copydesk.patterns",
}

__all__ = [
    "Bad",
    "Clock",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "FormatterSpec",
    "Good",
    "Option",
    "Parsed",
    "ParserSpec",
    "Related",
    "Rule",
    "Severity",
    "Slot",
    "Span",
    "__version__",
    "hookimpl",
    "pattern",
]

if TYPE_CHECKING:
    from copydesk.document import Clock, Document
    from copydesk.document.slots import Parsed, Slot
    from copydesk.hookspecs import hookimpl
    from copydesk.patterns import pattern
    from copydesk.rule import Bad, Good, Option, Rule
    from copydesk.specs import FormatterSpec, ParserSpec
    from copydesk.values import Edit, Finding, Fix, Related, Severity, Span


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'copydesk' has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(home), name)
    globals()[name] = found
    return found
