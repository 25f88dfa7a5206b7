"""Term packs: rules written as TOML, read and validated."""

from __future__ import annotations

from copydesk.document.slot_kinds import SLOT_KINDS
from copydesk.files.toml import Source
from copydesk.model.findings import Severity
from copydesk.model.style import StyleInfo
from copydesk.model.value_tuple import ValueTuple
from copydesk.terms.entry import Entry, Header
from copydesk.terms.style_schema import read_style

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_SEVERITIES = ("stop", "fix", "style", "ask")
_HEADER = ("id", "severity", "summary", "why", "source", "default", "languages", "preview",
           "furniture", "accepts", "version", "options")  # fmt: skip
_ENTRY = (
    "use", "avoid", "match", "needs", "message", "note", "source", "since", "until",
    "severity", "exceptions", "unless", "unless-near", "slots", "quotes", "case", "whole", "fix",
    "verbatim", "only-with", "history", "names", "where", "good", "bad",
)  # fmt: skip
_DEFAULTS = tuple(key for key in _ENTRY if key not in ("avoid", "match", "needs", "good", "bad"))
_VARIANTS = ("forms", "note", "source", "since", "until", "severity", "exceptions", "unless",
             "unless-near", "slots", "quotes", "case")  # fmt: skip
_CHOICES = {
    "severity": _SEVERITIES,
    "quotes": ("check", "skip"),
    "case": ("smart", "start", "exact", "any"),
    "verbatim": ("skip", "check"),
    "fix": ("safe", "suggested", "none"),
    "history": ("check", "name", "spelling", "story", "year"),
    "names": ("check", "skip", "namesakes"),
    "where": ("anywhere", "place", "news"),
}
_TEXTS = ("use", "message", "note", "source")
_LISTS = ("avoid", "match", "needs", "exceptions", "unless", "unless-near", "only-with", "slots",
          "good")  # fmt: skip


NO_STYLE_INFO = StyleInfo("", "", "")


class PackExample(ValueTuple):
    """A bad example of an entry: its text, and the fixed text and the date if given."""

    text: str
    fixed: str | None
    date: str


class Pack(ValueTuple):
    """A pack: its header if it defines a rule, its entries and their examples.

    ``style`` is the house style that the pack belongs to; its entries then apply only
    if that style is selected. A pack of no style has one with an empty name.
    ``good`` and ``bad`` are the examples of each entry, in the order of ``entries``.
    """

    path: str
    header: Header | None
    entries: tuple[Entry, ...]
    good: tuple[tuple[str, ...], ...]
    bad: tuple[tuple[PackExample, ...], ...]
    style: StyleInfo = NO_STYLE_INFO


def read_pack(path: str, text: str, rule: str = "house/terms") -> Pack:
    """Read and validate a term pack.

    Args:
        path: the file's name in messages.
        text: its content.
        rule: the rule for entries of a pack that names none.

    Raises:
        DataError: it breaks the schema; the message gives file and line.
    """
    source = Source(path, text)
    source.check_keys(source.data, ("rule", "style", "defaults", "entry", "forms", "variants"))
    header, rule = _header(source, rule)
    style = read_style(source, path)
    base = _defaults(source, Entry(rule, path, 1, style=style.name))
    entries, good, bad = [], [], []
    for index, table in enumerate(_tables(source)):
        entries.append(_entry(source, table, index, base))
        good.append(tuple(table["good"]))
        bad.append(_bad(source, table, index))
    lines = source.lines_below("forms")
    for use, avoid in source.data.get("forms", {}).items():
        entries.append(_form(source, use, avoid, base._replace(line=lines.get(use, 1))))
        good.append((use,))
        bad.append(tuple(PackExample(f"[[{form}]]", use, "") for form in avoid))
    lines = source.lines_below("variants")
    for key, value in source.data.get("variants", {}).items():
        entries.append(_variants(source, key, value, base._replace(line=lines.get(key, 1))))
        good.append((key,))
        bad.append(())
    if not entries and not style.name:
        source.fail("the pack has no entries; add an [[entry]], [forms] or [variants]")
    return Pack(path, header, tuple(entries), tuple(good), tuple(bad), style)


def _header(source: Source, rule: str) -> tuple[Header | None, str]:
    table = source.data.get("rule")
    if table is None:
        return None, rule
    if isinstance(table, str):
        return None, table
    source.check_keys(table, _HEADER, "rule")
    name = table.get("id")
    if not isinstance(name, str) or name.count("/") != 1:
        source.fail('a rule needs an id such as "group/name"', "rule", "id")
    if "summary" not in table:
        return None, name
    severity = table.get("severity", "style")
    _choose(source, "severity", severity, "rule", "severity")
    version = table.get("version", 1)
    if not isinstance(version, int) or isinstance(version, bool) or version < 1:
        source.fail("version must be a whole number from 1 up", "rule", "version")
    for key in ("default", "preview", "furniture", "accepts"):
        if not isinstance(table.get(key, False), bool):
            source.fail(f"{key} must be true or false", "rule", key)
    return Header(
        name,
        Severity.named(severity),
        table["summary"],
        table.get("why", "").strip(),
        table.get("source", ""),
        table.get("default", True),
        tuple(table.get("languages", ("en",))),
        table.get("preview", False),
        version,
        table.get("furniture", False),
        table.get("accepts", False),
    ), name


def _tables(source: Source) -> list[dict[str, Any]]:
    tables = source.data.get("entry", [])
    if not isinstance(tables, list):
        source.fail("write [[entry]] with two brackets", "entry")
    return tables


def _defaults(source: Source, base: Entry) -> Entry:
    """The entry on which all others of the pack are based: ``[defaults]``."""
    table = source.data.get("defaults", {})
    source.check_keys(table, _DEFAULTS, "defaults")
    return base._replace(**_values(source, table, ("defaults",)))


def _entry(source: Source, table: dict[str, Any], index: int, base: Entry) -> Entry:
    where = ("entry", index)
    source.check_keys(table, _ENTRY, *where)
    if not table.get("avoid") and not table.get("match"):
        source.fail("an entry needs forms to avoid or patterns to match", *where)
    for key in ("good", "bad"):
        if not table.get(key):
            source.fail(f"an entry needs at least one {key} example", *where)
    return base._replace(line=source.line_of(*where), **_values(source, table, where))


def _values(source: Source, table: dict[str, Any], where: tuple[str | int, ...]) -> dict[str, Any]:
    """The values of an entry, validated, as the fields of ``Entry``."""
    for key, choices in _CHOICES.items():
        if key in table:
            _choose(source, key, table[key], *where, key, choices=choices)
    _check_types(source, table, where)
    values = {
        key.replace("-", "_"): table[key]
        for key in _ENTRY
        if key in table and key not in ("good", "bad")
    }
    for key in ("since", "until"):
        if key in values:
            values[key] = _iso(source, values[key], *where, key)
    return {key: tuple(one) if isinstance(one, list) else one for key, one in values.items()}


def _check_types(source: Source, table: dict[str, Any], where: tuple[str | int, ...]) -> None:
    for key in _TEXTS:
        if not isinstance(table.get(key, ""), str):
            source.fail(f"{key} must be text", *where, key)
    for key in _LISTS:
        value = table.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
            source.fail(f"{key} must be a list of texts", *where, key)
        if key != "slots" and not all(one.strip() for one in value):
            source.fail(f"{key} contains an empty text", *where, key)
    if not isinstance(table.get("whole", False), bool):
        source.fail("whole must be true or false", *where, "whole")
    for slot in table.get("slots", []):
        _choose(source, "slot", slot, *where, "slots", choices=SLOT_KINDS)


def _bad(source: Source, table: dict[str, Any], index: int) -> tuple[PackExample, ...]:
    found = []
    where = ("entry", index, "bad")
    for example in table["bad"]:
        if isinstance(example, str):
            example = {"text": example}
        if not isinstance(example, dict) or "text" not in example:
            source.fail('a bad example is text, or {text = "…", fixed = "…"}', *where)
        source.check_keys(example, ("text", "fixed", "date"), *where)
        if "[[" not in example["text"] or "]]" not in example["text"]:
            source.fail("a bad example marks the faulty words: [[so]]", *where)
        found.append(
            PackExample(example["text"], example.get("fixed"), str(example.get("date", "")))
        )
    return tuple(found)


def _form(source: Source, use: str, avoid: Any, base: Entry) -> Entry:
    if isinstance(avoid, str):
        avoid = [avoid]
    if not isinstance(avoid, list) or not avoid or not all(isinstance(x, str) for x in avoid):
        source.fail("give the forms to avoid as a list of texts", "forms", use)
    return base._replace(avoid=tuple(avoid), use=use)


def _variants(source: Source, key: str, value: Any, base: Entry) -> Entry:
    """The equal forms of one thing: a list of the others, or a table with more."""
    table = value if isinstance(value, dict) else {"forms": value}
    source.check_keys(table, _VARIANTS, "variants", key)
    forms = table.get("forms")
    if not isinstance(forms, list) or not forms or not all(isinstance(x, str) for x in forms):
        source.fail("give the other forms as a list of texts", "variants", key)
    if key in forms or len(set(forms)) < len(forms):
        source.fail("the same form is listed twice", "variants", key)
    return base._replace(
        avoid=(key, *forms), use=None, variants=True, **_values(source, table, ("variants", key))
    )


def _iso(source: Source, value: Any, *keys: str | int) -> str:
    from datetime import date

    text = value.isoformat() if isinstance(value, date) else str(value)
    if len(text) == 4 and text.isdigit():
        text += "-01-01"
    try:
        return date.fromisoformat(text[:10]).isoformat()
    except ValueError:
        source.fail("write a date as 2019-08-14", *keys)


def _choose(
    source: Source, what: str, value: Any, *keys: str | int,
    choices: tuple[str, ...] = _SEVERITIES,
) -> None:  # fmt: skip
    from copydesk.files.toml import did_you_mean

    if value not in choices:
        hint = did_you_mean(str(value), choices)
        source.fail(f"{what} {value!r} is not one of {', '.join(choices)}{hint}", *keys)
