"""The settings that a house style may have, and their validation."""

from __future__ import annotations

from types import MappingProxyType

from copydesk.model.style import StyleInfo
from copydesk.model.value_tuple import ValueTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

    from copydesk.files.toml import Source


class Setting(ValueTuple):
    """A setting of a house style: what it decides and the values it may have.

    Without ``choices``, the value is a whole number.
    """

    doc: str
    choices: tuple[str, ...] = ()


SETTINGS: Mapping[str, Setting] = MappingProxyType(
    {
        "dialect": Setting("spelling", ("american", "british")),
        "quote-marks": Setting("the outer quotation marks", ("double", "single")),
        "quote-shape": Setting("the shape of quotation marks", ("curly", "straight")),
        "quote-punctuation": Setting(
            "commas and full stops at a closing mark", ("inside", "outside")
        ),
        "dash": Setting("the dash of an aside", ("em", "spaced-em", "spaced-en", "spaced-hyphen")),
        "ellipsis": Setting("dots of an omission", ("...", "…", ". . .")),
        "percent": Setting("percentages in running text", ("percent", "per cent", "%")),
        "number-words-below": Setting("numbers below this are written as words"),
        "us-abbreviation": Setting("the United States, shortened", ("U.S.", "US")),
        "un-abbreviation": Setting("the United Nations, shortened", ("U.N.", "UN")),
        "uk-abbreviation": Setting("the United Kingdom, shortened", ("U.K.", "UK")),
        "eu-abbreviation": Setting("the European Union, shortened", ("E.U.", "EU")),
        "headline-abbreviations": Setting(
            "the stops of abbreviations in headlines", ("keep", "drop", "either")
        ),
        "acronyms": Setting(
            "acronyms that are said as words: NATO or Nato", ("capitals", "one-capital")
        ),
        "date-form": Setting("the order of day and month", ("month-day", "day-month")),
        "dateline-form": Setting("datelines", ("place-agency", "place", "none")),
        "title-before-name": Setting("an office right before a name", ("capital", "lower")),
        "title-after-name": Setting(
            "an office that does not come right before the name", ("lower", "capital")
        ),
        "title-order": Setting(
            "“Ukrainian President X”, not “President of Ukraine X”", ("before",)
        ),
        "title-first-reference": Setting("the name at first reference", ("full",)),
        "headline-case": Setting("capitals in headlines", ("sentence", "title")),
        "headline-quote-marks": Setting(
            "the outer quotation marks in headlines", ("double", "single")
        ),
        "dateline-dash": Setting(
            "the mark between the dateline and the story",
            ("spaced-hyphen", "spaced-en", "spaced-em", "colon"),
        ),
    }
)


def read_style(source: Source, path: str) -> StyleInfo:
    """The ``[style]`` table of a pack, validated; if it is missing, all fields are empty.

    Raises:
        DataError: a key or a value is invalid.
    """
    table = source.data.get("style", {})
    source.check_keys(table, ("name", "extends", *SETTINGS), "style")
    if table and not isinstance(table.get("name"), str):
        source.fail("a style needs a name", "style", "name")
    if not isinstance(table.get("extends", ""), str):
        source.fail("extends names another style", "style", "extends")
    settings = tuple((key, value) for key, value in table.items() if key in SETTINGS)
    for key, value in settings:
        _check(source, key, value)
    return StyleInfo(table.get("name", ""), table.get("extends", ""), path, settings)


def _check(source: Source, key: str, value: object) -> None:
    choices = SETTINGS[key].choices
    if not choices:
        if isinstance(value, bool) or not isinstance(value, int) or value < 0:
            source.fail(f"{key} is a whole number, not {value!r}", "style", key)
        return
    if value not in choices:
        from copydesk.files.toml import did_you_mean

        hint = did_you_mean(str(value), choices)
        told = f"{key} is one of {', '.join(choices)}, not {value!r}{hint}"
        source.fail(told, "style", key)
