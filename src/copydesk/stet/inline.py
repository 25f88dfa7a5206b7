"""Overrides in the copy: ``<!-- stet: rule: reason -->``, stet-off, stet-file, [CQ]."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from copydesk.document.lines import whole_lines
from copydesk.model.findings import Edit, Finding, Fix, Severity, Span

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from copydesk.document import Document
    from copydesk.document.slots import Comment
    from copydesk.model.sightings import Sighting

CHECKED = "[CQ]"
UNUSED = "stet/unused"
_WORDS = ("stet-file", "stet-off", "stet-on", "stet")


class InlineOverride(NamedTuple):
    """An override: the rules it names (none: all) and where it applies."""

    rules: tuple[str, ...]
    span: Span
    comment: Comment

    def holds(self, rule: str, start: int) -> bool:
        """Whether it suppresses findings of a rule at a place in the text."""
        begins = self.span.start <= start <= self.span.end
        return begins and (not self.rules or any(_names(name, rule) for name in self.rules))


class Kept(NamedTuple):
    """The findings that are left after overrides.

    ``in_source`` and ``own`` (findings about the overrides themselves) are in
    source coordinates, and so are ``used``, the overrides that suppress something or
    would if they did not wait; ``held`` is the number of suppressed findings.
    """

    findings: Sequence[Finding]
    in_source: Sequence[Finding]
    sightings: Sequence[Sighting]
    own: Sequence[Finding]
    held: int
    used: Sequence[Span] = ()


def apply(
    doc: Document,
    findings: Sequence[Finding],
    in_source: Sequence[Finding],
    sightings: Sequence[Sighting],
    known: frozenset[str],
    active: Container[str],
    waits: Callable[[Span], bool] | None = None,
) -> Kept:
    """Suppress the findings that the draft's overrides name, and report unused overrides.

    Args:
        doc: the document.
        findings: in text coordinates.
        in_source: findings in source coordinates.
        sightings: in text coordinates.
        known: the ids of all rules.
        active: the ids of the rules that ran; other rules may still need their overrides.
        waits: whether the override at a place in the source does not hold yet.
    """
    overrides = _overrides(doc)
    checked = list(marks(doc.text))
    if not overrides and not checked:
        return Kept(findings, in_source, sightings, (), 0)
    used: set[InlineOverride] = set()
    if waits is not None:
        overrides = _without_waiting(overrides, findings, used, waits)
    left = [
        one for one in findings
        if not _is_held(overrides, used, one.rule, one.span.start)
        and not _is_checked(doc, one, checked)
    ]  # fmt: skip
    others = [
        one for one in in_source
        if not _is_held(overrides, used, one.rule, doc.to_text(one.span.start))
    ]  # fmt: skip
    seen = [one for one in sightings if not _is_held(overrides, used, one.rule, one.span.start)]
    own = _idle(doc, [one for one in overrides if one not in used], known, active)
    held = len(findings) - len(left) + len(in_source) - len(others)
    return Kept(left, others, seen, own, held, sorted(one.comment.source for one in used))


def _without_waiting(
    overrides: list[InlineOverride],
    findings: Iterable[Finding],
    used: set[InlineOverride],
    waits: Callable[[Span], bool],
) -> list[InlineOverride]:
    """The overrides that hold already; those that wait, and would hold, are marked as used."""
    is_waiting = [waits(one.comment.source) for one in overrides]
    waiting = [one for one, wait in zip(overrides, is_waiting, strict=True) if wait]
    for finding in findings:
        _is_held(waiting, used, finding.rule, finding.span.start)
    return [one for one, wait in zip(overrides, is_waiting, strict=True) if not wait]


def _is_held(
    overrides: list[InlineOverride], used: set[InlineOverride], rule: str, start: int
) -> bool:
    """Whether an override suppresses a finding of a rule at a place; marks it as used."""
    holding = [override for override in overrides if override.holds(rule, start)]
    used.update(holding)
    return bool(holding)


def _idle(
    doc: Document, idle: list[InlineOverride], known: frozenset[str], active: Container[str]
) -> list[Finding]:
    """The findings on overrides that suppress nothing."""
    if UNUSED not in active:
        return []
    return [_unused(doc, one, known) for one in idle if _can_tell(one, known, active)]


def _overrides(doc: Document) -> list[InlineOverride]:
    found, open_from = [], None
    for comment in doc.comments:
        word, rules = _read(comment.body)
        if word == "stet-file":
            found.append(InlineOverride(rules, Span(0, len(doc.text)), comment))
        elif word == "stet":
            found.append(InlineOverride(rules, _next_slot(doc, comment.offset), comment))
        elif word == "stet-off" and open_from is None:
            open_from = (comment, rules)
        elif word == "stet-on" and open_from is not None:
            start = open_from[0].offset
            found.append(InlineOverride(open_from[1], Span(start, comment.offset), open_from[0]))
            open_from = None
    if open_from is not None:
        span = Span(open_from[0].offset, len(doc.text))
        found.append(InlineOverride(open_from[1], span, open_from[0]))
    return found


def _read(body: str) -> tuple[str, tuple[str, ...]]:
    """The keyword of an override and the rules it names; "" for any other comment."""
    word, _, rest = body.partition(":")
    word = word.strip()
    if word not in _WORDS or (word == "stet" and not rest.strip()):
        return "", ()
    names = rest.strip().partition(":")[0]
    return word, tuple(name.strip() for name in names.split(",") if name.strip())


def _next_slot(doc: Document, offset: int) -> Span:
    """The slot around an offset, or else the first one after it."""
    for slot in doc.parsed.slots:
        if slot.span.start < offset < slot.span.end or slot.span.start >= offset:
            return slot.span
    return Span(len(doc.text), len(doc.text))


def _names(name: str, rule: str) -> bool:
    return name in (rule, rule.partition("/")[0])


def _can_tell(override: InlineOverride, known: frozenset[str], active: Container[str]) -> bool:
    for name in override.rules or ("",):
        ids = {rule for rule in known if not name or _names(name, rule)}
        if any(rule not in active for rule in ids):
            return False
    return True


def _unused(doc: Document, override: InlineOverride, known: frozenset[str]) -> Finding:
    rules = override.rules
    unknown = [name for name in rules if not any(_names(name, rule) for rule in known)]
    if unknown:
        from copydesk.files.toml import did_you_mean

        hint = did_you_mean(unknown[0], known, "“”") or "."
        evidence = f"There is no rule “{unknown[0]}”{hint}"
    else:
        by = f" by {', '.join(rules)}" if rules else ""
        evidence = f"Nothing is found{by} here."
    lines = whole_lines(doc.source, override.comment.source)
    fix = Fix("Delete the override", (Edit(lines, ""),), "safe")
    return Finding(
        UNUSED,
        Severity.STYLE,
        override.comment.source,
        "This override has no effect.",
        evidence,
        (),
        (fix,),
    )


def marks(text: str) -> Iterable[int]:
    """The places of [CQ] in a text."""
    at = text.find(CHECKED)
    while at >= 0:
        yield at
        at = text.find(CHECKED, at + len(CHECKED))


def _is_checked(doc: Document, finding: Finding, checked: list[int]) -> bool:
    """Whether [CQ] directly after the words answers a question about them."""
    if finding.severity is not Severity.ASK:
        return False
    return any(
        finding.span.end <= start and not doc.text[finding.span.end : start].strip(" ,.”’\"'")
        for start in checked
    )
