"""Overrides in the copy: ``<!-- stet: rule: reason -->``, stet-off, stet-file, [CQ]."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from copydesk.document.lines import whole_lines
from copydesk.model.findings import Edit, Finding, Fix, Severity, Span
from copydesk.stet.overrides import InlineOverride, Overrides

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from copydesk.document import Document
    from copydesk.model.sightings import Sighting

CHECKED = "[CQ]"
UNUSED = "stet/unused"
_BETWEEN = frozenset(" ,.”’\"'")  # what may stand between words and their [CQ]
_WORDS = ("stet-file", "stet-off", "stet-on", "stet")


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
        active: the ids of the rules that ran. An override of any other rule is
            not reported, because it may still be needed.
        waits: whether the override at a place in the source does not hold yet.
    """
    overrides = _overrides(doc)
    checked = CHECKED in doc.text
    if not overrides and not checked:
        return Kept(findings, in_source, sightings, (), 0)
    waiting, holding = _sorted_out(overrides, waits)
    for finding in findings if waiting else ():
        waiting.holds(finding.rule, finding.span.start)
    left = [
        one
        for one in findings
        if not holding.holds(one.rule, one.span.start)
        and not (checked and _is_checked(doc.text, one))
    ]
    others = [one for one in in_source if not holding.holds(one.rule, doc.to_text(one.span.start))]
    seen = [one for one in sightings if not holding.holds(one.rule, one.span.start)]
    own = _idle(doc, holding.unused(), known, active)
    held = len(findings) - len(left) + len(in_source) - len(others)
    spans = sorted(one.comment.source for one in (*waiting.used, *holding.used))
    return Kept(left, others, seen, own, held, spans)


def _sorted_out(
    overrides: list[InlineOverride], waits: Callable[[Span], bool] | None
) -> tuple[Overrides, Overrides]:
    """Those that do not hold yet, and those that do."""
    kinds: tuple[list[InlineOverride], list[InlineOverride]] = ([], [])
    for one in overrides:
        kinds[waits is None or not waits(one.comment.source)].append(one)
    return Overrides(kinds[0]), Overrides(kinds[1])


def _idle(
    doc: Document, idle: list[InlineOverride], known: frozenset[str], active: Container[str]
) -> list[Finding]:
    """The findings on overrides that suppress nothing."""
    if UNUSED not in active:
        return []
    return [_unused(doc, one, known) for one in idle if _can_tell(one, known, active)]


def _overrides(doc: Document) -> list[InlineOverride]:
    found, open_from = [], None
    starts = [slot.span.start for slot in doc.parsed.slots] if doc.comments else []
    for comment in doc.comments:
        word, rules = _read(comment.body)
        if word == "stet-file":
            found.append(InlineOverride(rules, Span(0, len(doc.text)), comment))
        elif word == "stet":
            found.append(InlineOverride(rules, _next_slot(doc, starts, comment.offset), comment))
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


def _next_slot(doc: Document, starts: list[int], offset: int) -> Span:
    """The slot around an offset, or else the first one after it; given where slots begin."""
    slots = doc.parsed.slots
    after = bisect_left(starts, offset)
    if after and offset < slots[after - 1].span.end:
        return slots[after - 1].span
    return slots[after].span if after < len(slots) else Span(len(doc.text), len(doc.text))


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


def _is_checked(text: str, finding: Finding) -> bool:
    """Whether [CQ] directly after the words answers a question about them."""
    if finding.severity is not Severity.ASK:
        return False
    at = finding.span.end
    while text[at : at + 1] in _BETWEEN and at < len(text):
        at += 1
    return text.startswith(CHECKED, at)
