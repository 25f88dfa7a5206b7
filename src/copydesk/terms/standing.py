"""Whether a name stands as that of a place: “in Baroda”, not “Baroda beat Assam”.

Old names live on as those of teams, firms, stamps and books, and some are words of English.
After a preposition of place, and not before a noun, a name is hardly ever one of these.
Entries opt in with ``where``.
"""

from __future__ import annotations

from copydesk.regexes.compiled import compiled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from copydesk.document import Document
    from copydesk.model.findings import Span

_REACH = 90  # code points before a name in which its preposition is looked for
_AROUND = 300  # code points on either side in which a day counts
_LEAD = compiled(
    r"(?:^|(?<=[\s(“\"‘—–]))(?:[Ii]n(?:to|side)?|[Ff]rom|[Nn]ear|[Aa]t|[Aa]cross|[Aa]round"
    r"|[Oo]utside|[Tt]hrough(?:out)?|[Vv]ia|[Tt]owards?|[Bb]eyond|[Ww]ithin"
    r"|(?<!\blost )(?<!\bloses )(?<!\blose )(?<!\blosing )(?<!\bloss )[Tt]o"
    r"|[Vv]isit(?:s|ed|ing)?|[Ll]eav(?:e|es|ing)|[Ll]eft|[Rr]each(?:es|ed|ing)?"
    r"|(?:left|leav(?:e|es|ing)|bound|head(?:s|ed|ing)?|depart(?:s|ed|ing)?|sail(?:s|ed|ing)?) for"
    r"|(?:city|cities|town|port|capital|state|province|region|district|suburbs?|outskirts|streets"
    r"|north|south|east|west|people|citizens|government|president|prime minister) of)"
    r"\s+(?:the\s+)?(?:(?:(?:north|south|east|west)ern|central|nearby|downtown|neighbou?ring)\s+)?"
    r"(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?(?:, (?:and )?| and | or ))*$"
)
_GOES_ON = """
about after again against ago all along also although always among amid and are as at away because
been before began behind being between both broke but by came can closed could cut daily despite did
do does during each early earlier even ever every fell first following for from gave got grew had
has have he her here his hit how however if in instead into is it its just last late later lay left
lost made may met might more must near next never no not now of off on once one only onto or our out
outside over overnight ran remain remained rose said same sat saw says shall she should shut since
so soon still stood than that the their then there these they this those though through throughout
to today together told tomorrow tonight too took toward towards twice under unless until up upon via
was we went were what when where whether which while who whom whose why will with within without won
would yesterday yet you kills dies closes opens begins ends injures wounds leaves faces stays
"""
_TAIL = compiled(
    r"^(?:[’']s\b)?(?:\s*$|\s*[.,;:!?…)\]”\"’—–(]|\s+\d|\s+[“\"‘(—–-]"
    rf"|\s+(?:{'|'.join(_GOES_ON.split())}|\w+(?:ed|ly))\b)"
)
_DATELINE = compiled(r"^(?:,|\s+\(|\s+[—–-]+\s)")
_NEWS = compiled(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|tomorrow|tonight"
    r"|(?:this|last|next) (?:week|month|morning|afternoon|evening|night|weekend))\b"
)


def stands(doc: Document, span: Span, where: str) -> bool:
    """Whether a name stands where an entry looks for it.

    Args:
        doc: the draft.
        span: the name.
        where: ``anywhere``; ``place``: in a dateline, or after a preposition of place and not
            before a noun; ``news``: the same in a sentence that names a weekday or another time
            close to the story date.
    """
    if where == "anywhere":
        return True
    if not _is_place(doc, span):
        return False
    if where == "place":
        return True
    sentence = doc.sentence_at(span.start)
    if sentence is None:
        return False
    first, last = max(sentence.start, span.start - _AROUND), min(sentence.end, span.end + _AROUND)
    return _NEWS.search(doc.text, first, last) is not None


def _is_place(doc: Document, span: Span) -> bool:
    slot = doc.slot_at(span.start)
    if slot is None or slot.kind == "dateline":
        return slot is not None
    before = doc.text[max(slot.span.start, span.start - _REACH) : span.start]
    after = doc.text[span.end : min(slot.span.end, span.end + _REACH)]
    if not before.strip():
        return doc[span].isupper() and _DATELINE.match(after) is not None
    return bool(_LEAD.search(before)) and _TAIL.match(after) is not None
