"""A dateline that is damaged, stands alone, or is not one that the house sets."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Edit,
    Finding,
    Fix,
    Good,
    Iterator,
    Option,
    Rule,
    Severity,
    Slot,
    Span,
    dateline_length,
    pattern,
    scan,
)

# Agencies that always set a dash between their name and the story.
_DASHED = frozenset({"Reuters", "REUTERS", "AP", "AFP", "dpa", "DPA", "UPI", "Xinhua", "Bloomberg"})
_JOINT = pattern(r"(?:\(([^()\n]{2,40})\))?(\s*)(-{1,3}|–|—|_)?\Z")
_NEXT = pattern(r"(\s*)(-{1,3}|–|—|_(?!\w))?(\s*)(?=([\"“‘'(]?\w))")
_WORD = pattern(r"[^\s]{1,40}")
_REACH = 130  # code points of a paragraph in which an agency's name may end a dateline
_AGENCY = scan(
    r"\((?:AP|Reuters|REUTERS|AFP|dpa|UPI|Xinhua|CNN)\)",
    at=("(AP)", "(Reuters)", "(REUTERS)", "(AFP)", "(dpa)", "(UPI)", "(Xinhua)", "(CNN)"),
)
_DATE_ONLY = pattern(
    r"(?:(?i:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? )?"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?|\d{4}-\d\d-\d\d)(?:,? \d{4})?"
)
_FLAT = pattern(r"(?:[A-Z][\w.’' ]{1,30}(?:, [A-Z][\w.’' ]{1,30})? )?(?:CNN|BBC|AFP|AP) ?[—–-]")
_PRESS_WIRE = pattern(r"[A-Z][^\n]{3,60}/ ?(?:PR ?Newswire|Business ?Wire)[^\n/]{0,20}/(?: ?--?)?")
_BRACKET = pattern(r" ?\([^()\n]{2,40}\)")


class Dateline(Rule):
    """A dateline is whole, opens the first paragraph, and is one that the house sets.

    Wire copy loses blanks when it is pasted. Where an agency's name is followed
    by a dash that touches the first word, or by no dash at all, the line was
    damaged on its way, and readers see it in the first words of the story. A
    dateline alone on its line lost the paragraph to which it belongs. What the
    house sets is the option ``form``, or the style's ``dateline-form``:
    ``place-agency`` (a place, and the agency in brackets), ``place`` (no
    agency) or ``none``.
    """

    id = "leftover/dateline"
    severity = Severity.FIX
    scans = (_AGENCY,)
    triggers = ()  # a dateline need name no agency
    options = (
        Option("form", "", "the datelines that the house sets; empty: as the style says",
               ("", "place-agency", "place", "none")),
    )  # fmt: skip
    examples = (
        Good("Monday, May 3, 2031\n\nBoats came back to the harbour after the storm. It was noon."),
        Good("OSLO (AP) — Boats came back.", style={"dateline-form": "place-agency"}),
        Bad("Boats come back\n\n[[OSLO, May 3, 2031 (AFP) -]]\n\nBoats came back after the storm.",
            "Boats come back\n\nOSLO, May 3, 2031 (AFP) - Boats came back after the storm."),
        Bad("[[(Reuters)]] - Boats came back.", style={"dateline-form": "place-agency"}),
        Bad("OSLO[[ (AP)]] — Boats came back.", "OSLO — Boats came back.",
            options={"form": "place"}),
        Bad("[[OSLO (AP) — ]]Boats came back.", "Boats came back.", options={"form": "none"}),
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
        """Look at each dateline: its joint with the story, its place, its form."""
        yield from self._alone(doc)
        form = self.settings["form"] or self.style.get("dateline-form", "")
        for span in _datelines(doc):
            paragraph = doc.slot_at(span.start)
            if paragraph is None or paragraph.kind != "paragraph":
                continue
            found = self._joint(doc, span, paragraph.span.end)
            if found is None and form:
                found = self._form(doc, span, paragraph, form)
            if found is not None:
                yield found

    def _alone(self, doc: Document) -> Iterator[Finding]:
        """Datelines that stand on a line of their own."""
        slots = doc.parsed.slots
        for index, slot in enumerate(slots[:-1]):
            after = slots[index + 1]
            if not (
                _is_alone(doc, slot) or _is_told_again(doc, slot, slots[index + 1 : index + 4])
            ):
                continue
            words = doc[slot.span]
            edits: tuple[Edit, ...] = (Edit(slot.span, ""),)
            title = "Delete the line"
            if after.kind == "paragraph" and not dateline_length(_head(doc, after)):
                dash = "" if words[-1] in "-–—" else " –"
                there = Edit(Span(after.span.start, after.span.start), f"{words}{dash} ")
                edits, title = (*edits, there), "Set it before the first paragraph"
            yield self.find(
                slot.span,
                "A dateline stands alone on its line.",
                evidence="It opens the first paragraph; a system that keeps it apart split it off.",
                fixes=(Fix(title, edits),),
            )

    def _form(self, doc: Document, span: Span, paragraph: Slot, form: str) -> Finding | None:
        """A dateline that is whole but is none that the house sets."""
        words = doc[span]
        house = f"The house sets datelines so: {form}."
        bracket = _BRACKET.search(doc.text, span)
        if form == "none":
            after = _NEXT.match(doc.text, (span.end, paragraph.span.end))
            return self.delete(
                (span.start, after.end() if after else span.end),
                "The house sets no dateline.",
                title="Delete the dateline",
                evidence=house,
            )
        if words.startswith("("):
            where = (span.start, span.start + words.find(")") + 1)
            return self.find(where, "The dateline names no place.", evidence=house)
        if form == "place" and bracket is not None:
            said = "The house names no agency in a dateline."
            return self.delete(bracket.span(), said, title="Delete the agency", evidence=house)
        return None

    def _joint(self, doc: Document, span: Span, end: int) -> Finding | None:
        joint = _JOINT.search(doc.text, (max(span.start, span.end - 60), span.end))
        if joint is None or span.end >= end:
            return None
        dash = joint[3] or ""
        if not dash and not joint[1]:
            return None
        after = _NEXT.match(doc.text, (span.end, end))
        if after is None or (dash and after[2]):
            return None
        text = joint[2] + dash + after[0]
        wanted = _wanted(joint[1] or "", text)
        if wanted is None or wanted[0] == text:
            return None
        gap = Span(span.end - len(joint[2] + dash), after.end())
        word = _WORD.match(doc.text, (gap.end, end))
        return self.find(
            (_first(doc, joint.start(), span.start), word.end() if word else gap.end),
            wanted[1],
            evidence="It parts the agency's name from the story; copying damaged it.",
            fixes=(Fix(wanted[2], _edits(gap, text, wanted[0]), "safe"),),
        )


def _datelines(doc: Document) -> Iterator[Span]:
    """The datelines of the story, and those further down that name a great agency."""
    known = [slot.span for slot in doc.slots_of("dateline")]
    yield from known
    starts = {span.start for span in known}
    for match in _AGENCY.finditer(doc):
        slot = doc.slot_at(match.start())
        if slot is None or slot.kind != "paragraph" or slot.span.start in starts:
            continue
        start = slot.span.start
        if match.end() <= start + _REACH and (length := dateline_length(_head(doc, slot))):
            starts.add(start)
            yield Span(start, start + length)


def _head(doc: Document, slot: Slot) -> str:
    return doc[slot.span.start : min(slot.span.end, slot.span.start + _REACH)]


def _is_alone(doc: Document, slot: Slot) -> bool:
    """Whether a slot is a dateline and nothing else, and more than a date."""
    if slot.kind == "dateline":
        return not _DATE_ONLY.fullmatch(doc.text, slot.span)
    if slot.kind not in ("headline", "paragraph", "deck") or slot.span.end - slot.span.start > 60:
        return False
    if doc.text[slot.span.end - 1] == "/" and _PRESS_WIRE.fullmatch(doc.text, slot.span):
        return True
    return doc.text[slot.span.end - 1] in "-–—" and bool(_FLAT.fullmatch(doc.text, slot.span))


def _is_told_again(doc: Document, slot: Slot, after: tuple[Slot, ...]) -> bool:
    """Whether a line is a place in capitals with which a dateline soon after begins."""
    if slot.span.end - slot.span.start > 60 or slot.kind in ("caption", "credit", "list-item"):
        return False
    words = doc[slot.span]
    if not words[:3].isupper():
        return False
    return any(
        doc.text.startswith((f"{words} (", f"{words}, "), one.span.start)
        and dateline_length(_head(doc, one))
        for one in after
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
