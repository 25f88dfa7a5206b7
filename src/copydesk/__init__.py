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
    "CAPITALS": "copydesk.patterns",
    "Clock": "copydesk.document",
    "Document": "copydesk.document",
    "Edit": "copydesk.values",
    "Entry": "copydesk.terms.entry",
    "FIGURES": "copydesk.patterns",
    "Finding": "copydesk.values",
    "Fix": "copydesk.values",
    "FormatterSpec": "copydesk.specs",
    "Good": "copydesk.rule",
    "Hits": "copydesk.terms.hits",
    "Iterable": "collections.abc",
    "Iterator": "collections.abc",
    "Match": "re",
    "Option": "copydesk.rule",
    "Parsed": "copydesk.document.slots",
    "ParserSpec": "copydesk.specs",
    "Pattern": "copydesk.patterns",
    "PlacedSighting": "copydesk.across",
    "Quote": "copydesk.document.quotes",
    "Related": "copydesk.values",
    "Rule": "copydesk.rule",
    "SLOT_END": "copydesk.patterns",
    "SLOT_START": "copydesk.patterns",
    "Scan": "copydesk.patterns",
    "Sequence": "collections.abc",
    "Severity": "copydesk.values",
    "Sighting": "copydesk.across",
    "Slot": "copydesk.document.slots",
    "SlotKind": "copydesk.document.slots",
    "SortedLines": "copydesk.data",
    "Span": "copydesk.values",
    "Style": "copydesk.style",
    "dateline_length": "copydesk.document.dateline",
    "hookimpl": "copydesk.hookspecs",
    "is_abbreviation": "copydesk.document.abbreviations",
    "pattern": "copydesk.patterns",
    "read_toml": "copydesk.data",
    "reading_of": "copydesk.readability",
    "scan": "copydesk.patterns",
}

__all__ = [
    "CAPITALS",
    "FIGURES",
    "SLOT_END",
    "SLOT_START",
    "Across",
    "Bad",
    "Clock",
    "Document",
    "Edit",
    "Entry",
    "Finding",
    "Fix",
    "FormatterSpec",
    "Good",
    "Hits",
    "Iterable",
    "Iterator",
    "Match",
    "Option",
    "Parsed",
    "ParserSpec",
    "Pattern",
    "PlacedSighting",
    "Quote",
    "Related",
    "Rule",
    "Scan",
    "Sequence",
    "Severity",
    "Sighting",
    "Slot",
    "SlotKind",
    "SortedLines",
    "Span",
    "Style",
    "__version__",
    "dateline_length",
    "hookimpl",
    "is_abbreviation",
    "pattern",
    "read_toml",
    "reading_of",
    "scan",
]

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from regex import Match

    from copydesk.across import Across, PlacedSighting, Sighting
    from copydesk.data import SortedLines, read_toml
    from copydesk.document import Clock, Document
    from copydesk.document.abbreviations import is_abbreviation
    from copydesk.document.dateline import dateline_length
    from copydesk.document.quotes import Quote
    from copydesk.document.slots import Parsed, Slot, SlotKind
    from copydesk.hookspecs import hookimpl
    from copydesk.patterns import (
        CAPITALS,
        FIGURES,
        SLOT_END,
        SLOT_START,
        Pattern,
        Scan,
        pattern,
        scan,
    )
    from copydesk.readability import reading_of
    from copydesk.rule import Bad, Good, Option, Rule
    from copydesk.specs import FormatterSpec, ParserSpec
    from copydesk.style import Style
    from copydesk.terms.entry import Entry
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
