"""Dashes of more than one kind."""

from __future__ import annotations

from functools import lru_cache

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Rule,
    Severity,
    Slot,
    Span,
    pattern,
    scan,
)
from lint_rules._shared import references
from lint_rules._shared.summary import CLEARLY, house, rewritten, summary, times

# A dash between words, with the spaces on both sides, if any.
_DASH = scan(r"( ?)(---?|[–—]|(?<= )-(?= ))( ?)", at=("–", "—", " - ", "--"), before=1, after=5)
_KINDS = {
    " - ": "a spaced hyphen",
    " -- ": "a spaced double hyphen",
    "--": "an unspaced double hyphen",
    " – ": "a spaced en dash",
    "–": "an unspaced en dash",
    " — ": "a spaced em dash",
    "—": "an unspaced em dash",
}
_STYLES = {"em": "—", "spaced-em": " — ", "spaced-en": " – ", "spaced-hyphen": " - "}
_SLOTS = ("paragraph", "deck", "block-quote")
_SIGN = pattern(r"[=^_+*\\<>|(]|\d[a-z]|[a-z]\d")
_VOWEL = pattern(r"[aeiouy]")
# A place at the start of a paragraph, in capitals at least in part: Oxford, OHIO, USA.
_DATELINE = pattern(
    r"[A-Z][\w.’'-]+(?:[ -][A-Z][\w.’'-]+){0,3}"
    r"(?:, (?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]+){0,2}){0,2}"
    r", (?:(?:[A-Z]\.?){2,}|[A-Z]{2,})(?: \([^()]{2,30}\))? ?\Z"
)
_WIRE = 70  # code points at the start of a paragraph in which a dateline is looked for
_PLACE = pattern(
    r"(?:[A-Z][A-Z ,.’'-]{2,}\b|.{2,60}?[)\]]|.{2,40}?, [A-Z][a-z]{2,4}\.? \d+)[^a-z]*\Z"
)


class Dashes(Rule):
    """A story uses one kind of dash to set off words.

    Spaced en dashes and closed em dashes in one story show that it was put
    together from two sources. Ranges, scores, routes, compounds (the Paris–Berlin
    train), datelines, bylines and lists are left alone. The house style decides;
    without one, the most common dash in the story.
    """

    id = "typography/dashes"
    severity = Severity.STYLE
    spares_sic = False
    scans = (_DASH,)
    examples = (
        Good("OSLO — The port – shut since May – reopened; the Paris–Berlin train ran 1914–18."),
        Good("OSLO (Agency) - They won 3 – 1 — at last — on Monday."),
        Good("The port - shut since May - is open.", style={"dash": "spaced-hyphen"}),
        Bad("The port – shut since May – reopened.\n\nThe mayor – a sailor – was late[[ — ]]very.",
            "The port – shut since May – reopened.\n\nThe mayor – a sailor – was late – very."),
        Bad("The port – shut since May – reopened; the mayor[[—]]a sailor—was late."),
        Bad("The port[[ - ]]shut since May - reopened.", "The port — shut since May — reopened.",
            style={"dash": "spaced-em"}),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Compare the dashes of the story with each other, or with the style's."""
        wanted = _STYLES.get(self.style.get("dash", ""), "")
        if not wanted and not _may_differ(doc):
            return
        found: dict[str, list[Span]] = {}
        for kind, span in _dashes(doc):
            found.setdefault(kind, []).append(span)
        if not found or (not wanted and len(found) < 2):
            return
        ranked = sorted(found, key=lambda kind: (-len(found[kind]), found[kind][0].start))
        use = wanted or ranked[0]
        others = sorted(span for kind in ranked if kind != use for span in found[kind])
        if others:
            clear = wanted or len(found[use]) >= CLEARLY * len(others)
            yield summary(
                self,
                rewritten(doc, others, use if clear else None),
                f"House style for asides is {_KINDS[use]}."
                if wanted
                else "The story mixes dash styles.",
                house(self) if wanted else _counts(found, ranked),
                f"Use {_KINDS[use]}",
            )


def _may_differ(doc: Document) -> bool:
    """A quick check: whether there are dashes of two kinds between words."""
    return (
        len(
            {kind for separator in doc.words.separators for kind in _kinds(separator)}
            & _KINDS.keys()
        )
        > 1
    )


@lru_cache(maxsize=1024)
def _kinds(separator: str) -> frozenset[str]:
    """The kinds of the dashes in what is between two words."""
    return frozenset(map(_kind, _DASH.pattern.finditer(separator)))


def _kind(match: Match[str]) -> str:
    return match[0].replace("---", "--")


def _dashes(doc: Document) -> Iterator[tuple[str, Span]]:
    """The dashes that set off words, with their kinds."""
    for match in _DASH.finditer(doc):
        slot = doc.slot_at(match.start())
        if slot is None or slot.kind not in _SLOTS or doc.is_speech(slot):
            continue
        if references.is_reference(doc, slot):
            continue
        kind = _kind(match)
        if kind in _KINDS and _sets_off(doc, slot, match) and not doc.is_verbatim(match.span()):
            yield kind, Span(*match.span())


def _sets_off(doc: Document, slot: Slot, match: Match[str]) -> bool:
    """Whether a dash sets off words, and is not in a range, list, byline or dateline."""
    start, end = match.span()
    before = doc.text[max(slot.span.start, start - _WIRE) : start]
    after = doc.text[end : min(slot.span.end, end + _WIRE)]
    if not before or not after or before[-1] in '”"’—–-( ' or after[0] in '”"’—–-)…. ,;:?!':
        return False
    if before[-1].isdigit() and after[0].isdigit():
        return False
    left, right = before.split()[-1], after.split()[0]
    if not match[0].startswith(" ") and not _parts(left, right, match[0]):
        return False
    if _is_term(left) and _is_term(right):
        return False  # a minus sign
    if start - slot.span.start < _WIRE:
        if doc.sentence_at(start) is None or _is_dateline(before, after):
            return False  # in or after a dateline
        if left == before and left[0].isupper() and right[0].isupper():
            return False  # Monday – Friday
    return doc.text[slot.span.start] not in "-–—•*"


def _is_dateline(before: str, after: str) -> bool:
    """Whether what comes before a dash, at the start of a paragraph, is a place or a date."""
    if _PLACE.match(before) is not None:
        return True
    return after[0].isupper() and _DATELINE.match(before) is not None


def _is_term(word: str) -> bool:
    """Whether a word is a number or a part of a formula: x, 2n, a(b, f=1."""
    word = word.strip(".,;:!?()[]{}\"'")
    if word.isdigit() or (len(word) == 1 and word not in "aAI") or _SIGN.search(word):
        return True
    return word.islower() and len(word) < 4 and not _VOWEL.search(word)


def _parts(left: str, right: str, dash: str) -> bool:
    """Whether a dash without spaces separates two words, and is not within one: pro–life."""
    if dash == "—":
        return len(left) > 1 or left in ("a", "I")
    return dash != "–" and len(left) > 2 and len(right) > 2


def _counts(found: dict[str, list[Span]], ranked: list[str]) -> str:
    told = ((_KINDS[kind].split(" ", 1)[1], times(len(found[kind]))) for kind in ranked)
    text = ", ".join(f"{kind} {count}" for kind, count in told)
    return f"{text[:1].upper()}{text[1:]}."
