"""Marks typed twice, and marks that cannot be next to each other."""

from __future__ import annotations

from copydesk import (
    Bad,
    Document,
    Finding,
    Good,
    Iterator,
    Match,
    Rule,
    Severity,
    Span,
    is_abbreviation,
    pattern,
    scan,
)
from lint_rules._shared.names import kinds
from lint_rules._shared.prose import words
from lint_rules._shared.summary import PROSE

_REACH = 40  # code points before a mark in which its word is looked for
_SEEN = (
    "..", ",,", ";;", "::", "??", ",.", ".,", ":.", ".:", ";.", ".;", ";,", ",;", ":,", ",:", "?.",
    "!.", ".?", ".!", "?,", "!,", ",?",
    ",!", ".”.", ",”,", ",.”", ".,”", ".”,", ",”.", "?”?", "!”?",
    '.".', ',",', ',."', '.,"', '.",', ',".', '?"?', ", ,",
)  # fmt: skip
# The two marks, without a third beside them: not an ellipsis, a row of dots, a smiley or code.
_PAIR = scan(
    r"(?<=[^\W_]|[)”’\"%])(?<![.,;:?!]) ?(?P<marks>\.\.|,,|;;|::|\?\?|,\.|\.,|:\.|\.:|;\.|\.;|;,"
    r"|,;|:,|,:"
    r"|[?!]\.|\.[?!]|[?!],|,[?!]|[.,][”\"][.,]|[.,]{2}[”\"]|[”\"](?:\.,|,\.)|[?!][”\"]\?|, "
    r",)(?=(?P<next>[\s”’\")\],;]|\w|\Z))",
    at=_SEEN,
    before=2,
    after=6,
)
_DASHES = scan(r"(?<=[\w”’,] |[^\W_][^\W_]|.[”’,])(?P<marks>(?:--|—|–)(?:--?|—"
    r"|–)(?<!--)(?<!——)(?<!––))(?=[ \w“‘])",
    at=("–—", "—–", "--–", "–-", "-–", "--—", "—-"), before=1, after=5)  # fmt: skip
_APOSTROPHES = scan(
    r"(?<=[^\W\d_]{2})(?P<marks>’['’]|'’)(?=s\b)", at=("’’s", "’'s", "'’s"), after=4
)
_PERCENT = scan(r"(?<=\d)(?P<marks>%%)(?=[\s.,;)]|\Z)", at="%%", after=3)
_ONE = {"..": ".", ",,": ",", ";;": ";", "??": "?", ", ,": ",", "%%": "%", "’’": "’"}
_LITTLE = words(
    "it him her them us me you he she is was be do so in on up out off to for of by at go day week "
    "year car man men one two war law tax job jobs way won lost say said now too yet ago all"
)
_TITLED = words("yahoo jeopardy yum")
_WORD = pattern(r"[^\s“”\"‘(\[—–]*\Z")
_YEAR = pattern(r" (?:19|20)\d\d\b")
_CODE = frozenset("{}<>=\\@#|/_*")


class DoubledMark(Rule):
    """No mark is typed twice, and no two marks clash.

    A full stop after a comma, two full stops, a full stop after a question mark or on both sides
    of a closing quotation mark are left from editing. Ellipses, “?!”, abbreviations (“Inc.,”),
    titles that end in a mark (“Jeopardy!,” “Who Cares?,”), paths, code and prices are left alone.
    """

    id = "typography/doubled-mark"
    severity = Severity.FIX
    spares_sic = False
    scans = (_PAIR, _DASHES, _APOSTROPHES, _PERCENT)
    examples = (
        Good("He waited... and left?! It is in ../ports, at a::b, and cost 1,000.50."),
        Good("Poe Inc., of Tulsa, Okla., and John Poe Jr., left at 5 p.m.; “Yahoo!,” she said."),
        Good("She saw “Who Cares?,” a play, at 5 p.m.: it was late."),
        Good("Who calls it “Poe Inc.”, he asked. He sang “Help!”. And Jeopardy!, too."),
        Bad("She lives in the U.S[[..]] and in Leeds.", "She lives in the U.S. and in Leeds."),
        Bad("The mayor[[,,]] Ann Poe, left.", "The mayor, Ann Poe, left."),
        Bad("The work was late[[!.]] She thanked the crew."),
        Bad("“The work is late[[.”.]] The mayor left."),
        Bad("“The work cost more than planned[[,”,]] the mayor said."),
        Bad("The mayor said the work was late[[,.]] She thanked the crew."),
        Bad("The price rose by 5[[..]]5 percent in May.", "The price rose by 5.5 percent in May."),
        Bad("The mayor[[’’]]s office is shut.", "The mayor’s office is shut."),
    )  # fmt: skip

    def check(self, doc: Document) -> Iterator[Finding]:
        """Look at every two marks that are next to each other."""
        for form in (_PAIR, _DASHES, _APOSTROPHES, _PERCENT):
            for match in form.finditer(doc):
                span = Span(*match.span("marks"))
                slot = doc.slot_at(span.start)
                if slot is None or slot.kind not in PROSE or doc.is_verbatim(span):
                    continue
                if span.start - slot.span.start < 2 or _is_code(doc, span):
                    continue
                if form is not _PAIR or _is_fault(doc, match):
                    yield self._finding(doc, match, span)

    def _finding(self, doc: Document, match: Match[str], span: Span) -> Finding:
        marks = match["marks"]
        one = _ONE.get(marks, "")
        what = f"“{marks}” is a mark too many." if one else f"“{marks}”: two marks clash."
        if not one:
            return self.find(span, what, evidence="Only one of the two is right.")
        if marks == ".." and _may_be_dots(doc, span):
            return self.find(
                span, "“..” is a mark too many, or one too few.", severity=Severity.ASK,
                evidence="A full stop is one mark, dots for words left out are three.",
            )  # fmt: skip
        safe = marks[0] not in ".?" or not doc.after(span, 2).strip(' ”"').islower()
        safe = safe or _is_short(doc, span.start)
        return self.replace(
            span, one, what, title=f"Write “{one}”", safe=safe and not doc.is_quoted(span),
            evidence="The mark is typed twice.",
        )  # fmt: skip


def _may_be_dots(doc: Document, span: Span) -> bool:
    """Whether words may be left out there: the sentence goes on, or a space is before the dots."""
    if _is_short(doc, span.start):
        return False
    after = doc.after(span, 2)
    goes_on = after[:1].isalpha() or after.strip()[:1].islower() or after[:1] == ","
    return goes_on or doc.text[span.start - 1] == " "


def _is_code(doc: Document, span: Span) -> bool:
    """Whether the text between the nearest spaces is code, a path or a smiley."""
    before, after = doc.before(span, _REACH), doc.after(span, _REACH)
    near = (before.split()[-1] if before.strip() else "") + (
        after.split()[0] if after.strip() else ""
    )
    return not _CODE.isdisjoint(near)


def _is_fault(doc: Document, match: Match[str]) -> bool:
    """Whether two marks are not next to each other for a good reason."""
    marks, start = match["marks"], match.start("marks")
    after = doc.text[match.end("marks") : match.end("marks") + 1]
    if marks in ("::", ":,", ",:") and after.isalnum():
        return False
    if marks[0] in '”"' or (marks[1:2] in ("”", '"') and marks[0] in "?!"):
        return True
    if marks == ".," and _YEAR.match(doc.text, (match.end("marks"), match.end("marks") + 6)):
        return False  # a list of books: Licence., 2005
    if marks[0] == "." and marks != "..":
        return _is_full_word(doc, start, len(marks) > 2)
    if marks == "..":
        return after != "." and (not after.isalpha() or after.isupper())
    if marks[0] in "?!" and marks != "??":
        return not _is_title(doc, start)
    if after.isalpha() and marks not in (",,", ";;"):
        return False  # a domain, a call
    if marks == ",,":
        return doc.text[start - 1] != " " or not after.isalpha()  # ,,German``
    return marks != "??" or not doc.is_quoted((start, start + 1))


def _last_word(doc: Document, end: int) -> str:
    found = _WORD.search(doc.before(end, _REACH))
    return found[0] if found else ""


def _is_full_word(doc: Document, end: int, closes: bool) -> bool:
    """Whether the stop at an offset is after a word that is no abbreviation.

    ``closes``: whether a quotation ends there, so that short words and names count.
    """
    word = _last_word(doc, end).rstrip('’)”"')
    if not word.isalpha() or is_abbreviation(word) or len(word) < 2:
        return False
    if closes or word in _LITTLE:
        return True
    return len(word) > 3 and word.islower() and "w" in kinds(word)


def _is_short(doc: Document, end: int) -> bool:
    word = _last_word(doc, end)
    return "." in word or is_abbreviation(word)


def _is_title(doc: Document, end: int) -> bool:
    """Whether a question mark or an exclamation mark may be that of a name or of a title."""
    word = _last_word(doc, end).rpartition("-")[2]
    return not word[:1].islower() or word.lower() in _TITLED
