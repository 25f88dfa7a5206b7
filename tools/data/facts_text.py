"""Tables of facts as TOML: for ``build_facts.py``."""

from __future__ import annotations

import json
from functools import lru_cache
from typing import TYPE_CHECKING

from tools.data.facts_claims import Span, sources
from tools.data.facts_offices import HOUSEHOLD, Office
from tools.data.folders import HERE, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tools.data.facts_deaths import Death
    from tools.data.facts_merge import Term
    from tools.data.facts_names import Names

# Months after which an open row says nothing any more: ministers, heads, those who serve for life.
_HALF_LIFE = {"ministers": 18, "heads": 36, "companies": 24}
_FOR_LIFE = ("pope", "monarch", "justice", "chiefjustice", "patriarch", "king", "emperor")


def office(one: Office, terms: list[Term], also: list[str]) -> list[str]:
    """The lines of one office."""
    lines = ["[[office]]", f"id = {_quoted(one.id)}", f"of = {_list(one.names)}"]
    if one.adjectives:
        lines.append(f"adjectives = {_list(one.adjectives)}")
    lines.append(f"titles = {_list(one.titles)}")
    if one.lacks:
        lines.append(f"lacks = {_list(one.lacks)}")
    for flag, said in (("several", one.several), ("household", one.id in HOUSEHOLD)):
        if said:
            lines.append(f"{flag} = true")
    lines.append(f"half-life = {_half_life(one)}")
    if qid := _ids().get(one.id):
        lines.append(f"wikidata = {_quoted(qid)}")
    lines += ["holders = [", *map(_holder, terms), "]"]
    if also:
        lines.append(f"also = {_list(also)}")
    return [*lines, ""]


@lru_cache(maxsize=1)
def _ids() -> dict[str, str]:
    """The ids of offices in Wikidata."""
    return dict(line.split("|") for line in lines_of("facts_office_ids.psv"))


def _half_life(one: Office) -> int:
    role = one.id.partition("/")[2]
    return 120 if role.startswith(_FOR_LIFE) else _HALF_LIFE.get(one.table, 24)


def _holder(term: Term) -> str:
    parts = [f"name = {_quoted(term.name)}"]
    if term.person:
        parts.append(f"person = {_quoted(term.person)}")
    parts.append(f"since = {_day(term.since)}")
    if term.until:
        parts.append(f"until = {_day(term.until)}")
    elif term.due:
        parts.append(f"until = {term.due}")
    elif term.known < max(sources()[key].as_of for key in term.starts):
        parts.append(f"at-least = {term.known}")
    parts.append(f"source = {_keys(term.starts)}")
    if term.until and set(term.ends) != set(term.starts):
        parts.append(f"until-source = {_keys(term.ends)}")
    both_ends = bool(term.until) and _is_proof(term.starts, term.ends)
    if term.confirmed and not both_ends:
        parts.append(f"confirmed = {term.confirmed}")
    if not term.sure:
        parts.append('conf = "L"')
    return f"    {{ {', '.join(parts)} }},"


def _is_proof(*parts: tuple[str, ...]) -> bool:
    return all(len(set(keys)) > 1 or any(sources()[key].record for key in keys) for keys in parts)


def _day(span: Span) -> str:
    if span.first == span.last:
        return span.first
    if span.first[:7] == span.last[:7] and span.first[8:] == "01" and int(span.last[8:]) >= 28:
        return _quoted(span.first[:7])
    return _quoted(f"{span.first}/{span.last}")


def table(lines: list[str], used: set[str], names: Names, died: dict[str, Death]) -> str:
    """A whole table."""
    text = "\n".join(lines)
    dead = [died[name] for name in sorted(used) if name in died]
    listed = {key for one in dead for key in one.sources}
    keys = [key for key in sources() if f'"{key}"' in text or key in listed]
    out = [(HERE / "facts_header.txt").read_text(encoding="utf-8").rstrip()]
    for key in keys:
        one = sources()[key]
        out += ["", f"[sources.{key}]", f"name = {_quoted(one.name)}",
                f"licence = {_quoted(one.licence)}", f"as-of = {one.as_of}"]  # fmt: skip
        out += [] if one.record else ["record = false"]
    out += ["", *lines]
    for section, forms in (("names", names.forms), ("avoid", names.avoid)):
        out += [f"[{section}]"]
        told = {name: _with_dj(name, forms.get(name, ()), section == "names") for name in used}
        out += [f"{_quoted(name)} = {_list(told[name])}" for name in sorted(used) if told[name]]
        out.append("")
    out += ["[checked]", *_checked(lines), ""]
    out.append("[died]")
    out += [f"{_quoted(one.name)} = {{ day = {_day(one.day)}, source = {_keys(one.sources)} }}"
            for one in dead]  # fmt: skip
    return "\n".join(out) + "\n"


def _with_dj(name: str, forms: tuple[str, ...], add: bool) -> tuple[str, ...]:
    """The forms of a name, with “dj” for “đ”: Tudjman."""
    other = name.replace("đ", "dj").replace("Đ", "Dj")
    return (*forms, other) if add and other != name and other not in forms else forms


def _checked(lines: list[str]) -> list[str]:
    """What ``copydesk facts check`` would call wrong of these offices, and why it is right."""
    rows = [line.split("|") for line in lines_of("facts_checked.psv")]
    offices = {line.partition(" = ")[2] for line in lines if line.startswith("id = ")}
    return [f"{_quoted(f'{office} {person}')} = {_quoted(why)}" for office, person, why in rows
            if _quoted(office) in offices]  # fmt: skip


def _keys(keys: Iterable[str]) -> str:
    found = tuple(dict.fromkeys(keys))
    return _quoted(found[0]) if len(found) == 1 else _list(found)


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def _list(items: tuple[str, ...] | list[str]) -> str:
    return f"[{', '.join(map(_quoted, items))}]"
