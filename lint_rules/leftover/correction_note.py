"""The note that corrects a story must itself be correct."""

from __future__ import annotations

from copydesk import (
    SLOT_START,
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Option,
    Rule,
    Severity,
    Span,
    pattern,
    scan,
)
from lint_rules._shared.candidates import by_opening, candidates, openings

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk import SlotKind

_KINDS: tuple[SlotKind, ...] = ("note", "paragraph", "deck", "block-quote")
_LONGEST = 1500  # code points
_NOTE = scan(
    r"\W{0,3}(?i:corrections?(?: (?:and|&) clarifications?)?|clarifications?"
    r"|editor[’']?s?[’']? note"
    r"|editors[’'] note|note to readers|corrected|updated?|corrects|clarifies)\b ?[:.–—(-]"
    r"|\W{0,3}\((?:Corrects|CORRECTS|Clarifies|CLARIFIES|Updates|UPDATES|Refiles|REFILES)\b"
    r"|\W{0,3}(?i:(?:an?|the) (?:earlier|previous|prior|original) version of th(?:is|e)\b"
    r"|this (?:story|article|report|post|piece|column|item|headline|version) (?:has been|was|is) "
    r"(?:\w+ )?(?:correct|updat|clarifi|amend|revis|chang|edit))",
    at=SLOT_START,
)
_SIGNS = ("correct", "clarif", "note", "updat", "version", "refiles", "this ")
# The first words of a note, in short; marks may come before them.
_OPENINGS = openings(
    ("correction", "clarification", "editor", "note", "update", "refiles", "the", "this", "an ")
) | {"a e", "a p", "a o"}
_ERROR = (
    r"(?:incorrectly|wrongly|mistakenly|erroneously|inaccurately|misstated|misspelled|misspelt"
    r"|misidentified|misattributed|misquoted|mischaracterized|wrong|in error|an error|an incorrect"
    r"|a mistake|to correct|to fix)"
)
_DOUBLED = pattern(
    r"\b((?!had\b|that\b|very\b|so\b|no\b|really\b)[A-Za-z]{2,})[ \u00a0](?i:\1)\b(?![-’'])"
)
_WRONG = pattern(
    r"\b(?:(?P<twice>(?i:incorrectly|wrongly|mistakenly|erroneously|inaccurately) "
    r"(?:misstated|misspelled|misspelt|misidentified|misattributed|misquoted|misreported"
    r"|mischaracteri[sz]ed|mistook))"
    r"|(?P<form>(?:has|have|had) been (?:update|correct|clarify|amend|revise|change|edit)\b"
    r"|(?:was|is|were|has been) (?:update|correct|clarify|amend|revise)(?= (?:to|on|with|at|by)\b)"
    r"|been (?:corrected|updated|amended|clarified) (?:to )?(?:reflects|reflected|corrects|shows)\b"
    r"|(?:a|the) (?:earlier|previous) versions? of (?:this|the) (?:stories|articles)\b"
    r"|an (?:previous|prior|later)\b|a (?:earlier|original)\b"
    r"|was been\b|has being\b|as been (?:updated|corrected|amended)\b))"
)
_SPELLINGS = (
    "corection:correction correciton:correction corrction:correction correcton:correction "
    "clarificaton:clarification clarifcation:clarification clairification:clarification "
    "ealier:earlier eariler:earlier ealrier:earlier earler:earlier previuos:previous "
    "previos:previous prevous:previous previosly:previously verison:version verson:version "
    "versoin:version vesion:version artice:article artcle:article aritcle:article "
    "stroy:story stoyr:story incorectly:incorrectly incorrecly:incorrectly "
    "incorretly:incorrectly incorrrectly:incorrectly mistakely:mistakenly "
    "mispelled:misspelled mispelt:misspelt misstaed:misstated mistated:misstated "
    "misidentifed:misidentified missidentified:misidentified misatributed:misattributed "
    "erroneosly:erroneously erronously:erroneously inaccuratly:inaccurately "
    "innacurately:inaccurately inacurately:inaccurately innacurate:inaccurate "
    "upated:updated updatd:updated udpated:updated amened:amended ammended:amended "
    "refelct:reflect relfect:reflect attibuted:attributed atributed:attributed "
    "headine:headline identifed:identified reffered:referred "
    "refered:referred referrred:referred publised:published pubished:published ommitted:omitted "
    "ommited:omitted omited:omitted regreted:regretted regrests:regrets"
)
_WHERE = "In the story’s correction note."
_WORD = pattern(r"[A-Za-z]+(?:’s|'s)?")
_SOFT = pattern(
    r"\W{0,3}(?P<word>(?i:clarifications?|updated?|clarifies|updates|clarified))\b"
    r"|(?P<verb>(?:has been|was) (?:updated|clarified|changed|edited|revised)\b|[Cc]larifies\b)"
)
_ABOUT = pattern(
    r"\b(?i:versions?|story|article|report|post|headline|caption|corrects?|corrected|amended|changed)\b"
)
_WRONGLY = pattern(rf"\b(?i:{_ERROR})\b")


class CorrectionNote(Rule):
    """Correction notes have no errors of their own, and call an error an error.

    Nothing costs trust like a mistake in the line that owns up to one: a typo,
    a repeated word, “incorrectly misstated”. With the option ``strict``, a
    note that corrects an error may not say that it “clarifies” or “updates”.
    """

    id = "leftover/correction-note"
    severity = Severity.STOP
    spares_sic = False
    furniture = True
    source = "AP, “Correcting Our Work”: corrections are labelled as such"
    scans = (_NOTE,)
    options = (Option("strict", False, "a note on an error must say “correction”, not “update”"),)
    triggers = (
        "correction", "corrections", "clarification", "clarifications", "corrected", "corrects",
        "clarifies", "clarified", "update", "updated", "updates", "refiles", "amended", "version",
        "versions", "verison", "editor's note", "editors' note", "Editor's note", "Editors' note",
    )  # fmt: skip
    examples = (
        Good("Rents rose.\n\nCorrection: An earlier version of this story misstated the rent."),
        Good("Rents rose.\n\nThis story has been updated to include the mayor's reply."),
        Good("Rents rose.\n\nUpdate: An earlier version incorrectly gave the rent."),
        Good("The correction of of 2008 was long. It is not a note."),
        Good("Rents rose.\n\nThis story has been updated with the mayor's reply.",
             options={"strict": True}),
        Bad("Rents rose.\n\nCorrection: An earlier version [[of of]] this story was wrong.",
            "Rents rose.\n\nCorrection: An earlier version of this story was wrong."),
        Bad("Rents rose.\n\nCorrection: An [[eariler]] version of this story was wrong.",
            "Rents rose.\n\nCorrection: An earlier version of this story was wrong."),
        Bad("Rents rose.\n\nAn earlier version of this story [[incorrectly misstated]] the rent."),
        Bad("Rents rose.\n\nThis story [[has been update]] to correct the rent."),
        Bad("Rents rose.\n\n[[Clarification]]: An earlier version of this story incorrectly gave "
            "the rent.", options={"strict": True}),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Check every note on the story itself."""
        marked = (head for head in by_opening(doc) if not head[:1].isalnum())
        for index in candidates(doc, _OPENINGS.union(marked)):
            slot = doc.parsed.slots[index]
            if slot.kind not in _KINDS or slot.span.end - slot.span.start > _LONGEST:
                continue
            head = doc.after(slot.span.start, 40).lower()
            if not any(word in head for word in _SIGNS):
                continue
            if _NOTE.match_at(doc, slot.span.start) and _ABOUT.search(doc.text, slot.span):
                yield from self._faults(doc, slot.span)
                if self.settings["strict"]:
                    yield from self._soft(doc, slot.span)

    def _faults(self, doc: Document, span: Span) -> Iterator[Finding]:
        for match in _DOUBLED.finditer(doc.text, span):
            yield self.delete(
                (match.end(1), match.end()),
                f"“{match[1]}” is repeated.",
                title="Delete the repeat",
                marked=match.span(),
                evidence=_WHERE,
            )
        for match in _WRONG.finditer(doc.text, span):
            what = "is redundant." if match["twice"] else "is ungrammatical."
            yield self.find(match.span(), f"“{match[0]}” {what}", evidence=_WHERE)
        known = dict(pair.split(":") for pair in _SPELLINGS.split())
        for match in _WORD.finditer(doc.text, span):
            right = known.get(match[0].lower())
            if right is not None:
                if match[0][0].isupper():
                    right = right.capitalize()
                message = f"“{match[0]}” should be “{right}”."
                yield self.replace(match.span(), right, message, evidence=_WHERE)

    def _soft(self, doc: Document, span: Span) -> Iterator[Finding]:
        """“Update” and the like in a note that owns up to an error."""
        error = _WRONGLY.search(doc.text, span)
        word = _SOFT.match(doc.text, span) or _SOFT.search(doc.text, span)
        if error is None or word is None:
            return
        place = word.span("word") if word["word"] else word.span("verb")
        yield self.find(
            place,
            f"“{doc[place]}” in a note that corrects an error: call it a correction.",
            evidence=f"The note says “{error[0]}”.",
        )
