"""Overrides in the copy: ``<!-- stet: rule: reason -->``, stet-off, stet-file, [CQ]."""

from __future__ import annotations

import re
from bisect import bisect_left

from copydesk.model.findings import Edit, Finding, Fix, Severity, Span
from copydesk.model.value_tuple import ValueTuple
from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Sequence

    from copydesk.document import Document
    from copydesk.document.slots import Comment
    from copydesk.model.sightings import Sighting
    from copydesk.stet.overrides import InlineOverride, Overrides

CHECKED = "[CQ]"
UNUSED = "stet/unused"
_BETWEEN = frozenset(" ,.”’\"'")  # what may stand between words and their [CQ]
_APART = frozenset("\r\n<>|")
# “stet” with a slip of the finger: not “test”, “set” or “sets”, which notes begin with.
_ALIKE = compiled(
    r"(?:ste+tt*|stte|sttet|tstet|sted|stet?s|steet|stett?ed|stet[a-z]*)(?![a-z])", re.IGNORECASE
)
WORDS = ("stet-file", "stet-off", "stet-on", "stet")


class Kept(ValueTuple):
    """The findings that are left after overrides.

    ``in_source`` and ``own`` (findings about the overrides themselves) are in
    source coordinates, and so are ``used``, the overrides that suppress something or
    would if they did not wait; ``held`` is the number of suppressed findings; ``endless``
    is where a stet-off is never ended.
    """

    findings: Sequence[Finding]
    in_source: Sequence[Finding]
    sightings: Sequence[Sighting]
    own: Sequence[Finding]
    held: int
    used: Sequence[Span] = ()
    endless: Sequence[Span] = ()


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
    overrides, endless = _overrides(doc)
    checked = CHECKED in doc.text
    if not overrides and not checked and not doc.comments:
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
    return Kept(left, others, seen, own, held, spans, endless)


def _sorted_out(
    overrides: list[InlineOverride], waits: Callable[[Span], bool] | None
) -> tuple[Overrides, Overrides]:
    """Those that do not hold yet, and those that do."""
    from copydesk.stet.overrides import Overrides

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
    found = [_unused(doc, one, known) for one in idle if _can_tell(one, known, active)]
    meant = [one for one in doc.comments if may_be_meant(one.body) and not _read(one.body)[0]]
    if meant:
        from copydesk.stet.mistyped import mistyped

        found += [_no_effect(one, mistyped(one.body, known, WORDS)) for one in meant]
    return found


def _overrides(doc: Document) -> tuple[list[InlineOverride], list[Span]]:
    """The overrides of a draft, and where a stet-off is never ended."""
    if not doc.comments:
        return [], []
    from copydesk.stet.overrides import InlineOverride

    found, open_from = [], None
    starts = [slot.span.start for slot in doc.parsed.slots]
    for comment in doc.comments:
        word, rules = _read(comment.body)
        if word == "stet-file":
            found.append(InlineOverride(rules, Span(0, len(doc.text)), comment))
        elif word == "stet":
            found.append(InlineOverride(rules, _slot_of(doc, starts, comment), comment))
        elif word == "stet-off" and open_from is None:
            open_from = (comment, rules)
        elif word == "stet-on" and open_from is not None:
            start = open_from[0].offset
            found.append(InlineOverride(open_from[1], Span(start, comment.offset), open_from[0]))
            open_from = None
    if open_from is None:
        return found, []
    span = Span(open_from[0].offset, len(doc.text))
    found.append(InlineOverride(open_from[1], span, open_from[0]))
    return found, [open_from[0].source]


def _read(body: str) -> tuple[str, tuple[str, ...]]:
    """The keyword of an override and the rules it names; "" for any other comment."""
    word, _, rest = body.partition(":")
    word = word.strip()
    if word not in WORDS or (word == "stet" and not rest.strip()):
        return "", ()
    names = rest.strip().partition(":")[0]
    return word, tuple(name.strip() for name in names.split(",") if name.strip())


def may_be_meant(body: str) -> bool:
    """Whether a comment looks like an override, well written or not."""
    return body[:1] in "sS" and _ALIKE.match(body) is not None


def _slot_of(doc: Document, starts: list[int], comment: Comment) -> Span:
    """The slot around a comment or before it on the same line, or else the first one after it.

    ``starts`` are the places where slots begin.
    """
    slots, offset = doc.parsed.slots, comment.offset
    after = bisect_left(starts, offset)
    if after:
        before = slots[after - 1].span
        if offset < before.end or (before.end == offset and _ends_beside(doc, before.end, comment)):
            return before
    return slots[after].span if after < len(slots) else Span(len(doc.text), len(doc.text))


def _ends_beside(doc: Document, end: int, comment: Comment) -> bool:
    """Whether a slot ends on the line of a comment, with no other element between them."""
    last = doc.to_source(Span(end - 1, end)).end
    between = doc.source[last : comment.source.start]
    return last <= comment.source.start and not _APART.intersection(between)


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
        from copydesk.stet.mistyped import no_such_rule

        slip, fixes = no_such_rule(doc.source, override.comment.source, unknown[0], known)
        return _no_effect(override.comment, slip, fixes)
    by = f" by {', '.join(rules)}" if rules else ""
    from copydesk.document.lines import whole_lines

    lines = whole_lines(doc.source, override.comment.source)
    fix = Fix("Delete the override", (Edit(lines, ""),), "safe")
    return _no_effect(override.comment, f"Nothing is found{by} here.", (fix,))


def _no_effect(comment: Comment, why: str, fixes: tuple[Fix, ...] = ()) -> Finding:
    """The finding that an override has no effect."""
    told = "This override has no effect."
    return Finding(UNUSED, Severity.STYLE, comment.source, told, why, (), fixes)


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
