"""A dateline that is damaged, on a line of its own, or not in house style."""

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
from lint_rules._shared.candidates import short

# Agencies that always put a dash between their name and the story.
_DASHED = frozenset({"Reuters", "REUTERS", "AP", "AFP", "dpa", "DPA", "UPI", "Xinhua", "Bloomberg"})
_JOINT = pattern(r"(?:\(([^()\n]{2,40})\))?(\s*)(-{1,3}|–|—|_)?\Z")
_NEXT = pattern(r"(\s*)(-{1,3}|–|—|_(?!\w))?(\s*)(?=([\"“‘'(]?\w))")
_WORD = pattern(r"[^\s]{1,40}")
_SHORT = 60  # code points of a dateline on a line of its own, at most
_REACH = 130  # code points of a paragraph in which an agency's name may end a dateline
_AGENCY = scan(
    r"\((?:AP|Reuters|REUTERS|AFP|dpa|UPI|Xinhua|CNN)\)",
    at=("(AP)", "(Reuters)", "(REUTERS)", "(AFP)", "(dpa)", "(UPI)", "(Xinhua)", "(CNN)"),
)
_MONTH = r"(?i:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]{0,6})"
_DATE_ONLY = pattern(
    r"(?:(?i:(?:first |last )?(?:published|updated|posted|modified|created|filed|date|on):? )"
    r"{1,2}(?:on )?)?"
    r"(?:(?i:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?)\.?,? )?"
    rf"(?:{_MONTH}\.? \d{{1,2}}|\d{{1,2}} {_MONTH}\.?|\d{{4}}-\d\d-\d\d)(?:,? \d{{4}})?"
    r"(?:,?(?: at| [|•·–-])? \d{1,2}[:.]\d\d(?: ?(?i:[ap]\.?m\.?))?(?: [A-Z]{2,4})?)?"
)
_FLAT = pattern(r"(?:[A-Z][\w.’' ]{1,30}(?:, [A-Z][\w.’' ]{1,30})? )?(?:CNN|BBC|AFP|AP) ?[—–-]")
_PRESS_WIRE = pattern(r"[A-Z][^\n]{3,60}/ ?(?:PR ?Newswire|Business ?Wire)[^\n/]{0,20}/(?: ?--?)?")
_BRACKET = pattern(r" ?\([^()\n]{2,40}\)")


class Dateline(Rule):
    """Datelines are undamaged, open the first paragraph and follow house style.

    Wire copy loses spaces when it is pasted. If an agency's name is followed
    by a dash that touches the first word, or by no dash at all, the dateline
    was damaged on the way, and readers see it in the first words of the story.
    A dateline alone on its line has lost its paragraph. House style is set with
    the option ``form``, or the style's ``dateline-form``: ``place-agency`` (a
    place, and the agency in brackets), ``place`` (no agency) or ``none``.
    """

    id = "leftover/dateline"
    severity = Severity.FIX
    spares_sic = False
    furniture = True
    scans = (_AGENCY,)
    triggers = ()  # a dateline need not name an agency
    options = (
        Option("form", "", "which datelines the house uses; empty: as the style says",
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
        Good("OSLO —\u00a0Boats came back to the harbour on Monday."),
        Good("OSLO, Norway&nbsp;&mdash;&nbsp;Boats came back on Monday.", format="markdown"),
        Good("OSLO, May 3 (Reuters) -\u202fBoats came back to the harbour on Monday."),
        Good("OSLO --  Boats came back to the harbour on Monday."),
        Good("<p><b>OSLO (AP)</b>&#160;— Boats came back on Monday.</p>", format="html"),
        Good("What is on\n\nWEDNESDAY, MAY 7\n\nThe swimmers meet at the old pier at noon."),
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
        """Check each dateline: how it joins the story, where it is, its form."""
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
        """Datelines on a line of their own."""
        slots = doc.parsed.slots
        for index in short(doc):
            slot, after = slots[index], slots[index + 1 : index + 2]
            if not after or not (slot.kind == "dateline" or _is_short(slot)):
                continue
            if not (
                _is_alone(doc, slot) or _is_told_again(doc, slot, slots[index + 1 : index + 4])
            ):
                continue
            words = doc[slot.span]
            edits: tuple[Edit, ...] = (Edit(slot.span, ""),)
            title = "Delete the line"
            if after[0].kind == "paragraph" and not dateline_length(_head(doc, after[0])):
                dash = "" if words[-1] in "-–—" else " –"
                there = Edit(Span(after[0].span.start, after[0].span.start), f"{words}{dash} ")
                edits, title = (*edits, there), "Move it to the first paragraph"
            yield self.find(
                slot.span,
                "Dateline on a line of its own.",
                evidence="It belongs in the first paragraph; some systems split it off.",
                fixes=(Fix(title, edits),),
            )

    def _form(self, doc: Document, span: Span, paragraph: Slot, form: str) -> Finding | None:
        """A dateline that is undamaged but not in house style."""
        words = doc[span]
        house = f"The dateline form is set to “{form}”."
        bracket = _BRACKET.search(doc.text, span)
        if form == "none":
            after = _NEXT.match(doc.text, (span.end, paragraph.span.end))
            return self.delete(
                (span.start, after.end() if after else span.end),
                "House style does not use datelines.",
                title="Delete the dateline",
                evidence=house,
            )
        if words.startswith("("):
            where = (span.start, span.start + words.find(")") + 1)
            return self.find(where, "The place is missing from the dateline.", evidence=house)
        if form == "place" and bracket is not None:
            said = "House style leaves the agency out of the dateline."
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
        if wanted is None or wanted[0] == _plain_spaces(text):
            return None
        gap = Span(span.end - len(joint[2] + dash), after.end())
        word = _WORD.match(doc.text, (gap.end, end))
        return self.find(
            (_first(doc, joint.start(), span.start), word.end() if word else gap.end),
            wanted[1],
            evidence="Copying and pasting often mangles spaces and dashes.",
            fixes=(Fix(wanted[2], _edits(gap, text, wanted[0]), "safe"),),
        )


def _datelines(doc: Document) -> Iterator[Span]:
    """The story's datelines, and those further down that name a major agency."""
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
    if slot.kind not in ("headline", "paragraph", "deck"):
        return False
    if doc.text[slot.span.end - 1] == "/" and _PRESS_WIRE.fullmatch(doc.text, slot.span):
        return True
    return doc.text[slot.span.end - 1] in "-–—" and bool(_FLAT.fullmatch(doc.text, slot.span))


def _is_short(slot: Slot) -> bool:
    return slot.span.end - slot.span.start <= _SHORT


def _is_told_again(doc: Document, slot: Slot, after: tuple[Slot, ...]) -> bool:
    """Whether a line is a place in capitals that begins a dateline soon after."""
    if not _is_short(slot) or slot.kind in ("caption", "credit", "list-item"):
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
    """Where the words to show begin: at the agency, or at the last word before."""
    if doc.text[at] == "(":
        return at
    return max(start, doc.text.rfind(" ", start, len(doc.text[:at].rstrip())) + 1)


def _wanted(agency: str, text: str) -> tuple[str, str, str] | None:
    """What belongs between dateline and story: the text, the message, the fix's title.

    None if nothing is certain: an em dash without spaces is a paper's
    style, and so is a missing dash after an agency that does not always use one.
    """
    dash = text.strip()
    if not dash:
        if agency in _DASHED:
            new = " — " if agency == "AP" else " - "
            return new, "Missing dash between the agency and the story.", f"Write “{new.strip()}”"
        return (" ", "Missing space after the agency’s name.", "Add a space") if not text else None
    if dash == "_":
        return " — ", "The dash in the dateline has turned into “_”.", "Write “—”"
    if text == "—" or (text == "–" and not agency):
        return None
    fault = "Missing space beside the dash in the dateline."
    return f" {dash} ", fault, "Add a space on either side of the dash"


def _plain_spaces(text: str) -> str:
    """A dash with one plain space for whatever space is beside it: two, or a no-break space."""
    before, after = text[:1].isspace(), text[-1:].isspace()
    return f"{' ' * before}{text.strip()}{' ' * after}" if text.strip() else text


def _edits(gap: Span, old: str, new: str) -> tuple[Edit, ...]:
    """The smallest change: an inserted space if only a space is missing."""
    if old and new == f" {old}":
        return (Edit(Span(gap.start, gap.start), " "),)
    if old and new == f"{old} ":
        return (Edit(Span(gap.end, gap.end), " "),)
    return (Edit(gap, new),)
