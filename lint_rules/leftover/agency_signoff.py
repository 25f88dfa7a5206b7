"""An agency's credits at the end of a story: who reported, wrote and edited it."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Option,
    Rule,
    Severity,
    Slot,
    Span,
    pattern,
    scan,
)
from lint_rules._shared.candidates import by_opening, candidates, short
from lint_rules.leftover import _wire

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk import SlotKind

_KINDS: tuple[SlotKind, ...] = ("paragraph", "list-item", "note", "byline", "credit", "heading")
_REACH = 1200  # code points: a credit begins this close to the end of its paragraph
_MORE = r"(?:Additional|Further|Extra|Added) "
_WORK = rf"(?:{_MORE}[Rr]eporting|[Rr]eporting(?: and \w+)?|Writing|Written|Compiled|Created)"
_EDIT = r"(?:[Ee]diting|[Ee]dited|EDITING)"
_WORKS = frozenset({"reporting", "writing", "written", "compiled", "created", "editing"})
# One of these words is in every credit that does not begin with a dash.
_CREDITS = _WORKS | {"rewriting", "contributed", "assistance", "files", "inputs", "edited"}
_WHOSE = (" by", " from", " and ")  # after all of them but “contributed”
_DASHES = frozenset("—–-")
_BRACKETED = scan(
    rf"\((?:{_MORE}[Rr]eporting|[Rr]eporting(?: and \w+)?|Writing|Editing) [Bb]y:? [^()]{{3,700}}"
    r"(?:\([^()]{1,60}\)[^()]{0,300}){0,3}\)\.?(?:\s*\(\([^()]*\)\))?\s*\Z"
    rf"|\({_WORK} [Bb]y:? [^()]{{3,600}}?[ ;,.]\s?{_EDIT} [Bb]y:? [^()]{{3,200}}\)\.?",
    at=_WORKS,
    before=20,
)
_BARE = scan(
    r"(?:(?<=[.!?”\"’)] )|(?<![^\n]))"
    rf"{_WORK} by:? [^()\n;]{{3,500}};\s?(?:[^()\n;]{{3,300}};\s?){{0,4}}"
    r"[Ee]dit(?:ing|ed) by:? [^()\n.;]{3,120}(?:\.|\Z|(?=\s+Our Standards))",
    at=_WORKS,
    before=20,
)
_LABELLED = pattern(r"[*•–-]? ?(?:Reporting|Writing|Editing|Rewriting) by:\W{0,2}[A-Z][^\n]{3,200}")
_LONE = pattern(
    r"[—–-]{0,2} ?\(?(?:(?:[Ww]ith )?[Aa]dditional reporting (?:by|from)|Reporting by|Writing by"
    r"|Compiled by|[Ww]ith (?:the )?assistance (?:by|from)|[Ww]ith (?:files|inputs) from)"
    r" [A-Z][^.;\n]{2,300}\.?\)?"
    r"|(?:[—–-]{1,2} ?)?Edited by [A-Z][\w .’'-]{2,60}"
    r"|[—–-]{1,2} ?(?:PA|AP|AFP|UPI|dpa|DPA|ANI|IANS|PTI|AAP|EFE|ANSA|TASS|Xinhua|Bernama"
    r"|Reuters|Bloomberg)"
)
# Reporting by a paper that shows something is a sentence; a paper’s credit says of which paper.
_OURS = pattern(
    r"\b[Bb]y [^\n]{2,200}? (?:shows?|showed|suggests?|suggested|found|finds|has|have|had|is|was"
    r"|were|led|leads|reveal(?:s|ed)|indicates?d?|raise[sd]|prompt(?:s|ed)|expose[sd]|help(?:s|ed)"
    r"|uncover(?:s|ed)|will|would|can|could|contribute[sd]?|said|says)\b"
    r"|\b[Bb]y [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){1,3} of (?:the |The )?"
    r"(?!AP\b|AFP\b|UPI\b|dpa\b|Reuters\b|Associated\b|Agence\b|Bloomberg\b|United Press\b"
    r"|PA\b|Press Association\b|Xinhua\b|TASS\b)[A-Z]"
)
_CONTRIBUTED = pattern(
    r"(?:The )?(?:Associated Press|AP) (?:[a-z]+ )?(?:writers?|reporters?|journalists?"
    r"|correspondents?|researchers?|producers?|photographers?|videojournalists?)\b[^\n]{3,300}"
    r" contributed(?: to this (?:report|story))?\."
)


class AgencySignoff(Rule):
    """No agency sign-off, version mark, end mark or note to desks in the copy.

    Wire copy begins and ends with lines meant for editors: who reported and
    edited it, which version it is, what the agency allows. Readers should not
    see any of them. A newsroom that credits the agency's staff sets the option
    ``credit`` to ``keep``: the credit is then only a matter of style, and
    everything else is reported as before. The line that names the Associated
    Press's contributors stands where the story has the agency's byline.
    """

    id = "leftover/agency-signoff"
    severity = Severity.STOP
    furniture = True
    scans = (_BRACKETED, _BARE)
    triggers = ()  # a wire line need not contain any word
    source = "Reuters and AP copy as sent; https://www.iptc.org/std/IPTC7901/"
    options = (
        Option(
            "credit",
            "remove",
            "remove or keep an agency's credit line (Reporting by …; Editing by …)",
            ("remove", "keep"),
        ),
    )
    examples = (
        Good("The mayor praised reporting by three local papers on the flood."),
        Good("The series (reporting by Ann Poe) won a prize, the paper said."),
        Good("The award honours the best work (Editing by a team of five counted too) in print."),
        Good("Half of the posts are vacant (Compiled by the Teachers' Panel)"),
        Good("Reporting by the paper led to two inquiries; editing took a week, she said."),
        Good("Reporting by Ann Poe has led to two inquiries. A third will follow."),
        Good("Reporting by The Quay and Harbour Watch suggests that the ferry is old."),
        Good("It sank.\n\nAdditional reporting by Ann Poe of The Quay and Bob Roe."),
        Good("The piece had additional reporting by Ann Poe."),
        Good("With assistance from the navy, the ferry reached port. It was noon."),
        Bad("The ferry reached port.\n\n"
            "[[(Reporting by Ann Poe in Oslo; Writing by Cy Doe;Editing by Di Moe)]]\n",
            "The ferry reached port.\n"),
        Bad("The ferry reached port. [[(Reporting by Ann Poe; editing by Di Moe)]]",
            "The ferry reached port."),
        Bad("The ferry reached port.\n\n[[(Additional reporting by Ann Poe (Oslo) and Bob Roe)]]\n",
            "The ferry reached port.\n"),
        Bad("The ferry reached port. [[(Writing by Ann Poe Editing by Di Moe)]] The crew slept.",
            "The ferry reached port. The crew slept."),
        Bad("The ferry reached port.\n\n[[Reporting by Ann Poe in Oslo; Editing by Di Moe]]\n",
            "The ferry reached port.\n"),
        Bad("It sank. [[Reporting by Ann Poe; writing by Bob Roe; editing by Di Moe]]",
            "It sank."),
        Bad("The ferry reached port.\n\n[[Additional reporting by Ann Poe in Oslo]]\n"),
        Bad("The ferry reached port.\n\n– [[Edited by Roe]]\n"),
        Bad("The ferry reached port.\n\n[[- AFP]]\n"),
        Good("The Associated Press contributed."),
        Good("An AP writer saw the ferry leave, and he contributed to the fund."),
        Good("---\nauthor: The Associated Press\n---\n\nIt sank.\n\n"
             "_AP writers Ann Poe in Oslo and Bob Roe contributed to this report._",
             format="markdown"),
        Good("# It sank\n\n*By Ann Poe and The Associated Press*\n\nIt sank.\n\n"
             "AP journalist Bob Roe in Oslo contributed to this report.", format="markdown"),
        Bad("The ferry reached port at noon.\n\n"
            "[[Associated Press writer Ann Poe in Oslo contributed to this report.]]\n",
            "The ferry reached port at noon.\n"),
        Good("Norway/Sweden: and/or"),
        Good("She/her/hers"),
        Bad("[[Norway-ferry/]]\n\nThe ferry reached port.", "The ferry reached port."),
        Bad("[[NORWAY-FERRY/STORM]]\n\nThe ferry reached port.", "The ferry reached port."),
        Bad("It sank at noon.\n\n[[ab/cd/ef]]\n", "It sank at noon.\n"),
        Bad("[[abc0123 3 i 93  dpa 1234]]\n\nIt sank at noon.", "It sank at noon."),
        Bad("It sank at noon.\n\n[[NORWAY OUT, SWEDEN OUT]]\n", "It sank at noon.\n"),
        Bad("[[1 SHOWBIZ Ferry]]\n\nThe ferry reached port.", "The ferry reached port."),
        Bad("[[2ND LEAD]]\n\nThe ferry reached port.", "The ferry reached port."),
        Good("12 HEALTH TIPS FOR MAY"),
        Good("| part | what |\n|---|---|\n| `parsers/` | read drafts |\n", format="markdown"),
        Bad("It sank at noon.\n\n[[101137 GMT May 31]]\n", "It sank at noon.\n"),
        Bad("It sank. [[(Reporting by Ann Poe; editing by Di Moe)]]", options={"credit": "keep"}),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Check short lines for codes, and the ends of paragraphs for credits."""
        slots = doc.parsed.slots
        credited = frozenset(_credited(doc))
        for index in sorted(credited.union(short(doc))):
            slot = slots[index]
            start, end = slot.span
            if end - start <= _wire.LONGEST and slot.kind != "embed":
                form = _wire.form_of(doc[slot.span])
                if form is not None and not doc.is_verbatim(
                    slot.span
                ):  # such as `parsers/` set as code
                    yield self._line(slot, form)
                    continue
            if index in credited and slot.kind in _KINDS:
                yield from self._in_slot(doc, slot, Span(max(start, end - _REACH), end))

    def _line(self, slot: Slot, form: _wire.Form) -> Finding:
        """The finding on a wire line; without a fix if it is only a question."""
        if form.severity is not Severity.STOP:
            return self.find(slot.span, form.message, evidence=form.note, severity=form.severity)
        return self.delete(
            slot.span, form.message, title="Delete the line", safe=True, evidence=form.note
        )

    def _in_slot(self, doc: Document, slot: Slot, tail: Span) -> Iterator[Finding]:
        found = [one.span() for one in _BRACKETED.finditer(doc, tail)]
        found = found or [one.span() for one in _BARE.finditer(doc, tail)]
        if not found and tail == slot.span and _LABELLED.fullmatch(doc.text, tail):
            found = [tail]
        if not found and tail == slot.span and _CONTRIBUTED.fullmatch(doc.text, tail):
            if not _wire.is_by_ap(doc):
                yield self._contributed(slot)
            return
        for span in found:
            yield self._credit(doc, slot, span[0], span[0] + len(doc[span].rstrip()))
        if not found and tail == slot.span and _is_lone(doc[tail]):
            yield self.find(
                tail,
                "Is this credit yours, or left over from agency copy?",
                evidence="Agencies end stories with a line like this; so do some papers.",
                severity=Severity.ASK,
            )

    def _contributed(self, slot: Slot) -> Finding:
        return self.delete(
            slot.span,
            "Agency credit for contributing reporters left in.",
            title="Delete the credit",
            safe=True,
            evidence="The Associated Press names them in the last line.",
        )

    def _credit(self, doc: Document, slot: Slot, start: int, end: int) -> Finding:
        if self.settings["credit"] == "keep":
            return self.find(
                (start, end),
                "Agency credit at the end of the story: check that it follows house style.",
                evidence="Your house keeps agency credits (option credit = keep).",
                severity=Severity.STYLE,
            )
        gap = slot.span.start + len(doc[slot.span.start : start].rstrip(" "))
        return self.delete(
            (gap, end),
            "Wire sign-off (who reported and edited the story) left in.",
            title="Delete the sign-off",
            safe=True,
            marked=(start, end),
            evidence="Reuters and others end stories this way: (Reporting by …; Editing by …).",
        )


def _credited(doc: Document) -> Iterator[int]:
    """The indexes of the slots that have words of credits, or begin with a dash."""
    words, text = doc.words, doc.words.folded
    places = [
        at
        for word in words.among(_CREDITS)
        for at in words.starts(word)
        if word == "contributed" or text.startswith(_WHOSE, at + len(word))
    ]
    yield from candidates(doc, frozenset(), places)
    for opening, indexes in by_opening(doc).items():
        if opening[:1] in _DASHES:
            yield from indexes


def _is_lone(text: str) -> bool:
    """Whether a paragraph is a credit that may be an agency's: no sentence, and no paper's own."""
    return _LONE.fullmatch(text) is not None and _OURS.search(text) is None
