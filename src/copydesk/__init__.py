"""copydesk: the editorial linter for newsrooms.

The names below are all that a rule, a parser or a plugin needs. They are
imported on first use, so that the command starts fast.
"""

from __future__ import annotations

_HOMES = {
    "Across": "copydesk.model.sightings",
    "Attribution": "copydesk.document.attribution",
    "Bad": "copydesk.rules.rule",
    "Builder": "copydesk.document.builder",
    "CAPITALS": "copydesk.document.scan",
    "Clock": "copydesk.document.date",
    "CommandSpec": "copydesk.hooks.plugin_specs",
    "DIGITS": "copydesk.figures.numbers",
    "DataError": "copydesk.model.errors",
    "Document": "copydesk.document",
    "Edit": "copydesk.model.findings",
    "Entry": "copydesk.terms.entry",
    "FIGURES": "copydesk.document.scan",
    "Field": "copydesk.document.fields",
    "FileReport": "copydesk.report",
    "Finding": "copydesk.model.findings",
    "Fix": "copydesk.model.findings",
    "FormatterSpec": "copydesk.hooks.specs",
    "Good": "copydesk.rules.rule",
    "Hits": "copydesk.terms.judged",
    "Iterable": "collections.abc",
    "Iterator": "collections.abc",
    "Linter": "copydesk.run.library",
    "Match": "re",
    "NUMBER_WORDS": "copydesk.figures.numbers",
    "NameUse": "copydesk.names.model",
    "NamedPerson": "copydesk.names.model",
    "NoRules": "copydesk.model.errors",
    "Number": "copydesk.figures.numbers",
    "ONES": "copydesk.figures.numbers",
    "ORDINALS": "copydesk.figures.numbers",
    "Option": "copydesk.rules.rule",
    "OptionSpec": "copydesk.hooks.plugin_specs",
    "Parsed": "copydesk.document.slots",
    "ParserSpec": "copydesk.hooks.specs",
    "Pattern": "copydesk.regexes.patterns",
    "PlacedSighting": "copydesk.model.sightings",
    "PluginError": "copydesk.model.errors",
    "Quantity": "copydesk.figures.quantity",
    "Quote": "copydesk.document.quotation",
    "Related": "copydesk.model.findings",
    "Report": "copydesk.report",
    "Rule": "copydesk.rules.rule",
    "SLOT_END": "copydesk.document.scan",
    "SLOT_START": "copydesk.document.scan",
    "Scan": "copydesk.document.scan",
    "Sequence": "collections.abc",
    "Severity": "copydesk.model.findings",
    "Sighting": "copydesk.model.sightings",
    "Slot": "copydesk.document.slots",
    "SlotKind": "copydesk.document.slot_kinds",
    "SortedLines": "copydesk.cache.sorted_lines",
    "Span": "copydesk.model.findings",
    "Style": "copydesk.model.style",
    "Unpacked": "copydesk.hooks.plugin_specs",
    "ValueTuple": "copydesk.model.value_tuple",
    "Verdict": "copydesk.model.sightings",
    "__version__": "copydesk.model",
    "attributions": "copydesk.document.attribution",
    "check_paths": "copydesk.run.library",
    "check_text": "copydesk.run.library",
    "dateline_length": "copydesk.document.dateline",
    "hookimpl": "copydesk.hooks.mark",
    "is_abbreviation": "copydesk.document.abbreviations",
    "pattern": "copydesk.regexes.patterns",
    "people": "copydesk.names.reading",
    "quantities": "copydesk.figures.reading",
    "read_number": "copydesk.figures.numbers",
    "read_toml": "copydesk.cache.toml",
    "reading_of": "copydesk.measure.readability",
    "scan": "copydesk.document.scan",
}

__all__ = [
    "CAPITALS",
    "DIGITS",
    "FIGURES",
    "NUMBER_WORDS",
    "ONES",
    "ORDINALS",
    "SLOT_END",
    "SLOT_START",
    "Across",
    "Attribution",
    "Bad",
    "Builder",
    "Clock",
    "CommandSpec",
    "DataError",
    "Document",
    "Edit",
    "Entry",
    "Field",
    "FileReport",
    "Finding",
    "Fix",
    "FormatterSpec",
    "Good",
    "Hits",
    "Iterable",
    "Iterator",
    "Linter",
    "Match",
    "NameUse",
    "NamedPerson",
    "NoRules",
    "Number",
    "Option",
    "OptionSpec",
    "Parsed",
    "ParserSpec",
    "Pattern",
    "PlacedSighting",
    "PluginError",
    "Quantity",
    "Quote",
    "Related",
    "Report",
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
    "Unpacked",
    "ValueTuple",
    "Verdict",
    "__version__",
    "attributions",
    "check_paths",
    "check_text",
    "dateline_length",
    "hookimpl",
    "is_abbreviation",
    "pattern",
    "people",
    "quantities",
    "read_number",
    "read_toml",
    "reading_of",
    "scan",
]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from regex import Match

    from copydesk.cache.sorted_lines import SortedLines
    from copydesk.cache.toml import read_toml
    from copydesk.document import Document
    from copydesk.document.abbreviations import is_abbreviation
    from copydesk.document.attribution import Attribution, attributions
    from copydesk.document.builder import Builder
    from copydesk.document.date import Clock
    from copydesk.document.dateline import dateline_length
    from copydesk.document.fields import Field
    from copydesk.document.quotation import Quote
    from copydesk.document.scan import CAPITALS, FIGURES, SLOT_END, SLOT_START, Scan, scan
    from copydesk.document.slot_kinds import SlotKind
    from copydesk.document.slots import Parsed, Slot
    from copydesk.figures.numbers import DIGITS, NUMBER_WORDS, ONES, ORDINALS, Number, read_number
    from copydesk.figures.quantity import Quantity
    from copydesk.figures.reading import quantities
    from copydesk.hooks.mark import hookimpl
    from copydesk.hooks.plugin_specs import CommandSpec, OptionSpec, Unpacked
    from copydesk.hooks.specs import FormatterSpec, ParserSpec
    from copydesk.measure.readability import reading_of
    from copydesk.model import __version__
    from copydesk.model.errors import DataError, NoRules, PluginError
    from copydesk.model.findings import Edit, Finding, Fix, Related, Severity, Span
    from copydesk.model.sightings import Across, PlacedSighting, Sighting, Verdict
    from copydesk.model.style import Style
    from copydesk.model.value_tuple import ValueTuple
    from copydesk.names.model import NamedPerson, NameUse
    from copydesk.names.reading import people
    from copydesk.regexes.patterns import Pattern, pattern
    from copydesk.report import FileReport, Report
    from copydesk.rules.rule import Bad, Good, Option, Rule
    from copydesk.run.library import Linter, check_paths, check_text
    from copydesk.terms.entry import Entry
    from copydesk.terms.judged import Hits


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'copydesk' has no attribute {name!r}")
    from importlib import import_module

    found = getattr(import_module(home), name)
    globals()[name] = found
    return found


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
