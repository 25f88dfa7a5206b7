"""copydesk: the editorial linter for newsrooms.

The names below are all that a rule, a parser or a plugin needs. They are
imported on first use, so that the command starts fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

_HOMES = {
    "Across": "copydesk.across",
    "Bad": "copydesk.rule",
    "Clock": "copydesk.document",
    "Document": "copydesk.document",
    "Edit": "copydesk.values",
    "Finding": "copydesk.values",
    "Fix": "copydesk.values",
    "FormatterSpec": "copydesk.specs",
    "Good": "copydesk.rule",
    "Hits": "copydesk.terms.hits",
    "Option": "copydesk.rule",
    "Parsed": "copydesk.document.slots",
    "ParserSpec": "copydesk.specs",
    "PlacedSighting": "copydesk.across",
    "Related": "copydesk.values",
    "Rule": "copydesk.rule",
    "Severity": "copydesk.values",
    "Sighting": "copydesk.across",
    "Slot": "copydesk.document.slots",
    "Span": "copydesk.values",
    "Style": "copydesk.style",
    "hookimpl": "copydesk.hookspecs",
    "pattern": "copydesk.patterns",
}

__all__ = [
    "Across",
    "Bad",
    "Clock",
    "Document",
    "Edit",
    "Finding",
    "Fix",
    "FormatterSpec",
    "Good",
    "Hits",
    "Option",
    "Parsed",
    "ParserSpec",
    "PlacedSighting",
    "Related",
    "Rule",
    "Severity",
    "Sighting",
    "Slot",
    "Span",
    "Style",
    "__version__",
    "hookimpl",
    "pattern",
]

if TYPE_CHECKING:
    from copydesk.across import Across, PlacedSighting, Sighting
    from copydesk.document import Clock, Document
    from copydesk.document.slots import Parsed, Slot
    from copydesk.hookspecs import hookimpl
    from copydesk.patterns import pattern
    from copydesk.rule import Bad, Good, Option, Rule
    from copydesk.specs import FormatterSpec, ParserSpec
    from copydesk.style import Style
    from copydesk.terms.hits import Hits
    from copydesk.values import Edit, Finding, Fix, Related, Severity, Span


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'copydesk' has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(home), name)
    globals()[name] = found
    return found
