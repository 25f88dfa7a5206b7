"""What an upgrade would change in an archive, as text and as JSON."""

from __future__ import annotations

from copydesk.formats.json_format import encoded
from copydesk.formats.summary import counted, harmless, one_line, quoted
from copydesk.gate.upgrade import KINDS
from copydesk.model import __version__

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from copydesk.gate.record import Record
    from copydesk.gate.upgrade import Change, Comparison

_SHOWN = 10  # findings of each kind, unless all are asked for


def as_text(
    record: Record, found: Comparison, rules: Mapping[str, int], settings: str, every: bool
) -> str:
    """The comparison as text.

    Args:
        record: what was compared with.
        found: the comparison.
        rules: the versions of the rules that ran, by id.
        settings: a digest of the settings of the run.
        every: whether to list all findings, or a few of each kind.
    """
    lines = [_head(record, found), *_notes(record, found, rules, settings)]
    if found.changes:
        lines += ["", *_table(record, found, rules), "", *_verdict(found)]
        for kind in KINDS:
            lines += _listed(kind, [one for one in found.changes if one.kind == kind], every)
    return "".join(f"{line}\n" for line in lines)


def _head(record: Record, found: Comparison) -> str:
    drafts = counted(found.compared, "draft")
    what = "findings differ" if found.changes else "no differences"
    return f"copydesk {harmless(record.copydesk)} → {__version__}: {drafts} compared, {what}."


def _notes(
    record: Record, found: Comparison, rules: Mapping[str, int], settings: str
) -> Iterator[str]:
    """What was not compared, and what besides the version may have made a difference."""
    for paths, what in (
        (found.altered, "not compared, because the text has changed since the record"),
        (found.added, "not in the record"),
        (found.missing, "in the record, but not here"),
    ):
        if paths:
            yield f"{counted(len(paths), 'draft')} {what}: {_few(paths)}."
    if settings != record.settings:
        yield (
            "The settings or the stet ledger have changed since the record was made; "
            "that may explain some changes."
        )
    for names, what in (
        (sorted(set(rules) - set(record.rules)), "now runs"),
        (sorted(set(record.rules) - set(rules)), "no longer runs"),
    ):
        if names:
            yield f"{counted(len(names), 'rule')} {_agreeing(what, names)}: {', '.join(names)}."


def _agreeing(what: str, names: Sequence[str]) -> str:
    return what if len(names) == 1 else what.replace("runs", "run")


def _few(paths: Sequence[str]) -> str:
    more = f" and {len(paths) - 3} more" if len(paths) > 3 else ""
    return f"{', '.join(map(harmless, paths[:3]))}{more}"


def _table(record: Record, found: Comparison, rules: Mapping[str, int]) -> Iterator[str]:
    counts = found.counts()
    wide = max(len(name) for name in (*counts, "total"))
    yield f"{'rule':<{wide}}  {'version':<7}  {'new':>6}  {'gone':>6}  {'changed':>7}"
    for name, row in counts.items():
        yield _row(name, versions(record.rules.get(name), rules.get(name)), row, wide)
    total = {kind: sum(row[kind] for row in counts.values()) for kind in KINDS}
    yield _row("total", "", total, wide)


def _row(name: str, version: str, row: Mapping[str, int], wide: int) -> str:
    return (
        f"{harmless(name):<{wide}}  {version:<7}  {row['new']:>6,}  {row['gone']:>6,}"
        f"  {row['changed']:>7,}"
    )


def versions(before: int | None, now: int | None) -> str:
    """The version of a rule before and now: ``1 → 2``, ``2``, ``added`` or ``removed``."""
    if before is None or now is None:
        return "added" if before is None else "removed"
    return str(now) if before == now else f"{before} → {now}"


def _verdict(found: Comparison) -> Iterator[str]:
    """How many drafts would fail or pass the check that did not before."""
    fail, pass_ = len(found.would_fail), len(found.would_pass)
    if not fail and not pass_:
        yield "Every draft passes or fails the check as before."
    if fail:
        yield f"{counted(fail, 'draft')} would now fail the check: {_few(found.would_fail)}."
    if pass_:
        yield f"{counted(pass_, 'draft')} would now pass the check: {_few(found.would_pass)}."


def _listed(kind: str, changes: Sequence[Change], every: bool) -> Iterator[str]:
    if not changes:
        return
    shown = changes if every else changes[:_SHOWN]
    yield ""
    yield f"{kind}:"
    yield from (f"  {_line(change)}" for change in shown)
    if len(shown) < len(changes):
        yield f"  … and {len(changes) - len(shown):,} more; --all lists them"


def _line(change: Change) -> str:
    before, now, place = change.before, change.now, change.place
    where = f"{harmless(change.path)}:{place.line}"
    said = one_line(change.message) if change.message else quoted(place.words)
    severity = place.severity
    if before is not None and now is not None:
        severity = _arrow(before.severity, now.severity)
        fix = _arrow(before.fix or "none", now.fix or "none")
        said = f"{quoted(now.words)}, fix: {fix}" if "→" in fix else said
    return f"{where}: {severity} {harmless(change.rule)} {said}"


def _arrow(before: str, now: str) -> str:
    return now if before == now else f"{before} → {now}"


def as_json(
    record: Record, found: Comparison, rules: Mapping[str, int], settings: str, every: bool
) -> str:
    """The comparison as JSON, always with all findings."""
    table = [
        {"rule": name, "version": [record.rules.get(name), rules.get(name)], **row}
        for name, row in found.counts().items()
    ]
    data: dict[str, Any] = {
        "version": 1,
        "copydesk": [record.copydesk, __version__],
        "same_settings": settings == record.settings,
        "compared": found.compared,
        "altered": found.altered,
        "added": found.added,
        "missing": found.missing,
        "would_fail": found.would_fail,
        "would_pass": found.would_pass,
        "rules": table,
        "changes": list(map(_as_data, found.changes)),
    }
    return encoded(data, indent=2) + "\n"


def _as_data(change: Change) -> dict[str, Any]:
    sides = (("before", change.before), ("now", change.now))
    return {
        "kind": change.kind, "path": change.path, "rule": change.rule, "message": change.message,
        **{name: None if one is None else one._asdict() for name, one in sides},
    }  # fmt: skip
