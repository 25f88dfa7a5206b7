"""A dateline or an agency's credit whose dash was damaged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from copydesk import Bad, Edit, Finding, Fix, Good, Rule, Severity, Span, pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from copydesk import Document

# Agencies that always set a dash between their name and the story.
_DASHED = frozenset({"Reuters", "REUTERS", "AP", "AFP", "dpa", "DPA", "UPI", "Xinhua", "Bloomberg"})
_JOINT = pattern(r"(?:\(([^()\n]{2,40})\))?(\s*)(-{1,3}|–|—|_)?\Z")
_NEXT = pattern(r"(\s*)(-{1,3}|–|—|_(?!\w))?(\s*)(?=([\"“‘'(]?\w))")
_WORD = pattern(r"[^\s]{1,40}")


class Dateline(Rule):
    """A dateline is parted from the story by a dash with a blank on either side.

    Wire copy loses blanks when it is pasted. Where an agency's name is followed
    by a dash that touches the first word, or by no dash at all, the line was
    damaged on its way, and readers see it in the first words of the story.
    """

    id = "leftover/dateline"
    severity = Severity.FIX
    examples = (
        Good("OSLO, May 3 (Reuters) - Boats came back to the harbour on Monday."),
        Good("OSLO, Norway (AP) — Boats came back to the harbour on Monday."),
        Good("OSLO—Boats came back to the harbour on Monday."),
        Good("Oslo (CNN) The harbour is open again after the storm."),
        Good("The Oslo Paper (OP) -which is new- sold well on Monday."),
        Bad("[[(Reuters) -Boats]] came back to the harbour on Monday.",
            "(Reuters) - Boats came back to the harbour on Monday."),
        Bad("OSLO [[(Reuters)- Boats]] came back to the harbour on Monday.",
            "OSLO (Reuters) - Boats came back to the harbour on Monday."),
        Bad("OSLO [[(AP) Boats]] came back to the harbour on Monday.",
            "OSLO (AP) — Boats came back to the harbour on Monday."),
        Bad("[[(CNN)Boats]] came back to the harbour on Monday.",
            "(CNN) Boats came back to the harbour on Monday."),
        Bad("OSLO, [[Norway —Boats]] came back to the harbour on Monday.",
            "OSLO, Norway — Boats came back to the harbour on Monday."),
        Bad("OSLO, Norway [[(AP) _ Boats]] came back to the harbour on Monday.",
            "OSLO, Norway (AP) — Boats came back to the harbour on Monday."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at the joint between each dateline and its story."""
        for slot in doc.slots_of("dateline"):
            paragraph = doc.slot_at(slot.span.start)
            if paragraph is None or paragraph.kind != "paragraph":
                continue
            found = self._joint(doc, slot.span, paragraph.span.end)
            if found is not None:
                yield found

    def _joint(self, doc: Document, span: Span, end: int) -> Finding | None:
        joint = _JOINT.search(doc.text, Span(max(span.start, span.end - 60), span.end))
        if joint is None or span.end >= end:
            return None
        dash = joint[3] or ""
        if not dash and not joint[1]:
            return None
        after = _NEXT.match(doc.text, Span(span.end, end))
        if after is None or (dash and after[2]):
            return None
        text = joint[2] + dash + after[0]
        wanted = _wanted(joint[1] or "", text)
        if wanted is None or wanted[0] == text:
            return None
        gap = Span(span.end - len(joint[2] + dash), after.end())
        word = _WORD.match(doc.text, Span(gap.end, end))
        return self.find(
            (_first(doc, joint.start(), span.start), word.end() if word else gap.end),
            wanted[1],
            evidence="It parts the agency's name from the story; copying damaged it.",
            fixes=(Fix(wanted[2], _edits(gap, text, wanted[0]), "safe"),),
        )


def _first(doc: Document, at: int, start: int) -> int:
    """Where the words begin that a reader needs to see: the agency, or the last word before."""
    if doc.text[at] == "(":
        return at
    return max(start, doc.text.rfind(" ", start, len(doc.text[:at].rstrip())) + 1)


def _wanted(agency: str, text: str) -> tuple[str, str, str] | None:
    """What should stand between dateline and story: the text, the fault, the remedy.

    None where nothing can be said: an em dash without blanks is a paper's
    style, and so is an agency's name without a dash where it is not an agency
    that always sets one.
    """
    dash = text.strip()
    if not dash:
        if agency in _DASHED:
            new = " — " if agency == "AP" else " - "
            return new, "The dash between agency and story is missing.", f"Write “{new.strip()}”"
        return (
            (" ", "A blank is missing after the agency's name.", "Put a blank")
            if not text
            else None
        )
    if dash == "_":
        return " — ", "The dash after the agency's name came through as “_”.", "Write “—”"
    if text == "—" or (text == "–" and not agency):
        return None
    fault = "A blank is missing beside the dash of the dateline."
    return f" {dash} ", fault, "Put one blank on either side of the dash"


def _edits(gap: Span, old: str, new: str) -> tuple[Edit, ...]:
    """The smallest change: a blank put in where only a blank is missing."""
    if old and new == f" {old}":
        return (Edit(Span(gap.start, gap.start), " "),)
    if old and new == f"{old} ":
        return (Edit(Span(gap.end, gap.end), " "),)
    return (Edit(gap, new),)
