"""The time of a sentence: the story's day, another time, or unknown."""

from __future__ import annotations

from bisect import bisect_right

from copydesk import Document, Span, pattern
from lint_rules._shared.dates import WEEKDAY, month_number

_TOP = 3  # slots at the top of a story: a headline, and what the story is about
_WHOLE = 6  # slots of a whole story; fewer may be an excerpt
_NEAR = 1000  # code points on either side; no sentence in good copy is longer
_YEAR = pattern(r"(?<![\d.,$£€#-])(?:1[89]|20)\d\d(?:s\b|\b(?![.,]\d|\s*%))")
_UNTIL = pattern(r"(?i)\b(?:until|through|till) \Z")
_NAMED = pattern(r"\bthe \d{4} \p{Ll}\p{Ll}")
_MONTH = pattern(
    r"\b(Jan(?:uary)?|Feb(?:ruary)?|March|Apr(?:il)?|June?|July?|Aug(?:ust)?|Sept?(?:ember)?"
    r"|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b(?![ \u00a0]\p{Lu})"
    r"|\b(?:in|last|of|until|by) (May)\b"
)
_THEN = pattern(
    r"(?i)\b(?:at (?:the|that) time|back then|in those days"
    r"|(?<!\b(?:is|are|was|be|been|came|come|were) )back in|(?<!\band )then\b|formerly"
    r"|when (?:he|she|they|[\p{L}.’'-]+(?: [\p{L}.’'-]+)?) (?:was|were|had|held|served|led|won)"
    r"|(?:years?|months|decades?|weeks) (?:ago|before|earlier|prior|later)"
    r"|(?:his|her|the) (?:previous|earlier|last|own|past)"
    r" (?:term|stint|tenure|presidency|government|mandate|campaign|spell|administration)"
    r"|first (?:term|administration|presidency)|previous (?:term|administration|government)"
    r"|\w+['’]s ouster|reappointed|returned to (?:the |his |her )?(?:post|office|job)"
    r"|\d(?:st|nd|rd|th)-century|file (?:photo|picture|image))"
)
_HISTORY = pattern(
    r"(?i)\b(?:(?:his|her|their) (?:presidency|tenure|premiership|time in office|years in office)"
    r"|anniversary|century|decades?|in office|once(?! (?:again|more))"
    r"|histor(?:y|ies|ian|ians|ical|ically)|legacy|era"
    r"|memoirs?|obituary|funeral"
    r"|memorial|predecessors?|successors?|portrait|statue|biograph\w+|recall(?:s|ed|ing)"
    r"|(?:during|under) the (?:\p{Lu}\p{L}+ )*administration|hide caption|photos:"
    r"|from (?:left|right)"
    r"|(?:days|hours) later|that (?:year|same|fall|spring|summer|winter)|during this same"
    r"|took office|taking office|sworn in|inaugurated|remember(?:s|ed|ing)?|previously|ever since"
    r"|years? later|used to|appointees?|caskets?|in photos"
    r"|(?:appointed|nominated|named|picked|chosen|signed|pardoned|commuted) by)\b"
)
_LAST = pattern(r"(?i)\b(?:last|earlier this) (week|month|year|fall|autumn|spring|summer|winter)\b")
_DAYS = {"week": 14, "month": 62, "year": 731}  # how far back “last …” may reach
_TODAY = pattern(
    rf"\b(?:{WEEKDAY}(?!s)(?! in [A-Z])|[Tt]oday|[Tt]onight|[Tt]omorrow|[Yy]esterday"
    r"|this (?:week|morning|afternoon|evening|weekend))\b"
)
_SPOKE = (
    r"(?:said|told|announced|added|warned|declared|signed|met|called|vowed|urged|ordered|arrived"
    r"|spoke|insisted|pledged|praised|condemned|rejected|tweeted|wrote|asked|held|visited|defended"
    r"|accused|unveiled|hosted|welcomed|thanked|approved|vetoed|appointed|nominated|named|fired"
    r"|travell?ed|flew|made|gave|took|issued|dismissed|blamed|suggested|acknowledged|confirmed"
    r"|denied|promised|threatened|criticized|criticised|appeared|addressed|opened|attended"
    r"|left|went|came|sent|put|set|cut|laid|paid|spent|sought|stood|drew|hit|let|\p{L}{3,}ed)"
)
_PRESENT = (
    r"(?:says|tells|warns|wants|plans|hopes|expects|insists|vows|urges|will|is (?:set|due|expected"
    r"|scheduled|considering|visiting|preparing|meeting|planning|seeking|pushing|trying|facing"
    r"|under|ready|likely|(?!being|speak|shak|stand|sitt|arriv|leav|wav|greet|giv|address|testif)"
    r"\p{L}+ing)|faces|seeks|backs|opposes|supports|believes|thinks|blames|proposes|denies|rejects"
    r"|has (?:said|announced|told|signed"
    r"|ordered|called|agreed|vowed|urged|asked|promised|threatened|pledged|warned|rejected"
    r"|repeatedly|also|yet|not|been|made|sought|suggested|proposed|decided|nominated"
    r"|(?:\p{L}+ly )?\p{L}{3,}ed))"
)
_ASIDE = (
    r"(?:,[^,.;\n]{1,60},|, [DRI]-[\p{L}. ]{2,9},| \([^()\n]{1,40}\))?[ \u00a0]"
    r"(?:(?:also|has|on|later|again)[ \u00a0])?"
)
_SUBJECT_PAST = pattern(rf"{_ASIDE}(?:(?:on )?{WEEKDAY} )?{_SPOKE}\b")
_SUBJECT_NOW = pattern(rf"{_ASIDE}{_PRESENT}\b")


_OF_CLAUSE = frozenset({"that", "how", "why", "whether", "which", "whom", "what"})
_CLAUSE_NEAR = 50  # code points before a name in which a clause with it begins
_SAYS = frozenset({"said", "says", "asked", "added", "warned", "wrote", "tweeted", "replied"})
_CLAUSE = frozenset(
    {
        "that", "how", "why", "when", "after", "before", "because", "where", "if", "whether",
        "since", "which", "whom", "until", "what",
    }
)  # fmt: skip
_OTHERS = pattern(
    r"(?i)\b(?:former|ex-\p{L}+|then-\p{L}+|fired|firing|ousted|ousting|sacked|dismissed|disgraced"
    r"|deposed|toppled|inherited|capture[ds]?|the fall of|(?:impeachment|resignation|departure"
    r"|ouster|dismissal|removal|retirement|(?:re-?)?election|inauguration|swearing-in) of)\b"
)


def names_others(doc: Document, span: Span) -> bool:
    """Whether words before the span, in its sentence, are about former holders: “ousted”."""
    before = (around(doc, span).start, span.start)
    return _OTHERS.search(doc.text, before) is not None


def sentence(doc: Document, span: Span) -> Span:
    """The sentence around a span; the whole slot if it has no sentences."""
    found = doc.sentence_at(span.start)
    slot = doc.slot_at(span.start)
    if found is not None and found.end > span.start:
        return found
    return slot.span if slot is not None else span


def around(doc: Document, span: Span) -> Span:
    """The sentence around a span, limited to a distance from it."""
    whole = sentence(doc, span)
    return Span(max(whole.start, span.start - _NEAR), min(whole.end, span.end + _NEAR))


def is_of_another_time(
    doc: Document, span: Span, since: str, skip: Span | None = None, dated: bool = False
) -> bool:
    """Whether the sentence is about a time before ``since``, or in the future.

    The signs are an earlier year, a month without a year that last fell before
    it, or words such as “at the time”. What begins in ``skip`` does not count, nor
    “until 2027”, nor “the 2009 contract” if the sentence is ``dated``.
    """
    where = around(doc, span)
    day = doc.date.day
    for match in _YEAR.finditer(doc.text, where):
        year = int(match[0][:4])
        ahead = (max(0, match.start() - 10), match.start())
        if year > day.year and _UNTIL.search(doc.text, ahead):
            continue
        if dated and _NAMED.search(doc.text, (match.start() - 4, match.end() + 3)):
            continue
        if year < int(since[:4]) or year > day.year:
            return True
        if year == int(since[:4]) < day.year and since[5:7] != "01":
            return True
    if any(
        _last(match[1] or match[2], day.year, day.month) < since[:7]
        for match in _MONTH.finditer(doc.text, where)
    ):
        return True
    return _reaches_back(doc, where, since) or _says_then(doc, where, skip)


def _says_then(doc: Document, where: Span, skip: Span | None) -> bool:
    """Whether words such as “at the time” are there, and do not begin in ``skip``."""
    then = _THEN.search(doc.text, where)
    if then is not None and skip is not None and skip.start <= then.start() < skip.end:
        then = _THEN.search(doc.text, (skip.end, where.end))
    return then is not None


def is_of_the_past(doc: Document, span: Span, until: str) -> bool:
    """Whether the sentence may be about a day up to ``until``."""
    return is_of_another_time(doc, span, until) or tells_history(doc, span)


def follows_history(doc: Document, span: Span, until: str) -> bool:
    """Whether the last year named before the sentence, in its paragraph or the one before, is past.

    So a story that says “In September 2018 …” goes on in that year. ``until`` is the ISO
    date up to which it is past.
    """
    where = around(doc, span)
    slots = doc.parsed.slots
    count = bisect_right(slots, span.start, key=lambda slot: slot.span.start)
    start = slots[max(0, count - 2)].span.start if count else 0
    years = [int(match[0][:4]) for match in
             _YEAR.finditer(doc.text, (max(start, where.start - _NEAR), where.start))]  # fmt: skip
    return bool(years) and years[-1] <= int(until[:4]) and years[-1] < doc.date.day.year


def has_day(doc: Document, span: Span) -> bool:
    """Whether the sentence names a day that is near: “on Tuesday”, “this morning”."""
    return _TODAY.search(doc.text, around(doc, span)) is not None


def tells_history(doc: Document, span: Span) -> bool:
    """Whether the sentence has words such as “anniversary” or “successor”."""
    return _HISTORY.search(doc.text, around(doc, span)) is not None


def is_of_the_day(doc: Document, name: Span, ahead: tuple[str, ...] = ()) -> bool:
    """Whether the sentence reports the story's own day, with the name as its subject.

    In a clause (“said on Tuesday that President X told him …”) a past verb may
    be about any day; ``ahead`` are the words before.
    """
    text, rest = doc.text, (name.end, len(doc.text))
    if ahead and ahead[-1].lower() in _SAYS:
        return _TODAY.search(text, around(doc, name)) is not None
    if _SUBJECT_NOW.match(text, rest) is not None:
        return True
    if _SUBJECT_PAST.match(text, rest) is None or (ahead and ahead[-1].lower() in _CLAUSE):
        return False
    return _TODAY.search(text, around(doc, name)) is not None


def is_in_clause(doc: Document, start: int) -> bool:
    """Whether a name with its title is in a clause: “the law that President X signed”."""
    ahead = doc.before(start, _CLAUSE_NEAR).rpartition("\n")[2].rsplit(", ", 1)[-1]
    return any(word.lower() in _OF_CLAUSE for word in ahead.split()[-5:])


def is_subject(doc: Document, name: Span) -> bool:
    """Whether a verb of acting or saying follows a name, on whatever day."""
    rest = (name.end, len(doc.text))
    return _SUBJECT_PAST.match(doc.text, rest) is not None or (
        _SUBJECT_NOW.match(doc.text, rest) is not None
    )


def opens_story(doc: Document, name: Span) -> bool:
    """Whether what a name does is told, in the past tense, at the top of the story."""
    slots = doc.parsed.slots
    if len(slots) < _WHOLE or _SUBJECT_PAST.match(doc.text, (name.end, len(doc.text))) is None:
        return False
    return any(slot.span.start <= name.start < slot.span.end for slot in slots[:_TOP])


def _reaches_back(doc: Document, where: Span, since: str) -> bool:
    """Whether “last month” and the like may be a time before ``since``."""
    from datetime import date

    ago = (doc.date.day - date.fromisoformat(since)).days
    found = _LAST.finditer(doc.text, where)
    return any(ago < _DAYS.get(match[1].lower(), 400) for match in found)


def _last(name: str, year: int, month: int) -> str:
    """The last month of that name, as ``2025-04``."""
    number = month_number(name)
    return f"{year if number <= month else year - 1}-{number:02}"
