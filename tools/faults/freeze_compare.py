"""What differs between two records of one part, in lines for a person."""

from __future__ import annotations

import difflib
from collections import Counter
from typing import TYPE_CHECKING, NamedTuple

from tools.faults.freeze_mutations import mutation

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from typing import Any

    from tools.faults.freeze_record import Entry

_MOST_LINES = 24  # of a difference
_FINDING_WORDS, _FINDING_BARE = 4, 5  # where the digests of a finding stand


class Compared(NamedTuple):
    """How to compare.

    ``words``: whether messages, evidence and titles count. ``names``: the real
    names of drafts that the record knows by a digest. ``kept``: the examples of
    the record. ``before``, ``after``: texts of commands by digest.
    """

    words: bool = True
    names: Mapping[str, str] = {}
    kept: Mapping[str, list[dict[str, Any]]] = {}
    before: Mapping[str, str] = {}
    after: Mapping[str, str] = {}


class Difference(NamedTuple):
    """One entry that differs: its name, the rules that bear on it, lines that show how."""

    name: str
    rules: tuple[str, ...]
    lines: list[str]


def differences(
    part: str, old: Iterable[Entry], new: Iterable[Entry], how: Compared
) -> Iterator[Difference]:
    """The entries of a part that are not the same, in the order of their keys."""
    before, after = ({entry["key"]: entry for entry in some} for some in (old, new))
    tell = _TELLERS[part]
    for key in sorted({*before, *after}):
        lines, rules = tell(before.get(key, {"key": key}), after.get(key, {"key": key}), how)
        if lines:
            yield Difference(how.names.get(key, key), tuple(sorted(rules)), lines)


def summary(part: str, found: list[Difference], most: int) -> Iterator[str]:
    """The differences of a part as lines: a count, the rules, the first ``most`` in full."""
    if not found:
        yield f"{part}: nothing differs"
        return
    rules = Counter(rule for one in found for rule in one.rules)
    counted = ", ".join(f"{rule} {number}" for rule, number in rules.most_common())
    yield f"{part}: {len(found)} differ{f' ({counted})' if counted else ''}"
    for one in found[:most]:
        yield f"  {one.name}"
        yield from (f"    {line}" for line in one.lines[:_MOST_LINES])
    if len(found) > most:
        yield f"  … and {len(found) - most} more: " + ", ".join(
            one.name for one in found[most:][:9]
        )


_Told = tuple[list[str], set[str]]


def _drafts(old: Entry, new: Entry, how: Compared) -> _Told:
    lines = _other_passes(old, new, how.words)
    rules: set[str] = set()
    for sign, one, other in (("-", old, new), ("+", new, old)):
        known = {str(_finding(finding, how.words)) for finding in other.get("findings", [])}
        for finding in one.get("findings", []):
            if lines and str(_finding(finding, how.words)) not in known:
                rules.add(finding[0])
                lines.append(f"{sign} {finding[0]} {finding[1]}-{finding[2]}, edits {finding[3]}")
    return lines, rules


def _other_passes(old: Entry, new: Entry, words: bool) -> list[str]:
    """The passes that differ, on a line or two: those where only words of ours do are apart."""
    whole, bare = ([_passes(entry, kind) for entry in (old, new)] for kind in (words, False))
    names = [name for name in {**whole[0], **whole[1]} if whole[0].get(name) != whole[1].get(name)]
    graver = [name for name in names if bare[0].get(name) != bare[1].get(name)]
    lines = [f"findings differ: {', '.join(graver)}"] if graver else []
    lighter = [name for name in names if name not in graver]
    return lines + ([f"only words differ: {', '.join(lighter)}"] if lighter else [])


def _passes(entry: Entry, words: bool) -> dict[str, object]:
    passes: dict[str, Any] = entry.get("passes", {})
    if entry["key"].startswith("run "):
        return {name: told if words else told[:2] for name, told in passes.items()}
    whole = {name: passes.get("dated", "") if one == "=" else one for name, one in passes.items()}
    return {name: one if words else one.rpartition(" ")[2] for name, one in whole.items()}


def _finding(finding: list[Any], words: bool) -> list[Any]:
    return [*finding[:4], finding[_FINDING_WORDS if words else _FINDING_BARE]]


def _fixes(old: Entry, new: Entry, how: Compared) -> _Told:
    lines, rules = [], set()
    for name in sorted({*old, *new} - {"key"}):
        before, after = old.get(name, ["", "", []]), new.get(name, ["", "", []])
        if old["key"].startswith("run ") or not how.words:
            before, after = before[:1], after[:1]  # the status, or the file afterwards
        if before != after:
            named = {rule for entry in (old, new) for rule in entry.get(name, ["", "", []])[2:]
                     for rule in rule}  # fmt: skip
            rules |= named
            lines.append(f"{name}: {before[:2]} → {after[:2]}; {', '.join(sorted(named))}")
    return lines, rules


def _commands(old: Entry, new: Entry, how: Compared) -> _Told:
    lines = []
    if old.get("status") != new.get("status"):
        lines.append(f"status {old.get('status')} → {new.get('status')}")
    if old.get("gone") != new.get("gone"):
        lines.append(f"gone: {old.get('gone')} → {new.get('gone')}")
    before, after = old.get("texts", {}), new.get("texts", {})
    for name in sorted({*before, *after}):
        if how.words and before.get(name) != after.get(name):
            texts = [how.before.get(before.get(name), ""), how.after.get(after.get(name), "")]
            one, two = (text.splitlines() for text in texts)
            diff = list(difflib.unified_diff(one, two, "before", "after", n=1, lineterm=""))
            lines += [f"{name}:", *(diff[2:] or ["(too long to be kept, or line ends only)"])]
        elif (name in before) != (name in after):
            lines.append(f"{name}: {name in before} → {name in after}")
    return lines, set()


def _mutations(old: Entry, new: Entry, how: Compared) -> _Told:
    rule = old["key"]
    before, after = (_each(entry, how.words) for entry in (old, new))
    if old.get("inputs") != new.get("inputs"):
        return [f"{rule}: not the same mutations: {len(before)} → {len(after)}"], {rule}
    indices = [index for index in range(len(before)) if before[index] != after[index]]
    if not indices:
        return [], set()
    first = indices[0]
    spans = [entry["each"][first].rpartition(" ")[2] or "nothing" for entry in (old, new)]
    lines = [f"{len(indices)} of {len(before)}, the first is {first}: {spans[0]} → {spans[1]}"]
    text = mutation(rule, first, dict(how.kept)) if rule in how.kept else ""
    return lines + [f"| {line}" for line in text.splitlines()], {rule}


def _each(entry: Entry, words: bool) -> list[str]:
    each: list[str] = entry.get("each", [])
    return each if words else [one.partition(" ")[2] for one in each]


_TELLERS: dict[str, Callable[[Entry, Entry, Compared], _Told]] = {
    "drafts": _drafts,
    "fixes": _fixes,
    "commands": _commands,
    "mutations": _mutations,
}
